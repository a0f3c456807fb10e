// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"
#include "model/services/upcoming.h"

namespace Loket {

class NoteList;
class Office;

/// "Yang akan berubah": what changes for the family by itself, and by when it must have done something.
class UpcomingCard : public CardFrame
{
    Q_OBJECT

public:
    explicit UpcomingCard(QWidget *parent = nullptr);

    void show(const FamilyView &family, Office &office);
    NoteList *list() const { return m_list; }

private:
    void showWhy();
    QList<Upcoming> m_upcoming;
    const Rulebook *m_rules = nullptr; ///< that m_upcoming comes from
    NoteList *m_list;
};

} // namespace Loket
