// SPDX-License-Identifier: Apache-2.0
#include "model/dues/changes.h"

#include "model/dues/calendar.h"

namespace Loket {

using namespace Qt::StringLiterals;

QDate fktpChangeEarliest(const Rulebook &rulebook, QDate since, RuleTrace *trace)
{
    return since.addMonths(int(rulebook.number(u"fktp.months"_s, trace)));
}

FktpChange fktpChange(const Rulebook &rulebook, QDate since, QDate requested, const QString &reason,
                      RuleTrace *trace)
{
    const QDate earliest = fktpChangeEarliest(rulebook, since, trace);
    FktpChange out;
    out.permission.source = rulebook.parameterSource(u"fktp.months"_s);
    if (requested < earliest) {
        const auto row = rulebook.table(u"fktp-reasons"_s).byKey(reason, requested, trace);
        if (!row) {
            out.permission.code = u"fktp.three-months"_s;
            out.permission.earliest = earliest;
            return out;
        }
        out.documents = row->list(u"documents"_s);
        out.permission.source = row->source();
    }
    out.permission.allowed = true;
    out.permission.effective = firstOfNextMonth(requested);
    return out;
}

ClassChangeRule classChangeRule(const Rulebook &rulebook, const QString &segment, QDate on, RuleTrace *trace)
{
    const auto row = rulebook.table(u"class-change"_s).first(segmentFacts(segment), on, trace);
    Q_ASSERT(row); // the table is proven to answer every group
    return {row->cell(u"code"_s), int(row->number(u"months"_s)), row->cell(u"effective"_s) == "requested"_L1,
            row->source()};
}

Permission classChange(const ClassChangeRule &rule, bool active, QDate since, QDate requested)
{
    Permission out;
    out.source = rule.source;
    if (!rule.refusal.isEmpty()) {
        out.code = rule.refusal;
        return out;
    }
    if (!active) {
        out.code = u"class.inactive"_s;
        return out;
    }
    if (rule.months > 0 && requested < since.addMonths(rule.months)) {
        out.code = u"class.one-year"_s;
        out.earliest = since.addMonths(rule.months);
        return out;
    }
    out.allowed = true;
    out.effective = rule.onRequest ? requested : firstOfNextMonth(requested);
    return out;
}

DismissalCover dismissalCover(const Rulebook &rulebook, QDate dismissed, QDate day, RuleTrace *trace)
{
    DismissalCover out;
    out.until = dismissed.addMonths(int(rulebook.number(u"phk.months"_s, trace)));
    out.covered = dismissed <= day && day <= out.until;
    out.careClass = int(rulebook.number(u"phk.class"_s, trace));
    return out;
}

} // namespace Loket
