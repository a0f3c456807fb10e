// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Loket {

class Clock;
class Connection;

/// How far this counter's chain of envelopes came, kept a second time in a file of its own (store.high)
/// beside store.db. A store.db that is behind it is an older copy: it would make envelopes and give card
/// numbers a second time (reliability.md B.5, C.3).
struct HighWater {
    QString device;
    QString generation;
    qint64 seq = 0;
    QByteArray lastHash; ///< 32 bytes
    friend bool operator==(const HighWater &, const HighWater &) = default;
};

/// None: there is no such file, or it is torn; it is written without waiting for the disk.
std::optional<HighWater> readHighWater(const QString &dir);
/// Replaces the file; a failure is not told, for the store is right without it.
void writeHighWater(const QString &dir, const HighWater &mark);
Outcome<HighWater> highWaterOf(Connection &connection);

/// Begins a new generation of the store when it turned out to be an older copy: the chain goes on behind
/// `mark`, no number of an open block is given any more, and envelopes that wait with a number of the chain
/// that is used already are parked, with all they hold. In the caller's transaction.
Outcome<Nothing> adoptHighWater(Connection &connection, const HighWater &mark, const Clock &clock);
/// The same when `mark` is of this very store and generation and above it. Answers whether it was.
Outcome<bool> recoverFromOlderCopy(Connection &connection, const std::optional<HighWater> &mark,
                                   const Clock &clock);

} // namespace Loket
