// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"
#include "model/print/sheetfacts.h"
#include "model/services/assessment.h"
#include "model/store/views.h"

#include <optional>

namespace Loket {

class Rulebook;

/// The sheet for a case that is put aside: what is there, what is missing and why, and what was promised. In
/// the language that is on now.
SheetFacts openSheetOf(const Case &content, const Assessment &assessment,
                       const std::optional<FamilyView> &known, const Rulebook &rulebook, const QString &note,
                       QDate promised);

} // namespace Loket
