// SPDX-License-Identifier: Apache-2.0
#include "model/services/scanrule.h"

#include "model/rulebook/rulebook.h"

namespace Loket {

using namespace Qt::StringLiterals;

ScanRule scanRule(const Rulebook &rulebook, const QString &code, QDate date, RuleTrace *trace)
{
    const auto row = rulebook.table(u"scans"_s).first({{u"document"_s, code}}, date, trace);
    if (!row) // a document that codes.csv does not know; the edition is proven for all others
        return {ScanRule::Shape::Free, true, 1'600, 200'000, {}};
    const QString shape = row->cell(u"shape"_s);
    ScanRule rule;
    rule.shape = shape == "card"_L1 ? ScanRule::Shape::Card
        : shape == "a4"_L1          ? ScanRule::Shape::A4
                                    : ScanRule::Shape::Free;
    rule.isGrey = row->cell(u"colour"_s) == "grey"_L1;
    rule.longSide = int(row->number(u"pixels"_s));
    rule.bytes = row->number(u"bytes"_s);
    rule.source = row->source();
    return rule;
}

} // namespace Loket
