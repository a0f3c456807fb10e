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

enum class ChildVerdict {
    OwnLife, ///< married, or with an income
    Young,
    Student,
    NoProof
};

ChildVerdict verdictOn(const Rulebook &rulebook, const DependantChild &child, QDate day, RuleTrace *trace)
{
    const bool eitherIsEnough = rulebook.flag(u"dependants.married-or-income"_s, trace);
    if (eitherIsEnough ? child.married || child.income : child.married && child.income)
        return ChildVerdict::OwnLife;
    if (day < birthday(child.born, int(rulebook.number(u"dependants.age"_s, trace))))
        return ChildVerdict::Young;
    const bool isStudent
        = day < birthday(child.born, int(rulebook.number(u"dependants.student-age"_s, trace)))
        && hasProofOfSchool(rulebook, child, day, trace);
    return isStudent ? ChildVerdict::Student : ChildVerdict::NoProof;
}

bool isEligible(ChildVerdict verdict)
{
    return verdict == ChildVerdict::Young || verdict == ChildVerdict::Student;
}

CalcStep childStep(const Rulebook &rulebook, const DependantChild &child, qsizetype index,
                   ChildVerdict verdict)
{
    struct Words {
        const char *step;
        const char *parameter;
    };
    static constexpr Words words[] = {{"dependants.own-life", "dependants.married-or-income"},
                                      {"dependants.young", "dependants.age"},
                                      {"dependants.student", "dependants.student-age"},
                                      {"dependants.no-proof", "dependants.student-age"}};
    const Words &word = words[size_t(verdict)];
    return {QLatin1String(word.step),
            {{u"number"_s, index + 1},
             {u"born"_s, child.born.toString(Qt::ISODate)},
             {u"age"_s, rulebook.number(u"dependants.age"_s)},
             {u"studentAge"_s, rulebook.number(u"dependants.student-age"_s)}},
            isEligible(verdict),
            rulebook.parameterRule(QLatin1String(word.parameter))};
}

} // namespace

bool isEligibleChild(const Rulebook &rulebook, const DependantChild &child, QDate day, RuleTrace *trace)
{
    return isEligible(verdictOn(rulebook, child, day, trace));
}

Dependants dependantsOf(const Rulebook &rulebook, const QList<DependantChild> &children, QDate day,
                        RuleTrace *trace)
{
    Dependants out;
    QList<qsizetype> eligible;
    for (qsizetype i = 0; i < children.size(); ++i) {
        const ChildVerdict verdict = verdictOn(rulebook, children.at(i), day, trace);
        (isEligible(verdict) ? eligible : out.ineligible) += i;
        noteStep(trace, [&] { return childStep(rulebook, children.at(i), i, verdict); });
    }
    std::stable_sort(eligible.begin(), eligible.end(), [&children](qsizetype a, qsizetype b) {
        return children.at(a).born < children.at(b).born;
    });
    const qsizetype most = rulebook.number(u"dependants.children"_s, trace);
    out.quota = eligible.mid(0, most);
    out.extra = eligible.mid(std::min(most, eligible.size()));
    return out;
}

} // namespace Loket
