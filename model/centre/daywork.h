// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/centre/centrebook.h"

namespace Loket {

/// The first day on which the family changes by itself: a change that was decided for a later day begins to
/// hold, or its first payment is due. Null: none.
QDate dueDay(const FamilyView &family);

/// What a day brings by itself at a centre: changes that were decided for that day hold, and the first
/// payment of a family is taken as made on the first day of its window. Once per day is enough, again is
/// harmless. One thread at a time.
class DayWork
{
public:
    /// `book` is not owned. `today`: the centre's day.
    DayWork(CentreBook &book, QDate today);
    /// Does it for a few families, in the caller's transaction of the book. How many it looked at; 0: nothing
    /// is left.
    Outcome<qsizetype> step();

private:
    Outcome<Nothing> take(const FamilyView &family);
    Outcome<QString> officeOf(const QString &kk);

    CentreBook &m_book;
    const QDate m_today;
};

} // namespace Loket
