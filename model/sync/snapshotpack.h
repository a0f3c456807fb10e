// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/ports/centralport.h"
#include "model/sync/snapshotfolder.h"
#include "model/sync/syncengine.h"

#include <atomic>

namespace Loket {

class Store;

// A snapshot on a USB stick: from a counter with a network to one of the same office with a thin or none. The
// chunks are sealed to the counter that asked, since a stick gets lost; the manifest says nothing of anybody.
// All of it runs on the calling thread and blocks.

/// What a counter hands to the one that fetches for it: its certificate and the key to seal to, signed by its
/// own key. BadInput: a trial store.
Outcome<QByteArray> snapshotRequest(Store &store);
inline constexpr qint64 kMostRequestBytes = 64 * 1024;

/// What lies in the folder of a pack.
struct SnapshotPack {
    qint64 chunks = 0;
    qint64 fetched = 0; ///< of them in this run; the others were there
    qint64 bytes = 0;   ///< of all, before sealing
    qint64 families = 0, participants = 0;
};

/// Fetches the newest snapshot of this counter's area and puts it into `dir` (made when it is missing),
/// sealed to who asked. After a cut what is in `dir` for the same counter is kept and gone on with. BadInput:
/// a trial store, not a request of a counter of the same centre and office; else those of CentralPort, Full,
/// ReadOnly, Io.
Outcome<SnapshotPack> exportSnapshot(Store &store, CentralPort &central, const QByteArray &request,
                                     const QString &dir, const std::atomic_bool *cancel = nullptr);

/// What was taken from a pack.
struct SnapshotTaken {
    qint64 chunks = 0;
    qint64 taken = 0;         ///< now
    qint64 damaged = 0;       ///< on the stick: not sealed to this counter, or not what their names say
    qint64 missing = 0;       ///< still, wherever they come from
    bool isNeeded = true;     ///< false: the mirror is as new already, nothing was taken
    bool isLoaded = false;    ///< nothing was missing, so the mirror was made from it
    SyncSummary summary = {}; ///< of loading it
};

/// Puts the chunks of a pack to those that are on their way here; the next synchronisation fetches only what
/// is missing. When nothing is, the mirror is made from them now, without the centre. BadInput, with nothing
/// changed: a trial store, no pack, not signed by this counter's centre, or of another history of it.
Outcome<SnapshotTaken> importSnapshot(Store &store, const QString &dir, const Actor &actor,
                                      const SyncOptions &options = {});

} // namespace Loket
