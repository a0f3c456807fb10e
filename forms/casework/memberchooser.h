// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/listtable.h"

namespace Loket {

class KnownMemberModel;

/// The members of a known family as a list from which one is chosen: by its number, by typing the beginning
/// of a name, with ↑ and ↓; Enter and Tab take the row and go on, Space takes it and stays.
class MemberChooser : public ListTable
{
    Q_OBJECT
public:
    explicit MemberChooser(KnownMemberModel &model, QWidget *parent = nullptr);

    /// Whether there is something to choose; a list that only shows never has the focus.
    void setChoosing(bool choosing);
    bool isChoosing() const { return m_isChoosing; }
    bool isWaiting() const; ///< nobody is chosen yet

Q_SIGNALS:
    void chosen(const QString &memberKey);
    /// What was typed to find a name; empty: nothing.
    void typedChanged(const QString &typed);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void choose(int row);
    void setTyped(const QString &typed);
    bool typeInto(const QKeyEvent &event);

    KnownMemberModel &m_model;
    QString m_typed;
    bool m_isChoosing = false;
    bool m_isMoved = false; // the current row is one that the officer went to
};

} // namespace Loket
