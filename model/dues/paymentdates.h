// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"

#include <QDate>
#include <QSet>

namespace Loket {

/// Days on which the first dues of a new family may be paid, both in, never rolled.
struct PaymentWindow {
    QDate from;
    QDate until;
    QString source;
};

/// Handbook p.37: counted in calendar days from the registration.
PaymentWindow firstPaymentWindow(const Rulebook &, QDate registered, RuleTrace *);

/// The last day for the dues of a month (any day of it): rolled to a working day (handbook p.59).
QDate dueDate(const Rulebook &, QDate month, const QSet<QDate> &holidays, RuleTrace *);

/// First bill of an employer who confirmed the members' data (S1 §3).
struct FirstBill {
    QDate bill;
    QDate due;
};
FirstBill firstBill(const Rulebook &, QDate confirmed, const QSet<QDate> &holidays, RuleTrace *);

} // namespace Loket
