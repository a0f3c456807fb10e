// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/inputerror.h"
#include "model/ports/centralport.h"

namespace Loket {

// What counter and centre say to each other, as UTF-8 JSON bytes, for both sides. Pure functions, any thread.
//
// Every reader is given what may come from anybody: it is bounded in size, refuses a key given twice, a wrong
// type, a missing key, bad UTF-8 and deep nesting, and names the place. A key it does not know is passed
// over, for a newer program may say more. A key whose value is empty is not written; missing and null are the
// same. Times are ISO 8601 UTC with milliseconds, bytes base64 with padding, hashes lowercase hex.

template <typename T>
using Read = Result<T, InputError>;

inline constexpr qsizetype kMostMessageBytes = 1024 * 1024; ///< of any message but the two below
inline constexpr qsizetype kMostSubmissionBytes = 4 * 1024 * 1024;
inline constexpr qsizetype kMostFeedBytes = 64 * 1024 * 1024;
inline constexpr int kMostEnvelopes = 100;     ///< in one batch
inline constexpr int kMostListed = 100'000;    ///< of anything else
inline constexpr int kNewestProtocol = 1;      ///< that this program speaks
inline constexpr const char *kApiRoot = "/v1"; ///< before every path

/// POST /hello: {"generation","lastSeq","epoch","cursor","rulebook","app","protocol","leases":[signed]}.
QByteArray writeCounterState(const CounterState &state);
Read<CounterState> readCounterState(const QByteArray &json);
/// {"epoch","now","device":"active|frozen|revoked","expectedSeq","highestSeq","highestHash","durableSeq",
/// "head","epochStart","standing":[entry],"protocol","tooOldFrom"}.
QByteArray writeWelcome(const Welcome &welcome);
Read<Welcome> readWelcome(const QByteArray &json);

/// POST /submissions: {"envelopes":[{"id","header","payload","signature"}]}, the last three base64.
QByteArray writeSubmissions(const QList<Envelope> &envelopes);
/// The form only; nothing about signatures.
Read<QList<Envelope>> readSubmissions(const QByteArray &json);
/// {"receipts":[{"id","kind":"received|known|held|other-bytes|refused|later","reason","verdict":entry}],
/// "expectedSeq","durableSeq"}.
QByteArray writeSubmitReply(const SubmitReply &reply);
Read<SubmitReply> readSubmitReply(const QByteArray &json);

/// POST /leases: {"request","wanted"}.
QByteArray writeLeaseRequest(const LeaseRequest &request);
Read<LeaseRequest> readLeaseRequest(const QByteArray &json);
/// {"lease","low","high","expires","proof":signed}.
QByteArray writeLeaseGrant(const LeaseGrant &grant);
Read<LeaseGrant> readLeaseGrant(const QByteArray &json);
/// POST /leases/{id}/return: {"next"}; answered with {}.
QByteArray writeLeaseReturn(qint64 next);
Read<qint64> readLeaseReturn(const QByteArray &json);

/// What a centre signs as "MANIFEST": {"id","epoch","cursor","families","participants","chunks":[{"sha256",
/// "length","families"}]}.
QJsonObject snapshotManifestText(const SnapshotManifest &manifest);
/// GET /snapshot: the signed text {"text","signature"} of `manifest.proof`.
QByteArray writeSnapshotManifest(const SnapshotManifest &manifest);
/// Reads what the text says and keeps the proof; whether it is signed is the caller's to check.
Read<SnapshotManifest> readSnapshotManifest(const QByteArray &json);

/// GET /editions/{id}: {"text","signature"}.
QByteArray writeSigned(const SignedText &text);
Read<SignedText> readSigned(const QByteArray &json);

/// POST /enrol: {"code","device","key","boxKey","app"}. Signed like every request, by the key that it tells.
QByteArray writeEnrolRequest(const EnrolRequest &request);
Read<EnrolRequest> readEnrolRequest(const QByteArray &json);
/// {"office","officeName","workstation","epoch","centreKey","centreBoxKey","officers":[{"id","name","role"}],
/// "certificate":signed,"now"}. `centre` and `ca` don't travel: the counter knows them.
QByteArray writeEnrolment(const Enrolment &enrolment);
Read<Enrolment> readEnrolment(const QByteArray &json);

/// The body of every answer from 400 on: {"error":code,"detail"}.
struct WireError {
    QString code;   ///< "cursor.gone"
    QString detail; ///< English, for the log; empty: none
    friend bool operator==(const WireError &, const WireError &) = default;
};
QByteArray writeWireError(const WireError &error);
Read<WireError> readWireError(const QByteArray &json);

} // namespace Loket
