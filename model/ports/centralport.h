// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/vault/envelope.h"
#include "model/vault/signedtext.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace Loket {

/// What a counter says of itself before anything else.
struct CounterState {
    QString generation; ///< of its store
    qint64 lastSeq = 0; ///< of the last envelope it made
    QString epoch;      ///< of the feed as it was read last; empty: never
    qint64 cursor = 0;  ///< in that feed
    QString rulebook;   ///< the edition in force there today
    QString app;        ///< version of the program
    int protocol = 1;   ///< the newest it speaks
    QList<SignedText>
        leases; ///< the blocks it holds, as they were granted: a restored centre may not know them
};

/// A change that the centre tells: "verdict" on a case of ours, "family" in its newest state, "gone" (a
/// family's end), "lease", "announcement", "edition", "facilities", "device" (an order to this counter).
struct FeedEntry {
    qint64 seq = 0; ///< cursor position, rising for a reader; what is meant for others leaves gaps
    QString kind;
    QJsonObject body;
    SignedText proof
        = {}; ///< of a verdict, lease, edition or order, whose text is the body; empty: not signed
    /// The body as JSON text, as it travelled, for who can read that faster; empty: only `body` is filled in.
    QByteArray text = {};
};

/// What the centre answers to that.
struct Welcome {
    enum class Device { Active, Frozen, Revoked };
    QString epoch; ///< another one than before: the centre was restored from an older copy
    QDateTime now; ///< the centre's time, UTC; null: not told (an answer that was carried is days old)
    Device device = Device::Active;
    qint64 expectedSeq = 1; ///< the first envelope of this counter that the centre lacks
    qint64 highestSeq
        = 0; ///< the highest that it ever saw; above the counter's own: its store is an older copy
    QByteArray highestHash; ///< envelopeHash() of that one, hex; the next generation's chain goes on from it
    qint64 durableSeq = 0;  ///< up to this one they are in a verified backup
    qint64 head = 0;        ///< the last position of the feed
    /// Where the history of `epoch` parts from the one that the counter named: what it read behind this
    /// position may not have happened. `head` for a counter that never read.
    qint64 epochStart = 0;
    /// The orders to this counter; to one that never read, also announcements and editions in force that were
    /// told before.
    QList<FeedEntry> standing;
    int protocol = 1;   ///< to speak from now on
    QString tooOldFrom; ///< ISO day from which this program may make no new cases; empty: none
};

/// What the centre says to one envelope on receiving it.
struct Receipt {
    enum class Kind {
        Received,     ///< kept; the verdict comes through the feed
        AlreadyKnown, ///< the same bytes were kept before
        Held,         ///< kept, but an earlier one of this counter is missing: SubmitReply::expectedSeq
        OtherBytes,   ///< the id is known with other bytes: an alarm, nothing was done
        Refused,      ///< will never be taken; a person has to look at it
        Later         ///< not taken now, for a reason of the centre's own; to be sent again
    };
    QString id;
    Kind kind = Kind::Received;
    QString reason; ///< code; empty when received
    /// AlreadyKnown: what was decided on it, as the feed told it; kind empty: not decided yet.
    FeedEntry verdict = {};
};

struct SubmitReply {
    QList<Receipt> receipts;
    qint64 expectedSeq = 0; ///< 0: not said
    qint64 durableSeq = 0;
};

struct FeedPage {
    QString epoch;
    QList<FeedEntry> entries;
    qint64 next = 0; ///< cursor to ask with next time
    bool more = false;
    qint64 durableSeq = 0; ///< of this counter's envelopes
};

struct LeaseRequest {
    QString request;   ///< a UUID; asked again, it is answered with the same block
    qint64 wanted = 0; ///< numbers; 0: as the centre thinks right
};

/// A block of card numbers, both ends inclusive.
struct LeaseGrant {
    QString leaseId;
    qint64 low = 0;
    qint64 high = -1;
    QDateTime softExpiry = {}; ///< no number is given after it without having heard of the centre; null: none
    SignedText proof = {};     ///< empty from the trial centre
};

/// A piece of an attachment on its way.
struct AttachmentPiece {
    QByteArray sha256; ///< of the whole, lowercase hex
    qint64 length = 0; ///< of the whole
    QString type;      ///< "image/jpeg"
    qint64 offset = 0; ///< of `bytes`
    QByteArray bytes;
};

struct SnapshotChunk {
    QByteArray sha256; ///< lowercase hex, of the bytes as they travel
    qint64 length = 0;
    qint64 families = 0;
};

/// A whole state of the counter's area at a position of the feed. A chunk is zstd over lines of
/// "loket-family/1".
struct SnapshotManifest {
    QString id;
    QString epoch;
    qint64 cursor = 0; ///< the feed goes on behind it
    qint64 families = 0;
    qint64 participants = 0;
    QList<SnapshotChunk> chunks;
    SignedText proof;
};

/// The central service, as the engine sees it. Calls block; they are made on the sync thread, never on the
/// window's.
///
/// Failures: Network (not reached, or cut: try again), Later (reached, not now; retryAfter), Denied (this
/// counter is not known, frozen or revoked), Gone (the cursor or snapshot is too old: load a snapshot),
/// BadInput (deterministic: sending the same again ends the same), Untrusted (what came is not signed by the
/// centre), Cancelled.
class CentralPort
{
public:
    virtual ~CentralPort() = default;
    virtual Outcome<Welcome> hello(const CounterState &state) = 0;
    virtual Outcome<SubmitReply> submit(const QList<Envelope> &envelopes) = 0;
    /// `waitSeconds`: how long the centre may hold the answer back when there is nothing.
    virtual Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int waitSeconds = 0)
        = 0;
    virtual Outcome<LeaseGrant> lease(const LeaseRequest &request) = 0;
    /// Gives back what was not used: `next` is the first number that was not given. Again is harmless.
    virtual Outcome<Nothing> returnLease(const QString &leaseId, qint64 next) = 0;
    /// Answers how much the centre has now. A piece that does not begin there changes nothing; the length of
    /// the whole: it is complete. 0 after the last piece: the whole was not what its name says, start again.
    virtual Outcome<qint64> putAttachment(const AttachmentPiece &piece) = 0;
    virtual Outcome<SnapshotManifest> snapshot() = 0;
    /// Up to `limit` bytes of a chunk from `offset` on.
    virtual Outcome<QByteArray> snapshotBytes(const QByteArray &sha256, qint64 offset, qint64 limit) = 0;
    /// The package of an edition or of a list of facilities that the feed told.
    virtual Outcome<SignedText> edition(const QString &id) = 0;
    /// Carries another counter's sealed courier file; the answer is sealed to that counter.
    virtual Outcome<QByteArray> carry(const QByteArray &sealed) = 0;
    /// This counter deleted everything, as it was ordered: {"device", "number", "at", "unsent"}, signed as
    /// WIPED by its key, which is gone by now. Again is harmless.
    virtual Outcome<Nothing> wiped(const SignedText &receipt)
    {
        Q_UNUSED(receipt)
        return fail(Failure{FailureKind::BadInput, QStringLiteral("this centre gives no such orders")});
    }
};

/// What a new counter tells when it enrols.
struct EnrolRequest {
    QString code;         ///< one-time, approved by a supervisor
    QString device;       ///< UUIDv7 made by the counter
    QByteArray publicKey; ///< Ed25519, 32 bytes: signs
    QByteArray boxKey;    ///< X25519, 32 bytes: what is sealed to the counter
    QString app;
};

struct EnrolledOfficer {
    QString id, name, role;
    friend bool operator==(const EnrolledOfficer &, const EnrolledOfficer &) = default;
};

/// What makes a store a counter of a centre.
struct Enrolment {
    QString centre; ///< its URL
    QByteArray ca;  ///< PEM that its certificate must come from
    QString office; ///< code
    QString officeName;
    QString workstation; ///< "0901-3": unique in the country; begins the references on receipts
    QString epoch;
    QByteArray centreKey;    ///< Ed25519 public, 32 bytes: what the centre signs
    QByteArray centreBoxKey; ///< X25519 public, 32 bytes: what is sealed to the centre
    QList<EnrolledOfficer> officers;
    SignedText certificate; ///< device, office, key, last day
    QDateTime now;          ///< the centre's time, UTC
};

} // namespace Loket
