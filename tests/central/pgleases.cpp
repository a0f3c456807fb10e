// SPDX-License-Identifier: Apache-2.0
#include "model/base/clock.h"
#include "model/base/ids.h"
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
constexpr qint64 kSmallestBlock = 10;
constexpr qint64 kLargestBlock = 20'000;
constexpr int kDaysUntilSoftExpiry = 30;

LeaseGrant grantOf(const SignedText &proof)
{
    const QJsonObject text = QJsonDocument::fromJson(proof.text).object();
    return {text["lease"_L1].toString(), text["low"_L1].toInteger(), text["high"_L1].toInteger(),
            QDateTime::fromString(text["expires"_L1].toString(), Qt::ISODateWithMs), proof};
}

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
    if (request.wanted < 0 || request.request.isEmpty())
        return fail(Failure{FailureKind::BadInput, u"lease.request"_s});
    using Answer = Outcome<LeaseGrant>;
    auto grant = m_world.pool.inTransaction<LeaseGrant>([&](pqxx::work &work) -> Answer {
        work.exec_prepared("device", pgText(m_caller.device)); // its own requests one after the other
        const pqxx::result before = work.exec_params(
            "SELECT proof_text, proof_signature FROM lease WHERE device = $1 AND request = $2",
            pgText(m_caller.device), pgText(request.request));
        if (!before.empty())
            return grantOf({bytesOf(before[0][0]), bytesOf(before[0][1])});
        const qint64 size
            = request.wanted == 0 ? kUsualBlock : std::clamp(request.wanted, kSmallestBlock, kLargestBlock);
        const qint64 low = takeFreeBlock(work, size);
        const QDateTime now = m_world.clock.nowUtc();
        const QJsonObject text{{u"lease"_s, newUuid7(m_world.clock).toString(QUuid::WithoutBraces)},
                               {u"low"_s, low},
                               {u"high"_s, low + size - 1},
                               {u"device"_s, m_caller.device},
                               {u"key"_s, QString::fromLatin1(DeviceKey::keyIdOf(m_caller.publicKey))},
                               {u"issued"_s, now.toString(Qt::ISODateWithMs)},
                               {u"expires"_s, now.addDays(kDaysUntilSoftExpiry).toString(Qt::ISODateWithMs)},
                               {u"epoch"_s, textOf(work.exec_prepared1("where")[1])}};
        const LeaseGrant made = grantOf(signText("LEASE", text, m_world.keys.signing));
        insertLease(work, m_caller.device, request.request, made);
        PgBook book(work); // the feed makes a lost answer good
        if (const auto told = book.tell({u"device:"_s + m_caller.device, u"lease"_s, text, made.proof});
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
        const qint64 returned = numberOf(rows[0][2]);
        if (next < numberOf(rows[0][0]) || next > numberOf(rows[0][1]) || (returned >= 0 && next > returned))
            return fail(Failure{FailureKind::BadInput, u"lease.high-water"_s});
        // The lower mark counts; numbers behind it are not given again: they may stand on paper somewhere.
        work.exec_params("UPDATE lease SET returned_from = $2 WHERE id = $1", pgText(leaseId), next);
        return Nothing();
    });
}

void registerLease(pqxx::transaction_base &work, const CentreKeys &keys, const QString &device,
                   const SignedText &proof)
{
    const auto text = readSignedText("LEASE", proof, keys.signing.publicKey());
    if (!text || text->value("device"_L1).toString() != device)
        return;
    const LeaseGrant grant = grantOf(proof);
    if (!work.exec_params("SELECT 1 FROM lease WHERE id = $1 OR numbers && $2::int8range",
                          pgText(grant.leaseId), rangeText(grant.low, grant.high))
             .empty())
        return; // known; or in the way of another, whose numbers then decide case by case
    insertLease(work, device, u"proof:"_s + grant.leaseId, grant);
}

} // namespace Loket::Central
