// SPDX-License-Identifier: Apache-2.0
#include "model/sync/trialcentre.h"

#include "model/base/clock.h"
#include "model/centre/centredesk.h"
#include "model/centre/daywork.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/store.h"
#include "model/store/storereader.h"
#include "model/store/transaction.h"
#include "model/store/trialbook.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace Loket {

Q_LOGGING_CATEGORY(lcTrial, "loket.sync.trial")

namespace {

/// Runs `work` in a transaction of the book.
template <typename Work>
Outcome<Nothing> inOneStep(TrialBook &book, Work work)
{
    Transaction transaction(book.connection());
    if (!transaction.begun())
        return transaction.begun();
    if (Outcome<Nothing> done = work(); !done)
        return done;
    return transaction.commit();
}

CentreDevice newDevice(const QString &id, const QByteArray &publicKey)
{
    CentreDevice device;
    device.id = id;
    device.publicKey = publicKey;
    return device;
}

} // namespace

TrialCentre::TrialCentre(std::unique_ptr<TrialBook> book, const Store &store, const Context &context,
                         QString device)
    : m_book(std::move(book))
    , m_store(store)
    , m_context(context)
    , m_device(std::move(device))
{
    m_context.lookup = nullptr;
}

TrialCentre::~TrialCentre() = default;

Outcome<std::unique_ptr<TrialCentre>> TrialCentre::open(const Store &store, const Context &context)
{
    const auto reader = openStore(store.dir() + u"/store.db"_s, Access::Read, store.vfs());
    if (!reader)
        return fail(reader.error());
    const auto device = deviceState(*reader.value());
    if (!device)
        return fail(device.error());
    const auto publicKey = devicePublicKey(*reader.value());
    if (!publicKey)
        return fail(publicKey.error());

    auto book = TrialBook::open(store.dir() + u"/trial.db"_s, store.vfs(), builtInTrialSettings());
    if (!book)
        return fail(book.error());
    const auto known = book.value()->device(device.value().id);
    if (!known)
        return fail(known.error());
    if (!known.value()) {
        if (publicKey.value().isEmpty())
            return fail(Failure{FailureKind::Internal, u"the store has no device key yet"_s});
        if (const auto put = book.value()->putDevice(newDevice(device.value().id, publicKey.value())); !put)
            return fail(put.error());
    }
    return std::unique_ptr<TrialCentre>(new TrialCentre(book.take(), store, context, device.value().id));
}

Outcome<Welcome> TrialCentre::hello(const CounterState &)
{
    const auto device = m_book->device(m_device);
    if (!device)
        return fail(device.error());
    Welcome welcome;
    welcome.now = m_store.clock().nowUtc();
    if (device.value()) {
        welcome.device = device.value()->state;
        welcome.expectedSeq = device.value()->nextSeq;
        welcome.highestSeq = device.value()->highestSeq;
        welcome.highestHash = device.value()->highestHash;
    }
    return welcome;
}

Outcome<SubmitReply> TrialCentre::submit(const QList<Envelope> &envelopes)
{
    auto mirror = m_store.reader();
    if (!mirror)
        return fail(mirror.error());
    m_book->setMirror(mirror.value().get());
    const auto closed = qScopeGuard([this] { m_book->setMirror(nullptr); });
    SubmitReply reply;
    for (const Envelope &envelope : envelopes) {
        const auto done = inOneStep(*m_book, [&]() -> Outcome<Nothing> {
            CentreDesk desk(*m_book, m_context, nullptr, m_store.clock().today());
            const auto receipt = desk.receive(m_device, envelope);
            if (!receipt)
                return fail(receipt.error());
            reply.receipts += receipt.value();
            return Nothing();
        });
        if (!done)
            return fail(done.error());
    }
    const auto device = m_book->device(m_device);
    if (!device)
        return fail(device.error());
    reply.expectedSeq = device.value() ? device.value()->nextSeq : 0;
    return reply;
}

Outcome<FeedPage> TrialCentre::changes(const QString &, qint64 cursor, int limit, int)
{
    if (const auto done = doDayWork(); !done)
        return fail(done.error());
    return m_book->feed(cursor, limit);
}

Outcome<Nothing> TrialCentre::doDayWork()
{
    for (;;) {
        qsizetype looked = 0;
        const auto done = inOneStep(*m_book, [&]() -> Outcome<Nothing> {
            const auto step = DayWork(*m_book, m_store.clock().today()).step();
            if (!step)
                return fail(step.error());
            looked = step.value();
            return Nothing();
        });
        if (!done || looked == 0)
            return done;
    }
}

Outcome<LeaseGrant> TrialCentre::lease(const LeaseRequest &request)
{
    LeaseGrant grant;
    const auto done = inOneStep(*m_book, [&]() -> Outcome<Nothing> {
        auto granted = m_book->grantLease(m_device, request.wanted);
        if (!granted)
            return fail(granted.error());
        grant = granted.take();
        const QJsonObject body{{u"device"_s, m_device},
                               {u"lease"_s, grant.leaseId},
                               {u"low"_s, grant.low},
                               {u"high"_s, grant.high}};
        return m_book->tell({u"device:"_s + m_device, u"lease"_s, body, {}});
    });
    if (!done)
        return fail(done.error());
    return grant;
}

Outcome<Nothing> TrialCentre::returnLease(const QString &, qint64)
{
    return Nothing(); // the trial range is large enough
}

/// Always whole: there is no line that could be cut.
Outcome<qint64> TrialCentre::putAttachment(const AttachmentPiece &piece)
{
    QByteArray &have = m_arriving[piece.sha256];
    if (piece.offset == have.size())
        have += piece.bytes;
    if (have.size() < piece.length)
        return qint64(have.size());
    const QByteArray whole = m_arriving.take(piece.sha256);
    if (QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex() != piece.sha256)
        return fail(Failure{FailureKind::BadInput, u"the attachment's bytes differ from its name"_s});
    if (const auto put = m_book->putAttachment(QString::fromLatin1(piece.sha256), whole); !put)
        return fail(put.error());
    return piece.length;
}

static Failure notInTrial()
{
    return {FailureKind::BadInput, u"a trial store has no such thing"_s};
}

Outcome<SnapshotManifest> TrialCentre::snapshot()
{
    return fail(notInTrial());
}

Outcome<QByteArray> TrialCentre::snapshotBytes(const QByteArray &, qint64, qint64)
{
    return fail(notInTrial());
}

Outcome<SignedText> TrialCentre::edition(const QString &)
{
    return fail(notInTrial());
}

Outcome<QByteArray> TrialCentre::carry(const QByteArray &)
{
    return fail(notInTrial());
}

} // namespace Loket
