// SPDX-License-Identifier: Apache-2.0
#include "model/dues/instalments.h"

#include "model/dues/calendar.h"

namespace Loket {

using namespace Qt::StringLiterals;

static RuleRow instalmentsRow(const Rulebook &rulebook, bool changedSegment, QDate day, RuleTrace *trace)
{
    const Facts facts{{u"changed"_s, changedSegment ? u"yes"_s : u"no"_s}};
    const auto row = rulebook.table(u"instalments"_s).first(facts, day, trace);
    Q_ASSERT(row); // the table is proven to answer both
    return *row;
}

static QString instalmentsRefusal(const RuleRow &row, const InstalmentsInput &input)
{
    if (const QString code = row.cell(u"code"_s); !code.isEmpty())
        return code;
    if (input.months < row.number(u"minMonths"_s) || input.months > row.number(u"maxMonths"_s))
        return u"rehab.months"_s;
    if (input.stages < 1 || input.stages < row.number(u"minStages"_s)
        || input.stages > row.number(u"maxStages"_s)
        || input.stages * row.number(u"monthsPerStage"_s) > input.months)
        return u"rehab.stages"_s;
    return {};
}

Instalments instalmentsOf(const Rulebook &rulebook, const InstalmentsInput &input, RuleTrace *trace)
{
    const RuleRow row = instalmentsRow(rulebook, input.changedSegment, input.on, trace);
    Instalments out;
    out.refusal = instalmentsRefusal(row, input);
    if (!out.refusal.isEmpty())
        return out;
    const qint64 stage = (input.arrears + input.stages - 1) / input.stages;
    const qint64 rest = input.arrears - stage * (input.stages - 1);
    if (rest <= 0)
        out.refusal = u"rehab.too-small"_s;
    else if (stage < row.number(u"leastStage"_s))
        out.refusal = u"rehab.least-stage"_s;
    if (!out.refusal.isEmpty())
        return out;
    out.withRunningDues = row.flag(u"running"_s);
    out.stages = QList<qint64>(input.stages - 1, stage);
    out.stages += rest;
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
