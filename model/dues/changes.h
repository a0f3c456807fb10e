// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dues/permission.h"
#include "model/rulebook/rulebook.h"

#include <QDate>
#include <QStringList>

#include <optional>

namespace Loket {

/// The day from which a facility that was taken on `since` may be left again (handbook p.53).
QDate fktpChangeEarliest(const Rulebook &, QDate since, RuleTrace *);

struct FktpChange {
    Permission permission;
    std::optional<QStringList> documents; ///< that prove the reason; none: no reason was needed
};
/// `reason` (a code of the kind fktp-reason, or empty) is looked at only before the earliest day.
FktpChange fktpChange(const Rulebook &, QDate since, QDate requested, const QString &reason, RuleTrace *);

/// The rule of a segment for a change of class (handbook p.52-53).
struct ClassChangeRule {
    QString refusal;        ///< the problem that refuses it; empty: allowed
    int months = 0;         ///< least time in the old class
    bool onRequest = false; ///< takes effect on the day asked for, else on the 1st of the next month
    QString source;
    FiredRule fired = {};
};
ClassChangeRule classChangeRule(const Rulebook &, const QString &segment, QDate on, RuleTrace *);
/// `since` is read only when the rule has `months`.
Permission classChange(const ClassChangeRule &, bool active, QDate since, QDate requested,
                       RuleTrace *trace = nullptr);

/// Cover after a dismissal, without dues (domain (e4)).
struct DismissalCover {
    bool covered = false;
    QDate until; ///< the last covered day
    int careClass = 0;
};
DismissalCover dismissalCover(const Rulebook &, QDate dismissed, QDate day, RuleTrace *);

} // namespace Loket
