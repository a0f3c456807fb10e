// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/views.h"

#include <QJsonObject>

#include <optional>

namespace Loket {

// A family as the centre tells it in the feed ("loket-family/1"): the newest state, whole, so that applying
// an entry twice or leaving out an older one does no harm. Row ids, history and pending marks are the
// counter's own and not in it.

QJsonObject familyToJson(const FamilyView &);
/// None when the object is not a family: no KK, a member without a name, or a wrong type.
std::optional<FamilyView> familyFromJson(const QJsonObject &);

/// For the console: the same with status, dates and history.
QJsonObject familyForConsole(const FamilyView &);

} // namespace Loket
