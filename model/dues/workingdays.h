// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"

#include <QDate>
#include <QSet>
#include <QString>

namespace Loket {

// The calculators of the contract know only the holidays of their input; cases and windows ask here, where
// the holiday table of the rulebook counts.

/// The holidays of the rulebook; those of collective leave only where the rulebook says that they count.
QSet<QDate> holidaysOf(const Rulebook &);

/// `day`, or the first working day after it.
QDate workingDayOnOrAfter(const Rulebook &, QDate day, RuleTrace *);

/// `day` and `amount` of `unit` later: "days", "working-days" (Saturdays, Sundays and holidays don't count),
/// "months" (keeps the day or takes the month's last) or "years".
QDate later(const Rulebook &, QDate day, qint64 amount, const QString &unit, RuleTrace *);

/// The last day of a time limit that begins on `day`: the parameter's number in the parameter's own unit.
QDate deadline(const Rulebook &, const QString &parameter, QDate day, RuleTrace *);

} // namespace Loket
