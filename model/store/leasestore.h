// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/sync/leases.h"

#include <QDateTime>

namespace Loket {

class Connection;

/// The counter's blocks of card numbers that still have some, oldest first.
Outcome<QList<Lease>> openLeases(Connection &connection);
/// Whether the counter ever had a block.
Outcome<bool> hadLease(Connection &connection);
/// Keeps a granted block; one that is known already changes nothing. Answers whether it was new.
Outcome<bool> addLease(Connection &connection, const Lease &lease, const QDateTime &grantedAt);
/// Writes back how far the blocks were used. In the transaction that gives the numbers out.
Outcome<Nothing> keepLeases(Connection &connection, const QList<Lease> &leases);

/// Reserved numbers that lie in no block, or in the part of one that was not given out yet. 0: sound.
Outcome<qint64> numbersOutsideLeases(Connection &connection);

} // namespace Loket
