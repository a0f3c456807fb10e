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
    const qint64 limit = rulebook.number(u"penalty.days"_s, trace);
    out.due = days >= 0 && days <= limit && input.months >= 1;
    const auto tell = [&](const QString &code, const QJsonObject &args, const QJsonValue &result,
                          const QString &parameter) {
        noteStep(trace, [&] {
            return CalcStep{code, args, result, rulebook.parameterRule(parameter, input.reactivated)};
        });
    };
    tell(u"penalty.due"_s,
         {{u"reactivated"_s, input.reactivated.toString(Qt::ISODate)},
          {u"admitted"_s, input.admitted.toString(Qt::ISODate)},
          {u"days"_s, days},
          {u"limit"_s, limit},
          {u"months"_s, input.months}},
         out.due, u"penalty.days"_s);
    if (!out.due)
        return out;
    const qint64 most = rulebook.number(u"penalty.max-months"_s, trace);
    const qint64 months = std::min(input.months, most);
    tell(u"penalty.months"_s, {{u"months"_s, input.months}, {u"most"_s, most}}, months,
         u"penalty.max-months"_s);
    qint64 product = 0;
    if (qMulOverflow(input.cbg, months, &product))
        return fail(DuesIssue::TooLarge);
    const qint64 rate = rulebook.number(u"penalty.rate"_s, input.reactivated, trace);
    const qint64 plain = shareHalfUp(product, rate, kWhole);
    tell(u"penalty.plain"_s, {{u"rate"_s, rate}, {u"months"_s, months}, {u"cbg"_s, input.cbg}}, plain,
         u"penalty.rate"_s);
    const qint64 cap = rulebook.number(u"penalty.cap"_s, trace);
    out.amount = std::min(plain, cap);
    tell(u"penalty.amount"_s, {{u"plain"_s, plain}, {u"cap"_s, cap}}, out.amount, u"penalty.cap"_s);
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
    const UpgradeRule rule{row->cell(u"code"_s), upgradeFormula(row->cell(u"formula"_s)), row->source(),
                           row->fired()};
    noteStep(trace, [&] {
        return CalcStep{u"upgrade.allowed"_s,
                        {{u"segment"_s, segment}, {u"own"_s, ownClass}, {u"wanted"_s, wanted}},
                        rule.refusal.isEmpty(),
                        rule.fired};
    });
    return rule;
}

qint64 upgradeAmount(const Rulebook &rulebook, const UpgradeRule &rule, const UpgradeCosts &costs,
                     RuleTrace *trace)
{
    const auto tell
        = [&](const QString &code, const QJsonObject &args, qint64 result, const FiredRule &fired) {
              noteStep(trace, [&] { return CalcStep{code, args, result, fired}; });
          };
    const qint64 difference = std::max<qint64>(0, costs.other - costs.own);
    tell(rule.isVip() ? u"upgrade.tariff-difference"_s : u"upgrade.difference"_s,
         {{u"other"_s, costs.other}, {u"own"_s, costs.own}}, difference, rule.fired);
    if (!rule.isVip())
        return difference;
    const qint64 first = rule.needsFirst() ? costs.first : costs.own;
    const qint64 part = rulebook.number(u"upgrade.vip-part"_s, trace);
    const qint64 partOfFirst = shareHalfUp(first, part, 100);
    const qint64 wayToFirst = std::max<qint64>(0, first - costs.own);
    const qint64 most = wayToFirst + partOfFirst;
    const qint64 amount = std::min(difference, most);
    const FiredRule partRule = rulebook.parameterRule(u"upgrade.vip-part"_s);
    if (rule.needsFirst()) {
        tell(u"upgrade.most-over-first"_s,
             {{u"first"_s, first}, {u"own"_s, costs.own}, {u"way"_s, wayToFirst}, {u"part"_s, part}}, most,
             partRule);
    } else {
        tell(u"upgrade.most"_s, {{u"part"_s, part}, {u"own"_s, first}}, most, partRule);
    }
    tell(u"upgrade.vip"_s, {{u"difference"_s, difference}, {u"most"_s, most}}, amount, partRule);
    return amount;
}

} // namespace Loket
