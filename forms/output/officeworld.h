// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/paperworld.h"

namespace Loket {

class Office;

/// What papers say of place, time and language, as it is now.
PaperWorld paperWorldOf(Office &office);

} // namespace Loket
