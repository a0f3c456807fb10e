// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QDateTime>

namespace Loket {

class Connection;

/// What only this counter knows goes from the mirror in use into the new one, family by family: when it heard
/// of which payment. A family that is paid until another month in the new one was heard of `at`; one that is
/// new here has no history. `to` has its indexes and is in a transaction; `from` is only read.
Outcome<Nothing> carryPaid(Connection &from, Connection &to, const QDateTime &at);

/// Families that the mirror in use has in a newer state than the new one, or alone, go into it: what the feed
/// told since the snapshot was made. Only where both speak of one history, and `from` heard of everything up
/// to the position of `to`: else a family that is gone would come back. The same conditions; answers how
/// many.
Outcome<qint64> carryNewer(Connection &from, Connection &to);

} // namespace Loket
