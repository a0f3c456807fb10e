// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/views.h"
#include "model/vault/envelope.h"

namespace Loket {

class Connection;

// The outbox and what the centre says about what was in it. `sending` carries no truth: a row in it is sent
// again like a queued one, for the program may have ended before it heard the answer.

struct OutboxItem {
    qint64 deviceSeq = 0;
    int attempts = 0;
    Envelope envelope;
};

/// The frozen bytes of a saved case. Corrupt when there are none.
Outcome<Envelope> frozenEnvelope(Connection &connection, const CaseId &id);

/// One after the other in the order of the device's chain, from `after` on (0: the first); at most `limit`.
Outcome<QList<OutboxItem>> envelopesAfter(Connection &connection, qint64 after, int limit);

/// Up to `limit` envelopes that are due at `now`, oldest first, together at most about `bytes` long (one at
/// least).
Outcome<QList<OutboxItem>> dueEnvelopes(Connection &connection, const QDateTime &now, int limit,
                                        qint64 bytes);
/// Notes that they go out now.
Outcome<Nothing> markSending(Connection &connection, const QList<OutboxItem> &items, const QDateTime &now);
/// The centre has it.
Outcome<Nothing> markReceived(Connection &connection, const QString &id, const QDateTime &now);
/// It was not accepted for sending; it is tried again at `nextTry`.
Outcome<Nothing> markRetry(Connection &connection, const QString &id, const QString &error,
                           const QDateTime &nextTry);
/// It will never get through by itself: a person has to look at it.
Outcome<Nothing> markParked(Connection &connection, const QString &id, const QString &reason);

struct VerdictRow {
    QString id;
    CaseState state = CaseState::Accepted;
    QString reason;
    QList<AssignedNumber> numbers; ///< as the centre confirmed or gave them; empty: none
};
/// Sets state, reason and numbers of the case and drops its pending effect; when it was not taken, the queued
/// cases that build on it come back to the officer. Answers whether that changed something: a case that is
/// not ours or has this verdict already does not.
Outcome<bool> applyVerdict(Connection &connection, const VerdictRow &verdict);

/// Blobs of received cases that the centre does not have yet, pictures before scans; lowercase hex.
Outcome<QList<QByteArray>> unsentBlobs(Connection &connection, int limit);
Outcome<Nothing> markBlobSent(Connection &connection, const QByteArray &sha256, const QDateTime &now);

/// How far the feed was applied to store.db (verdicts and leases); the mirror has a cursor of its own.
Outcome<qint64> storeCursor(Connection &connection);
Outcome<Nothing> moveStoreCursor(Connection &connection, qint64 cursor, const QDateTime &now);

/// Keeps an entry that this program can't apply, for a later one.
Outcome<Nothing> parkEntry(Connection &connection, qint64 seq, const QString &kind, const QString &body,
                           const QString &reason);

} // namespace Loket
