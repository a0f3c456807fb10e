// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"
#include "forms/common/notelist.h"
#include "model/store/views.h"

class QLabel;

namespace Loket {

class Navigator;
class Office;

/// "Tindak lanjut": what an officer should look after, the most urgent first: what the centre sent back,
/// deadlines of families, promised documents, drafts put aside. Enter opens the case or the family.
class FollowUpCard : public CardFrame
{
    Q_OBJECT

public:
    FollowUpCard(Office &office, Navigator &navigator, QWidget *parent = nullptr);

    void reread();
    int count() const { return int(m_list.size()); }
    void takeFocus(); ///< to the most urgent

    static NoteRow rowOf(const FollowUp &, QDate today);

protected:
    void changeEvent(QEvent *) override;

private:
    QString otherMaker(const FollowUp &) const;
    void fill();
    void open(int row);

    Office &m_office;
    Navigator &m_navigator;
    QList<FollowUp> m_list;
    QString m_failure;
    NoteList *m_rows;
    QLabel *m_none;
};

} // namespace Loket
