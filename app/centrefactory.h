// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <atomic>
#include <functional>
#include <memory>

namespace Loket {

class CentralPort;
class Store;
struct Context;

/// Opens the way to the centre of a store. Called on the sync thread, once a run; what it makes is used and
/// destroyed there. `cancel` ends what it waits for.
using CentreFactory = std::function<Outcome<std::unique_ptr<CentralPort>>(Store &, const Context &,
                                                                          const std::atomic_bool *cancel)>;

} // namespace Loket
