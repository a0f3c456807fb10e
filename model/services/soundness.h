// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QStringList>

namespace Loket {

class Store;

/// Looks whether a store holds what it says: both files, audit chain, pictures and scans, the device's chain
/// of envelopes with their signatures, and that no number was given that no lease covers. One line for each
/// fault; empty: sound. Reads everything; takes seconds on a large store.
Outcome<QStringList> checkStore(const Store &store);

} // namespace Loket
