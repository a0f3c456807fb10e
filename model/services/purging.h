// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/base/failure.h"

#include <QFuture>
#include <QSet>

#include <atomic>

namespace Loket {

class Connection;
class Rulebook;
class Store;

/// How many days something stays after the centre has it for good: purge.days of the rulebook, 14 at least.
int purgeDays(const Rulebook &rules);

/// The device_seq of every case that was cleared away here, from the audit rows that say so. Any connection.
Outcome<QSet<qint64>> purgedCases(Connection &connection);

struct PurgeCount {
    int cases = 0;
    int pictures = 0;
    bool isMore = false; ///< there may be more to clear away
    friend bool operator==(const PurgeCount &, const PurgeCount &) = default;
};

/// Clears away a little (store/purge.h says what), in a transaction of its own behind everything that waits,
/// with an audit row that names the cases. The files of pictures go after the commit; those that a cut left
/// go when the store is opened. Nothing in a trial store. Any thread; never wait for it on the window's.
QFuture<Outcome<PurgeCount>> purgeSome(Store &store, const Actor &actor, int days);

/// All there is, one step after the other. Blocks. `cancel` ends it between two.
Outcome<PurgeCount> purgeAll(Store &store, const Actor &actor, int days,
                             const std::atomic_bool *cancel = nullptr);

} // namespace Loket
