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
    return {row->cell(u"code"_s), row->cell(u"timing"_s) == "payment"_L1, row->flag(u"backPay"_s),
            row->source()};
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
    if (paid < next) {
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
    return out;
}

QDate arrearsDueAfterChange(const Rulebook &rulebook, QDate changed, RuleTrace *trace)
{
    return changed.addMonths(int(rulebook.number(u"mutation.arrears-months"_s, trace)));
}

} // namespace Loket
