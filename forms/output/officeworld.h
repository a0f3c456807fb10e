// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"
#include "model/print/paperworld.h"

namespace Loket {

class Office;

/// What papers say of place, time and language, as it is now.
PaperWorld paperWorldOf(Office &office);

/// What the applicant signed with; empty: nothing, or not at hand.
QByteArray signatureOf(Office &office, const Case &content);

} // namespace Loket
