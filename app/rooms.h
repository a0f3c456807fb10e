// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/shell/rooms.h"

#include <memory>

namespace Loket {

class Preferences;
class CameraPort;
class PrinterPort;
class Store;

/// The rooms of this program: case page, receipt and card. `store` and `preferences` outlive them.
Rooms allRooms(Store &store, Preferences &preferences, std::shared_ptr<CameraPort> camera,
               std::shared_ptr<PrinterPort> printers);

} // namespace Loket
