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

} // namespace Loket
