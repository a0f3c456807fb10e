// SPDX-License-Identifier: Apache-2.0
#include "model/centre/greeting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

Welcome welcomeOf(const CentreDevice &counter, const CounterState &state, const CentreStanding &standing,
                  const QList<FeedEntry> &told, QDate today)
{
    Welcome welcome;
    welcome.epoch = standing.epoch;
    welcome.now = standing.now;
    welcome.device = counter.state;
    welcome.expectedSeq = counter.nextSeq;
    welcome.highestSeq = counter.highestSeq;
    welcome.highestHash = counter.highestHash;
    welcome.durableSeq = counter.durableSeq;
    welcome.head = standing.head;
    welcome.epochStart = standing.epochStart;
    for (const FeedEntry &entry : told) {
        const QDate until = QDate::fromString(entry.body["until"_L1].toString(), Qt::ISODate);
        // An order reaches also who may not read the feed any more, or lost the stretch that told it.
        const bool isOrder = entry.kind == "device"_L1;
        if (isOrder || (state.epoch.isEmpty() && (!until.isValid() || until >= today)))
            welcome.standing += entry;
    }
    return welcome;
}

qint64 partingOf(const QString &epoch, bool isKnown, const QList<qint64> &starts, qint64 head)
{
    if (epoch.isEmpty())
        return head; // never read one
    if (!isKnown)
        return 0; // of a history that is lost altogether
    return starts.isEmpty() ? head : qMin(head, *std::min_element(starts.cbegin(), starts.cend()));
}

} // namespace Loket
