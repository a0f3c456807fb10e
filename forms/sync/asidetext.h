// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/outboxview.h"

#include <QString>

namespace Loket {

/// What an entry of the feed was that could not be applied, and why, as a line of a list.
QString asideText(const AsideView &entry);
/// Whether it may be somebody's doing: not signed by the centre, for another counter, or an old order again.
bool isAsideAlarm(const AsideView &entry);

} // namespace Loket
