// SPDX-License-Identifier: Apache-2.0
#include "model/dues/dependants.h"

#include "model/domain/month.h"
#include "model/dues/calendar.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

bool hasProofOfSchool(const Rulebook &rulebook, const DependantChild &child, QDate day, RuleTrace *trace)
{
    if (child.tuitionUntil && Month::of(day) <= Month::of(*child.tuitionUntil))
        return true;
    const int months = int(rulebook.number(u"dependants.letter-months"_s, trace));
    return child.letter && *child.letter <= day && day <= child.letter->addMonths(months);
}

} // namespace

bool isEligibleChild(const Rulebook &rulebook, const DependantChild &child, QDate day, RuleTrace *trace)
{
    const bool eitherIsEnough = rulebook.flag(u"dependants.married-or-income"_s, trace);
    if (eitherIsEnough ? child.married || child.income : child.married && child.income)
        return false;
    if (day < birthday(child.born, int(rulebook.number(u"dependants.age"_s, trace))))
        return true;
    return day < birthday(child.born, int(rulebook.number(u"dependants.student-age"_s, trace)))
        && hasProofOfSchool(rulebook, child, day, trace);
}

Dependants dependantsOf(const Rulebook &rulebook, const QList<DependantChild> &children, QDate day,
                        RuleTrace *trace)
{
    Dependants out;
    QList<qsizetype> eligible;
    for (qsizetype i = 0; i < children.size(); ++i)
        (isEligibleChild(rulebook, children.at(i), day, trace) ? eligible : out.ineligible) += i;
    std::stable_sort(eligible.begin(), eligible.end(), [&children](qsizetype a, qsizetype b) {
        return children.at(a).born < children.at(b).born;
    });
    const qsizetype most = rulebook.number(u"dependants.children"_s, trace);
    out.quota = eligible.mid(0, most);
    out.extra = eligible.mid(std::min(most, eligible.size()));
    return out;
}

} // namespace Loket
