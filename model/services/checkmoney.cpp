// SPDX-License-Identifier: Apache-2.0
// Changes of segment, instalments, dismissals, payments.
#include "model/dues/arrears.h"
#include "model/dues/changes.h"
#include "model/dues/instalments.h"
#include "model/dues/mutation.h"
#include "model/dues/phkproofs.h"
#include "model/rulebook/codes.h"
#include "model/services/assesschecks.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// The last month of the old cover: as typed, as known, or the month that is paid for.
std::optional<QDate> lastCovered(const Assessing &at)
{
    if (const auto typed = at.typedDay(u"details.lastCovered"_s))
        return typed;
    if (!at.known)
        return std::nullopt;
    const QString known = at.known->lastCovered.isEmpty() ? at.known->paidUntil : at.known->lastCovered;
    return Assessing::day(known + u"-01"_s);
}

void checkMutationPayment(Assessing &at, const MutationRule &rule, FormulaTrace &trace)
{
    const auto last = lastCovered(at);
    if (!last) {
        Problem &problem = at.error(u"details.lastCovered"_s, u"field.required"_s,
                                    {{"field"_L1, u"detail.lastCovered"_s}});
        trace.blame(problem);
        return;
    }
    MutationPayment payment{*last, at.typedDay(u"details.paid"_s).value_or(at.c.date), {}};
    const auto first = at.typedDay(u"details.paidFrom"_s);
    const QDate thisMonth(payment.paid.year(), payment.paid.month(), 1);
    for (QDate month = first.value_or(thisMonth); month <= thisMonth; month = month.addMonths(1))
        payment.paidMonths += month;
    const Mutation mutation = mutationOf(at.rules, rule, payment, trace.in());
    if (!mutation.permission.allowed) {
        Problem &problem = at.refusal(u"details.paid"_s, mutation.permission.code);
        problem.earliest = mutation.permission.earliest;
        trace.blame(problem);
        return;
    }
    trace.giveDate(&AssessmentDates::effective, mutation.permission.effective);
}

/// The arrears of the known family as the calculator has them; none: nothing known, or not flat dues.
std::optional<Arrears> knownArrears(const Assessing &at, RuleTrace *rules)
{
    const auto paid = at.known ? Assessing::day(at.known->paidUntil + u"-01"_s) : std::nullopt;
    const auto base = paid ? duesBase(at.rules, at.segment(), at.c.date) : std::nullopt;
    if (!base || !base->byClass || paid->addMonths(1) > at.c.date)
        return std::nullopt;
    const qint64 members = std::count_if(at.known->members.cbegin(), at.known->members.cend(),
                                         [](const MemberView &one) { return one.status != "MENINGGAL"_L1; });
    const auto arrears = arrearsOf(
        at.rules, {at.segment(), at.known->careClass, members, paid->addMonths(1), at.c.date}, rules);
    return arrears ? std::optional(arrears.value()) : std::nullopt;
}

} // namespace

void checkMutation(Assessing &at)
{
    const QString path = u"details.newSegment"_s;
    const QString next = at.text(path);
    if (at.segment().isEmpty() || !isCode(u"segment"_s, next))
        return;
    if (next == at.segment()) {
        at.error(path, u"mutation.same"_s);
        return;
    }
    FormulaTrace trace(at);
    const MutationRule rule = mutationRule(at.rules, at.segment(), next, at.c.date, trace.in());
    if (!rule.refusal.isEmpty()) {
        Problem &problem = at.error(path, rule.refusal, {{"from"_L1, at.segment()}, {"to"_L1, next}});
        problem.backOffice = rule.refusal == "mutation.back-office"_L1;
        problem.refuses = !problem.backOffice;
        trace.blame(problem);
        return;
    }
    if (rule.byPayment)
        checkMutationPayment(at, rule, trace);
    FormulaTrace arrears(at);
    const QDate due = arrearsDueAfterChange(at.rules, at.c.date, arrears.in());
    arrears.giveDate(&AssessmentDates::arrearsDue, due);
}

void checkRehab(Assessing &at)
{
    FormulaTrace trace(at);
    const std::optional<Arrears> known = knownArrears(at, trace.in());
    const auto typedMonths = at.typedNumber(u"details.months"_s);
    const auto typedArrears = at.typedNumber(u"details.arrears"_s);
    if (!known && (!typedMonths || !typedArrears)) {
        for (const QString &name : {u"months"_s, u"arrears"_s}) {
            if (at.text(u"details."_s + name).isEmpty())
                Assessing::because(
                    at.error(u"details."_s + name, u"field.required"_s, {{"field"_L1, u"detail."_s + name}}),
                    *serviceRow(at));
        }
        return;
    }
    if (known && typedArrears && *typedArrears != known->arrears)
        trace.blame(
            at.warning(u"details.arrears"_s, u"rehab.arrears-differ"_s, {{"arrears"_L1, known->arrears}}));
    const qint64 months = typedMonths.value_or(known ? known->months : 0);
    const qint64 arrears = typedArrears.value_or(known ? known->arrears : 0);
    const auto stages = at.typedNumber(u"details.stages"_s);
    if (!stages || (months == 0 && known))
        return; // told as a missing field, or by preconditions.csv
    // Arrears are of who pays by class; anybody else has left such a segment.
    const auto base = at.segment().isEmpty() ? std::nullopt : duesBase(at.rules, at.segment(), at.c.date);
    const bool changedSegment = base && !base->byClass;
    const InstalmentsInput input{arrears, months, *stages, changedSegment, at.c.date};
    const QDate open = instalmentsOpenFrom(at.rules, changedSegment, at.c.date, trace.in());
    if (open.isValid() && open > at.c.date) {
        Problem &problem = at.refusal(u"details.stages"_s, u"rehab.last-day"_s);
        problem.earliest = open;
        trace.blame(problem);
    }
    const Instalments plan = instalmentsOf(at.rules, input, trace.in());
    if (plan.refusal.isEmpty()) {
        at.out.instalments = plan.stages;
        at.setFact(u"runningDues"_s, plan.withRunningDues ? u"yes"_s : u"no"_s);
        return;
    }
    const bool byStages = plan.refusal == "rehab.stages"_L1;
    trace.blame(at.refusal(byStages ? u"details.stages"_s : u"details.months"_s, plan.refusal,
                           {{"months"_L1, months}, {"stages"_L1, *stages}}));
}

void checkDismissal(Assessing &at)
{
    const auto dismissed = at.typedDay(u"details.dismissed"_s);
    if (!dismissed)
        return;
    if (*dismissed > at.c.date) {
        at.error(u"details.dismissed"_s, u"field.after-case"_s, {{"field"_L1, u"detail.dismissed"_s}});
        return;
    }
    const QString kind = at.text(u"details.dismissalKind"_s);
    const QList<PhkProof> proofs = phkProofs(at.rules, kind, at.c.date, &at.trace);
    for (const PhkProof &proof : proofs)
        at.askDocument(proof.documents, proof.rule);
    if (proofs.isEmpty() && isCode(u"phk-kind"_s, kind))
        at.error(u"details.dismissalKind"_s, u"phk.kind"_s, {{"kind"_L1, kind}});
    FormulaTrace trace(at);
    const DismissalCover cover = dismissalCover(at.rules, *dismissed, at.c.date, trace.in());
    if (!cover.covered) {
        at.because(at.refusal(u"details.dismissed"_s, u"phk.expired"_s,
                              {{"until"_L1, cover.until.toString(Qt::ISODate)}}),
                   u"phk.months"_s);
        return;
    }
    trace.giveDate(&AssessmentDates::effective, *dismissed);
    at.out.dates.until = cover.until;
}

/// What the bill of so many months would be: the arrears and this month, then whole months ahead.
void checkPayment(Assessing &at)
{
    const auto months = at.typedNumber(u"details.payMonths"_s);
    const auto amount = at.typedNumber(u"details.amount"_s);
    if (months && *months == 0)
        at.error(u"details.payMonths"_s, u"field.number"_s, {{"field"_L1, u"detail.payMonths"_s}});
    FormulaTrace trace(at);
    const std::optional<Arrears> arrears = knownArrears(at, trace.in());
    if (!months || !amount || !arrears)
        return;
    const qint64 expected
        = arrears->arrears + arrears->current * std::max<qint64>(1, *months - arrears->months);
    if (*months >= arrears->months && *amount != expected)
        trace.blame(at.warning(u"details.amount"_s, u"payment.differs"_s, {{"expected"_L1, expected}}));
}

} // namespace Loket
