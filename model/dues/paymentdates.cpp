// SPDX-License-Identifier: Apache-2.0
#include "model/dues/paymentdates.h"

#include "model/dues/calendar.h"

#include <algorithm>
#include <optional>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// The due day of a month before it is rolled; a day that the month doesn't have is its last.
QDate plainDueDay(const Rulebook &rulebook, QDate month, RuleTrace *trace)
{
    const int day = int(rulebook.number(u"dues.due-day"_s, trace));
    const QDate due(month.year(), month.month(), std::clamp(day, 1, month.daysInMonth()));
    noteStep(trace, [&] {
        return CalcStep{u"due.day"_s,
                        {{u"day"_s, day}, {u"month"_s, month.toString(u"yyyy-MM"_s)}},
                        due.toString(Qt::ISODate),
                        rulebook.parameterRule(u"dues.due-day"_s)};
    });
    return due;
}

/// The holiday of the rulebook that moved a day, else the rule that days are moved at all.
FiredRule movingRule(const Rulebook &rulebook, QDate plain, QDate due, const QSet<QDate> &holidays)
{
    FiredRule rule = rulebook.parameterRule(u"dues.due-day"_s);
    for (QDate day = plain; day < due; day = day.addDays(1)) {
        const auto row = holidays.contains(day) && day.dayOfWeek() < Qt::Saturday
            ? rulebook.table(u"holidays"_s).byKey(day.toString(Qt::ISODate), day, nullptr)
            : std::nullopt;
        if (row)
            rule = row->fired();
    }
    return rule;
}

QDate rolledDueDay(const Rulebook &rulebook, QDate plain, const QSet<QDate> &holidays, RuleTrace *trace)
{
    const QDate due = rolledToWorkingDay(plain, holidays);
    if (trace)
        trace->add(movingRule(rulebook, plain, due, holidays));
    noteStep(trace, [&] {
        return CalcStep{u"due.rolled"_s,
                        {{u"plain"_s, plain.toString(Qt::ISODate)}},
                        due.toString(Qt::ISODate),
                        movingRule(rulebook, plain, due, holidays)};
    });
    return due;
}

} // namespace

PaymentWindow firstPaymentWindow(const Rulebook &rulebook, QDate registered, RuleTrace *trace)
{
    const auto after = [&](const QString &code, const QString &parameter) {
        const qint64 days = rulebook.number(parameter, trace);
        const QDate day = registered.addDays(days);
        noteStep(trace, [&] {
            return CalcStep{code,
                            {{u"registered"_s, registered.toString(Qt::ISODate)}, {u"days"_s, days}},
                            day.toString(Qt::ISODate),
                            rulebook.parameterRule(parameter)};
        });
        return day;
    };
    const QDate from = after(u"first-payment.from"_s, u"first-payment.from-days"_s);
    const QDate until = after(u"first-payment.until"_s, u"first-payment.until-days"_s);
    return {from, until, rulebook.parameterSource(u"first-payment.from-days"_s)};
}

QDate dueDate(const Rulebook &rulebook, QDate month, const QSet<QDate> &holidays, RuleTrace *trace)
{
    return rolledDueDay(rulebook, plainDueDay(rulebook, month, trace), holidays, trace);
}

FirstBill firstBill(const Rulebook &rulebook, QDate confirmed, const QSet<QDate> &holidays, RuleTrace *trace)
{
    const qint64 cutoff = rulebook.number(u"first-bill.cutoff-day"_s, trace);
    const bool late = confirmed.day() > cutoff;
    FirstBill out;
    out.bill = late ? firstOfNextMonth(confirmed) : confirmed;
    noteStep(trace, [&] {
        return CalcStep{late ? u"first-bill.late"_s : u"first-bill.in-time"_s,
                        {{u"confirmed"_s, confirmed.toString(Qt::ISODate)}, {u"cutoff"_s, cutoff}},
                        out.bill.toString(Qt::ISODate),
                        rulebook.parameterRule(u"first-bill.cutoff-day"_s)};
    });
    out.due = plainDueDay(rulebook, out.bill, trace);
    if (out.due < out.bill)
        out.due = plainDueDay(rulebook, firstOfNextMonth(out.bill), trace);
    out.due = rolledDueDay(rulebook, out.due, holidays, trace);
    return out;
}

} // namespace Loket
