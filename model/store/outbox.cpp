// SPDX-License-Identifier: Apache-2.0
#include "model/store/outbox.h"

#include "model/rulebook/codes.h"
#include "model/store/connection.h"

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

constexpr const char *kLeaveUnsent
    = "UPDATE outbox SET state = ? WHERE case_id = ? AND state IN ('queued', 'sending')";
constexpr const char *kDecide = "UPDATE outbox SET state = ? WHERE case_id = ?";

/// Case and outbox row say the same, unless the counter ended the case by itself: its envelope goes out all
/// the same. A row whose state is not one of `from` is left alone. The list is part of the statement, so each
/// transition has its own.
Outcome<bool> moveState(Connection &connection, const char *outboxSql, const QString &id, CaseState state)
{
    const auto moved = connection.exec(outboxSql, caseStateWord(state), idBytes(id));
    if (!moved)
        return fail(moved.error());
    if (moved.value() == 0)
        return false;
    const auto record = connection.exec(
        "UPDATE case_record SET state = ?1 WHERE id = ?2 AND (?3 OR state IN ('queued', 'waiting-approval',"
        " 'sending', 'received', 'parked'))",
        caseStateWord(state), idBytes(id), outboxSql == kDecide ? 1 : 0);
    if (!record)
        return fail(record.error());
    return true;
}

Outcome<Nothing> confirmNumbers(Connection &connection, const VerdictRow &verdict)
{
    const QByteArray id = idBytes(verdict.id);
    if (verdict.state == CaseState::Rejected || verdict.state == CaseState::Void)
        return outboxDone(connection.exec("UPDATE case_number SET state = 'void' WHERE case_id = ?", id));
    for (const AssignedNumber &number : verdict.numbers) {
        const auto put = connection.exec("INSERT INTO case_number (case_id, member, card, va, state)"
                                         " VALUES (?, ?, ?, ?, ?) ON CONFLICT (case_id, member) DO UPDATE SET"
                                         " card = excluded.card, va = excluded.va, state = excluded.state"
                                         // A correction took the number over: it stays with that case.
                                         " ON CONFLICT (card) DO UPDATE SET state = excluded.state",
                                         id, number.member, number.card, number.va, number.state);
        if (!put)
            return fail(put.error());
    }
    return Nothing();
}

/// The cases that were made on one which the centre did not take can't stand either. Those that wait here
/// come back at once, before they are sent; their envelopes go out all the same, and the centre says the same
/// of them.
Outcome<Nothing> returnDependants(Connection &connection, const QString &base)
{
    const auto reference = connection.one(
        "SELECT service, reference FROM case_record WHERE id = ?",
        [](const Statement &s) { return s.text(0) + u", "_s + s.text(1); }, idBytes(base));
    if (!reference)
        return fail(reference.error());
    const auto waiting = connection.all(
        "SELECT c.id FROM case_base b CROSS JOIN case_record c ON c.id = b.case_id"
        " WHERE b.base = ?1 AND c.state IN ('queued', 'sending') AND c.corrects IS NOT ?1",
        [](const Statement &s) { return s.blob(0); }, idBytes(base));
    if (!waiting)
        return fail(waiting.error());
    const QString reason = u"%1 (%2)"_s.arg(codeText(u"verdict"_s, u"base.returned"_s, u"id"_s),
                                            reference.value().value_or(QString()));
    for (const QByteArray &id : waiting.value()) {
        const auto back = connection.exec("UPDATE case_record SET state = 'needs-correction', reason = ?"
                                          " WHERE id = ?",
                                          reason, id);
        if (!back)
            return fail(back.error());
        const auto effect = connection.exec("DELETE FROM pending_effect WHERE case_id = ?", id);
        if (!effect)
            return fail(effect.error());
        if (auto further = returnDependants(connection, CaseId::fromBytes(id)->text()); !further)
            return further;
    }
    return Nothing();
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

Outcome<QList<OutboxItem>> dueEnvelopes(Connection &connection, const QDateTime &now, int limit, qint64 bytes)
{
    QList<OutboxItem> items;
    qint64 size = 0;
    Statement rows = connection.statement(
        "SELECT o.device_seq, o.attempts, o.case_id, o.header, o.payload, o.signature FROM outbox o"
        " WHERE o.state IN ('queued', 'sending') AND o.next_try NOT BETWEEN ? + 1 AND ? ORDER BY "
        "o.device_seq LIMIT ?");
    // A try that lies far ahead was noted before the clock was set back.
    rows.bind(now, now.addSecs(kLongestWaitSeconds), limit);
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

Outcome<Nothing> markSending(Connection &connection, const QList<OutboxItem> &items, const QDateTime &now)
{
    for (const OutboxItem &item : items) {
        const auto moved = moveState(connection, kLeaveUnsent, item.envelope.id, CaseState::Sending);
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
    const auto moved = moveState(connection, kLeaveUnsent, id, CaseState::Received);
    if (!moved)
        return fail(moved.error());
    return outboxDone(connection.exec(
        "UPDATE outbox SET acked_at = ?, last_error = '', next_try = 0 WHERE case_id = ?", now, idBytes(id)));
}

Outcome<Nothing> markRetry(Connection &connection, const QString &id, const QString &error,
                           const QDateTime &nextTry)
{
    const auto moved = moveState(connection, kLeaveUnsent, id, CaseState::Queued);
    if (!moved)
        return fail(moved.error());
    return outboxDone(connection.exec("UPDATE outbox SET last_error = ?, next_try = ? WHERE case_id = ?",
                                      error, nextTry, idBytes(id)));
}

Outcome<Nothing> markParked(Connection &connection, const QString &id, const QString &reason)
{
    const auto moved = moveState(connection, kLeaveUnsent, id, CaseState::Parked);
    if (!moved)
        return fail(moved.error());
    if (!moved.value())
        return Nothing();
    const auto noted
        = connection.exec("UPDATE outbox SET last_error = ? WHERE case_id = ?", reason, idBytes(id));
    if (!noted)
        return fail(noted.error());
    return outboxDone(connection.exec("UPDATE case_record SET reason = ? WHERE id = ?", reason, idBytes(id)));
}

Outcome<bool> applyVerdict(Connection &connection, const VerdictRow &verdict)
{
    const auto before = connection.one(
        "SELECT state, reason FROM case_record WHERE id = ?",
        [](const Statement &s) { return std::pair(s.text(0), s.text(1)); }, idBytes(verdict.id));
    if (!before)
        return fail(before.error());
    if (!before.value() || *before.value() == std::pair(caseStateWord(verdict.state), verdict.reason))
        return false;
    if (before.value()->first
        == caseStateWord(CaseState::Void)) { // the counter's own word; numbers are spoilt
        const auto noted = connection.exec("UPDATE outbox SET state = ? WHERE case_id = ?",
                                           caseStateWord(verdict.state), idBytes(verdict.id));
        return noted ? Outcome<bool>(false) : Outcome<bool>(fail(noted.error()));
    }
    if (const auto moved = moveState(connection, kDecide, verdict.id, verdict.state); !moved)
        return fail(moved.error());
    const auto reason = connection.exec("UPDATE case_record SET reason = ? WHERE id = ?", verdict.reason,
                                        idBytes(verdict.id));
    if (!reason)
        return fail(reason.error());
    if (const auto numbers = confirmNumbers(connection, verdict); !numbers)
        return fail(numbers.error());
    const auto effect = connection.exec("DELETE FROM pending_effect WHERE case_id = ?", idBytes(verdict.id));
    if (!effect)
        return fail(effect.error());
    const bool isTaken = verdict.state == CaseState::Accepted || verdict.state == CaseState::AcceptedChanged;
    if (!isTaken) {
        if (const auto returned = returnDependants(connection, verdict.id); !returned)
            return fail(returned.error());
    }
    return true;
}

Outcome<QList<QByteArray>> unsentBlobs(Connection &connection, int limit)
{
    return connection.all(
        "SELECT b.sha256 FROM blob b JOIN blob_use u ON u.sha256 = b.sha256 JOIN case_record c ON c.id = "
        "u.case_id"
        " WHERE b.sent_at = 0 AND c.state NOT IN ('queued', 'waiting-approval', 'sending', 'parked', 'void')"
        " GROUP BY b.sha256 ORDER BY max(u.role = 'photo') DESC, min(c.device_seq) LIMIT ?",
        [](const Statement &s) { return s.blob(0).toHex(); }, limit);
}

Outcome<Nothing> markBlobSent(Connection &connection, const QByteArray &sha256, const QDateTime &now)
{
    return outboxDone(
        connection.exec("UPDATE blob SET sent_at = ? WHERE sha256 = ?", now, QByteArray::fromHex(sha256)));
}

Outcome<qint64> storeCursor(Connection &connection)
{
    const auto row = connection.one("SELECT value FROM setting WHERE key = 'feed.cursor'",
                                    [](const Statement &s) { return s.text(0).toLongLong(); });
    if (!row)
        return fail(row.error());
    return row.value().value_or(0);
}

Outcome<Nothing> moveStoreCursor(Connection &connection, qint64 cursor, const QDateTime &now)
{
    for (const auto &[key, value] : {std::pair(u"feed.cursor"_s, QString::number(cursor)),
                                     std::pair(u"sync.last"_s, QString::number(now.toMSecsSinceEpoch()))}) {
        const auto put = connection.exec("INSERT INTO setting (key, value) VALUES (?, ?)"
                                         " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                                         key, value);
        if (!put)
            return fail(put.error());
    }
    return Nothing();
}

Outcome<Nothing> parkEntry(Connection &connection, qint64 seq, const QString &kind, const QString &body,
                           const QString &reason)
{
    return outboxDone(connection.exec("INSERT INTO feed_parked (seq, kind, body, reason) VALUES (?, ?, ?, ?)"
                                      " ON CONFLICT (seq) DO NOTHING",
                                      seq, kind, body, reason));
}

} // namespace Loket
