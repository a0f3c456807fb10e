// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/centralport.h"
#include "model/services/assess.h"

#include <QHash>

#include <memory>

namespace Loket {

class Clock;
class Store;
class StoreReader;
class TrialBook;

/// The centre of a trial store, inside the program. It keeps its own file (trial.db beside the store), trusts
/// nothing that comes from the counter, and decides by the same rules: a signature and chain that don't hold
/// are refused; a registered KK is rejected, unless the case corrects the very one that made it; a known NIK,
/// a broken rule or a case below that was not taken needs correction; all else is accepted, and taken back
/// when the counter says so. Changes for a later day take hold at the first synchronisation on or after it.
/// The first payment of a family is taken as made on the first day of its window. Never used by a real store.
/// One thread at a time.
class TrialCentre final : public CentralPort
{
public:
    /// Opens or makes trial.db for this store and enrols the store's device. `context` and the store must
    /// outlive it; `context`'s lookup and day are not used.
    static Outcome<std::unique_ptr<TrialCentre>> open(const Store &store, const Context &context);
    ~TrialCentre() override;

    Outcome<Welcome> hello(const CounterState &state) override;
    Outcome<SubmitReply> submit(const QList<Envelope> &envelopes) override;
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int waitSeconds) override;
    Outcome<LeaseGrant> lease(const LeaseRequest &request) override;
    Outcome<Nothing> returnLease(const QString &leaseId, qint64 next) override;
    Outcome<qint64> putAttachment(const AttachmentPiece &piece) override;
    // A trial store has no snapshot, no signed editions and carries nothing for others: BadInput.
    Outcome<SnapshotManifest> snapshot() override;
    Outcome<QByteArray> snapshotBytes(const QByteArray &sha256, qint64 offset, qint64 limit) override;
    Outcome<SignedText> edition(const QString &id) override;
    Outcome<QByteArray> carry(const QByteArray &sealed) override;

private:
    TrialCentre(std::unique_ptr<TrialBook> book, const Store &store, const Context &context, QString device);
    Outcome<Nothing> doDayWork();

    std::unique_ptr<TrialBook> m_book;
    const Store &m_store;
    Context m_context;
    QString m_device;                         ///< of the counter that this session belongs to
    QHash<QByteArray, QByteArray> m_arriving; ///< attachments that are not whole yet
};

} // namespace Loket
