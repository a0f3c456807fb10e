// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/views.h"

#include <QString>

namespace Loket {

/// Why the card of this member can't be printed now.
enum class CardObstacle {
    None,
    Pending,  ///< the centre has not confirmed the family yet
    NoNumber, ///< no card number was given
    Inactive  ///< not an active participant
};
CardObstacle cardObstacle(const MemberView &);

/// "bisa", "menunggu pusat", …: for a pill.
QString cardObstacleShort(CardObstacle);
/// The whole sentence: what stands in the way and what to do.
QString cardObstacleText(CardObstacle, const MemberView &);

} // namespace Loket
