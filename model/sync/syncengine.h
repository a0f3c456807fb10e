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
    QHash<QString, int> counts; ///< sent, received, accepted, rejected, needs-correction, families, numbers,
                                ///< attachments, errors
    bool linkFailed = false;
    QString problem; ///< why it stopped early; empty: nothing was left to do
};

/// One whole run: ask for numbers, send what waits, fetch the feed. Blocks: call it on the sync thread or in
/// the console. May be cut at any instruction; the next run goes on. `cancel` stops it between two steps.
Outcome<SyncSummary> syncOnce(Store &store, CentralPort &central, const Actor &actor,
                              const std::atomic_bool *cancel = nullptr);

} // namespace Loket
