// SPDX-License-Identifier: Apache-2.0
#include "model/services/beginning.h"

#include "model/rulebook/rulebook.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr qint64 kWhole = 100;
constexpr qint64 kSecondsOfDay = 24 * 60 * 60;
constexpr qint64 kBytesOfMegabyte = 1'000'000;

/// How much of a limit is used up; of none nothing.
qint64 usedPercent(qint64 used, qint64 most)
{
    return most > 0 ? kWhole * used / most : 0;
}

Problem refusing(const Rulebook &rules, const QString &code, const QString &parameter,
                 const QJsonObject &args)
{
    Problem problem;
    problem.code = code;
    problem.args = args;
    problem.refuses = true;
    problem.rule = rules.parameterRule(parameter);
    problem.source = problem.rule.source;
    return problem;
}

} // namespace

UnsentStanding unsentStanding(const UnsentCases &unsent, bool isTrial, const Rulebook &rules,
                              const QDateTime &nowUtc)
{
    UnsentStanding standing;
    standing.isTrial = isTrial;
    standing.cases = unsent.count;
    standing.oldest = unsent.oldest;
    standing.mostCases = int(rules.number(u"unsent.cases"_s));
    standing.mostDays = int(rules.number(u"unsent.days"_s));
    qint64 seconds = 0;
    if (unsent.count > 0 && unsent.oldest.isValid() && unsent.isAgeKnown) {
        seconds = std::max(qint64(0), unsent.oldest.secsTo(nowUtc)); // the clock was set back
        standing.days = int(seconds / kSecondsOfDay);
        standing.from = unsent.oldest.addSecs(standing.mostDays * kSecondsOfDay).toLocalTime().date();
    }
    if (isTrial || unsent.count == 0)
        return standing;
    const qint64 ofDays = usedPercent(seconds, standing.mostDays * kSecondsOfDay);
    const qint64 ofCases = usedPercent(standing.cases, standing.mostCases);
    const qint64 used = std::max(ofDays, ofCases);
    standing.isByAge = ofDays == used && ofDays > 0;
    standing.pressure = used >= kWhole                     ? Pressure::Frozen
        : used >= rules.number(u"unsent.urgent-percent"_s) ? Pressure::Urgent
        : used >= rules.number(u"unsent.warn-percent"_s)   ? Pressure::Warning
                                                           : Pressure::None;
    return standing;
}

QString pressureWord(Pressure pressure)
{
    switch (pressure) {
    case Pressure::None:
        break;
    case Pressure::Warning:
        return u"warning"_s;
    case Pressure::Urgent:
        return u"urgent"_s;
    case Pressure::Frozen:
        return u"frozen"_s;
    }
    return u"none"_s;
}

std::optional<Problem> unsentProblem(const UnsentStanding &standing, const Rulebook &rules)
{
    if (standing.pressure != Pressure::Frozen)
        return std::nullopt;
    return refusing(rules, u"unsent.limit"_s, standing.isByAge ? u"unsent.days"_s : u"unsent.cases"_s,
                    {{u"cases"_s, standing.cases},
                     {u"mostCases"_s, standing.mostCases},
                     {u"days"_s, standing.days},
                     {u"mostDays"_s, standing.mostDays}});
}

std::optional<Problem> diskProblem(const StoreStatus &status, const Rulebook &rules)
{
    const qint64 wanted = rules.number(u"disk.begin-megabytes"_s);
    if (status.freeBytes < 0 || status.freeBytes >= wanted * kBytesOfMegabyte)
        return std::nullopt;
    return refusing(rules, u"disk.low"_s, u"disk.begin-megabytes"_s,
                    {{u"free"_s, status.freeBytes / kBytesOfMegabyte}, {u"wanted"_s, wanted}});
}

std::optional<Problem> beginProblem(const StoreStatus &status, const Rulebook &rules, const QDateTime &nowUtc)
{
    if (!status.work.mayBegin())
        return workProblem(status.work);
    if (auto disk = diskProblem(status, rules))
        return disk;
    return saveProblem(status, rules, nowUtc);
}

std::optional<Problem> saveProblem(const StoreStatus &status, const Rulebook &rules, const QDateTime &nowUtc)
{
    if (!status.work.maySave())
        return workProblem(status.work);
    return unsentProblem(unsentStanding(status.unsent, status.isTrial, rules, nowUtc), rules);
}

} // namespace Loket
