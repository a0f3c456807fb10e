// SPDX-License-Identifier: Apache-2.0
#include "model/sync/courier.h"

#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/store/bytestore.h"
#include "model/store/centrestore.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/leasestore.h"
#include "model/store/outbox.h"
#include "model/store/store.h"
#include "model/store/syncstate.h"
#include "model/store/writer.h"
#include "model/sync/courierfile.h"
#include "model/sync/leases.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

const QString kNotCarried = u"courier.not-carried"_s;

Fail<Failure> notCarried(FailureKind kind)
{
    return fail(Failure{kind, kNotCarried});
}

/// A centre's answer that was carried, as the engine's other side. What was not asked in the file is BadInput
/// where the engine goes on without it, and the end of the run where it does not.
class CarriedCentral final : public CentralPort
{
public:
    CarriedCentral(const CourierReply &reply, QString leaseRequest)
        : m_reply(reply)
        , m_leaseRequest(std::move(leaseRequest))
    {
    }
    Outcome<Welcome> hello(const CounterState &) override
    {
        Welcome welcome = m_reply.welcome;
        welcome.now = {}; // was true when it was written, days ago
        return welcome;
    }
    Outcome<SubmitReply> submit(const QList<Envelope> &envelopes) override
    {
        SubmitReply reply;
        reply.durableSeq = m_reply.durableSeq;
        for (const Envelope &envelope : envelopes) {
            for (const Receipt &receipt : m_reply.receipts) {
                if (receipt.id == envelope.id)
                    reply.receipts += receipt;
            }
        }
        return reply;
    }
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int, int) override
    {
        if (epoch != m_reply.page.epoch || cursor < m_reply.from)
            return notCarried(FailureKind::Network);
        FeedPage page = m_reply.page;
        page.entries.removeIf([&](const FeedEntry &entry) { return entry.seq <= cursor; });
        page.next = qMax(cursor, page.next);
        page.more = false; // the rest comes with the next file
        return page;
    }
    Outcome<LeaseGrant> lease(const LeaseRequest &request) override
    {
        if (!m_reply.lease || request.request != m_leaseRequest)
            return notCarried(FailureKind::BadInput);
        return *m_reply.lease;
    }
    Outcome<qint64> putAttachment(const AttachmentPiece &piece) override
    {
        if (!m_reply.attachments.contains(piece.sha256))
            return notCarried(FailureKind::BadInput);
        return piece.length;
    }
    Outcome<Nothing> returnLease(const QString &, qint64) override
    {
        return notCarried(FailureKind::Network);
    }
    Outcome<SnapshotManifest> snapshot() override { return notCarried(FailureKind::Network); }
    Outcome<QByteArray> snapshotBytes(const QByteArray &, qint64, qint64) override
    {
        return notCarried(FailureKind::Network);
    }
    Outcome<SignedText> edition(const QString &id) override
    {
        for (const SignedText &package : m_reply.editions) {
            if (QJsonDocument::fromJson(package.text).object().value("id"_L1).toString() == id)
                return package;
        }
        return notCarried(FailureKind::BadInput); // the others go on without it
    }
    Outcome<QByteArray> carry(const QByteArray &) override { return notCarried(FailureKind::Network); }

private:
    const CourierReply &m_reply;
    const QString m_leaseRequest;
};

Outcome<CentreAccess> realAccess(Connection &connection)
{
    const auto trial = isTrialStore(connection);
    if (!trial)
        return fail(trial.error());
    if (trial.value())
        return fail(Failure{FailureKind::BadInput, u"this is a trial store: nothing of it leaves"_s});
    return centreAccess(connection);
}

/// The next number, and the name of the question for numbers that is kept until it is answered.
Outcome<Nothing> numberLoad(Connection &connection, CourierLoad *load, const Clock &clock)
{
    const auto last = storeSetting(connection, u"courier.exported"_s);
    if (!last)
        return fail(last.error());
    load->number = last.value().toLongLong() + 1;
    if (auto put = putStoreSetting(connection, u"courier.exported"_s, QString::number(load->number)); !put)
        return put;
    const auto leases = openLeases(connection, clock.nowUtc());
    if (!leases)
        return fail(leases.error());
    const auto asked = storeSetting(connection, u"lease.request"_s);
    if (!asked)
        return fail(asked.error());
    load->leaseRequest = asked.value();
    if (!load->leaseRequest.isEmpty() || !wantsLease(leases.value()))
        return Nothing();
    load->leaseRequest = newUuid7(clock).toString(QUuid::WithoutBraces);
    return putStoreSetting(connection, u"lease.request"_s, load->leaseRequest);
}

Outcome<CounterState> stateOf(Connection &connection)
{
    const auto device = deviceState(connection);
    if (!device)
        return fail(device.error());
    const auto position = storePosition(connection);
    if (!position)
        return fail(position.error());
    const auto proofs = leaseProofs(connection);
    if (!proofs)
        return fail(proofs.error());
    CounterState state;
    state.generation = device.value().generation;
    state.lastSeq = device.value().seq;
    state.epoch = position.value().epoch;
    state.cursor = position.value().cursor;
    state.app = QStringLiteral(LOKET_VERSION);
    state.leases = proofs.value();
    return state;
}

struct Gathered {
    CourierLoad load;
    CentreAccess access;
    QList<BlobToSend> blobs;
};

Outcome<Gathered> gather(Connection &connection, const Clock &clock)
{
    const auto access = realAccess(connection);
    if (!access)
        return fail(access.error());
    Gathered out;
    out.access = access.value();
    out.load.device = out.access.device;
    const auto state = stateOf(connection);
    if (!state)
        return fail(state.error());
    out.load.state = state.value();
    // What waits for its next try over a line does not wait for a courier.
    constexpr int kYears = 100;
    const auto items = dueEnvelopes(connection, clock.nowUtc().addYears(kYears), kMostCourierEnvelopes,
                                    kMostCourierBytes / 4);
    if (!items)
        return fail(items.error());
    for (const OutboxItem &item : items.value())
        out.load.envelopes += item.envelope;
    const auto editions = missingEditions(connection);
    if (!editions)
        return fail(editions.error());
    out.load.editions = editions.value();
    const auto blobs = blobsToCarry(connection);
    if (!blobs)
        return fail(blobs.error());
    out.blobs = blobs.value();
    if (const auto numbered = numberLoad(connection, &out.load, clock); !numbered)
        return fail(numbered.error());
    return out;
}

Outcome<Nothing> addPictures(const Store &store, Gathered *from, qint64 mostPictures)
{
    qint64 carried = 0;
    for (const BlobToSend &blob : from->blobs) {
        if (carried + blob.length > mostPictures)
            continue;
        const auto bytes = store.blobs().get(u"sha256:"_s + QString::fromLatin1(blob.sha256));
        if (!bytes) // verify tells which file is damaged; the others go
            continue;
        carried += blob.length;
        from->load.attachments += AttachmentPiece{blob.sha256, blob.length, blob.type, 0, bytes.value()};
    }
    return Nothing();
}

} // namespace

Outcome<CourierExport> exportCourier(Store &store, qint64 mostPictures)
{
    auto gathered = store.writer()
                        ->run(Writer::Priority::Save,
                              [&store](Connection &connection) { return gather(connection, store.clock()); })
                        .result();
    if (!gathered)
        return fail(gathered.error());
    Gathered &all = gathered.value();
    // As the engine: from where the one of both files is that read less, when the mirror follows.
    const auto mirror = store.mirrorWriter()
                            ->run(Writer::Priority::Save, [](Connection &c) { return mirrorPosition(c); })
                            .result();
    if (!mirror)
        return fail(mirror.error());
    if (mirror.value().epoch == all.load.state.epoch)
        all.load.state.cursor = qMin(all.load.state.cursor, mirror.value().cursor);
    if (const auto added = addPictures(store, &all, mostPictures); !added)
        return fail(added.error());
    const auto key = DeviceKey::fromSeed(all.access.seed);
    if (!key)
        return fail(Failure{FailureKind::Corrupt, u"the device key can't be read"_s});
    all.load.boxKey = BoxKey::of(*key).publicKey();
    const auto file = writeCourierLoad(all.load, *key, all.access.boxKey);
    if (!file)
        return fail(Failure{FailureKind::Corrupt, u"the centre's key can't be read"_s});
    return CourierExport{*file, all.load.number, int(all.load.envelopes.size()),
                         int(all.load.attachments.size())};
}

Outcome<CourierImport> importCourier(Store &store, const QByteArray &file, const Actor &actor)
{
    struct Known {
        CentreAccess access;
        qint64 imported = 0;
        qint64 exported = 0;
        QString leaseRequest;
    };
    const auto known
        = store.writer()
              ->run(Writer::Priority::Save,
                    [](Connection &connection) -> Outcome<Known> {
                        const auto access = realAccess(connection);
                        if (!access)
                            return fail(access.error());
                        const auto imported = storeSetting(connection, u"courier.imported"_s);
                        const auto exported = storeSetting(connection, u"courier.exported"_s);
                        const auto asked = storeSetting(connection, u"lease.request"_s);
                        if (!imported || !exported || !asked)
                            return fail(Failure{FailureKind::Io, u"the settings can't be read"_s});
                        return Known{access.value(), imported.value().toLongLong(),
                                     exported.value().toLongLong(), asked.value()};
                    })
              .result();
    if (!known)
        return fail(known.error());
    const Known &here = known.value();
    const auto key = DeviceKey::fromSeed(here.access.seed);
    if (!key)
        return fail(Failure{FailureKind::Corrupt, u"the device key can't be read"_s});
    const auto reply = openCourierReply(file, BoxKey::of(*key), here.access.key);
    if (!reply)
        return fail(Failure{FailureKind::BadInput, u"the courier file is "_s + reply.error().line()});
    if (reply.value().device != here.access.device || reply.value().number > here.exported)
        return fail(Failure{FailureKind::BadInput, u"the courier file answers nothing of this counter"_s});
    if (reply.value().number < here.imported)
        return fail(Failure{FailureKind::BadInput, u"the courier file is older than one taken before"_s});
    CarriedCentral central(reply.value(), here.leaseRequest);
    SyncOptions options;
    options.isForced = true; // receipts count for envelopes that wait for their next try, too
    auto summary = syncOnce(store, central, actor, options);
    if (!summary)
        return fail(summary.error());
    if (summary.value().stoppedBy && summary.value().stoppedBy->detail == kNotCarried) {
        summary.value().linkFailed = false; // the file was read to its end
        summary.value().problem.clear();
    }
    const QString number = QString::number(reply.value().number);
    const auto noted = store.writer()
                           ->run(Writer::Priority::Save,
                                 [number](Connection &connection) {
                                     return putStoreSetting(connection, u"courier.imported"_s, number);
                                 })
                           .result();
    if (!noted)
        return fail(noted.error());
    return CourierImport{summary.take(), reply.value().page.more};
}

} // namespace Loket
