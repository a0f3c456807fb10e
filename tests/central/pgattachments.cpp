// SPDX-License-Identifier: Apache-2.0
#include "tests/central/pgcentre.h"
#include "tests/central/pgpool.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

// Attachments come in pieces and lie in the database as they came, so that every process can go on with one.

namespace Loket::Central {

namespace {

constexpr qint64 kMostPiece = 4 * 1024 * 1024;
constexpr qint64 kMostWhole = 32 * 1024 * 1024;

/// Whether the pieces make what the name says.
bool isWhole(pqxx::work &work, const std::string &name)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const pqxx::row &row :
         work.exec_params("SELECT bytes FROM attachment_piece WHERE sha256 = $1 ORDER BY start", name))
        hash.addData(bytesOf(row[0]));
    return hash.result().toHex().toStdString() == name;
}

void forget(pqxx::work &work, const std::string &name, qint64 length)
{
    work.exec_params("DELETE FROM attachment_piece WHERE sha256 = $1", name);
    work.exec_params("UPDATE attachment SET have = 0, length = $2 WHERE sha256 = $1", name, length);
}

} // namespace

Outcome<qint64> PgCentre::putAttachment(const AttachmentPiece &piece)
{
    if (piece.length < 1 || piece.length > kMostWhole || piece.offset < 0 || piece.bytes.size() > kMostPiece
        || piece.offset + piece.bytes.size() > piece.length)
        return fail(Failure{FailureKind::BadInput, u"attachment.length"_s});
    using Answer = Outcome<qint64>;
    return m_world.pool.inTransaction<qint64>([&](pqxx::work &work) -> Answer {
        const std::string name = piece.sha256.toStdString();
        work.exec_params("INSERT INTO attachment (sha256, length, type, device) VALUES ($1, $2, $3, $4)"
                         " ON CONFLICT DO NOTHING",
                         name, piece.length, pgText(piece.type), pgText(m_caller.device));
        const pqxx::row row = work.exec_params1(
            "SELECT have, length, complete FROM attachment WHERE sha256 = $1 FOR UPDATE", name);
        qint64 have = numberOf(row[0]);
        if (row[2].as<bool>())
            return numberOf(row[1]);
        if (numberOf(row[1]) != piece.length) { // one of the two is wrong; the end will tell
            forget(work, name, piece.length);
            have = 0;
        }
        if (piece.offset != have || piece.bytes.isEmpty())
            return have;
        work.exec_params("INSERT INTO attachment_piece (sha256, start, bytes) VALUES ($1, $2, $3)", name,
                         have, pgBytes(piece.bytes));
        have += piece.bytes.size();
        if (have == piece.length && !isWhole(work, name)) {
            forget(work, name, piece.length);
            return qint64(0);
        }
        work.exec_params("UPDATE attachment SET have = $2, complete = ($2 = length) WHERE sha256 = $1", name,
                         have);
        return have;
    });
}

} // namespace Loket::Central
