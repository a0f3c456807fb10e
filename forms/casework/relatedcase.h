// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"
#include "model/store/views.h"

#include <optional>

namespace Loket {

/// A new registration of a family that belongs to the one of `content`: at the same address, with the same
/// phone and e-mail. Nothing else is taken over: the rest is asked.
Case relatedCaseOf(const Case &content, const std::optional<FamilyView> &known);

} // namespace Loket
