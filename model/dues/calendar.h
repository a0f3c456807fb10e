// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QSet>

namespace Loket {

/// The day on which somebody born on `born` becomes `years` old. A 29 February birthday falls on 1 March in
/// other years.
QDate birthday(QDate born, int years);

/// `day`, or the first day after it that is no Saturday, Sunday or holiday.
QDate rolledToWorkingDay(QDate day, const QSet<QDate> &holidays);

QDate firstOfMonth(QDate day);
QDate firstOfNextMonth(QDate day);

} // namespace Loket
