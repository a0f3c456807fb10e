// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/base/failure.h"

#include <QHash>
#include <QString>

#include <atomic>

namespace Loket {

class CentralPort;
class Store;

/// What one run did, per kind.
struct SyncSummary {
    QHash<QString, int> counts; ///< sent, received, parked, attachments, families, verdicts by their word
                                ///< (accepted, rejected, …), numbers, errors; a kind without any is not there
    bool linkFailed = false; ///< the centre could not be reached or did not answer; what was done is kept
    QString problem;         ///< why it stopped early; empty: nothing was left to do
};

/// One whole run: ask for numbers, send what waits, then pictures and scans, then fetch the feed. Blocks:
/// call it on the sync thread or in the console. May be cut at any instruction; the next run goes on
/// (README.md says why). `cancel` stops it between two steps. A failure is the store's own; the centre's is
/// told in the summary.
Outcome<SyncSummary> syncOnce(Store &store, CentralPort &central, const Actor &actor,
                              const std::atomic_bool *cancel = nullptr);

} // namespace Loket
