// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"

#include <QList>
#include <QString>

namespace Loket {

/// Arrears paid in stages (REHAB, handbook p.25).
struct Instalments {
    QString refusal; ///< the problem that refuses it; empty: allowed
    QList<qint64> stages;
};
/// Every stage is rounded up to whole rupiah but the last, which is the rest.
Instalments instalmentsOf(const Rulebook &, qint64 arrears, qint64 months, qint64 stages, RuleTrace *);

} // namespace Loket
