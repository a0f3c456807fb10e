// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/dues/dues.h"

namespace Loket {

struct PenaltyInput {
    qint64 cbg = 0;    ///< estimated INA-CBG, rupiah
    qint64 months = 0; ///< that were in arrears
    QDate reactivated;
    QDate admitted;
};
struct Penalty {
    bool due = false;
    qint64 amount = 0;
};
/// What an in-patient owes who was admitted soon after the cover came back (handbook p.61-62).
Result<Penalty, DuesIssue> penaltyOf(const Rulebook &, const PenaltyInput &, RuleTrace *);

/// How the patient's part of a higher class is reckoned.
enum class UpgradeFormula {
    Difference, ///< between the INA-CBG of the two classes
    Vip,        ///< above class I from class I: what the tariff exceeds it by, at most a part of its INA-CBG
    VipOverFirst, ///< above class I from class II: the difference to class I, and from there as Vip
};
/// The rule for a higher class in hospital than one's own (handbook p.74-75, Permenkes 3/2023 art. 48).
struct UpgradeRule {
    QString refusal; ///< the problem that refuses it; empty: allowed
    UpgradeFormula formula = UpgradeFormula::Difference;
    QString source;
    FiredRule fired = {};
    bool isVip() const { return formula != UpgradeFormula::Difference; }        ///< reckoned from the tariff
    bool needsFirst() const { return formula == UpgradeFormula::VipOverFirst; } ///< asks for class I too
};
/// Amounts in rupiah; those that the rule doesn't ask for are not looked at.
struct UpgradeCosts {
    qint64 own = 0;   ///< INA-CBG of the own class
    qint64 other = 0; ///< INA-CBG of the wanted class, or the VIP tariff
    qint64 first = 0; ///< INA-CBG of class I
};
/// `wanted`: "1", "2" or "VIP".
UpgradeRule upgradeRule(const Rulebook &, const QString &segment, int ownClass, const QString &wanted,
                        QDate on, RuleTrace *);
/// Rupiah that the patient pays: never below 0, never more than what the care costs above the own class.
qint64 upgradeAmount(const Rulebook &, const UpgradeRule &, const UpgradeCosts &, RuleTrace *);

} // namespace Loket
