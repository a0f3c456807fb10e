// SPDX-License-Identifier: Apache-2.0
#include "model/dues/hospital.h"

#include <QtNumeric>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

Result<Penalty, DuesIssue> penaltyOf(const Rulebook &rulebook, const PenaltyInput &input, RuleTrace *trace)
{
    constexpr qint64 kWhole = 10000; // hundredths of a percent
    const qint64 days = input.reactivated.daysTo(input.admitted);
    Penalty out;
    out.due = days >= 0 && days <= rulebook.number(u"penalty.days"_s, trace) && input.months >= 1;
    if (!out.due)
        return out;
    const qint64 months = std::min(input.months, rulebook.number(u"penalty.max-months"_s, trace));
    qint64 product = 0;
    if (qMulOverflow(input.cbg, months, &product))
        return fail(DuesIssue::TooLarge);
    const qint64 rate = rulebook.number(u"penalty.rate"_s, input.reactivated, trace);
    out.amount = std::min(shareHalfUp(product, rate, kWhole), rulebook.number(u"penalty.cap"_s, trace));
    return out;
}

static UpgradeFormula upgradeFormula(const QString &word)
{
    if (word == "vip"_L1)
        return UpgradeFormula::Vip;
    return word == "vip-over-first"_L1 ? UpgradeFormula::VipOverFirst : UpgradeFormula::Difference;
}

UpgradeRule upgradeRule(const Rulebook &rulebook, const QString &segment, int ownClass, const QString &wanted,
                        QDate on, RuleTrace *trace)
{
    Facts facts = segmentFacts(segment);
    facts.insert(u"own"_s, QString::number(ownClass));
    facts.insert(u"wanted"_s, wanted);
    const auto row = rulebook.table(u"upgrade"_s).first(facts, on, trace);
    Q_ASSERT(row); // the table is proven to answer every combination
    return {row->cell(u"code"_s), upgradeFormula(row->cell(u"formula"_s)), row->source()};
}

qint64 upgradeAmount(const Rulebook &rulebook, const UpgradeRule &rule, const UpgradeCosts &costs,
                     RuleTrace *trace)
{
    const qint64 difference = std::max<qint64>(0, costs.other - costs.own);
    if (!rule.isVip())
        return difference;
    const qint64 first = rule.needsFirst() ? costs.first : costs.own;
    const qint64 part = shareHalfUp(first, rulebook.number(u"upgrade.vip-part"_s, trace), 100);
    return std::min(difference, std::max<qint64>(0, first - costs.own) + part);
}

} // namespace Loket
