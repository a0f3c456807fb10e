// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/views.h"

namespace Loket {

class Connection;

// One family put into mirror.db, in the caller's transaction on the mirror writer's connection. For many,
// MirrorApply.

/// Puts a family as the centre tells it, in the place of an older state of it. An older revision than the one
/// that is there changes nothing. Answers whether it changed something. `at`: when this counter heard of it,
/// for the history of what was paid; null: that is not kept.
Outcome<bool> putFamily(Connection &connection, const FamilyView &family, const QDateTime &at = {});
/// The centre has no such family any more. Answers whether it was there, at an older revision.
Outcome<bool> dropFamily(Connection &connection, const QString &kk, int revision);

} // namespace Loket
