// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dues/permission.h"
#include "model/rulebook/rulebook.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace Loket {

/// The rule for a change from one segment to another (handbook p.44-49).
struct MutationRule {
    QString refusal;        ///< the problem that refuses it; empty: allowed
    bool byPayment = false; ///< cover begins with the member's payment; else the employer's cut-off decides
    bool backPayFrees = false; ///< paying every month since the old cover frees from waiting
    QString source;
    FiredRule fired = {};
};
MutationRule mutationRule(const Rulebook &, const QString &oldSegment, const QString &newSegment, QDate on,
                          RuleTrace *);

/// What a change by payment depends on. Months are any day of them.
struct MutationPayment {
    QDate lastCovered;       ///< last month of the old cover
    QDate paid;              ///< day of the payment
    QList<QDate> paidMonths; ///< months that the payment is for
};

struct Mutation {
    Permission permission;
    std::optional<int> waitDays; ///< none: not by payment
};
/// `payment` is read only when the rule is by payment.
Mutation mutationOf(const Rulebook &, const MutationRule &, const MutationPayment &payment, RuleTrace *);

/// Until when arrears of the old segment must be settled (domain (g6)).
QDate arrearsDueAfterChange(const Rulebook &, QDate changed, RuleTrace *);

} // namespace Loket
