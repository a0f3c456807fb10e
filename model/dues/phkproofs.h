// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"

#include <QDate>
#include <QList>
#include <QStringList>

namespace Loket {

/// One thing that must be proven of a dismissal.
struct PhkProof {
    QStringList documents; ///< any one of them
    FiredRule rule;
};
/// What proves a dismissal of this kind on that day: every entry must be met. None: this kind is not among
/// those of the day (Radar Bandung 2021-07-19; Perpres 59/2024 art. 27(2) from 2024-05-08 on).
QList<PhkProof> phkProofs(const Rulebook &, const QString &kind, QDate day, RuleTrace *);

/// Codes of the kinds that count on that day, in the order of codes.csv.
QStringList phkKinds(const Rulebook &, QDate day);

} // namespace Loket
