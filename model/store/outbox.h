// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/views.h"
#include "model/vault/envelope.h"

namespace Loket {

class Clock;
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

/// The same of those that no verified backup of the centre holds yet, together at most about `bytes` long
/// (one at least).
Outcome<QList<OutboxItem>> envelopesNotDurable(Connection &connection, qint64 after, int limit, qint64 bytes);

/// Up to `limit` envelopes that are due at `now` (or that the centre lost), oldest first, together at most
/// about `bytes` long (one at least).
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

/// A picture or scan of a received case that the centre does not have yet.
struct BlobToSend {
    QByteArray sha256; ///< lowercase hex
    qint64 length = 0;
    QString type;
    qint64 sent = 0; ///< bytes that the centre said it has; it knows better
};
/// The next one, photos before scans, in the order of their cases; none of `except`.
Outcome<std::optional<BlobToSend>> nextBlob(Connection &connection, const QList<QByteArray> &except);
/// All that the centre lacks, of cases that were not refused, photos before scans.
Outcome<QList<BlobToSend>> blobsToCarry(Connection &connection);
/// The same with those of cases that a person has to look at, or that were taken back.
Outcome<QList<BlobToSend>> blobsNotSent(Connection &connection);
/// The centre has `sent` bytes of it now; `completeAt` null: not all.
Outcome<Nothing> noteBlobSent(Connection &connection, const QByteArray &sha256, qint64 sent,
                              const QDateTime &completeAt);

/// What waits for its next try is due now.
Outcome<Nothing> forgetWaits(Connection &connection);

/// What is still to be sent.
struct LeftToSend {
    int envelopes = 0;
    int blobs = 0;
};
Outcome<LeftToSend> leftToSend(Connection &connection);

/// What waits to be received, and since when. `clock` stood beside the saves.
Outcome<UnsentCases> unsentCases(Connection &connection, const Clock &clock);

/// The centre lacks what it had from `expectedSeq` on: those that were taken for sent are sent again,
/// whatever became of them. Up to (not with) `below`. What was cleared away is not: it is in a backup of the
/// centre. Answers how many.
Outcome<qint64> offerAgain(Connection &connection, qint64 expectedSeq, qint64 below);
/// Their verdicts will not come any more: what is received and not decided is sent again, for the receipt
/// says what became of it. Answers how many.
Outcome<qint64> offerUndecidedAgain(Connection &connection);
/// The centre may lack attachments that it had. What it still has costs one question each.
Outcome<Nothing> offerBlobsAgain(Connection &connection);
/// Everything up to `seq` is in a verified backup of the centre.
Outcome<Nothing> markDurable(Connection &connection, qint64 seq, const QDateTime &now);

} // namespace Loket
