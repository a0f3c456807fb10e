// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Loket {

/// A block of card numbers that the centre lent to this counter. Both ends inclusive; `next` is the first one
/// that was not given yet, high + 1 when the block is used up.
struct Lease {
    QString id;
    qint64 low = 0;
    qint64 high = -1;
    qint64 next = 0;
    QDateTime expires = {}; ///< no number is given after it; null: never
    qint64 left() const { return next > high ? 0 : high - next + 1; }
    qint64 size() const { return high - low + 1; }
    friend bool operator==(const Lease &, const Lease &) = default;
};

struct TakenNumber {
    QString lease;
    QString card; ///< 13 digits
    friend bool operator==(const TakenNumber &, const TakenNumber &) = default;
};

/// Takes `count` numbers from the blocks in their order and moves their `next`. All or none: a family gets
/// its numbers together or later, and none is given to half of it.
std::optional<QList<TakenNumber>> takeNumbers(QList<Lease> &leases, int count);

qint64 numbersLeft(const QList<Lease> &leases);

/// Whether to ask for the next block: half of the newest one is all that is left, or there is none. So a
/// counter holds two blocks at most.
bool wantsLease(const QList<Lease> &leases);

} // namespace Loket
