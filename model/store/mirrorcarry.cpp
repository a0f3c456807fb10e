// SPDX-License-Identifier: Apache-2.0
#include "model/store/mirrorcarry.h"

#include "model/store/connection.h"

namespace Loket {

namespace {

constexpr auto kPaidSql = "SELECT f.kk, p.month, p.at FROM paid p JOIN family f ON f.id = p.family_id";
constexpr auto kUntilSql = "SELECT kk, paid_until FROM family";
// The lowest id as everywhere where a KK is asked for.
constexpr auto kCarrySql = "INSERT INTO paid (family_id, month, at)"
                           " SELECT id, ?2, ?3 FROM family WHERE kk = ?1 ORDER BY id LIMIT 1"
                           " ON CONFLICT DO NOTHING";
constexpr auto kHeardSql = "INSERT INTO paid (family_id, month, at)"
                           " SELECT id, paid_until, ?3 FROM family WHERE kk = ?1 AND paid_until <> ''"
                           " AND paid_until <> ?2 ORDER BY id LIMIT 1"
                           " ON CONFLICT DO NOTHING";

} // namespace

Outcome<Nothing> carryPaid(Connection &from, Connection &to, const QDateTime &at)
{
    Statement paid = from.statement(kPaidSql);
    Statement carry = to.statement(kCarrySql);
    for (;;) {
        const Outcome<bool> row = paid.step();
        if (!row)
            return fail(row.error());
        if (!row.value())
            break;
        carry.reset();
        carry.bind(paid.text(0), paid.text(1), paid.integer(2));
        if (const auto done = carry.finishCounting(); !done)
            return fail(done.error());
    }
    Statement until = from.statement(kUntilSql);
    Statement heard = to.statement(kHeardSql);
    for (;;) {
        const Outcome<bool> row = until.step();
        if (!row)
            return fail(row.error());
        if (!row.value())
            return Nothing();
        heard.reset();
        heard.bind(until.text(0), until.text(1), at);
        if (const auto done = heard.finishCounting(); !done)
            return fail(done.error());
    }
}

} // namespace Loket
