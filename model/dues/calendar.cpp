// SPDX-License-Identifier: Apache-2.0
#include "model/dues/calendar.h"

namespace Loket {

QDate birthday(QDate born, int years)
{
    const QDate same(born.year() + years, born.month(), born.day());
    return same.isValid() ? same : QDate(born.year() + years, 3, 1);
}

QDate rolledToWorkingDay(QDate day, const QSet<QDate> &holidays)
{
    while (day.dayOfWeek() >= Qt::Saturday || holidays.contains(day))
        day = day.addDays(1);
    return day;
}

QDate firstOfMonth(QDate day)
{
    return QDate(day.year(), day.month(), 1);
}

QDate firstOfNextMonth(QDate day)
{
    return firstOfMonth(day).addMonths(1);
}

} // namespace Loket
