// SPDX-License-Identifier: Apache-2.0
// Newborns, and who of a family the wage covers.
#include "model/dues/dependants.h"
#include "model/dues/newborn.h"
#include "model/services/assesschecks.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

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

void checkDependants(Assessing &at)
{
    const QString next = at.text(u"details.newSegment"_s);
    const auto base = duesBase(at.rules, next.isEmpty() ? at.segment() : next, at.c.date);
    if (!base || !base->hasExtra) // only where members beyond a quota pay a share is there a quota
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

} // namespace Loket
