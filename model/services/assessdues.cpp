// SPDX-License-Identifier: Apache-2.0
#include "model/dues/dues.h"
#include "model/dues/paymentdates.h"
#include "model/rulebook/codes.h"
#include "model/services/assessing.h"
#include "model/services/effects.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// The first whole number among these places of the case.
qint64 firstNumber(const Assessing &at, const QStringList &paths)
{
    for (const QString &path : paths) {
        if (const auto number = at.typedNumber(path))
            return *number;
    }
    return 0;
}

/// How many people the family has once the case is done, by what it changes.
qsizetype peopleAfter(const Assessing &at)
{
    if (!at.known)
        return at.c.family.members.size();
    FamilyView after = *at.known;
    for (const FieldChange &change : effectOf(at.c, at.known, {}, at.out, at.rules, {}).changes)
        applyChange(after, change);
    return at.c.family.members.size()
        + std::count_if(after.members.cbegin(), after.members.cend(),
                        [](const MemberView &one) { return one.status != "MENINGGAL"_L1; });
}

int classAfter(const Assessing &at)
{
    const QString next = at.text(u"details.newClass"_s);
    return next.isEmpty() ? at.careClass() : next.toInt();
}

/// What the dues are reckoned from: the wage or pension that the case tells, or that of the known family; of
/// a new segment only what the case tells. 0: not told.
qint64 wageAfter(const Assessing &at, const DuesBase &base)
{
    qint64 typed = 0;
    if (base.key == "pension"_L1)
        typed = firstNumber(at, {u"details.pension"_s});
    else if (base.key == "wage"_L1)
        typed = firstNumber(at, {u"details.newWage"_s, u"details.wage"_s});
    const bool isOther = !at.text(u"details.newSegment"_s).isEmpty();
    return typed != 0 || !at.known || isOther ? typed : at.known->wage;
}

void addDues(Assessing &at, const DuesInput &input)
{
    RuleTrace trace;
    const auto dues = duesOf(at.rules, input, &trace);
    for (const FiredRule &rule : trace.rules())
        at.trace.add(rule);
    if (dues) {
        at.out.dues = dues.value();
        at.out.dues->rules = trace.rules();
    } else {
        at.error(u"date"_s, u"dues.no-rate"_s, {{"month"_L1, input.month.toString(u"yyyy-MM"_s)}});
    }
}

/// Dues of a new family from its first payment on, which flat rates have.
void assessFirstPayment(Assessing &at)
{
    RuleTrace trace;
    const PaymentWindow window = firstPaymentWindow(at.rules, at.c.date, &trace);
    for (const FiredRule &rule : trace.rules())
        at.trace.add(rule);
    at.out.dates.firstPaymentFrom = window.from;
    at.out.dates.firstPaymentUntil = window.until;
    at.out.dates.source = window.source;
    at.out.dates.rules += trace.rules();

    const CaseFamily &family = at.c.family;
    if (!isCode(u"class"_s, QString::number(family.careClass)) || family.members.isEmpty()
        || at.segment().isEmpty())
        return;
    DuesInput input;
    input.segment = at.segment();
    input.month = window.from;
    input.careClass = family.careClass;
    input.members = family.members.size();
    const std::optional<DuesBase> base = duesBase(at.rules, input.segment, input.month);
    if (base
        && base->key == "members"_L1) // else reckoned from a wage or pension, which this service doesn't ask
        addDues(at, input);
}

/// Dues of the family for one month as they will be after the case.
void assessMonthlyDues(Assessing &at)
{
    DuesInput input;
    const QString next = at.text(u"details.newSegment"_s);
    input.segment = next.isEmpty() ? at.segment() : next;
    input.month = at.out.dates.effective.isValid() ? at.out.dates.effective : at.c.date;
    input.careClass = classAfter(at);
    input.members = peopleAfter(at);
    input.floor = firstNumber(at, {u"details.floor"_s});
    if (at.text(u"details.overQuota"_s) == "extra"_L1)
        input.extra = at.facts().value(u"extra"_s).toLongLong();
    if (!isCode(u"segment"_s, input.segment) || input.members < 1 || (at.isOnKnownFamily() && !at.known))
        return;
    const std::optional<DuesBase> base = duesBase(at.rules, input.segment, input.month);
    if (!base)
        return;
    input.base = wageAfter(at, *base);
    const bool isFlat = base->key == "members"_L1;
    if (isFlat ? base->byClass && !isCode(u"class"_s, QString::number(input.careClass)) : input.base == 0)
        return; // not told yet
    addDues(at, input);
}

} // namespace

void assessDues(Assessing &at)
{
    if (at.service->dues == "first-payment"_L1)
        assessFirstPayment(at);
    else if (at.service->dues == "monthly"_L1 || at.facts().value(u"runningDues"_s) == "yes"_L1)
        assessMonthlyDues(at);
}

} // namespace Loket
