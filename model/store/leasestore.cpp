// SPDX-License-Identifier: Apache-2.0
#include "model/store/leasestore.h"

#include "model/store/connection.h"

using namespace Qt::StringLiterals;

namespace Loket {

static Lease leaseRow(const Statement &s)
{
    return {s.text(0), s.integer(1), s.integer(2), s.integer(3), s.time(4)};
}

Outcome<QList<Lease>> openLeases(Connection &connection, const QDateTime &now)
{
    return connection.all(
        "SELECT lease_id, low, high, next, expires_at FROM number_lease WHERE state = 'open'"
        " AND (expires_at = 0 OR expires_at > ?) ORDER BY low",
        leaseRow, now);
}

Outcome<QList<Lease>> expiredLeases(Connection &connection, const QDateTime &now)
{
    return connection.all(
        "SELECT lease_id, low, high, next, expires_at FROM number_lease WHERE state = 'open'"
        " AND expires_at > 0 AND expires_at <= ? ORDER BY low",
        leaseRow, now);
}

Outcome<QList<SignedText>> leaseProofs(Connection &connection)
{
    return connection.all(
        "SELECT proof, signature FROM number_lease WHERE state = 'open' AND length(proof) > 0"
        " ORDER BY low",
        [](const Statement &s) {
            return SignedText{s.blob(0), s.blob(1)};
        });
}

Outcome<bool> hadLease(Connection &connection)
{
    const auto row = connection.one("SELECT 1 FROM number_lease LIMIT 1",
                                    [](const Statement &s) { return s.integer(0); });
    if (!row)
        return fail(row.error());
    return row.value().has_value();
}

Outcome<bool> addLease(Connection &connection, const Lease &lease, const QDateTime &grantedAt,
                       const SignedText &proof)
{
    const auto added = connection.exec(
        "INSERT INTO number_lease (lease_id, low, high, next, state, granted_at, expires_at, proof, "
        "signature)"
        " VALUES (?, ?, ?, ?, 'open', ?, ?, ?, ?) ON CONFLICT (lease_id) DO NOTHING",
        lease.id, lease.low, lease.high, lease.low, grantedAt, lease.expires, proof.text, proof.signature);
    if (!added)
        return fail(added.error());
    return added.value() == 1;
}

Outcome<Nothing> markReturned(Connection &connection, const QString &leaseId)
{
    const auto marked = connection.exec(
        "UPDATE number_lease SET state = 'returned' WHERE lease_id = ? AND state = 'open'", leaseId);
    if (!marked)
        return fail(marked.error());
    return Nothing();
}

Outcome<qint64> burnLeases(Connection &connection)
{
    return connection.exec("UPDATE number_lease SET state = 'burnt' WHERE state = 'open'");
}

Outcome<Nothing> keepLeases(Connection &connection, const QList<Lease> &leases)
{
    for (const Lease &lease : leases) {
        const auto kept
            = connection.exec("UPDATE number_lease SET next = ?, state = ? WHERE lease_id = ? AND next <= ?",
                              lease.next, lease.left() > 0 ? u"open"_s : u"used"_s, lease.id, lease.next);
        if (!kept)
            return fail(kept.error());
        if (kept.value() != 1) // a number may never be given a second time
            return fail(Failure{FailureKind::Stale, u"the block of numbers moved"_s});
    }
    return Nothing();
}

Outcome<qint64> numbersOutsideLeases(Connection &connection)
{
    const auto row
        = connection.one("SELECT count(*) FROM case_number n WHERE n.state = 'reserved' AND NOT EXISTS "
                         "(SELECT 1 FROM number_lease l"
                         " WHERE CAST(n.card AS INTEGER) >= l.low AND CAST(n.card AS INTEGER) < l.next)",
                         [](const Statement &s) { return s.integer(0); });
    if (!row)
        return fail(row.error());
    return row.value().value_or(0);
}

} // namespace Loket
