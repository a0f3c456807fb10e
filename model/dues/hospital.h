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

/// The rule for a higher class in hospital than one's own (handbook p.74-75).
struct UpgradeRule {
    QString refusal;    ///< the problem that refuses it; empty: allowed
    bool isVip = false; ///< above class I: reckoned from the tariff, not from a class
    QString source;
};
/// `wanted`: "1", "2" or "VIP".
UpgradeRule upgradeRule(const Rulebook &, const QString &segment, int ownClass, const QString &wanted,
                        QDate on, RuleTrace *);
/// Rupiah that the patient pays. `other`: INA-CBG of the wanted class, or the VIP tariff. Never below 0.
qint64 upgradeAmount(const Rulebook &, const UpgradeRule &, qint64 cbgOwn, qint64 other, RuleTrace *);

} // namespace Loket
