// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/centralport.h"
#include "model/store/deviceorders.h"
#include "model/store/familyrows.h"
#include "model/store/mirrorload.h"
#include "model/store/outbox.h"
#include "model/store/store.h"
#include "model/store/syncstate.h"
#include "model/store/writer.h"
#include "model/sync/leases.h"
#include "model/sync/snapshotfolder.h"
#include "model/sync/syncengine.h"

namespace Loket {

class Connection;

/// The steps of one syncOnce(). Lives on the calling thread; the store is changed by jobs of its writers.
class SyncRun
{
public:
    SyncRun(Store &store, CentralPort &central, const Actor &actor, const SyncOptions &options);
    Outcome<SyncSummary> run();
    /// What loadKeptSnapshot() promises.
    Outcome<SyncSummary> runOfflineLoad();

private:
    /// What became of a step: it did something and may have more to do, there is nothing (more) to do, or the
    /// run ends here without a failure of the store (cancelled, link failed).
    enum class Went { On, Idle, Ended };
    using Step = Outcome<Went>;

    // syncrun.cpp
    Step greet();
    Outcome<CounterState> counterState();
    Outcome<Nothing> leaveHistory(const QString &epoch);
    Outcome<Nothing> noteWelcome(Connection &connection, const Welcome &welcome);
    Outcome<Nothing> enterEpoch(Connection &connection, const Welcome &welcome);
    Outcome<Nothing> adoptChain(Connection &connection, const Welcome &welcome);
    Outcome<Nothing> readWipe();
    bool isWipeDue() const;
    Step lastLanes();
    Step nextStep();
    void tellProgress();

    // synclanes.cpp
    Step sendEnvelopes();
    Step sendBatch(const QList<OutboxItem> &items);
    Outcome<Nothing> noteReply(Connection &connection, const QList<OutboxItem> &items,
                               const SubmitReply &reply);
    Outcome<Nothing> noteReceipt(Connection &connection, const OutboxItem &item, const Receipt &receipt);
    Outcome<Nothing> retryLater(Connection &connection, const OutboxItem &item, const QString &reason);
    Outcome<Nothing> parkEnvelope(Connection &connection, const OutboxItem &item, const QString &reason);
    Outcome<Nothing> releaseBatch(const QList<OutboxItem> &items, const Failure &failure);
    Step sendPiece();
    Step sendPieceOf(const BlobToSend &blob, const QByteArray &bytes);
    Step topUpNumbers();
    Step returnNumbers();
    Outcome<QString> leaseRequestId();
    Step keepGrant(const LeaseGrant &grant);

    // syncfeed.cpp
    Step fetchPage();
    Step applyPage(const FeedPage &page);
    Outcome<qsizetype> applyToStore(Connection &connection, const FeedPage &page, qsizetype from);
    Outcome<Nothing> applyEntry(Connection &connection, const FeedEntry &entry, const QString &readKk = {});
    Outcome<Nothing> applyKnownEntry(Connection &connection, const FeedEntry &entry);
    Outcome<Nothing> applyVerdictEntry(Connection &connection, const FeedEntry &entry);
    Outcome<Nothing> applyLeaseEntry(Connection &connection, const FeedEntry &entry);
    Outcome<Nothing> applyOrder(Connection &connection, const FeedEntry &entry);
    struct MirrorPart {
        qsizetype next = 0; ///< the entry to go on with
        int families = 0;   ///< changed
    };
    Step feedGone();
    Outcome<Nothing> skipLostFeed(qint64 cursor);
    Outcome<MirrorPart> applyToMirror(Connection &connection, const FeedPage &page, qsizetype from);
    bool isGenuine(const FeedEntry &entry) const;
    Step fetchEditions();

    // syncsnapshot.cpp
    Step snapshotStep();
    Step beginSnapshot();
    Outcome<SnapshotManifest> askForManifest();
    Step renewManifest();
    Step fetchChunk(const SnapshotChunk &chunk);
    Step beginLoad();
    Step loadFamilies();
    Step loadDamaged(const Failure &failure);
    Step refuseSnapshot();
    Step sealMirror();
    Outcome<Nothing> carryOver();
    Step placeMirror();
    Step snapshotFailure(const Failure &failure);
    bool hasRoom() const;
    void forgetOldSnapshot(qint64 cursor) const;
    SnapshotProgress snapshotProgress() const;

    /// The answer of a job of the store's writer; waiting is allowed here, for this is the sync thread.
    template <typename Job>
    auto inStore(Job job) const -> std::invoke_result_t<Job &, Connection &>
    {
        return m_store.writer()->run(Writer::Priority::Outcome, std::move(job)).result();
    }
    Outcome<Nothing> audit(Connection &connection, const QString &action, const QString &object,
                           const QString &detail) const;
    bool isCancelled();
    Went linkFailure(const Failure &failure);
    void count(const QString &kind, int by = 1);
    void keepCounts();

    Store &m_store;
    CentralPort &m_central;
    const Actor m_actor;
    const SyncOptions m_options;
    const Random m_random;
    SyncSummary m_summary;
    QStringList m_readKks;       ///< of the page at hand: the KK of each family that the mirror has read
    FamilyRows m_rows;           ///< read again for every entry; of the store's job
    QHash<QString, int> m_inJob; ///< counted only when the job's transaction is on disk

    QByteArray m_centreKey;          ///< empty: the trial centre, which signs nothing
    std::optional<KeptOrder> m_wipe; ///< everything here is to be deleted
    QString m_epoch;
    qint64 m_batchBytes;
    qint64 m_pieceBytes;
    int m_pageEntries;
    QDateTime m_lastPage;  ///< when a page of the feed was asked for
    int m_feedSeconds = 0; ///< how long the centre may think about the next page
    bool m_isFeedDrained = false;
    bool m_mirrorFollows = false; ///< the mirror is of this epoch
    bool m_isFeedGone = false;    ///< the centre forgot what was to be read next: a snapshot goes over it
    struct SnapshotWork {
        SnapshotFolder folder;
        SnapshotManifest manifest = {};
        std::unique_ptr<MirrorLoad> load = {};
        std::unique_ptr<SnapshotLoad> rows = {}; ///< until all are in
        qint64 pieceBytes = 0;                   ///< asked for at once
        QByteArray damaged = {};                 ///< the chunk that came damaged last
        int renewals = 0, timesBusy = 0;
    };
    std::optional<SnapshotWork> m_snapshot; ///< once it is its turn
    int m_snapshots = 0;                    ///< that were loaded in this run
    bool m_hasNumbers = false;
    QList<QByteArray> m_passedBlobs;  ///< unreadable here, or refused; not tried again in this run
    QList<QByteArray> m_rewoundBlobs; ///< of which the centre had less than it said before
};

} // namespace Loket
