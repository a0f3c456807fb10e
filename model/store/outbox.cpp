// SPDX-License-Identifier: Apache-2.0
#include "model/store/outbox.h"

#include "model/base/clock.h"
#include "model/store/connection.h"
#include "model/store/syncstate.h"

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

Outcome<Nothing> outboxDone(const Outcome<qint64> &changed)
{
    if (!changed)
        return fail(changed.error());
    return Nothing();
}

QByteArray idBytes(const QString &id)
{
    const auto known = CaseId::fromText(id);
    return known ? known->bytes() : QByteArray();
}

/// No envelope waits longer for its next try.
constexpr qint64 kLongestWaitSeconds = 15 * 60;

/// A clock that is further from the centre's time is wrong; a little less may be another zone.
constexpr qint64 kWrongClockSeconds = 24 * 60 * 60;

/// Case and outbox row say the same, unless the counter ended the case by itself: its envelope goes out all
/// the same. What is decided already is left alone.
Outcome<bool> moveState(Connection &connection, const QString &id, CaseState state)
{
    const auto moved
        = connection.exec("UPDATE outbox SET state = ? WHERE case_id = ? AND state IN ('queued', 'sending')",
                          caseStateWord(state), idBytes(id));
    if (!moved)
        return fail(moved.error());
    if (moved.value() == 0)
        return false;
    const auto record = connection.exec(
        "UPDATE case_record SET state = ? WHERE id = ? AND state IN ('queued', 'waiting-approval',"
        " 'sending', 'received', 'parked')",
        caseStateWord(state), idBytes(id));
    if (!record)
        return fail(record.error());
    return true;
}

} // namespace

Outcome<Envelope> frozenEnvelope(Connection &connection, const CaseId &id)
{
    const auto row = connection.one(
        "SELECT header, payload, signature FROM outbox WHERE case_id = ?",
        [&](const Statement &s) {
            return Envelope{id.text(), s.blob(0), s.blob(1), s.blob(2)};
        },
        id.bytes());
    if (!row)
        return fail(row.error());
    if (!row.value())
        return fail(Failure{FailureKind::Corrupt, u"case %1 has no envelope"_s.arg(id.text())});
    return *row.value();
}

Outcome<QList<OutboxItem>> envelopesAfter(Connection &connection, qint64 after, int limit)
{
    return connection.all(
        "SELECT device_seq, attempts, case_id, header, payload, signature FROM outbox WHERE device_seq > ?"
        " ORDER BY device_seq LIMIT ?",
        [](const Statement &s) {
            const auto id = CaseId::fromBytes(s.blob(2));
            return OutboxItem{s.integer(0), int(s.integer(1)),
                              Envelope{id ? id->text() : QString(), s.blob(3), s.blob(4), s.blob(5)}};
        },
        after, limit);
}

namespace {

/// Rows of number, tries, case, header, payload, signature, until they are `bytes` long; one at least.
Outcome<QList<OutboxItem>> itemsOf(Statement rows, qint64 bytes)
{
    QList<OutboxItem> items;
    qint64 size = 0;
    for (;;) {
        const Outcome<bool> row = rows.step();
        if (!row)
            return fail(row.error());
        if (!row.value())
            return items;
        const auto id = CaseId::fromBytes(rows.blob(2));
        if (!id)
            return fail(Failure{FailureKind::Corrupt, u"an outbox row has no id"_s});
        OutboxItem item{rows.integer(0), int(rows.integer(1)),
                        Envelope{id->text(), rows.blob(3), rows.blob(4), rows.blob(5)}};
        size += item.envelope.header.size() + item.envelope.payload.size();
        if (size > bytes && !items.isEmpty())
            return items;
        items += item;
    }
}

} // namespace

Outcome<QList<OutboxItem>> envelopesNotDurable(Connection &connection, qint64 after, int limit, qint64 bytes)
{
    Statement rows
        = connection.statement("SELECT device_seq, attempts, case_id, header, payload, signature FROM outbox"
                               " WHERE durable_at = 0 AND device_seq > ? ORDER BY device_seq LIMIT ?");
    rows.bind(after, limit);
    return itemsOf(std::move(rows), bytes);
}

Outcome<QList<OutboxItem>> dueEnvelopes(Connection &connection, const QDateTime &now, int limit, qint64 bytes)
{
    Statement rows = connection.statement(
        "SELECT o.device_seq, o.attempts, o.case_id, o.header, o.payload, o.signature FROM outbox o"
        " WHERE (o.state IN ('queued', 'sending') OR o.resend = 1) AND o.next_try NOT BETWEEN ? + 1 AND ?"
        " ORDER BY o.device_seq LIMIT ?");
    // A try that lies far ahead was noted before the clock was set back.
    rows.bind(now, now.addSecs(kLongestWaitSeconds), limit);
    return itemsOf(std::move(rows), bytes);
}

Outcome<Nothing> markSending(Connection &connection, const QList<OutboxItem> &items, const QDateTime &now)
{
    for (const OutboxItem &item : items) {
        const auto moved = moveState(connection, item.envelope.id, CaseState::Sending);
        if (!moved)
            return fail(moved.error());
        const auto counted = connection.exec("UPDATE outbox SET attempts = attempts + 1, sent_at = ?"
                                             " WHERE device_seq = ?",
                                             now, item.deviceSeq);
        if (!counted)
            return fail(counted.error());
    }
    return Nothing();
}

Outcome<Nothing> markReceived(Connection &connection, const QString &id, const QDateTime &now)
{
    const auto moved = moveState(connection, id, CaseState::Received);
    if (!moved)
        return fail(moved.error());
    return outboxDone(connection.exec(
        "UPDATE outbox SET acked_at = ?, last_error = '', next_try = 0, resend = 0 WHERE case_id = ?", now,
        idBytes(id)));
}

Outcome<Nothing> markRetry(Connection &connection, const QString &id, const QString &error,
                           const QDateTime &nextTry)
{
    const auto moved = moveState(connection, id, CaseState::Queued);
    if (!moved)
        return fail(moved.error());
    return outboxDone(connection.exec("UPDATE outbox SET last_error = ?, next_try = ? WHERE case_id = ?",
                                      error, nextTry, idBytes(id)));
}

Outcome<Nothing> markParked(Connection &connection, const QString &id, const QString &reason)
{
    const auto moved = moveState(connection, id, CaseState::Parked);
    if (!moved)
        return fail(moved.error());
    const auto noted = connection.exec("UPDATE outbox SET last_error = ?, resend = 0 WHERE case_id = ?",
                                       reason, idBytes(id));
    if (!noted)
        return fail(noted.error());
    if (!moved.value()) // one that was decided before, offered again
        return Nothing();
    return outboxDone(connection.exec("UPDATE case_record SET reason = ? WHERE id = ?", reason, idBytes(id)));
}

Outcome<std::optional<BlobToSend>> nextBlob(Connection &connection, const QList<QByteArray> &except)
{
    QStringList passed;
    for (const QByteArray &one : except)
        passed += QString::fromLatin1(one);
    return connection.one(
        "SELECT b.sha256, b.length, b.mime, b.sent FROM blob b"
        " JOIN blob_use u ON u.sha256 = b.sha256 JOIN case_record c ON c.id = u.case_id"
        " WHERE b.sent_at = 0 AND c.state NOT IN ('queued', 'waiting-approval', 'sending', 'parked', 'void')"
        " AND instr(?, lower(hex(b.sha256))) = 0"
        " GROUP BY b.sha256 ORDER BY max(u.role IN ('photo', 'signature')) DESC, min(c.device_seq) LIMIT 1",
        [](const Statement &s) {
            return BlobToSend{s.blob(0).toHex(), s.integer(1), s.text(2), s.integer(3)};
        },
        passed.join(u' '));
}

static Outcome<QList<BlobToSend>> unsentBlobs(Connection &connection, bool isAll)
{
    return connection.all(
        "SELECT b.sha256, b.length, b.mime, b.sent FROM blob b"
        " JOIN blob_use u ON u.sha256 = b.sha256 JOIN case_record c ON c.id = u.case_id"
        " WHERE b.sent_at = 0 AND (?1 OR c.state NOT IN ('waiting-approval', 'parked', 'void'))"
        " GROUP BY b.sha256 ORDER BY max(u.role IN ('photo', 'signature')) DESC, min(c.device_seq)",
        [](const Statement &s) {
            return BlobToSend{s.blob(0).toHex(), s.integer(1), s.text(2), s.integer(3)};
        },
        qint64(isAll));
}

Outcome<QList<BlobToSend>> blobsToCarry(Connection &connection)
{
    return unsentBlobs(connection, false);
}

Outcome<QList<BlobToSend>> blobsNotSent(Connection &connection)
{
    return unsentBlobs(connection, true);
}

Outcome<Nothing> noteBlobSent(Connection &connection, const QByteArray &sha256, qint64 sent,
                              const QDateTime &completeAt)
{
    return outboxDone(connection.exec("UPDATE blob SET sent = ?, sent_at = ? WHERE sha256 = ?", sent,
                                      completeAt, QByteArray::fromHex(sha256)));
}

Outcome<Nothing> forgetWaits(Connection &connection)
{
    return outboxDone(connection.exec(
        "UPDATE outbox SET next_try = 0 WHERE state IN ('queued', 'sending') AND next_try > 0"));
}

Outcome<LeftToSend> leftToSend(Connection &connection)
{
    const auto counted
        = connection.one("SELECT (SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')),"
                         " (SELECT count(*) FROM blob WHERE sent_at = 0)",
                         [](const Statement &s) {
                             return LeftToSend{int(s.integer(0)), int(s.integer(1))};
                         });
    if (!counted)
        return fail(counted.error());
    return counted.value().value_or(LeftToSend());
}

Outcome<UnsentCases> unsentCases(Connection &connection, const Clock &clock)
{
    UnsentCases unsent;
    // The chain is in the order of the saves, so the first of it is the oldest.
    const auto counted
        = connection.one("SELECT count(*), min(device_seq) FROM outbox WHERE state IN ('queued', 'sending')",
                         [&](const Statement &s) {
                             unsent.count = int(s.integer(0));
                             return s.integer(1);
                         });
    if (!counted)
        return fail(counted.error());
    if (unsent.count == 0)
        return unsent;
    const auto saved = connection.one(
        "SELECT saved_at FROM case_record WHERE device_seq = ?", [](const Statement &s) { return s.time(0); },
        counted.value().value_or(0));
    if (!saved)
        return fail(saved.error());
    unsent.oldest = saved.value().value_or(QDateTime());
    const auto now = stampedTime(connection, clock);
    if (!now)
        return fail(now.error());
    unsent.isAgeKnown = now.value().certainty != "suspect"_L1
        && qAbs(now.value().time.secsTo(clock.nowUtc())) < kWrongClockSeconds;
    return unsent;
}

Outcome<qint64> offerAgain(Connection &connection, qint64 expectedSeq, qint64 below)
{
    return connection.exec("UPDATE outbox SET resend = 1, durable_at = 0, next_try = 0"
                           " WHERE device_seq >= ? AND device_seq < ? AND resend = 0 AND length(payload) > 0"
                           " AND state NOT IN ('queued', 'sending', 'parked')",
                           expectedSeq, below);
}

Outcome<qint64> offerUndecidedAgain(Connection &connection)
{
    return connection.exec(
        "UPDATE outbox SET resend = 1, next_try = 0 WHERE state = 'received' AND resend = 0");
}

Outcome<Nothing> offerBlobsAgain(Connection &connection)
{
    return outboxDone(connection.exec("UPDATE blob SET sent_at = 0 WHERE sent_at > 0"));
}

Outcome<Nothing> markDurable(Connection &connection, qint64 seq, const QDateTime &now)
{
    return outboxDone(
        connection.exec("UPDATE outbox SET durable_at = ? WHERE device_seq <= ? AND durable_at = 0"
                        " AND resend = 0 AND state NOT IN ('queued', 'sending', 'parked')",
                        now, seq));
}

} // namespace Loket
