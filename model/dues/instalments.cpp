// SPDX-License-Identifier: Apache-2.0
#include "model/dues/instalments.h"

#include "model/dues/calendar.h"

#include <QJsonArray>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

static RuleRow instalmentsRow(const Rulebook &rulebook, bool changedSegment, QDate day, RuleTrace *trace)
{
    const Facts facts{{u"changed"_s, changedSegment ? u"yes"_s : u"no"_s}};
    const auto row = rulebook.table(u"instalments"_s).first(facts, day, trace);
    Q_ASSERT(row); // the table is proven to answer both
    return *row;
}

static QString instalmentsRefusal(const RuleRow &row, const InstalmentsInput &input, RuleTrace *trace)
{
    const auto tell = [&](const QString &code, const QJsonObject &args, bool fits) {
        noteStep(trace, [&] { return CalcStep{code, args, fits, row.fired()}; });
        return fits;
    };
    if (const QString code = row.cell(u"code"_s); !code.isEmpty()) {
        tell(u"rehab.segment"_s, {}, false);
        return code;
    }
    const qint64 leastMonths = row.number(u"minMonths"_s);
    const qint64 mostMonths = row.number(u"maxMonths"_s);
    if (!tell(u"rehab.months"_s,
              {{u"value"_s, input.months}, {u"least"_s, leastMonths}, {u"most"_s, mostMonths}},
              input.months >= leastMonths && input.months <= mostMonths))
        return u"rehab.months"_s;
    const qint64 leastStages = std::max<qint64>(1, row.number(u"minStages"_s));
    const qint64 perStage = row.number(u"monthsPerStage"_s);
    const qint64 tableMost = row.number(u"maxStages"_s);
    const qint64 mostStages = perStage > 0 ? std::min(tableMost, input.months / perStage) : tableMost;
    if (!tell(u"rehab.stages"_s,
              {{u"value"_s, input.stages}, {u"least"_s, leastStages}, {u"most"_s, mostStages}},
              input.stages >= leastStages && input.stages <= mostStages))
        return u"rehab.stages"_s;
    return {};
}

Instalments instalmentsOf(const Rulebook &rulebook, const InstalmentsInput &input, RuleTrace *trace)
{
    const RuleRow row = instalmentsRow(rulebook, input.changedSegment, input.on, trace);
    Instalments out;
    out.refusal = instalmentsRefusal(row, input, trace);
    out.rule = row.fired();
    if (!out.refusal.isEmpty())
        return out;
    const qint64 stage = (input.arrears + input.stages - 1) / input.stages;
    const qint64 rest = input.arrears - stage * (input.stages - 1);
    const qint64 leastStage = row.number(u"leastStage"_s);
    const auto tell = [&](const QString &code, const QJsonObject &args, const QJsonValue &result) {
        noteStep(trace, [&] { return CalcStep{code, args, result, row.fired()}; });
    };
    const qint64 before = input.stages - 1;
    tell(u"rehab.stage"_s, {{u"arrears"_s, input.arrears}, {u"stages"_s, input.stages}}, stage);
    tell(u"rehab.rest"_s, {{u"arrears"_s, input.arrears}, {u"stage"_s, stage}, {u"before"_s, before}}, rest);
    if (rest <= 0) {
        out.refusal = u"rehab.too-small"_s;
        tell(u"rehab.too-small"_s, {{u"rest"_s, rest}}, false);
    } else if (stage < leastStage) {
        out.refusal = u"rehab.least-stage"_s;
        tell(u"rehab.least-stage"_s, {{u"stage"_s, stage}, {u"least"_s, leastStage}}, false);
    }
    if (!out.refusal.isEmpty())
        return out;
    out.withRunningDues = row.flag(u"running"_s);
    out.stages = QList<qint64>(input.stages - 1, stage);
    out.stages += rest;
    noteStep(trace, [&] {
        QJsonArray amounts;
        for (const qint64 amount : out.stages)
            amounts += amount;
        return CalcStep{u"rehab.list"_s,
                        {{u"stage"_s, stage}, {u"before"_s, before}, {u"rest"_s, rest}},
                        amounts,
                        out.rule};
    });
    return out;
}

QDate instalmentsOpenFrom(const Rulebook &rulebook, bool changedSegment, QDate day, RuleTrace *trace)
{
    const RuleRow row = instalmentsRow(rulebook, changedSegment, day, trace);
    if (!row.cell(u"code"_s).isEmpty())
        return {};
    constexpr int kFebruary = 2;
    const qint64 last = row.number(day.month() == kFebruary ? u"lastDayFebruary"_s : u"lastDay"_s);
    return day.day() <= last ? day : firstOfNextMonth(day);
}

} // namespace Loket
