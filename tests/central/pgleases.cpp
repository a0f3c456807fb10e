// SPDX-License-Identifier: Apache-2.0
#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/centre/leaseterms.h"
#include "tests/central/centrekeys.h"
#include "tests/central/pgbook.h"
#include "tests/central/pgcentre.h"
#include "tests/central/pgpool.h"
#include "tests/central/sequencer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket::Central {

namespace {

constexpr qint64 kUsualBlock = 1080; // three days of a busy counter

std::string rangeText(qint64 low, qint64 high)
{
    return "[" + std::to_string(low) + "," + std::to_string(high) + "]";
}

/// The first place of the range that is free for a whole block. A restored centre learns of older blocks only
/// when their counters come, so what lies in the way is stepped over.
qint64 takeFreeBlock(pqxx::work &work, qint64 size)
{
    qint64 low = numberOf(work.exec1("SELECT low FROM next_lease FOR UPDATE")[0]);
    for (;;) {
        const pqxx::row taken
            = work.exec_params1("SELECT max(upper(numbers)) FROM lease WHERE numbers && $1::int8range",
                                rangeText(low, low + size - 1));
        if (taken[0].is_null())
            break;
        low = numberOf(taken[0]);
    }
    work.exec_params("UPDATE next_lease SET low = $1", low + size);
    return low;
}

void insertLease(pqxx::transaction_base &work, const QString &device, const QString &request,
                 const LeaseGrant &grant)
{
    work.exec_params("INSERT INTO lease (id, device, request, numbers, proof_text, proof_signature)"
                     " VALUES ($1, $2, $3, $4::int8range, $5, $6)",
                     pgText(grant.leaseId), pgText(device), pgText(request), rangeText(grant.low, grant.high),
                     pgBytes(grant.proof.text), pgBytes(grant.proof.signature));
}

} // namespace

Outcome<LeaseGrant> PgCentre::lease(const LeaseRequest &request)
{
    if (const auto refused = refusedLease(request))
        return fail(*refused);
    using Answer = Outcome<LeaseGrant>;
    auto grant = m_world.pool.inTransaction<LeaseGrant>([&](pqxx::work &work) -> Answer {
        work.exec_prepared("device", pgText(m_caller.device)); // its own requests one after the other
        const pqxx::result before = work.exec_params(
            "SELECT proof_text, proof_signature FROM lease WHERE device = $1 AND request = $2",
            pgText(m_caller.device), pgText(request.request));
        if (!before.empty())
            return leaseOfProof({bytesOf(before[0][0]), bytesOf(before[0][1])});
        LeaseTerms terms;
        terms.lease = newUuid7(m_world.clock).toString(QUuid::WithoutBraces);
        terms.size = leaseSize(request, kUsualBlock);
        terms.low = takeFreeBlock(work, terms.size);
        terms.device = m_caller.device;
        terms.publicKey = m_caller.publicKey;
        terms.now = m_world.clock.nowUtc();
        terms.epoch = textOf(work.exec_prepared1("where")[1]);
        const LeaseGrant made = grantLease(terms, m_world.keys.signing);
        insertLease(work, m_caller.device, request.request, made);
        PgBook book(work); // the feed makes a lost answer good
        if (const auto told = book.tell({u"device:"_s + m_caller.device, u"lease"_s,
                                         QJsonDocument::fromJson(made.proof.text).object(), made.proof});
            !told)
            return fail(told.error());
        book.flush();
        return made;
    });
    m_world.sequencer.poke();
    return grant;
}

Outcome<Nothing> PgCentre::returnLease(const QString &leaseId, qint64 next)
{
    using Answer = Outcome<Nothing>;
    return m_world.pool.inTransaction<Nothing>([&](pqxx::work &work) -> Answer {
        const pqxx::result rows
            = work.exec_params("SELECT lower(numbers), upper(numbers), COALESCE(returned_from, -1) FROM lease"
                               " WHERE id = $1 AND device = $2 FOR UPDATE",
                               pgText(leaseId), pgText(m_caller.device));
        if (rows.empty())
            return fail(Failure{FailureKind::BadInput, u"lease.unknown"_s});
        const qint64 high = numberOf(rows[0][1]) - 1; // a range of PostgreSQL ends before its upper mark
        if (const auto refused = refusedReturn(numberOf(rows[0][0]), high, numberOf(rows[0][2]), next))
            return fail(*refused);
        work.exec_params("UPDATE lease SET returned_from = $2 WHERE id = $1", pgText(leaseId), next);
        return Nothing();
    });
}

void registerLease(pqxx::transaction_base &work, const CentreKeys &keys, const QString &device,
                   const SignedText &proof)
{
    const auto shown = genuineLease(proof, device, keys.signing.publicKey());
    if (!shown)
        return;
    const LeaseGrant &grant = *shown;
    if (!work.exec_params("SELECT 1 FROM lease WHERE id = $1 OR numbers && $2::int8range",
                          pgText(grant.leaseId), rangeText(grant.low, grant.high))
             .empty())
        return; // known; or in the way of another, whose numbers then decide case by case
    insertLease(work, device, u"proof:"_s + grant.leaseId, grant);
}

} // namespace Loket::Central
