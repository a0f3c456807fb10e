// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dues/arrears.h"
#include "model/store/views.h"

#include <optional>

namespace Loket {

/// What a family that pays a flat rate itself pays in the month of `today`; none: the rulebook knows no flat
/// rate of its segment.
std::optional<DuesSum> monthlyDues(const Rulebook &, const FamilyView &family, QDate today);

/// What it owes until `today`, without the month that runs; none: nothing, or no flat rate by class.
std::optional<Arrears> arrearsUntil(const Rulebook &, const FamilyView &family, QDate today);

} // namespace Loket
