// SPDX-License-Identifier: Apache-2.0
#include "model/sync/leases.h"

using namespace Qt::StringLiterals;

namespace Loket {

/// Digits of a card number.
static constexpr int kCardDigits = 13;

std::optional<QList<TakenNumber>> takeNumbers(QList<Lease> &leases, int count)
{
    if (numbersLeft(leases) < count)
        return std::nullopt;
    QList<TakenNumber> taken;
    for (Lease &lease : leases) {
        while (taken.size() < count && lease.left() > 0)
            taken += {lease.id, u"%1"_s.arg(lease.next++, kCardDigits, 10, QLatin1Char('0'))};
    }
    return taken;
}

qint64 numbersLeft(const QList<Lease> &leases)
{
    qint64 left = 0;
    for (const Lease &lease : leases)
        left += lease.left();
    return left;
}

bool wantsLease(const QList<Lease> &leases)
{
    return leases.isEmpty() || numbersLeft(leases) * 2 <= leases.last().size();
}

} // namespace Loket
