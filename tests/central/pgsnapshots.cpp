// SPDX-License-Identifier: Apache-2.0
#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/centre/chunkpacker.h"
#include "model/sync/wire.h"
#include "tests/central/centrekeys.h"
#include "tests/central/pgcentre.h"
#include "tests/central/pgpool.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

// A snapshot is made once by whoever is asked first and lies in the database, so that any process serves it
// and a counter on a slow line finds its chunks again tomorrow.

namespace Loket::Central {

namespace {

constexpr int kRowsAtOnce = 2000;

Outcome<SnapshotManifest> kept(const SignedText &proof)
{
    auto manifest = readSnapshotManifest(writeSigned(proof));
    if (!manifest)
        return fail(Failure{FailureKind::Corrupt, u"a kept manifest: "_s + manifest.error().line()});
    return manifest.take();
}

/// Reads all families of one moment and keeps their chunks through `work`.
Outcome<SnapshotManifest> pack(pqxx::transaction_base &now, pqxx::work &work, const QString &id,
                               const QStringList &areas)
{
    SnapshotManifest manifest;
    manifest.id = id;
    const pqxx::row where = now.exec_prepared1("where");
    manifest.cursor = numberOf(where[0]);
    manifest.epoch = textOf(where[1]);
    const std::string mine
        = areas.isEmpty() ? std::string("true") : "area = ANY (" + now.quote(pgArray(areas)) + "::text[])";
    now.exec(
        "DECLARE families NO SCROLL CURSOR FOR SELECT body, (SELECT count(*) FROM person p WHERE p.kk = f.kk)"
        " FROM family f WHERE body IS NOT NULL AND "
        + mine + " ORDER BY village, kk");
    ChunkPacker chunks;
    const auto keep = [&] {
        QByteArray bytes;
        const SnapshotChunk chunk = chunks.take(&bytes);
        work.exec_params("INSERT INTO snapshot_chunk (sha256, snapshot, bytes) VALUES ($1, $2, $3)",
                         chunk.sha256.toStdString(), pgText(id), pgBytes(bytes));
        manifest.chunks += chunk;
    };
    for (;;) {
        const pqxx::result rows = now.exec("FETCH " + std::to_string(kRowsAtOnce) + " FROM families");
        for (const pqxx::row &row : rows) {
            chunks.add(latinOf(row[0]));
            ++manifest.families;
            manifest.participants += numberOf(row[1]);
            if (chunks.isFull())
                keep();
        }
        if (rows.empty())
            break;
    }
    if (!chunks.isEmpty())
        keep();
    return manifest;
}

} // namespace

Outcome<SnapshotManifest> PgCentre::snapshot()
{
    QStringList areas = m_caller.areas;
    areas.sort();
    const std::string key = pgText(areas.join(u','));
    using Answer = Outcome<SnapshotManifest>;
    return m_world.pool.inTransaction<SnapshotManifest>([&](pqxx::work &work) -> Answer {
        // One of all processes makes it; the others wait here and find it.
        work.exec_params("SELECT pg_advisory_xact_lock(hashtextextended($1, 1))", key);
        const pqxx::result made = work.exec_params(
            "SELECT manifest, signature FROM snapshot WHERE areas = $1 AND made > now() - interval '10 "
            "minutes'"
            " AND epoch = (SELECT id FROM epoch ORDER BY number DESC LIMIT 1) ORDER BY made DESC LIMIT 1",
            key);
        if (!made.empty())
            return kept({bytesOf(made[0][0]), bytesOf(made[0][1])});
        // Who loads an older one may take two days for it.
        work.exec_params("DELETE FROM snapshot WHERE areas = $1 AND made < now() - interval '2 days'", key);
        const QString id = newUuid7(m_world.clock).toString(QUuid::WithoutBraces);
        work.exec_params("INSERT INTO snapshot (id, areas, epoch, cursor, manifest, signature)"
                         " VALUES ($1, $2, '', 0, '', '')",
                         pgText(id), key);
        auto packed = m_world.pool.inSnapshot<SnapshotManifest>(
            [&](pqxx::transaction_base &now) -> Answer { return pack(now, work, id, areas); });
        if (!packed)
            return packed;
        packed.value().proof
            = signText("MANIFEST", snapshotManifestText(packed.value()), m_world.keys.signing);
        work.exec_params(
            "UPDATE snapshot SET epoch = $2, cursor = $3, manifest = $4, signature = $5 WHERE id = $1",
            pgText(id), pgText(packed.value().epoch), packed.value().cursor,
            pgBytes(packed.value().proof.text), pgBytes(packed.value().proof.signature));
        return packed;
    });
}

Outcome<QByteArray> PgCentre::snapshotBytes(const QByteArray &sha256, qint64 offset, qint64 limit)
{
    using Answer = Outcome<QByteArray>;
    return m_world.pool.inSnapshot<QByteArray>([&](pqxx::transaction_base &now) -> Answer {
        const pqxx::result rows = now.exec_params("SELECT substring(bytes FROM $2::int FOR $3::int)"
                                                  " FROM snapshot_chunk WHERE sha256 = $1 LIMIT 1",
                                                  sha256.toStdString(), offset + 1, limit);
        if (rows.empty())
            return fail(Failure{FailureKind::Gone, u"snapshot.old"_s});
        return bytesOf(rows[0][0]);
    });
}

} // namespace Loket::Central
