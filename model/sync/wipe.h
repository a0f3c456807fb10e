// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/wipemark.h"

#include <atomic>

namespace Loket {

class CentralPort;
class Clock;
class Store;

// How a counter carries out the order to delete everything. syncOnce() sends what can be sent and says when
// it is time (SyncSummary::mustWipe); then beginWipe(), the store is closed, deleteStoreFiles(), and the
// centre is told. Each step may be cut and made again; Store::open() makes up for a deletion that was cut.

/// Seals what the centre may not have for good (envelopes that are not durable, pictures that it lacks) to
/// the centre into courier files, signs the receipt and leaves the mark. Nothing is deleted yet; afterwards
/// nothing may be saved. Missing: there is no such order. Blocks; not on the window's thread.
Outcome<WipeMark> beginWipe(Store &store);

/// Tells the centre, if it was not told yet. Network, Later: another time. Blocks.
Outcome<Nothing> tellWiped(const QString &dir, CentralPort &central);
/// The same over the line that the mark names.
Outcome<Nothing> tellWiped(const QString &dir, const Clock &clock, const std::atomic_bool *cancel = nullptr);

} // namespace Loket
