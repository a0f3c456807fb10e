// SPDX-License-Identifier: Apache-2.0
#include "model/sync/syncengine.h"

#include "model/ports/centralport.h"
#include "model/sync/syncrun.h"

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// Nobody is reached.
class NoCentre final : public CentralPort
{
public:
    Outcome<Welcome> hello(const CounterState &) override { return away(); }
    Outcome<SubmitReply> submit(const QList<Envelope> &) override { return away(); }
    Outcome<FeedPage> changes(const QString &, qint64, int, int) override { return away(); }
    Outcome<LeaseGrant> lease(const LeaseRequest &) override { return away(); }
    Outcome<Nothing> returnLease(const QString &, qint64) override { return away(); }
    Outcome<qint64> putAttachment(const AttachmentPiece &) override { return away(); }
    Outcome<SnapshotManifest> snapshot() override { return away(); }
    Outcome<QByteArray> snapshotBytes(const QByteArray &, qint64, qint64) override { return away(); }
    Outcome<SignedText> edition(const QString &) override { return away(); }
    Outcome<QByteArray> carry(const QByteArray &) override { return away(); }

private:
    static Fail<Failure> away() { return fail(Failure{FailureKind::Network, u"not asked"_s}); }
};

} // namespace

Outcome<SyncSummary> loadKeptSnapshot(Store &store, const Actor &actor, const SyncOptions &options)
{
    NoCentre nobody;
    return SyncRun(store, nobody, actor, options).runOfflineLoad();
}

Outcome<SyncSummary> syncOnce(Store &store, CentralPort &central, const Actor &actor,
                              const SyncOptions &options)
{
    return SyncRun(store, central, actor, options).run();
}

Outcome<SyncSummary> syncOnce(Store &store, CentralPort &central, const Actor &actor,
                              const std::atomic_bool *cancel)
{
    SyncOptions options;
    options.cancel = cancel;
    return syncOnce(store, central, actor, options);
}

} // namespace Loket
