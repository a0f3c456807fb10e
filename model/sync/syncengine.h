// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/base/diskroom.h"
#include "model/base/failure.h"
#include "model/sync/backoff.h"

#include <QHash>
#include <QString>

#include <atomic>
#include <functional>
#include <optional>

namespace Loket {

class CentralPort;
class Store;

/// What one run did, per kind.
struct SyncSummary {
    QHash<QString, int> counts; ///< sent, received, parked, attachments, families, verdicts by their word
                                ///< (accepted, rejected, …), numbers, returned (numbers given back),
                                ///< announcements, editions (told), packages (of editions,
                                ///< that came), orders, errors; a kind without any is not there
    bool linkFailed = false;    ///< the centre could not be reached or did not answer; what was done is kept
    QString problem;            ///< why it stopped early; empty: nothing was left to do
    std::optional<Failure> stoppedBy; ///< the failure behind linkFailed: Network, Later, Denied, Untrusted, …
    bool mustWipe = false; ///< an order to delete everything here has to be carried out now (wipe.h)
};

/// How far a new mirror has come.
struct SnapshotProgress {
    enum class Phase {
        None,     ///< none is needed, or it is not its turn yet
        Fetching, ///< chunks come
        Loading,  ///< they go into a new file
        Indexing  ///< which gets its indexes and is put in place
    };
    Phase phase = Phase::None;
    qint64 chunksDone = 0, chunks = 0;
    qint64 bytesDone = 0, bytes = 0; ///< of the chunks: fetched, or in the phases after it loaded
};

/// Where a run is.
struct SyncProgress {
    int envelopes = 0;   ///< still to send
    int attachments = 0; ///< still to send
    SnapshotProgress snapshot = {};
};

struct SyncOptions {
    const std::atomic_bool *cancel = nullptr;           ///< stops between two steps
    bool isForced = false;                              ///< does not wait for what waits for its next try
    Random random;                                      ///< of the waits; empty: the system's
    std::function<void(const SyncProgress &)> progress; ///< told now and then, on the calling thread
    RoomTeller freeBytes = {};                          ///< empty: the disk's
};

/// One whole run: greet the centre, send what waits (data before photos before scans), keep enough card
/// numbers, fetch the feed, load a snapshot where the mirror has none. Blocks: call it on the sync thread or
/// in the console. May be cut at any instruction; the next run goes on (README.md says why). A failure is the
/// store's own; the centre's is told in the summary.
Outcome<SyncSummary> syncOnce(Store &store, CentralPort &central, const Actor &actor,
                              const SyncOptions &options);
Outcome<SyncSummary> syncOnce(Store &store, CentralPort &central, const Actor &actor,
                              const std::atomic_bool *cancel = nullptr);

/// The last lane alone and without the centre: makes the mirror from the snapshot that lies whole in the
/// store's folder. One that is not whole, or is of another history than the centre was of when it was heard
/// last, is told in the summary.
Outcome<SyncSummary> loadKeptSnapshot(Store &store, const Actor &actor, const SyncOptions &options = {});

} // namespace Loket
