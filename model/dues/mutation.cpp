// SPDX-License-Identifier: Apache-2.0
#include "model/dues/mutation.h"

#include "model/domain/month.h"
#include "model/dues/calendar.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

MutationRule mutationRule(const Rulebook &rulebook, const QString &oldSegment, const QString &newSegment,
                          QDate on, RuleTrace *trace)
{
    const Facts facts{{u"oldGroup"_s, segmentFacts(oldSegment).value(u"group"_s)},
                      {u"newGroup"_s, segmentFacts(newSegment).value(u"group"_s)}};
    const auto row = rulebook.table(u"mutation"_s).first(facts, on, trace);
    Q_ASSERT(row); // the table is proven to answer every pair
    const MutationRule rule{row->cell(u"code"_s), row->cell(u"timing"_s) == "payment"_L1,
                            row->flag(u"backPay"_s), row->source(), row->fired()};
    noteStep(trace, [&] {
        return CalcStep{u"mutation.pair"_s,
                        {{u"from"_s, oldSegment}, {u"to"_s, newSegment}},
                        rule.refusal.isEmpty(),
                        rule.fired};
    });
    return rule;
}

Mutation mutationOf(const Rulebook &rulebook, const MutationRule &rule, const MutationPayment &payment,
                    RuleTrace *trace)
{
    Mutation out;
    out.permission.source = rule.source;
    out.permission.code = rule.refusal;
    out.permission.allowed = rule.refusal.isEmpty();
    if (!out.permission.allowed || !rule.byPayment)
        return out;

    const Month next = Month::of(payment.lastCovered).next();
    const Month paid = Month::of(payment.paid);
    const auto tell = [&](const QString &code, const QJsonObject &args, const QJsonValue &result,
                          const FiredRule &fired) {
        noteStep(trace, [&] { return CalcStep{code, args, result, fired}; });
    };
    tell(u"mutation.payable"_s, {{u"lastCovered"_s, Month::of(payment.lastCovered).text()}},
         next.firstDay().toString(Qt::ISODate), rule.fired);
    if (paid < next) {
        tell(u"mutation.too-early"_s, {{u"paid"_s, payment.paid.toString(Qt::ISODate)}}, false, rule.fired);
        out.permission.allowed = false;
        out.permission.code = u"mutation.before-next-month"_s;
        out.permission.earliest = next.firstDay();
        return out;
    }
    bool waits = paid > next;
    if (waits && rule.backPayFrees) {
        waits = false;
        for (Month month = next; month <= paid; month = month.next()) {
            waits |= std::none_of(payment.paidMonths.cbegin(), payment.paidMonths.cend(),
                                  [month](QDate day) { return month.contains(day); });
        }
    }
    out.waitDays = waits ? int(rulebook.number(u"mutation.wait-days"_s, trace)) : 0;
    out.permission.effective = payment.paid.addDays(*out.waitDays);
    tell(waits             ? u"mutation.waits"_s
             : paid > next ? u"mutation.back-paid"_s
                           : u"mutation.in-time"_s,
         {{u"paid"_s, payment.paid.toString(Qt::ISODate)}, {u"next"_s, next.text()}}, *out.waitDays,
         waits ? rulebook.parameterRule(u"mutation.wait-days"_s) : rule.fired);
    tell(u"mutation.effective"_s,
         {{u"paid"_s, payment.paid.toString(Qt::ISODate)}, {u"days"_s, *out.waitDays}},
         out.permission.effective.toString(Qt::ISODate),
         waits ? rulebook.parameterRule(u"mutation.wait-days"_s) : rule.fired);
    return out;
}

QDate arrearsDueAfterChange(const Rulebook &rulebook, QDate changed, RuleTrace *trace)
{
    const int months = int(rulebook.number(u"mutation.arrears-months"_s, trace));
    const QDate due = changed.addMonths(months);
    noteStep(trace, [&] {
        return CalcStep{u"mutation.arrears-due"_s,
                        {{u"changed"_s, changed.toString(Qt::ISODate)}, {u"months"_s, months}},
                        due.toString(Qt::ISODate),
                        rulebook.parameterRule(u"mutation.arrears-months"_s)};
    });
    return due;
}

} // namespace Loket
