// SPDX-License-Identifier: Apache-2.0
#include "model/dues/arrears.h"

#include "model/domain/month.h"
#include "model/dues/calendar.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

Result<Arrears, DuesIssue> arrearsOf(const Rulebook &rulebook, const ArrearsInput &input, RuleTrace *trace)
{
    const DuesInput dues{input.segment, input.payMonth, input.careClass, input.members};
    const Month pay = Month::of(input.payMonth);
    const int unpaid = Month::of(input.firstUnpaid).monthsUntil(pay);
    const int cap = int(rulebook.number(u"arrears.max-months"_s, trace));

    Arrears out;
    out.months = std::min(unpaid, cap);
    const auto tell = [&](const QString &code, const QJsonObject &args, const QJsonValue &result) {
        noteStep(trace, [&] {
            return CalcStep{code, args, result, rulebook.parameterRule(u"arrears.max-months"_s)};
        });
    };
    tell(u"arrears.months"_s,
         {{u"firstUnpaid"_s, Month::of(input.firstUnpaid).text()},
          {u"payMonth"_s, pay.text()},
          {u"unpaid"_s, unpaid},
          {u"most"_s, cap}},
         out.months);
    if (out.months > 0) {
        const auto sum = memberDuesBetween(rulebook, dues, pay.plus(-out.months).firstDay(),
                                           pay.previous().firstDay(), trace);
        if (!sum)
            return fail(sum.error());
        out.arrears = sum.value();
        tell(u"arrears.sum"_s, {{u"months"_s, out.months}}, out.arrears);
        out.suspendedFrom = firstOfNextMonth(input.firstUnpaid);
        tell(u"arrears.suspended"_s, {{u"firstUnpaid"_s, Month::of(input.firstUnpaid).text()}},
             out.suspendedFrom.toString(Qt::ISODate));
    }
    const auto current = memberDuesBetween(rulebook, dues, pay.firstDay(), pay.firstDay(), trace);
    if (!current)
        return fail(current.error());
    out.current = current.value();
    out.total = out.arrears + out.current;
    tell(u"arrears.total"_s, {{u"arrears"_s, out.arrears}, {u"current"_s, out.current}}, out.total);
    return out;
}

} // namespace Loket
