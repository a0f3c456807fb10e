// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/centralport.h"
#include "model/services/assess.h"

#include <pqxx/pqxx>

namespace Loket {
class Clock;
} // namespace Loket

namespace Loket::Central {

class PgPool;
class Sequencer;
struct CentreKeys;

/// What every call needs. Nothing is owned; all of it outlives the calls and may be used by any thread.
struct World {
    PgPool &pool;
    Sequencer &sequencer;
    const CentreKeys &keys;
    const Clock &clock;
    Context context; ///< rules, regions and facilities; day and lookup are not used
};

/// The counter that a request comes from, when its signature was good.
struct Caller {
    QString device, office;
    QByteArray publicKey, boxKey;
    Welcome::Device state = Welcome::Device::Active;
    QStringList areas;          ///< empty: it looks after everything
    QStringList scopes() const; ///< what it reads of the feed besides every area
};

/// None: no such counter.
Outcome<std::optional<Caller>> findCaller(PgPool &pool, const QString &device);

/// Makes a counter of who has a code. The same code with the same keys gives the same answer again; with
/// others it is Denied.
Outcome<Enrolment> enrol(const World &world, const EnrolRequest &request);

/// Takes a block over that this centre granted in a history that was lost with a restore.
void registerLease(pqxx::transaction_base &work, const CentreKeys &keys, const QString &device,
                   const SignedText &proof);

/// The centre as one counter sees it: the calls of CentralPort on the database. Lives for one request.
class PgCentre final : public CentralPort
{
public:
    PgCentre(const World &world, Caller caller);

    Outcome<Welcome> hello(const CounterState &state) override;
    Outcome<SubmitReply> submit(const QList<Envelope> &envelopes) override;
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int waitSeconds) override;
    Outcome<LeaseGrant> lease(const LeaseRequest &request) override;
    Outcome<Nothing> returnLease(const QString &leaseId, qint64 next) override;
    Outcome<qint64> putAttachment(const AttachmentPiece &piece) override;
    Outcome<SnapshotManifest> snapshot() override;
    Outcome<QByteArray> snapshotBytes(const QByteArray &sha256, qint64 offset, qint64 limit) override;
    Outcome<SignedText> edition(const QString &id) override;
    Outcome<QByteArray> carry(const QByteArray &sealed) override;

private:
    Outcome<Receipt> receive(const QString &device, const Envelope &envelope, SubmitReply *reply);
    Outcome<FeedPage> readChanges(const QString &epoch, qint64 cursor, int limit);

    const World &m_world;
    const Caller m_caller;
};

} // namespace Loket::Central
