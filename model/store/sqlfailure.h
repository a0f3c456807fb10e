// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

struct sqlite3;

namespace Loket {

/// What an SQLite result code (plain or extended) means to the program.
FailureKind sqlFailureKind(int resultCode);
/// The failure of the last call on this connection. The detail names code and constraint, never a bound
/// value.
Failure sqlFailure(sqlite3 *handle, int resultCode);

} // namespace Loket
