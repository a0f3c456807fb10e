// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/sync/leases.h"
#include "model/vault/signedtext.h"

#include <QDateTime>

namespace Loket {

class Connection;

/// The counter's blocks of card numbers that still have some and have not expired by `now`, oldest first.
Outcome<QList<Lease>> openLeases(Connection &connection, const QDateTime &now);
/// Those that have some and expired: to be given back.
Outcome<QList<Lease>> expiredLeases(Connection &connection, const QDateTime &now);
/// The grants of all blocks that have numbers left, as the centre signed them.
Outcome<QList<SignedText>> leaseProofs(Connection &connection);
/// Whether the counter ever had a block.
Outcome<bool> hadLease(Connection &connection);
/// Keeps a granted block; one that is known already changes nothing. Answers whether it was new.
Outcome<bool> addLease(Connection &connection, const Lease &lease, const QDateTime &grantedAt,
                       const SignedText &proof = {});
/// The centre took back what is left of a block.
Outcome<Nothing> markReturned(Connection &connection, const QString &leaseId);
/// No number of any open block is given any more: which ones were, this store does not know for sure.
Outcome<qint64> burnLeases(Connection &connection);
/// Writes back how far the blocks were used. In the transaction that gives the numbers out.
Outcome<Nothing> keepLeases(Connection &connection, const QList<Lease> &leases);

/// Reserved numbers that lie in no block, or in the part of one that was not given out yet. 0: sound.
Outcome<qint64> numbersOutsideLeases(Connection &connection);

} // namespace Loket
