// SPDX-License-Identifier: Apache-2.0
#include "model/dues/workingdays.h"

#include "model/dues/calendar.h"

namespace Loket {

using namespace Qt::StringLiterals;

QSet<QDate> holidaysOf(const Rulebook &rulebook)
{
    const bool withCollective = rulebook.flag(u"calendar.collective-leave"_s);
    QSet<QDate> out;
    const RuleTable &table = rulebook.table(u"holidays"_s);
    for (qsizetype i = 0; i < table.size(); ++i) {
        const RuleRow row = table.row(i);
        if (withCollective || row.cell(u"kind"_s) != "collective"_L1)
            out += row.date(u"date"_s);
    }
    return out;
}

/// Whether the table makes `day` a holiday; only then its row has fired.
static bool isHoliday(const Rulebook &rulebook, QDate day, RuleTrace *trace)
{
    const auto row = rulebook.table(u"holidays"_s).byKey(day.toString(Qt::ISODate), day, nullptr);
    if (!row)
        return false;
    if (row->cell(u"kind"_s) == "collective"_L1 && !rulebook.flag(u"calendar.collective-leave"_s, trace))
        return false;
    if (trace)
        trace->add(row->fired());
    return true;
}

QDate workingDayOnOrAfter(const Rulebook &rulebook, QDate day, RuleTrace *trace)
{
    while (day.dayOfWeek() >= Qt::Saturday || isHoliday(rulebook, day, trace))
        day = day.addDays(1);
    return day;
}

QDate later(const Rulebook &rulebook, QDate day, qint64 amount, const QString &unit, RuleTrace *trace)
{
    if (unit == "months"_L1)
        return day.addMonths(int(amount));
    if (unit == "years"_L1)
        return day.addYears(int(amount));
    if (unit != "working-days"_L1)
        return day.addDays(amount);
    for (; amount > 0; --amount)
        day = workingDayOnOrAfter(rulebook, day.addDays(1), trace);
    return day;
}

QDate deadline(const Rulebook &rulebook, const QString &parameter, QDate day, RuleTrace *trace)
{
    return later(rulebook, day, rulebook.number(parameter, trace), rulebook.unit(parameter), trace);
}

} // namespace Loket
