// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/assessment.h"

#include <QWidget>

class QCheckBox;

namespace Loket {

class LinkButton;
class ReasonLine;
class WrapLink;

/// One line of the checklist.
class DocumentRow : public QWidget
{
    Q_OBJECT
public:
    explicit DocumentRow(QWidget *parent = nullptr);

    /// `waived`: the reason why a photo is not needed; empty: it is.
    void show(const DocumentNeed &need, const QString &text, const QString &waived);
    const DocumentNeed &need() const { return m_need; }
    QCheckBox *box() const { return m_box; }
    bool isPhoto() const;

Q_SIGNALS:
    void ticked(bool seen);
    void photoWanted();
    void waived(const QString &reason);
    void unwaived();
    void whyAsked(); ///< the rule that asks for it

private:
    void click();
    DocumentNeed m_need;
    QCheckBox *m_box;
    LinkButton *m_photo;
    LinkButton *m_waive;
    LinkButton *m_why;
    WrapLink *m_waived;
    ReasonLine *m_reason;
};

} // namespace Loket
