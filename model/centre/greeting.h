// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/centre/centrebook.h"
#include "model/ports/centralport.h"

namespace Loket {

/// Where the history of a centre stands as it greets a counter.
struct CentreStanding {
    QString epoch;
    qint64 head = 0;       ///< the last place of the feed
    qint64 epochStart = 0; ///< where the counter's history and this one part
    QDateTime now;         ///< UTC
};

/// What a centre says to a counter that greets it. `told`: the orders to this counter, which are told with
/// every greeting, and announcements and editions that were told before; only a counter that never read a
/// feed is told those again, as far as they are in force on `today`.
Welcome welcomeOf(const CentreDevice &counter, const CounterState &state, const CentreStanding &standing,
                  const QList<FeedEntry> &told, QDate today);

/// Where the history that a counter names parts from the present one: the least beginning of those that came
/// after it. `starts`: of the epochs behind the named one, in order; `isKnown`: it is one of this centre's.
qint64 partingOf(const QString &epoch, bool isKnown, const QList<qint64> &starts, qint64 head);

} // namespace Loket
