// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/views.h"
#include "model/vault/envelope.h"

namespace Loket {

class Connection;

// Writing cases, drafts and what goes with them. Every function works in the caller's transaction on the
// writer's connection and leaves the rest to it.

/// SHA-256 of the content that was saved under this id; none: the id is not known.
Outcome<std::optional<QByteArray>> savedContent(Connection &connection, const CaseId &id);

/// A case with the bytes that were frozen for it.
struct FrozenCase {
    CaseRecord record;
    Envelope envelope;
    QByteArray envelopeHash; ///< 32 bytes
};
/// Puts case, numbers, bases, used blobs and the outbox row. The family and the bases are the header's.
Outcome<Nothing> insertCase(Connection &connection, const FrozenCase &frozen);

/// Takes a number away from a case, for the one that corrects it.
Outcome<Nothing> releaseNumber(Connection &connection, const CaseId &id, const QString &card);

/// The case counts no longer: state `void`, its numbers `spoilt` for good, its pending effect gone. Its
/// envelope stays in the outbox, for the chain must not have a gap.
Outcome<Nothing> spoilCase(Connection &connection, const CaseId &id, const QString &reason);
/// Whether a later case was made on this one.
Outcome<bool> isBuiltOn(Connection &connection, const CaseId &id);

/// Drops what a waiting case makes of its family, because a correction of it takes its place.
Outcome<Nothing> dropPendingEffect(Connection &connection, const CaseId &id);

/// Puts what the waiting case makes of the family `kk`, for the family page. `shown` is the family with the
/// effect laid over; new people in it, and who is called or numbered otherwise now, are found by the search.
Outcome<Nothing> insertPendingEffect(Connection &connection, const CaseId &id, const QString &kk,
                                     const FamilyEffect &effect, const FamilyView &shown);

/// Size and type of a blob by its lowercase hex SHA-256; none: not in the store.
struct BlobFacts {
    qint64 length = 0;
    QString mime;
};
Outcome<std::optional<BlobFacts>> blobFacts(Connection &connection, const QByteArray &sha256);

Outcome<Nothing> putDraft(Connection &connection, const DraftSummary &summary, const Case &content);
/// Parks a draft with a note, or with an empty note brings it back. Answers whether there was one.
Outcome<bool> parkDraft(Connection &connection, const QString &id, const QString &note, QDate promised);
/// Gives a draft to another officer. Answers whether there was one.
Outcome<bool> handOverDraft(Connection &connection, const QString &id, const QString &officer);
/// Answers whether there was one.
Outcome<bool> removeDraft(Connection &connection, const QString &id);

/// Remembers the postcode that was typed for a village.
Outcome<Nothing> rememberPostcode(Connection &connection, const QString &village, const QString &postcode,
                                  const QDateTime &at);

/// Adds a line to the print log for a paper whose fate nobody asks about; answers how often it was printed
/// before.
Outcome<int> notePrint(Connection &connection, const QString &what, const QString &reference,
                       const QString &reason, QDate day, const QDateTime &at, const QString &officer);

} // namespace Loket
