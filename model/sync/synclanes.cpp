// SPDX-License-Identifier: Apache-2.0
// The lanes of a run that send: envelopes, pictures and scans, and the numbers that are asked for and given
// back.
#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/store/bytestore.h"
#include "model/store/devicestore.h"
#include "model/store/leasestore.h"
#include "model/sync/syncrun.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

// Limits of one request, not rules.
constexpr int kBatchEnvelopes = 50;
constexpr qint64 kMostBatchBytes = 256 * 1024;
constexpr qint64 kLeastPieceBytes = 8 * 1024;
constexpr qint64 kMostPieceBytes = 256 * 1024;
/// A piece that takes longer than this is followed by a smaller one, so that a cut loses little.
constexpr qint64 kLongPieceSeconds = 6;
constexpr qint64 kShortPieceSeconds = 2;
/// So often an envelope is offered that the centre refuses, before a person has to look at it.
constexpr int kMostRefusals = 8;
/// A centre decides within a second as a rule: the officer sees the verdict at the end of this run instead
/// of after the next one.
constexpr int kVerdictSeconds = 2;

bool isTaken(Receipt::Kind kind)
{
    return kind == Receipt::Kind::Received || kind == Receipt::Kind::AlreadyKnown
        || kind == Receipt::Kind::Held;
}

} // namespace

SyncRun::Step SyncRun::sendEnvelopes()
{
    const QDateTime now = m_store.clock().nowUtc();
    const auto items = inStore([&](Connection &connection) -> Outcome<QList<OutboxItem>> {
        auto list = dueEnvelopes(connection, now, kBatchEnvelopes, m_batchBytes);
        if (!list || list.value().isEmpty())
            return list;
        if (const auto marked = markSending(connection, list.value(), now); !marked)
            return fail(marked.error());
        return list;
    });
    if (!items)
        return fail(items.error());
    if (items.value().isEmpty())
        return Went::Idle;
    return sendBatch(items.value());
}

SyncRun::Step SyncRun::sendBatch(const QList<OutboxItem> &items)
{
    QList<Envelope> envelopes;
    for (const OutboxItem &item : items)
        envelopes += item.envelope;
    const auto reply = m_central.submit(envelopes);
    if (!reply) {
        m_batchBytes = qMax(qint64(1), m_batchBytes / 2);
        if (const auto released = releaseBatch(items, reply.error()); !released)
            return fail(released.error());
        // What can't be taken as a whole is offered one by one, so that one poisons nothing but itself.
        if (reply.error().kind == FailureKind::BadInput) {
            m_batchBytes = 1;
            return Went::On;
        }
        return linkFailure(reply.error());
    }
    m_batchBytes = qMin(kMostBatchBytes, m_batchBytes * 2);
    m_inJob.clear();
    const auto noted
        = inStore([&](Connection &connection) { return noteReply(connection, items, reply.value()); });
    if (!noted)
        return fail(noted.error());
    keepCounts();
    m_isFeedDrained = false;
    m_feedSeconds = kVerdictSeconds;
    return Went::On;
}

/// Nothing was answered. When the link is gone the next run may try at once; a single one that is not
/// understood counts as refused.
Outcome<Nothing> SyncRun::releaseBatch(const QList<OutboxItem> &items, const Failure &failure)
{
    m_inJob.clear();
    auto done = inStore([&](Connection &connection) -> Outcome<Nothing> {
        for (const OutboxItem &item : items) {
            const bool isPoison = failure.kind == FailureKind::BadInput && items.size() == 1;
            auto released = isPoison
                ? noteReceipt(connection, item, {item.envelope.id, Receipt::Kind::Refused, failure.detail})
                : markRetry(connection, item.envelope.id,
                            failure.kind == FailureKind::BadInput ? u"batch.refused"_s : u"link.no-answer"_s,
                            m_store.clock().nowUtc());
            if (!released)
                return released;
        }
        return Nothing();
    });
    keepCounts();
    return done;
}

Outcome<Nothing> SyncRun::noteReply(Connection &connection, const QList<OutboxItem> &items,
                                    const SubmitReply &reply)
{
    QHash<QString, Receipt> receipts;
    for (const Receipt &receipt : reply.receipts)
        receipts.insert(receipt.id, receipt);
    qint64 held = 0;
    for (const OutboxItem &item : items) {
        const auto receipt = receipts.constFind(item.envelope.id);
        auto noted = receipt == receipts.cend() ? retryLater(connection, item, u"link.no-answer"_s)
                                                : noteReceipt(connection, item, *receipt);
        if (!noted)
            return noted;
        if (receipt != receipts.cend() && receipt->kind == Receipt::Kind::Held && held == 0)
            held = item.deviceSeq;
    }
    // The chain has a gap at the centre: what it lacks was taken for sent here.
    if (held > 0 && reply.expectedSeq > 0) {
        if (const auto again = offerAgain(connection, reply.expectedSeq, held); !again)
            return fail(again.error());
    }
    return markDurable(connection, reply.durableSeq, m_store.clock().nowUtc());
}

Outcome<Nothing> SyncRun::noteReceipt(Connection &connection, const OutboxItem &item, const Receipt &receipt)
{
    const QString &id = item.envelope.id;
    if (isTaken(receipt.kind)) {
        if (auto marked = markReceived(connection, id, m_store.clock().nowUtc()); !marked)
            return marked;
        ++m_inJob[u"sent"_s];
        return receipt.verdict.kind.isEmpty() ? Nothing() : applyEntry(connection, receipt.verdict);
    }
    const bool isFinal = receipt.kind == Receipt::Kind::OtherBytes || receipt.reason.startsWith(u"device."_s)
        || (receipt.kind == Receipt::Kind::Refused && item.attempts + 1 >= kMostRefusals);
    return isFinal ? parkEnvelope(connection, item, receipt.reason)
                   : retryLater(connection, item, receipt.reason);
}

Outcome<Nothing> SyncRun::retryLater(Connection &connection, const OutboxItem &item, const QString &reason)
{
    const qint64 wait = backoffMilliseconds(item.attempts + 1, 0, m_random);
    return markRetry(connection, item.envelope.id, reason, m_store.clock().nowUtc().addMSecs(wait + 1));
}

Outcome<Nothing> SyncRun::parkEnvelope(Connection &connection, const OutboxItem &item, const QString &reason)
{
    if (auto parked = markParked(connection, item.envelope.id, reason); !parked)
        return parked;
    ++m_inJob[u"parked"_s];
    return audit(connection, u"case.parked"_s, item.envelope.id, reason);
}

SyncRun::Step SyncRun::sendPiece()
{
    const auto blob = inStore([this](Connection &connection) { return nextBlob(connection, m_passedBlobs); });
    if (!blob)
        return fail(blob.error());
    if (!blob.value())
        return Went::Idle;
    const auto bytes = m_store.blobs().get(u"sha256:"_s + QString::fromLatin1(blob.value()->sha256));
    if (!bytes || bytes.value().size() != blob.value()->length) { // verify tells which file is damaged
        m_passedBlobs += blob.value()->sha256;
        count(u"errors"_s);
        return Went::On;
    }
    return sendPieceOf(*blob.value(), bytes.value());
}

SyncRun::Step SyncRun::sendPieceOf(const BlobToSend &blob, const QByteArray &bytes)
{
    const qint64 offset = qBound(qint64(0), blob.sent, blob.length);
    const QDateTime begun = m_store.clock().nowUtc();
    const QByteArray piece = bytes.mid(offset, m_pieceBytes);
    const auto has = m_central.putAttachment({blob.sha256, blob.length, blob.type, offset, piece});
    if (!has) {
        m_pieceBytes = qMax(kLeastPieceBytes, m_pieceBytes / 2);
        if (has.error().kind != FailureKind::BadInput)
            return linkFailure(has.error());
        m_passedBlobs += blob.sha256;
        count(u"errors"_s);
        return Went::On;
    }
    const qint64 took = begun.secsTo(m_store.clock().nowUtc());
    if (took <= kShortPieceSeconds)
        m_pieceBytes = qMin(kMostPieceBytes, m_pieceBytes * 2);
    else if (took > kLongPieceSeconds)
        m_pieceBytes = qMax(kLeastPieceBytes, m_pieceBytes / 2);
    const bool isWhole = has.value() >= blob.length;
    if (!isWhole && has.value() <= offset) {
        // The centre may have lost some, and is followed back once. What does not grow, or was not what its
        // name says when it was whole, waits for the next run: on a line that garbles this would never end.
        const bool wasRefused = has.value() == 0 && offset + piece.size() >= blob.length;
        if (has.value() == offset || wasRefused || m_rewoundBlobs.contains(blob.sha256))
            m_passedBlobs += blob.sha256;
        m_rewoundBlobs += blob.sha256;
    }
    const QDateTime done = isWhole ? m_store.clock().nowUtc() : QDateTime();
    const auto noted = inStore(
        [&](Connection &connection) { return noteBlobSent(connection, blob.sha256, has.value(), done); });
    if (!noted)
        return fail(noted.error());
    if (isWhole)
        count(u"attachments"_s);
    return Went::On;
}

/// The name of the question is kept until it is answered, so that a lost answer does not cost a block.
Outcome<QString> SyncRun::leaseRequestId()
{
    return inStore([this](Connection &connection) -> Outcome<QString> {
        const auto leases = openLeases(connection, m_store.clock().nowUtc());
        if (!leases)
            return fail(leases.error());
        if (!wantsLease(leases.value()))
            return QString();
        const auto asked = storeSetting(connection, u"lease.request"_s);
        if (!asked || !asked.value().isEmpty())
            return asked;
        const QString request = newUuid7(m_store.clock()).toString(QUuid::WithoutBraces);
        if (const auto put = putStoreSetting(connection, u"lease.request"_s, request); !put)
            return fail(put.error());
        return request;
    });
}

SyncRun::Step SyncRun::topUpNumbers()
{
    m_hasNumbers = true; // once a run
    const auto request = leaseRequestId();
    if (!request)
        return fail(request.error());
    if (request.value().isEmpty())
        return Went::Idle;
    const auto grant = m_central.lease({request.value(), 0});
    if (grant)
        return keepGrant(grant.value());
    // A centre that has none to give does not stop the rest.
    if (grant.error().kind != FailureKind::BadInput)
        return linkFailure(grant.error());
    count(u"errors"_s);
    return Went::On;
}

SyncRun::Step SyncRun::keepGrant(const LeaseGrant &grant)
{
    if (!m_centreKey.isEmpty() && !readSignedText("LEASE", grant.proof, m_centreKey))
        return linkFailure({FailureKind::Untrusted, u"a block of numbers is not signed by the centre"_s});
    const Lease lease{grant.leaseId, grant.low, grant.high, grant.low, grant.softExpiry};
    const auto added = inStore([&](Connection &connection) -> Outcome<bool> {
        if (const auto asked = putStoreSetting(connection, u"lease.request"_s, {}); !asked)
            return fail(asked.error());
        const auto isNew = addLease(connection, lease, m_store.clock().nowUtc(), grant.proof);
        if (!isNew || !isNew.value())
            return isNew;
        if (const auto done = audit(connection, u"lease.granted"_s, lease.id, QString()); !done)
            return fail(done.error());
        return true;
    });
    if (!added)
        return fail(added.error());
    if (added.value())
        count(u"numbers"_s, int(lease.size()));
    return Went::On;
}

/// What is left of an expired block goes back. The centre takes it after all envelopes up to then are in, so
/// this comes behind the data lane.
SyncRun::Step SyncRun::returnNumbers()
{
    const auto expired = inStore(
        [this](Connection &connection) { return expiredLeases(connection, m_store.clock().nowUtc()); });
    if (!expired)
        return fail(expired.error());
    if (expired.value().isEmpty())
        return Went::Idle;
    const Lease &lease = expired.value().first();
    const auto given = m_central.returnLease(lease.id, lease.next);
    if (!given)
        return linkFailure(given.error());
    const auto marked = inStore([&](Connection &connection) -> Outcome<Nothing> {
        if (auto done = markReturned(connection, lease.id); !done)
            return done;
        return audit(connection, u"lease.returned"_s, lease.id, QString::number(lease.next));
    });
    if (!marked)
        return fail(marked.error());
    count(u"returned"_s, int(lease.left()));
    return Went::On;
}

} // namespace Loket
