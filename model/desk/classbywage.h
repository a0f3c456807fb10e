// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"

#include <QDate>
#include <QString>

#include <optional>

namespace Loket {

/// The class of care that a segment has by rank or wage (Perpres 82/2018); null: it is chosen (PBPU, BP-NPN).
/// `rank`: "I" … "IV" of a civil servant or what equals it, "none" for anybody else. `wage`: rupiah a month.
/// Cover after a dismissal has the class of the parameter phk.class instead.
std::optional<int> classByWage(const Rulebook &, const QString &segment, const QString &rank, qint64 wage,
                               QDate day, RuleTrace *);

} // namespace Loket
