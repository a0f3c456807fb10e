// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/sheetfacts.h"

namespace Loket {

class HandOverModel;
class Office;

/// The list as it is shown, to print: cards to collect with a place to sign, or those that were collected.
/// NIKs stay masked.
SheetFacts handOverSheet(const HandOverModel &model, bool isHanded, const Office &office);

} // namespace Loket
