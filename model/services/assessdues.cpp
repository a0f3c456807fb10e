// SPDX-License-Identifier: Apache-2.0
#include "model/dues/dues.h"
#include "model/dues/paymentdates.h"
#include "model/rulebook/codes.h"
#include "model/services/assessing.h"

namespace Loket {

using namespace Qt::StringLiterals;

void assessDues(Assessing &at)
{
    const PaymentWindow window = firstPaymentWindow(at.rules, at.c.date, &at.trace);
    at.out.dates.firstPaymentFrom = window.from;
    at.out.dates.firstPaymentUntil = window.until;
    at.out.dates.source = window.source;

    const CaseFamily &family = at.c.family;
    const bool isClass = isCode(u"class"_s, QString::number(family.careClass));
    if (!isClass || family.members.isEmpty() || at.c.segment.isEmpty())
        return;
    DuesInput input;
    input.segment = at.c.segment;
    input.month = window.from;
    input.careClass = family.careClass;
    input.members = family.members.size();
    const std::optional<DuesBase> base = duesBase(at.rules, at.c.segment, input.month);
    if (!base || base->key != "members"_L1)
        return; // reckoned from a wage or pension, which this service doesn't ask
    const auto dues = duesOf(at.rules, input, &at.trace);
    if (dues)
        at.out.dues = dues.value();
    else
        at.error(u"date"_s, u"dues.no-rate"_s, {{"month"_L1, window.from.toString(u"yyyy-MM"_s)}});
}

} // namespace Loket
