// SPDX-License-Identifier: Apache-2.0
#include "model/sync/syncrun.h"

#include "model/base/clock.h"
#include "model/store/audit.h"
#include "model/store/bytestore.h"
#include "model/store/devicestore.h"
#include "model/store/familyjson.h"
#include "model/store/leasestore.h"
#include "model/store/mirrorfeed.h"
#include "model/store/reminders.h"
#include "model/store/store.h"
#include "model/store/transaction.h"
#include "model/store/writer.h"
#include "model/sync/feedentries.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

// Limits of one request, not rules: small enough for a thin link, large enough to be few.
constexpr int kBatchEnvelopes = 50;
constexpr qint64 kBatchBytes = 256 * 1024;
constexpr int kBlobsAtOnce = 20;
constexpr int kFeedPage = 200;
/// An envelope for which the centre had no answer waits this long.
constexpr qint64 kUnansweredSeconds = 60;

/// The job's answer; waiting is allowed here, for this is the sync thread.
template <typename T>
Outcome<T> waitFor(const QFuture<Outcome<T>> &future)
{
    return future.result();
}

} // namespace

SyncRun::SyncRun(Store &store, CentralPort &central, const Actor &actor, const std::atomic_bool *cancel)
    : m_store(store)
    , m_central(central)
    , m_actor(actor)
    , m_cancel(cancel)
{
}

Outcome<SyncSummary> SyncRun::run()
{
    for (Step (SyncRun::*step)() :
         {&SyncRun::topUpNumbers, &SyncRun::sendEnvelopes, &SyncRun::sendAttachments, &SyncRun::fetchFeed}) {
        const Step goesOn = (this->*step)();
        if (!goesOn)
            return fail(goesOn.error());
        if (!goesOn.value())
            break;
    }
    return m_summary;
}

bool SyncRun::isCancelled()
{
    if (!m_cancel || !*m_cancel)
        return false;
    m_summary.problem = failureWord(FailureKind::Cancelled);
    return true;
}

SyncRun::Step SyncRun::linkFailure(const Failure &failure)
{
    m_summary.linkFailed = true;
    m_summary.problem = failureWord(failure.kind) + u": "_s + failure.detail;
    count(u"errors"_s);
    return false;
}

void SyncRun::count(const QString &kind, int by)
{
    if (by > 0)
        m_summary.counts[kind] += by;
}

Outcome<Nothing> SyncRun::audit(Connection &connection, const QString &action, const QString &object,
                                const QString &detail) const
{
    return appendAudit(connection, {m_actor, m_store.clock().nowUtc(), action, object, detail});
}

SyncRun::Step SyncRun::topUpNumbers()
{
    if (isCancelled())
        return false;
    const auto leases = waitFor(m_store.writer()->run(
        Writer::Priority::Outcome, [](Connection &connection) { return openLeases(connection); }));
    if (!leases)
        return fail(leases.error());
    if (!wantsLease(leases.value()))
        return true;
    const auto grant = m_central.lease(LeaseRequest());
    if (!grant)
        return linkFailure(grant.error());
    const Lease lease{grant.value().leaseId, grant.value().low, grant.value().high, grant.value().low};
    const auto added = waitFor(m_store.writer()->run(
        Writer::Priority::Outcome, [this, lease](Connection &connection) -> Outcome<bool> {
            const auto isNew = addLease(connection, lease, m_store.clock().nowUtc());
            if (!isNew || !isNew.value())
                return isNew;
            if (const auto done = audit(connection, u"lease.granted"_s, lease.id, QString()); !done)
                return fail(done.error());
            return true;
        }));
    if (!added)
        return fail(added.error());
    if (added.value())
        count(u"numbers"_s, int(lease.size()));
    return true;
}

SyncRun::Step SyncRun::sendEnvelopes()
{
    for (;;) {
        if (isCancelled())
            return false;
        const QDateTime now = m_store.clock().nowUtc();
        const auto items = waitFor(m_store.writer()->run(
            Writer::Priority::Outcome, [now](Connection &connection) -> Outcome<QList<OutboxItem>> {
                auto due = dueEnvelopes(connection, now, kBatchEnvelopes, kBatchBytes);
                if (!due)
                    return due;
                if (const auto marked = markSending(connection, due.value(), now); !marked)
                    return fail(marked.error());
                return due;
            }));
        if (!items)
            return fail(items.error());
        if (items.value().isEmpty())
            return true;
        const Step sent = sendBatch(items.value());
        if (!sent || !sent.value())
            return sent;
    }
}

SyncRun::Step SyncRun::sendBatch(const QList<OutboxItem> &items)
{
    QList<Envelope> envelopes;
    for (const OutboxItem &item : items)
        envelopes += item.envelope;
    const auto answered = m_central.submit(envelopes);
    QHash<QString, Receipt> receipts;
    if (answered) {
        for (const Receipt &receipt : answered.value().receipts)
            receipts.insert(receipt.id, receipt);
    }
    m_inJob.clear();
    const auto noted = waitFor(m_store.writer()->run(Writer::Priority::Outcome, [&](Connection &connection) {
        return noteReceipts(connection, items, receipts);
    }));
    if (!noted)
        return fail(noted.error());
    for (auto it = m_inJob.cbegin(); it != m_inJob.cend(); ++it)
        count(it.key(), it.value());
    if (!answered)
        return linkFailure(answered.error());
    return true;
}

Outcome<Nothing> SyncRun::noteReceipts(Connection &connection, const QList<OutboxItem> &items,
                                       const QHash<QString, Receipt> &receipts)
{
    const QDateTime now = m_store.clock().nowUtc();
    for (const OutboxItem &item : items) {
        const QString &id = item.envelope.id;
        const auto receipt = receipts.constFind(id);
        if (receipt == receipts.cend()) {
            // When nothing was answered the link is gone: the next run may try at once.
            const QDateTime next = receipts.isEmpty() ? now : now.addSecs(kUnansweredSeconds);
            if (const auto kept = markRetry(connection, id, u"no answer"_s, next); !kept)
                return kept;
        } else if (receipt->kind == Receipt::Kind::Received || receipt->kind == Receipt::Kind::AlreadyKnown) {
            if (const auto marked = markReceived(connection, id, now); !marked)
                return marked;
            ++m_inJob[u"sent"_s];
        } else {
            if (const auto parked = markParked(connection, id, receipt->reason); !parked)
                return parked;
            if (const auto done = audit(connection, u"case.parked"_s, id, receipt->reason); !done)
                return done;
            ++m_inJob[u"parked"_s];
        }
    }
    return Nothing();
}

SyncRun::Step SyncRun::sendAttachments()
{
    for (;;) {
        if (isCancelled())
            return false;
        const auto blobs
            = waitFor(m_store.writer()->run(Writer::Priority::Outcome, [](Connection &connection) {
                  return unsentBlobs(connection, kBlobsAtOnce);
              }));
        if (!blobs)
            return fail(blobs.error());
        bool isProgress = false;
        for (const QByteArray &sha256 : blobs.value()) {
            if (isCancelled())
                return false;
            const QString hex = QString::fromLatin1(sha256);
            const auto bytes = m_store.blobs().get(u"sha256:"_s + hex);
            if (!bytes) { // the others go on; verify tells which file is damaged
                count(u"errors"_s);
                continue;
            }
            const auto put
                = m_central.putAttachment({sha256, bytes.value().size(), u"image/jpeg"_s, 0, bytes.value()});
            if (!put)
                return linkFailure(put.error());
            const QDateTime now = m_store.clock().nowUtc();
            const auto marked = waitFor(
                m_store.writer()->run(Writer::Priority::Outcome, [sha256, now](Connection &connection) {
                    return markBlobSent(connection, sha256, now);
                }));
            if (!marked)
                return fail(marked.error());
            count(u"attachments"_s);
            isProgress = true;
        }
        if (!isProgress)
            return true;
    }
}

SyncRun::Step SyncRun::fetchFeed()
{
    const auto mirrored = waitFor(m_store.mirrorWriter()->run(
        Writer::Priority::Feed, [](Connection &connection) { return mirrorCursor(connection); }));
    if (!mirrored)
        return fail(mirrored.error());
    const auto stored = waitFor(m_store.writer()->run(
        Writer::Priority::Outcome, [](Connection &connection) { return storeCursor(connection); }));
    if (!stored)
        return fail(stored.error());
    qint64 cursor = qMin(mirrored.value(), stored.value());
    for (;;) {
        if (isCancelled())
            return false;
        const auto page = m_central.changes({}, cursor, kFeedPage);
        if (!page)
            return linkFailure(page.error());
        const Step applied = applyPage(page.value());
        if (!applied)
            return applied;
        cursor = page.value().next;
        if (!page.value().more)
            return true;
    }
}

/// The mirror first: a verdict drops the pending family, and by then the mirror must show the confirmed one.
SyncRun::Step SyncRun::applyPage(const FeedPage &page)
{
    if (!page.entries.isEmpty()) {
        const auto families = waitFor(
            m_store.mirrorWriter()->run(Writer::Priority::Feed, [this, &page](Connection &connection) {
                return applyToMirror(connection, page);
            }));
        if (!families)
            return fail(families.error());
        count(u"families"_s, families.value());
    }
    m_inJob.clear();
    const auto applied
        = waitFor(m_store.writer()->run(Writer::Priority::Outcome, [this, &page](Connection &connection) {
              return applyToStore(connection, page);
          }));
    if (!applied)
        return fail(applied.error());
    for (auto it = m_inJob.cbegin(); it != m_inJob.cend(); ++it)
        count(it.key(), it.value());
    return true;
}

Outcome<int> SyncRun::applyToMirror(Connection &connection, const FeedPage &page) const
{
    const auto cursor = mirrorCursor(connection);
    if (!cursor)
        return fail(cursor.error());
    int families = 0;
    for (const FeedEntry &entry : page.entries) {
        if (entry.seq <= cursor.value() || !isKnownEntry(entry)) // kept aside by applyToStore
            continue;
        const auto changed = applyFamilyEntry(connection, entry);
        if (!changed)
            return fail(changed.error());
        families += changed.value() ? 1 : 0;
    }
    if (page.next > cursor.value()) {
        const auto moved = moveMirrorCursor(connection, page.next, m_store.clock().nowUtc());
        if (!moved)
            return fail(moved.error());
    }
    return families;
}

Outcome<bool> SyncRun::applyFamilyEntry(Connection &connection, const FeedEntry &entry) const
{
    if (entry.kind == "gone"_L1) {
        const GoneEntry gone = *readGone(entry.body);
        return dropFamily(connection, gone.kk, gone.revision);
    }
    if (entry.kind == "family"_L1)
        return putFamily(connection, *familyFromJson(entry.body), m_store.clock().nowUtc());
    return false;
}

Outcome<Nothing> SyncRun::applyToStore(Connection &connection, const FeedPage &page)
{
    const auto cursor = storeCursor(connection);
    if (!cursor)
        return fail(cursor.error());
    for (const FeedEntry &entry : page.entries) {
        if (entry.seq <= cursor.value())
            continue;
        if (const auto applied = applyEntry(connection, entry); !applied)
            return applied;
    }
    return moveStoreCursor(connection, qMax(cursor.value(), page.next), m_store.clock().nowUtc());
}

/// What can't be understood, or contradicts what is here, is put aside with its reason; the rest goes on.
Outcome<Nothing> SyncRun::applyEntry(Connection &connection, const FeedEntry &entry)
{
    QString reason = u"not understood by this version"_s;
    if (isKnownEntry(entry)) {
        if (entry.kind == "family"_L1)
            return keepRemindersOfKnown(connection, *familyFromJson(entry.body));
        if (entry.kind == "gone"_L1)
            return dropReminders(connection, readGone(entry.body)->kk);
        Transaction step(connection);
        if (!step.begun())
            return step.begun();
        const auto applied = entry.kind == "verdict"_L1 ? applyVerdictEntry(connection, entry)
                                                        : applyLeaseEntry(connection, entry);
        if (applied)
            return step.commit();
        if (applied.error().kind != FailureKind::Internal)
            return applied;
        reason = applied.error().detail;
    }
    ++m_inJob[u"errors"_s];
    return parkEntry(connection, entry.seq, entry.kind,
                     QString::fromUtf8(QJsonDocument(entry.body).toJson(QJsonDocument::Compact)), reason);
}

Outcome<Nothing> SyncRun::applyVerdictEntry(Connection &connection, const FeedEntry &entry)
{
    const VerdictRow verdict = *readVerdict(entry.body);
    const auto changed = applyVerdict(connection, verdict);
    if (!changed)
        return fail(changed.error());
    if (!changed.value())
        return Nothing();
    ++m_inJob[caseStateWord(verdict.state)];
    return audit(connection, u"case.verdict"_s, verdict.id, caseStateWord(verdict.state));
}

/// A grant whose answer was lost on the way arrives here.
Outcome<Nothing> SyncRun::applyLeaseEntry(Connection &connection, const FeedEntry &entry)
{
    const LeaseEntry granted = *readLease(entry.body);
    const auto device = deviceState(connection);
    if (!device)
        return fail(device.error());
    if (granted.device != device.value().id)
        return Nothing();
    const auto isNew = addLease(connection, granted.lease, m_store.clock().nowUtc());
    if (!isNew)
        return fail(isNew.error());
    if (!isNew.value())
        return Nothing();
    m_inJob[u"numbers"_s] += int(granted.lease.size());
    return audit(connection, u"lease.granted"_s, granted.lease.id, QString());
}

} // namespace Loket
