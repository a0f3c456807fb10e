// SPDX-License-Identifier: Apache-2.0
#include "model/desk/cardrules.h"

namespace Loket {

using namespace Qt::StringLiterals;

CardPermission cardPermission(const Rulebook &rulebook, const QString &status, const QString &segment,
                              bool nikMatched, QDate day, RuleTrace *trace)
{
    Facts facts = segmentFacts(segment);
    facts.insert(u"status"_s, status);
    facts.insert(u"nik"_s, nikMatched ? u"matched"_s : u"unmatched"_s);
    const auto row = rulebook.table(u"card-rules"_s).first(facts, day, trace);
    Q_ASSERT_X(row, "cardPermission", qPrintable(status)); // the table is proven to answer all
    return {row->cell(u"code"_s), row->flag(u"priority"_s), row->flag(u"reason"_s), row->fired()};
}

QList<ReprintNeed> reprintNeeds(const Rulebook &rulebook, const QString &reason, bool outsider, QDate day,
                                RuleTrace *trace)
{
    const Facts facts{{u"reason"_s, reason}, {u"collector"_s, outsider ? u"other"_s : u"family"_s}};
    QList<ReprintNeed> out;
    for (const RuleRow &row : rulebook.table(u"reprint-documents"_s).all(facts, day, trace))
        out += {row.list(u"documents"_s), row.fired()};
    return out;
}

QList<ReprintNeed> handOverNeeds(const Rulebook &rulebook, bool outsider, QDate day, RuleTrace *trace)
{
    return reprintNeeds(rulebook, QString(), outsider, day, trace);
}

int fewCards(const Rulebook &rulebook, RuleTrace *trace)
{
    return int(rulebook.number(u"card.few"_s, trace));
}

int shortestReason(const Rulebook &rulebook, RuleTrace *trace)
{
    return int(rulebook.number(u"card.reason-letters"_s, trace));
}

QDate overdueBefore(const Rulebook &rulebook, QDate today, RuleTrace *trace)
{
    return today.addDays(-rulebook.number(u"card.collect-days"_s, trace));
}

} // namespace Loket
