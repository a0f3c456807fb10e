// SPDX-License-Identifier: Apache-2.0
// The formulas that services.csv names in `checks`: what the case and the known family say goes in,
// permissions, dates and facts come out.
#include "model/dues/arrears.h"
#include "model/dues/changes.h"
#include "model/dues/dependants.h"
#include "model/dues/instalments.h"
#include "model/dues/mutation.h"
#include "model/dues/newborn.h"
#include "model/dues/phkproofs.h"
#include "model/rulebook/codes.h"
#include "model/services/assessing.h"
#include "model/services/knownvalue.h"

#include <QHash>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongAgo = -1200; ///< months; for a day that nobody knows: the centre checks it

/// Collects the rules of one formula: for the whole case, and for the dates that it gives.
class FormulaTrace
{
public:
    explicit FormulaTrace(Assessing &at)
        : m_at(at)
    {
    }
    ~FormulaTrace()
    {
        for (const FiredRule &rule : m_trace.rules())
            m_at.trace.add(rule);
    }
    Q_DISABLE_COPY_MOVE(FormulaTrace)
    RuleTrace *in() { return &m_trace; }
    const QList<FiredRule> &rules() const { return m_trace.rules(); }
    void giveDate(QDate AssessmentDates::*date, QDate value)
    {
        m_at.out.dates.*date = value;
        m_at.out.dates.rules += m_trace.rules();
        if (!m_trace.rules().isEmpty() && m_at.out.dates.source.isEmpty())
            m_at.out.dates.source = m_trace.rules().last().source;
    }
    /// The last row or parameter that took part is what the problem comes from.
    void blame(Problem &problem) const
    {
        if (m_trace.rules().isEmpty())
            return;
        problem.rule = m_trace.rules().last();
        problem.source = problem.rule.source;
    }

private:
    Assessing &m_at;
    RuleTrace m_trace;
};

void checkSomeChange(Assessing &at)
{
    QString first;
    bool isAny = false;
    for (const QString &id : at.service->fields) {
        const Field *one = field(at.rules, id);
        if (!one->path.startsWith("details."_L1) || one->kind == "member"_L1)
            continue;
        if (first.isEmpty())
            first = one->path;
        const QString typed = at.text(one->path);
        isAny = isAny || !typed.isEmpty();
        if (!typed.isEmpty() && at.known && knownValue(*at.known, at.person, one->shows) == typed)
            at.warning(one->path, u"change.same"_s, {{"field"_L1, id}});
    }
    if (!isAny)
        at.error(first, u"change.none"_s);
}

/// Since when everyone concerned is at the present facility: the latest of them.
QDate facilitySince(const Assessing &at)
{
    if (const auto typed = at.typedDay(u"details.fktpSince"_s))
        return *typed;
    QDate latest;
    const QList<MemberView> people = at.person ? QList{*at.person}
        : at.known                             ? at.known->members
                                               : QList<MemberView>();
    for (const MemberView &one : people) {
        if (one.status == "MENINGGAL"_L1)
            continue;
        if (!one.fktpSince.isValid())
            return {};
        latest = std::max(latest.isValid() ? latest : one.fktpSince, one.fktpSince);
    }
    return latest;
}

void checkFktp(Assessing &at)
{
    const QString path = u"details.newFktp"_s;
    const QString next = at.text(path);
    const QDate since = facilitySince(at);
    if (since.isValid() && since > at.c.date) {
        at.error(u"details.fktpSince"_s, u"field.after-case"_s, {{"field"_L1, u"detail.fktpSince"_s}});
        return;
    }
    if (!since.isValid())
        at.warning(u"details.fktpSince"_s, u"fktp.since-unknown"_s);
    if (!next.isEmpty() && at.person && at.person->fktp == next)
        at.error(path, u"change.same"_s, {{"field"_L1, u"detail.newFktp"_s}});
    const QString reason = at.text(u"details.reason"_s);
    if (!reason.isEmpty() && !isCode(u"fktp-reason"_s, reason))
        return; // told with the form of the field
    FormulaTrace trace(at);
    const FktpChange change = fktpChange(at.rules, since.isValid() ? since : at.c.date.addMonths(kLongAgo),
                                         at.c.date, reason, trace.in());
    if (!change.permission.allowed) {
        Problem &problem
            = at.refusal(path, change.permission.code, {{"since"_L1, since.toString(Qt::ISODate)}});
        problem.earliest = change.permission.earliest;
        trace.blame(problem);
        return;
    }
    for (const QString &document : change.documents.value_or(QStringList()))
        at.askDocument({document}, trace.rules().isEmpty() ? FiredRule() : trace.rules().last());
    trace.giveDate(&AssessmentDates::effective, change.permission.effective);
}

void checkClass(Assessing &at)
{
    const QString path = u"details.newClass"_s;
    if (at.segment().isEmpty())
        return;
    FormulaTrace trace(at);
    const ClassChangeRule rule = classChangeRule(at.rules, at.segment(), at.c.date, trace.in());
    QDate since = at.typedDay(u"details.classSince"_s).value_or(at.known ? at.known->classSince : QDate());
    if (rule.refusal.isEmpty() && rule.months > 0 && !since.isValid()) {
        at.warning(u"details.classSince"_s, u"class.since-unknown"_s);
        since = at.c.date.addMonths(kLongAgo);
    }
    if (since.isValid() && since > at.c.date) {
        at.error(u"details.classSince"_s, u"field.after-case"_s, {{"field"_L1, u"detail.classSince"_s}});
        return;
    }
    const QString next = at.text(path);
    if (at.known && !next.isEmpty() && at.text(u"details.newWage"_s).isEmpty()
        && QString::number(at.known->careClass) == next)
        at.error(path, u"change.same"_s, {{"field"_L1, u"detail.newClass"_s}});
    const QString status = at.facts().value(u"status"_s);
    const bool isActive = status.isEmpty() || status == "AKTIF"_L1;
    const QDate requested
        = rule.onRequest ? at.typedDay(u"details.rankDate"_s).value_or(at.c.date) : at.c.date;
    const Permission permission = classChange(rule, isActive, since, requested);
    if (permission.allowed) {
        trace.giveDate(&AssessmentDates::effective, permission.effective);
        return;
    }
    Problem &problem = at.refusal(path, permission.code);
    problem.earliest = permission.earliest;
    trace.blame(problem);
}

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

void checkNewborn(Assessing &at)
{
    const auto base = at.segment().isEmpty() ? std::nullopt : duesBase(at.rules, at.segment(), at.c.date);
    for (qsizetype i = 0; i < at.c.family.members.size(); ++i) {
        const CaseMember &baby = at.c.family.members.at(i);
        const auto born = Assessing::day(baby.birthDate);
        if (!baby.relation.isEmpty() && baby.relation != "child"_L1)
            at.error(Assessing::memberPath(i, "relation"_L1), u"newborn.relation"_s);
        if (!born || *born > at.c.date || !base || (base->byClass && at.careClass() == 0))
            continue;
        FormulaTrace trace(at);
        const auto newborn
            = newbornOf(at.rules, {at.segment(), at.careClass(), *born, at.c.date}, trace.in());
        if (!newborn)
            continue;
        if (newborn.value().late) {
            Problem &problem = at.warning(Assessing::memberPath(i, "birthDate"_L1), u"newborn.late"_s,
                                          {{"deadline"_L1, newborn.value().deadline.toString(Qt::ISODate)},
                                           {"backDues"_L1, newborn.value().backDues}});
            at.because(problem, u"newborn.days"_s);
        } else if (base->byClass) {
            trace.giveDate(&AssessmentDates::firstPaymentUntil, newborn.value().deadline);
            at.out.dates.firstPaymentFrom = at.c.date;
        }
        if (!base->byClass)
            trace.giveDate(&AssessmentDates::effective, at.c.date); // follows the parent
    }
}

DependantChild knownChild(const MemberView &member)
{
    DependantChild child{member.birthDate, std::nullopt, std::nullopt, member.marital != "single"_L1, false};
    if (member.letterDate.isValid())
        child.letter = member.letterDate;
    if (member.marital.isEmpty())
        child.married = false;
    return child;
}

DependantChild newChild(const Assessing &at, qsizetype index, QDate born)
{
    const CaseMember &member = at.c.family.members.at(index);
    DependantChild child{born, std::nullopt, std::nullopt, false, false};
    child.married = !member.marital.isEmpty() && member.marital != "single"_L1;
    for (const SeenDocument &seen : at.c.documents) {
        if ((seen.code == "SCHOOL-LETTER"_L1 || seen.code == "TUITION-RECEIPT"_L1)
            && (!seen.member || *seen.member == index))
            child.letter = at.c.date; // the officer has looked whether it holds today
    }
    return child;
}

/// Who of the family the wage covers (handbook p.13); the rest pay for themselves or stay where they are.
void checkDependants(Assessing &at)
{
    const QString next = at.facts().value(u"newGroup"_s);
    const QString group = next.isEmpty() ? at.facts().value(u"group"_s) : next;
    if (!group.startsWith("PPU-"_L1))
        return;
    QList<DependantChild> children;
    QList<QString> paths; // of each child; a known one has none
    qsizetype extra = 0;
    for (const MemberView &member : at.known ? at.known->members : QList<MemberView>()) {
        if (member.relation == "child"_L1 && member.birthDate.isValid() && member.status != "MENINGGAL"_L1) {
            children += knownChild(member);
            paths += QString();
        }
        extra += member.relation == "extra"_L1 ? 1 : 0;
    }
    for (qsizetype i = 0; i < at.c.family.members.size(); ++i) {
        const CaseMember &member = at.c.family.members.at(i);
        const auto born = Assessing::day(member.birthDate);
        extra += member.relation == "extra"_L1 ? 1 : 0;
        if (member.relation != "child"_L1 || !born || *born > at.c.date)
            continue;
        children += newChild(at, i, *born);
        paths += Assessing::memberPath(i, "birthDate"_L1);
    }
    FormulaTrace trace(at);
    const Dependants dependants = dependantsOf(at.rules, children, at.c.date, trace.in());
    for (const qsizetype child : dependants.ineligible) {
        if (!paths.at(child).isEmpty())
            at.because(at.error(paths.at(child), u"dependants.ineligible"_s), u"dependants.age"_s);
    }
    extra += dependants.extra.size();
    at.setFact(u"extra"_s, QString::number(extra));
    if (extra > 0 && at.text(u"details.overQuota"_s).isEmpty()) {
        Problem &problem = at.warning(u"details.overQuota"_s, u"dependants.extra"_s, {{"members"_L1, extra}});
        at.because(problem, u"dependants.children"_s);
    }
}

void checkDeath(Assessing &at)
{
    const auto died = at.typedDay(u"details.died"_s);
    if (!died)
        return;
    if (*died > at.c.date)
        at.error(u"details.died"_s, u"field.after-case"_s, {{"field"_L1, u"detail.died"_s}});
    else if (at.person && at.person->birthDate.isValid() && *died < at.person->birthDate)
        at.error(u"details.died"_s, u"death.before-birth"_s);
    else
        at.out.dates.effective = *died;
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
    if (!stages || *stages == 0)
        return;
    const QString group = at.facts().value(u"group"_s);
    const bool changedSegment = !group.isEmpty() && group != "PBPU"_L1 && group != "BP-NPN"_L1;
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

void checkTerm(Assessing &at)
{
    const auto until = at.typedDay(u"details.validUntil"_s);
    if (until && *until < at.c.date)
        Assessing::because(at.refusal(u"details.validUntil"_s, u"term.ended"_s), *serviceRow(at));
}

void checkNewHead(Assessing &at)
{
    if (at.person && at.person->relation == "head"_L1)
        at.error(u"details.newHead"_s, u"head.same"_s);
}

using Check = void (*)(Assessing &);
const QHash<QString, Check> kChecks{{u"some-change"_s, checkSomeChange},
                                    {u"fktp"_s, checkFktp},
                                    {u"class"_s, checkClass},
                                    {u"mutation"_s, checkMutation},
                                    {u"newborn"_s, checkNewborn},
                                    {u"dependants"_s, checkDependants},
                                    {u"death"_s, checkDeath},
                                    {u"rehab"_s, checkRehab},
                                    {u"dismissal"_s, checkDismissal},
                                    {u"payment"_s, checkPayment},
                                    {u"term"_s, checkTerm},
                                    {u"new-head"_s, checkNewHead}};

} // namespace

void assessChecks(Assessing &at)
{
    if (at.service->effective == "today"_L1)
        at.out.dates.effective = at.c.date;
    else if (at.service->effective == "next-month"_L1)
        at.out.dates.effective = QDate(at.c.date.year(), at.c.date.month(), 1).addMonths(1);
    if (at.out.dates.effective.isValid()) {
        const RuleRow row = *serviceRow(at);
        at.out.dates.source = row.source();
        at.out.dates.rules += row.fired();
    }
    for (const QString &check : at.service->checks)
        kChecks.value(check)(at);
}

} // namespace Loket
