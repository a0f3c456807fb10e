// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/centralport.h"
#include "model/vault/devicekey.h"

#include <optional>

namespace Loket {

// On what terms a centre gives blocks of card numbers. Which numbers are free is its book's to know.

/// What a block is granted with.
struct LeaseTerms {
    QString lease; ///< id
    qint64 low = 0;
    qint64 size = 0;
    QString device;
    QByteArray publicKey; ///< of the device
    QDateTime now;        ///< UTC
    QString epoch;
};

/// BadInput when the question is none; else nothing.
std::optional<Failure> refusedLease(const LeaseRequest &request);
/// Numbers for a question: `usual` when it names none, else what it names, between 10 and 20,000.
qint64 leaseSize(const LeaseRequest &request, qint64 usual);
/// The block, signed; good for 30 days without having heard of the centre.
LeaseGrant grantLease(const LeaseTerms &terms, const DeviceKey &centre);
/// What a proof grants; its signature is not looked at.
LeaseGrant leaseOfProof(const SignedText &proof);
/// A block that a counter shows, when this centre signed it for him.
std::optional<LeaseGrant> genuineLease(const SignedText &proof, const QString &device,
                                       const QByteArray &centreKey);
/// BadInput when the rest of a block can't be given back from `next` on: it is not of the block, or less was
/// returned before (`returnedFrom`; -1: nothing). The lower mark counts; numbers behind it are not given
/// again, for they may stand on paper somewhere.
std::optional<Failure> refusedReturn(qint64 low, qint64 high, qint64 returnedFrom, qint64 next);

} // namespace Loket
