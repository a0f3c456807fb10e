// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/assessment.h"
#include "model/store/views.h"

namespace Loket {

class Rulebook;

// The one judge of whether a counter may make a new case, for window, console and the save itself: the centre
// must not have forbidden it, not too much may wait unsent on one disk, and the disk must have room for what
// is begun. Pure functions, any thread; the limits are parameters of the rulebook.

/// How near what waits unsent is to the limit.
enum class Pressure {
    None,
    Warning, ///< from unsent.warn-percent on
    Urgent,  ///< from unsent.urgent-percent on
    Frozen   ///< no new case until something was sent
};

struct UnsentStanding {
    Pressure pressure = Pressure::None;
    int cases = 0;     ///< that wait
    int mostCases = 0; ///< with so many it is frozen
    int days = 0;      ///< whole days that the oldest waits; 0 when the clock can't tell
    int mostDays = 0;  ///< after so many it is frozen
    QDate from;        ///< the day, local, on which it is frozen if nothing is sent; null: none waits, or the
                       ///< clock can't tell
    QDateTime oldest;  ///< UTC, when the oldest was saved; null: none waits
    bool isByAge = false; ///< the days are used up further than the cases
    bool isTrial = false; ///< nothing of a trial store has to arrive, so it has no limit
    friend bool operator==(const UnsentStanding &, const UnsentStanding &) = default;
};

UnsentStanding unsentStanding(const UnsentCases &, bool isTrial, const Rulebook &, const QDateTime &nowUtc);

/// "none" | "warning" | "urgent" | "frozen".
QString pressureWord(Pressure);

/// unsent.limit when it is frozen; none: it is not.
std::optional<Problem> unsentProblem(const UnsentStanding &, const Rulebook &);
/// disk.low when less is free than a case may be begun with; none: enough, or it is not known.
std::optional<Problem> diskProblem(const StoreStatus &, const Rulebook &);
/// What stands against beginning a case now: the centre (WorkState), else the disk, else what waits unsent;
/// none: nothing.
std::optional<Problem> beginProblem(const StoreStatus &, const Rulebook &, const QDateTime &nowUtc);
/// The same against saving one that is open, which a program that is too old and a disk that is nearly full
/// may do. Of the status only isTrial, unsent and work count.
std::optional<Problem> saveProblem(const StoreStatus &, const Rulebook &, const QDateTime &nowUtc);

} // namespace Loket
