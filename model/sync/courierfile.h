// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/sync/wire.h"
#include "model/vault/box.h"
#include "model/vault/devicekey.h"

#include <functional>
#include <memory>

namespace Loket {

// What a USB courier carries between a counter without a network and its centre: one file there, one back.
// Each is a line that says what it is, then JSON that its maker signed, packed, and sealed to its reader. Who
// carries it can neither read nor change it.

inline constexpr qsizetype kMostCourierBytes = 64 * 1024 * 1024;
inline constexpr int kMostCourierEnvelopes = 5000;

/// From a counter: what it would have said over a line.
struct CourierLoad {
    QString device;
    qint64 number = 0;  ///< 1 for the counter's first file, then rising
    QByteArray boxKey;  ///< X25519 public of the counter: what the answer is sealed to
    CounterState state; ///< as for hello; its cursor is where the feed is to be read from
    QList<Envelope> envelopes;
    QList<AttachmentPiece> attachments; ///< whole ones
    QString leaseRequest;               ///< empty: numbers are not wanted
    QStringList editions;               ///< that the feed told and whose package is not here yet
};

/// What the centre answered to it.
struct CourierReply {
    QString device;
    qint64 number = 0; ///< of the file that this answers
    Welcome welcome;
    QList<Receipt> receipts;
    qint64 durableSeq = 0;
    QList<QByteArray> attachments; ///< names of those that the centre has whole
    std::optional<LeaseGrant> lease;
    qint64 from = 0;            ///< the position that `page` begins behind
    FeedPage page;              ///< its `more`: what did not go into the file waits for the next one
    QList<SignedText> editions; ///< packages of those that were wanted or that `page` tells
};

/// Null when the centre's key is none.
std::optional<QByteArray> writeCourierLoad(const CourierLoad &load, const DeviceKey &device,
                                           const QByteArray &centreBox);
/// Opens it and reads whose it says it is; `signedBy` says whether that is so.
struct OpenedLoad {
    CourierLoad load;
    SignedText text;
    bool isSignedBy(const QByteArray &devicePublicKey) const;
};
Read<OpenedLoad> openCourierLoad(const QByteArray &file, const BoxKey &centreBox);

std::optional<QByteArray> writeCourierReply(const CourierReply &reply, const DeviceKey &centre,
                                            const QByteArray &deviceBox);
Read<CourierReply> openCourierReply(const QByteArray &file, const BoxKey &deviceBox,
                                    const QByteArray &centrePublicKey);
/// Whether the file says of itself that it is a counter's; nothing about whose or whether it is whole.
bool isCourierLoad(const QByteArray &file);

/// What of feed and editions goes into one answer, in bytes of JSON: the rest comes with the next file. Its
/// reader takes kMostFeedBytes, quotes and all.
inline constexpr qint64 kMostCarriedBytes = 36 * 1024 * 1024;

/// The centre's side: does for a counter what it would have done over a line. `central` is that counter's
/// session; `load` is signed by it.
Outcome<CourierReply> serveCourier(const CourierLoad &load, CentralPort &central,
                                   qint64 mostBytes = kMostCarriedBytes);

/// Whom a file says it is from, as the centre knows him.
struct CourierSender {
    QByteArray publicKey, boxKey;
    std::unique_ptr<CentralPort> session;
};
/// What any centre does with a sealed file, whoever carries it: opens it, asks `find` for the sender (null:
/// not known), looks who signed it, serves it and seals the answer to the sender. BadInput: courier.damaged,
/// courier.signature, courier.box-key; other failures: of `find` and of the session.
Outcome<QByteArray>
answerCourier(const QByteArray &sealed, const BoxKey &centreBox, const DeviceKey &centreKey,
              const std::function<Outcome<std::optional<CourierSender>>(const QString &device)> &find);

} // namespace Loket
