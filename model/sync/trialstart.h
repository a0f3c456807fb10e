// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/base/failure.h"

namespace Loket {

class Store;

/// Gives a trial store what a counter needs before its first case: the device's key and a first block of
/// trial numbers, so that even the very first registration without a network has numbers. Costs one look when
/// it has them, and does nothing to a store that is a counter of a real centre. The store must be open for
/// writing. Blocks; call it when the program starts.
Outcome<Nothing> prepareTrial(Store &store, const Actor &actor);

} // namespace Loket
