// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dues/dues.h"

namespace Loket {

struct ArrearsInput {
    QString segment;
    int careClass = 0;
    qint64 members = 1;
    QDate firstUnpaid; ///< any day of the first unpaid month
    QDate payMonth;    ///< any day of the month of payment; not before firstUnpaid
};

struct Arrears {
    int months = 0;     ///< that count: the newest ones, at most as many as the rulebook says
    qint64 arrears = 0; ///< the member's share, each month at its own rate
    qint64 current = 0; ///< of the month of payment
    qint64 total = 0;
    QDate suspendedFrom; ///< the 1st after the first unpaid month; null: nothing is unpaid
};

/// What must be paid in `payMonth` to be covered again (handbook p.61).
Result<Arrears, DuesIssue> arrearsOf(const Rulebook &, const ArrearsInput &, RuleTrace *);

} // namespace Loket
