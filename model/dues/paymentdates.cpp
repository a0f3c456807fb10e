// SPDX-License-Identifier: Apache-2.0
#include "model/dues/paymentdates.h"

#include "model/dues/calendar.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// The due day of a month before it is rolled; a day that the month doesn't have is its last.
QDate plainDueDay(const Rulebook &rulebook, QDate month, RuleTrace *trace)
{
    const int day = int(rulebook.number(u"dues.due-day"_s, trace));
    return QDate(month.year(), month.month(), std::clamp(day, 1, month.daysInMonth()));
}

} // namespace

PaymentWindow firstPaymentWindow(const Rulebook &rulebook, QDate registered, RuleTrace *trace)
{
    return {registered.addDays(rulebook.number(u"first-payment.from-days"_s, trace)),
            registered.addDays(rulebook.number(u"first-payment.until-days"_s, trace)),
            rulebook.parameterSource(u"first-payment.from-days"_s)};
}

QDate dueDate(const Rulebook &rulebook, QDate month, const QSet<QDate> &holidays, RuleTrace *trace)
{
    return rolledToWorkingDay(plainDueDay(rulebook, month, trace), holidays);
}

FirstBill firstBill(const Rulebook &rulebook, QDate confirmed, const QSet<QDate> &holidays, RuleTrace *trace)
{
    const bool late = confirmed.day() > rulebook.number(u"first-bill.cutoff-day"_s, trace);
    FirstBill out;
    out.bill = late ? firstOfNextMonth(confirmed) : confirmed;
    out.due = plainDueDay(rulebook, out.bill, trace);
    if (out.due < out.bill)
        out.due = plainDueDay(rulebook, firstOfNextMonth(out.bill), trace);
    out.due = rolledToWorkingDay(out.due, holidays);
    return out;
}

} // namespace Loket
