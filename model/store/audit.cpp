// SPDX-License-Identifier: Apache-2.0
#include "model/store/audit.h"

#include "model/store/connection.h"

#include <QCryptographicHash>
#include <QStringList>
#include <QtEndian>

namespace Loket {

namespace {

constexpr qsizetype kMostBrokenPlaces = 10;

struct AuditRow {
    qint64 seq = 0;
    QByteArray prevHash;
    QByteArray hash;
    AuditEntry entry;
};

/// Every part goes in with its length before it, so that no two rows can look alike.
QByteArray auditHash(qint64 seq, const QByteArray &prevHash, const AuditEntry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto number = [&hash](qint64 value) {
        const qint64 big = qToBigEndian(value);
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(&big), sizeof big));
    };
    const auto part = [&](const QByteArray &bytes) {
        number(bytes.size());
        hash.addData(bytes);
    };
    part(QByteArrayLiteral("LOKET-AUDIT-1"));
    part(prevHash);
    number(seq);
    number(entry.at.toMSecsSinceEpoch());
    for (const QString &text : {entry.actor.officer, entry.actor.role, entry.actor.workstation, entry.action,
                                entry.object, entry.detail})
        part(text.toUtf8());
    return hash.result();
}

} // namespace

Outcome<Nothing> appendAudit(Connection &connection, const AuditEntry &entry)
{
    Q_ASSERT(connection.isInTransaction());
    const auto last = connection.one("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1",
                                     [](const Statement &s) { return std::pair(s.integer(0), s.blob(1)); });
    if (!last)
        return fail(last.error());
    const auto [lastSeq, lastHash] = last.value().value_or(std::pair(qint64(0), QByteArray()));
    const qint64 seq = lastSeq + 1;
    const auto done = connection.exec(
        "INSERT INTO audit (seq, prev_hash, hash, at, officer, role, workstation, action,"
        " object, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        seq, lastHash, auditHash(seq, lastHash, entry), entry.at, entry.actor.officer, entry.actor.role,
        entry.actor.workstation, entry.action, entry.object, entry.detail);
    if (!done)
        return fail(done.error());
    // The head is kept apart as well, so that cutting off the tail is seen.
    const auto head = connection.exec("INSERT INTO setting (key, value) VALUES ('audit.head', ?)"
                                      " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                                      QString::number(seq));
    if (!head)
        return fail(head.error());
    return Nothing();
}

Outcome<QStringList> verifyAudit(Connection &connection)
{
    QStringList broken;
    qint64 expected = 1;
    QByteArray before;
    Statement rows
        = connection.statement("SELECT seq, prev_hash, hash, at, officer, role, workstation, action, object,"
                               " detail FROM audit ORDER BY seq");
    for (;;) {
        const Outcome<bool> row = rows.step();
        if (!row)
            return fail(row.error());
        if (!row.value() || broken.size() >= kMostBrokenPlaces)
            break;
        const AuditEntry entry{{rows.text(4), rows.text(5), rows.text(6)},
                               QDateTime::fromMSecsSinceEpoch(rows.integer(3), Qt::UTC),
                               rows.text(7),
                               rows.text(8),
                               rows.text(9)};
        const qint64 seq = rows.integer(0);
        if (seq != expected)
            broken.append(QStringLiteral("audit: rows %1 to %2 are missing").arg(expected).arg(seq - 1));
        else if (rows.blob(1) != before)
            broken.append(QStringLiteral("audit: row %1 does not follow the row before").arg(seq));
        if (rows.blob(2) != auditHash(seq, rows.blob(1), entry))
            broken.append(QStringLiteral("audit: row %1 was changed").arg(seq));
        before = rows.blob(2);
        expected = seq + 1;
    }
    const auto head = connection.one("SELECT value FROM setting WHERE key = 'audit.head'",
                                     [](const Statement &s) { return s.text(0).toLongLong(); });
    if (!head)
        return fail(head.error());
    if (broken.size() < kMostBrokenPlaces && head.value().value_or(0) != expected - 1)
        broken.append(QStringLiteral("audit: the last row is %1, expected %2")
                          .arg(expected - 1)
                          .arg(head.value().value_or(0)));
    return broken;
}

} // namespace Loket
