// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/shell/rooms.h"

namespace Loket {

class Preferences;
class Store;

/// The rooms of this program: case page, receipt and card. `store` and `preferences` outlive them.
Rooms allRooms(Store &store, Preferences &preferences);

} // namespace Loket
