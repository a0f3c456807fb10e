// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/shell/rooms.h"

namespace Loket {

/// The rooms of this program: case page, receipt and card.
Rooms allRooms();

} // namespace Loket
