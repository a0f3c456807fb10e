// SPDX-License-Identifier: Apache-2.0
#include "model/dues/changes.h"

#include "model/dues/calendar.h"

#include <QJsonArray>

namespace Loket {

using namespace Qt::StringLiterals;

QDate fktpChangeEarliest(const Rulebook &rulebook, QDate since, RuleTrace *trace)
{
    const int months = int(rulebook.number(u"fktp.months"_s, trace));
    const QDate earliest = since.addMonths(months);
    noteStep(trace, [&] {
        return CalcStep{u"fktp.earliest"_s,
                        {{u"since"_s, since.toString(Qt::ISODate)}, {u"months"_s, months}},
                        earliest.toString(Qt::ISODate),
                        rulebook.parameterRule(u"fktp.months"_s)};
    });
    return earliest;
}

FktpChange fktpChange(const Rulebook &rulebook, QDate since, QDate requested, const QString &reason,
                      RuleTrace *trace)
{
    const QDate earliest = fktpChangeEarliest(rulebook, since, trace);
    const auto tell = [&](const QString &code, const QJsonObject &args, const QJsonValue &result,
                          const FiredRule &fired) {
        noteStep(trace, [&] { return CalcStep{code, args, result, fired}; });
    };
    const FiredRule waiting = rulebook.parameterRule(u"fktp.months"_s);
    const QString asked = requested.toString(Qt::ISODate);
    FktpChange out;
    out.permission.source = rulebook.parameterSource(u"fktp.months"_s);
    if (requested < earliest) {
        const auto row = rulebook.table(u"fktp-reasons"_s).byKey(reason, requested, trace);
        if (!row) {
            tell(u"fktp.too-early"_s,
                 {{u"requested"_s, asked}, {u"earliest"_s, earliest.toString(Qt::ISODate)}}, false, waiting);
            out.permission.code = u"fktp.three-months"_s;
            out.permission.earliest = earliest;
            return out;
        }
        out.documents = row->list(u"documents"_s);
        out.permission.source = row->source();
        tell(u"fktp.documents"_s, {{u"reason"_s, reason}}, QJsonArray::fromStringList(*out.documents),
             row->fired());
        tell(u"fktp.by-reason"_s, {{u"reason"_s, reason}}, true, row->fired());
    } else {
        tell(u"fktp.in-time"_s, {{u"requested"_s, asked}, {u"earliest"_s, earliest.toString(Qt::ISODate)}},
             true, waiting);
    }
    out.permission.allowed = true;
    out.permission.effective = firstOfNextMonth(requested);
    tell(u"fktp.effective"_s, {{u"requested"_s, asked}}, out.permission.effective.toString(Qt::ISODate),
         waiting);
    return out;
}

ClassChangeRule classChangeRule(const Rulebook &rulebook, const QString &segment, QDate on, RuleTrace *trace)
{
    const auto row = rulebook.table(u"class-change"_s).first(segmentFacts(segment), on, trace);
    Q_ASSERT(row); // the table is proven to answer every group
    const ClassChangeRule rule{row->cell(u"code"_s), int(row->number(u"months"_s)),
                               row->cell(u"effective"_s) == "requested"_L1, row->source(), row->fired()};
    noteStep(trace, [&] {
        return CalcStep{u"class.segment"_s, {{u"segment"_s, segment}}, rule.refusal.isEmpty(), rule.fired};
    });
    return rule;
}

Permission classChange(const ClassChangeRule &rule, bool active, QDate since, QDate requested,
                       RuleTrace *trace)
{
    const auto tell = [&](const QString &code, const QJsonObject &args, const QJsonValue &result) {
        noteStep(trace, [&] { return CalcStep{code, args, result, rule.fired}; });
    };
    Permission out;
    out.source = rule.source;
    if (!rule.refusal.isEmpty()) {
        out.code = rule.refusal;
        return out;
    }
    if (!active) {
        out.code = u"class.inactive"_s;
        tell(u"class.inactive"_s, {}, false);
        return out;
    }
    const QString asked = requested.toString(Qt::ISODate);
    if (rule.months > 0) {
        const QDate earliest = since.addMonths(rule.months);
        const QString first = earliest.toString(Qt::ISODate);
        tell(u"class.earliest"_s, {{u"since"_s, since.toString(Qt::ISODate)}, {u"months"_s, rule.months}},
             first);
        const bool isEarly = requested < earliest;
        tell(isEarly ? u"class.too-early"_s : u"class.in-time"_s,
             {{u"requested"_s, asked}, {u"earliest"_s, first}}, !isEarly);
        if (isEarly) {
            out.code = u"class.one-year"_s;
            out.earliest = earliest;
            return out;
        }
    }
    out.allowed = true;
    out.effective = rule.onRequest ? requested : firstOfNextMonth(requested);
    tell(rule.onRequest ? u"class.on-request"_s : u"class.effective"_s, {{u"requested"_s, asked}},
         out.effective.toString(Qt::ISODate));
    return out;
}

DismissalCover dismissalCover(const Rulebook &rulebook, QDate dismissed, QDate day, RuleTrace *trace)
{
    DismissalCover out;
    const auto tell = [&](const QString &code, const QJsonObject &args, const QJsonValue &result,
                          const QString &parameter) {
        noteStep(trace, [&] { return CalcStep{code, args, result, rulebook.parameterRule(parameter)}; });
    };
    const QString from = dismissed.toString(Qt::ISODate);
    const int months = int(rulebook.number(u"phk.months"_s, trace));
    out.until = dismissed.addMonths(months);
    out.covered = dismissed <= day && day <= out.until;
    out.careClass = int(rulebook.number(u"phk.class"_s, trace));
    const QString until = out.until.toString(Qt::ISODate);
    tell(u"phk.until"_s, {{u"dismissed"_s, from}, {u"months"_s, months}}, until, u"phk.months"_s);
    tell(u"phk.class"_s, {}, out.careClass, u"phk.class"_s);
    tell(u"phk.covered"_s,
         {{u"dismissed"_s, from}, {u"day"_s, day.toString(Qt::ISODate)}, {u"until"_s, until}}, out.covered,
         u"phk.months"_s);
    return out;
}

} // namespace Loket
