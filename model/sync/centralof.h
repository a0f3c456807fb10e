// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/centralport.h"
#include "model/services/assess.h"

#include <atomic>
#include <memory>

namespace Loket {

class Store;

/// The centre that a store belongs to: the built-in one of a trial store, else the one it was enrolled with,
/// over HTTPS. `url`: another address of that same centre, for this session; BadInput for a trial store,
/// whose data never leaves. The store, open for writing, what `context` points to, and `cancel` outlive it.
Outcome<std::unique_ptr<CentralPort>> centralOf(Store &store, const Context &context,
                                                const std::atomic_bool *cancel = nullptr,
                                                const QString &url = {});

} // namespace Loket
