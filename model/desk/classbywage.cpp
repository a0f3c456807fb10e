// SPDX-License-Identifier: Apache-2.0
#include "model/desk/classbywage.h"

namespace Loket {

using namespace Qt::StringLiterals;

std::optional<int> classByWage(const Rulebook &rulebook, const QString &segment, const QString &rank,
                               qint64 wage, QDate day, RuleTrace *trace)
{
    Facts facts = segmentFacts(segment);
    facts.insert(u"rank"_s, rank);
    facts.insert(u"wage"_s, QString::number(wage));
    const auto row = rulebook.table(u"class-by-wage"_s).first(facts, day, trace);
    return row ? std::optional(row->cell(u"class"_s).toInt()) : std::nullopt;
}

} // namespace Loket
