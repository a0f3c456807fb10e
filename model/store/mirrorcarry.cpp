// SPDX-License-Identifier: Apache-2.0
#include "model/store/mirrorcarry.h"

#include "model/store/connection.h"
#include "model/store/familyquery.h"
#include "model/store/mirrorapply.h"

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

Outcome<qint64> carryNewer(Connection &from, Connection &to)
{
    QStringList newer;
    {
        Statement here = from.statement("SELECT kk, revision FROM family");
        Statement there = to.statement("SELECT revision FROM family WHERE kk = ? ORDER BY id LIMIT 1");
        for (;;) {
            const Outcome<bool> row = here.step();
            if (!row)
                return fail(row.error());
            if (!row.value())
                break;
            there.reset();
            there.bind(here.text(0));
            const Outcome<bool> known = there.step();
            if (!known)
                return fail(known.error());
            if (!known.value() || there.integer(0) < here.integer(1))
                newer += here.text(0);
        }
    }
    MirrorApply apply(to);
    FamilyRows rows;
    for (const QString &kk : std::as_const(newer)) {
        const auto family = FamilyQuery(from, from).mirroredByKk(kk);
        if (!family)
            return fail(family.error());
        if (!family.value())
            continue;
        rows.read(*family.value());
        if (const auto put = apply.put(rows, {}); !put)
            return fail(put.error());
    }
    return qint64(newer.size());
}

} // namespace Loket
