// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/centralport.h"
#include "model/store/outbox.h"
#include "model/sync/syncengine.h"

#include <QSet>

namespace Loket {

class Connection;

/// The steps of one syncOnce(). Lives on the calling thread; the store is changed by jobs of its writers.
class SyncRun
{
public:
    SyncRun(Store &store, CentralPort &central, const Actor &actor, const std::atomic_bool *cancel);
    Outcome<SyncSummary> run();

private:
    /// Goes on, or stops without a failure (cancelled, link failed), or a failure of the store.
    using Step = Outcome<bool>;
    Step topUpNumbers();
    Step sendEnvelopes();
    Step sendBatch(const QList<OutboxItem> &items);
    Step sendAttachments();
    Step fetchFeed();
    Step applyPage(const FeedPage &page);

    Outcome<Nothing> noteReceipts(Connection &connection, const QList<OutboxItem> &items,
                                  const QHash<QString, Receipt> &receipts);
    Outcome<Nothing> applyToStore(Connection &connection, const FeedPage &page);
    Outcome<Nothing> applyEntry(Connection &connection, const FeedEntry &entry);
    Outcome<Nothing> applyVerdictEntry(Connection &connection, const FeedEntry &entry);
    Outcome<Nothing> applyLeaseEntry(Connection &connection, const FeedEntry &entry);
    Outcome<bool> applyFamilyEntry(Connection &connection, const FeedEntry &entry) const;
    Outcome<int> applyToMirror(Connection &connection, const FeedPage &page) const;
    Outcome<Nothing> audit(Connection &connection, const QString &action, const QString &object,
                           const QString &detail) const;

    bool isCancelled();
    Step linkFailure(const Failure &failure);
    void count(const QString &kind, int by = 1);

    Store &m_store;
    CentralPort &m_central;
    const Actor m_actor;
    const std::atomic_bool *m_cancel;
    SyncSummary m_summary;
    QHash<QString, int> m_inJob; ///< counted only when the job's transaction is on disk
};

} // namespace Loket
