// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

namespace Loket {

class Clock;
class Connection;

/// Makes a new store.db a trial store, once: its identity, office and workstation, two officers. A store that
/// was born before stays as it is.
Outcome<Nothing> bearTrialStore(Connection &connection, const Clock &clock);

} // namespace Loket
