// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

namespace Loket {

/// Bytes that this user may still write on the disk of an existing folder; -1: not known. Any thread.
qint64 freeRoom(const QString &folder);

/// What is asked for it; a test puts its own in the place of the disk. Empty: freeRoom().
using RoomTeller = std::function<qint64(const QString &folder)>;

} // namespace Loket
