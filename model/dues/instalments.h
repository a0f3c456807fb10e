// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"

#include <QDate>
#include <QList>
#include <QString>

namespace Loket {

struct InstalmentsInput {
    qint64 arrears = 0;          ///< rupiah
    qint64 months = 0;           ///< that are owed
    qint64 stages = 0;           ///< to pay them in
    bool changedSegment = false; ///< the arrears are those of a segment that was left
    QDate on;
};
/// Arrears paid in stages (REHAB, handbook p.25; New REHAB 2.0 of February 2025).
struct Instalments {
    QString refusal; ///< the problem that refuses it; empty: allowed
    QList<qint64> stages;
    bool withRunningDues = false; ///< the dues of the month are paid with each stage
    FiredRule rule = {};
};
/// Every stage is rounded up to whole rupiah but the last, which is the rest.
Instalments instalmentsOf(const Rulebook &, const InstalmentsInput &, RuleTrace *);

/// The first day from `day` on on which instalments may be registered: `day` itself, or the 1st of the next
/// month once the month's last day for it has passed (handbook p.25). Null: never, they are refused.
QDate instalmentsOpenFrom(const Rulebook &, bool changedSegment, QDate day, RuleTrace *);

} // namespace Loket
