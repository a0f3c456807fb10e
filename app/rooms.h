// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/shell/rooms.h"

namespace Loket {

class Store;

/// The rooms of this program: case page, receipt and card. `store` outlives them.
Rooms allRooms(Store &store);

} // namespace Loket
