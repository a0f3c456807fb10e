// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/rulebook/rulebook.h"
#include "model/services/assessment.h"

#include <QDate>
#include <QString>

#include <optional>

namespace Loket {

/// What the dues of one month depend on. A segment uses some of it: `rates` (flat, by class and members) or
/// `shares` (of a wage, pension or salary).
struct DuesInput {
    QString segment; ///< "PBPU.MANDIRI"
    QDate month;     ///< any day of the month
    int careClass = 0;
    qint64 members = 1;
    qint64 base = 0;  ///< rupiah a month: wage, pension or base salary, as duesBase() tells
    qint64 floor = 0; ///< regional minimum wage
    qint64 extra = 0; ///< family members beyond the quota
};

enum class DuesIssue {
    NoRate,  ///< the month is before the first rate
    TooLarge ///< the amounts can't be added up
};

/// The dues of one month, each part rounded half up to whole rupiah; their sum is `gross`.
Result<DuesSum, DuesIssue> duesOf(const Rulebook &, const DuesInput &, RuleTrace *);

/// What the dues of a segment are reckoned from.
struct DuesBase {
    QString key;           ///< "wage", "pension", "baseSalary", or "members" for flat rates
    bool byClass = false;  ///< flat rates that differ by class
    bool hasFloor = false; ///< the regional minimum wage counts
    bool hasExtra = false; ///< additional family members pay a share
    QDate firstMonth;      ///< first day of the first month that has a rate
};
/// `month` is any day of it. None: the rulebook knows no dues of this segment.
std::optional<DuesBase> duesBase(const Rulebook &, const QString &segment, QDate month);

/// Sum of the member's share of `members` people over the months from `from` to `until` (any day of each;
/// both in), each month at its own rate.
Result<qint64, DuesIssue> memberDuesBetween(const Rulebook &, const DuesInput &, QDate from, QDate until,
                                            RuleTrace *);

/// amount x numerator / denominator, halves rounded up. All >= 0, numerator <= 4 x 10^9.
qint64 shareHalfUp(qint64 amount, qint64 numerator, qint64 denominator);

} // namespace Loket
