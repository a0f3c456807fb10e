// SPDX-License-Identifier: Apache-2.0
#include "model/store/purge.h"

#include "model/domain/casejson.h"
#include "model/store/connection.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

struct Purgeable {
    qint64 seq = 0;
    QByteArray id;
    QByteArray content;
    QDate day;
};

/// What is left of a case: enough to say which family it was about.
Outcome<QString> remainder(const Purgeable &one)
{
    const auto full = readCase(one.content, one.day);
    if (!full)
        return fail(
            Failure{FailureKind::Corrupt, u"a case's content can't be read: "_s + full.error().place});
    Case left;
    left.id = full.value().id;
    left.corrects = full.value().corrects;
    left.service = full.value().service;
    left.date = full.value().date;
    left.channel = full.value().channel;
    left.family.kk = full.value().family.kk;
    left.family.card = full.value().family.card;
    return QString::fromUtf8(QJsonDocument(writeCase(left)).toJson(QJsonDocument::Compact));
}

Outcome<Nothing> purgeCase(Connection &connection, const Purgeable &one)
{
    const auto left = remainder(one);
    if (!left)
        return fail(left.error());
    const auto record = connection.exec("UPDATE case_record SET content = ?, assessment = '{}' WHERE id = ?",
                                        left.value(), one.id);
    if (!record)
        return fail(record.error());
    const auto payload = connection.exec("UPDATE outbox SET payload = x'' WHERE case_id = ?", one.id);
    if (!payload)
        return fail(payload.error());
    const auto conflict = connection.exec("DELETE FROM conflict WHERE case_id = ?", one.id);
    if (!conflict)
        return fail(conflict.error());
    return Nothing();
}

} // namespace

Outcome<QList<qint64>> purgeCases(Connection &connection, const QDateTime &before, int limit)
{
    const auto rows = connection.all(
        "SELECT o.device_seq, o.case_id, c.content, c.day FROM outbox o JOIN case_record c ON c.id = "
        "o.case_id"
        " WHERE length(o.payload) > 0 AND o.durable_at BETWEEN 1 AND ? AND o.resend = 0"
        " AND o.state NOT IN ('queued', 'sending', 'parked')"
        " AND (c.state = 'void' OR (c.state IN ('accepted', 'accepted-changed', 'rejected')"
        "  AND c.decided_at BETWEEN 1 AND ?))"
        " AND NOT EXISTS (SELECT 1 FROM draft d"
        "  WHERE instr(lower(replace(d.body, '-', '')), lower(hex(c.id))) > 0)"
        " AND NOT EXISTS (SELECT 1 FROM case_record n WHERE n.corrects = c.id"
        "  AND n.state NOT IN ('accepted', 'accepted-changed', 'rejected', 'void'))"
        " ORDER BY o.device_seq LIMIT ?",
        [](const Statement &s) {
            return Purgeable{s.integer(0), s.blob(1), s.text(2).toUtf8(), s.date(3)};
        },
        before, before, limit);
    if (!rows)
        return fail(rows.error());
    QList<qint64> purged;
    for (const Purgeable &one : rows.value()) {
        if (const auto done = purgeCase(connection, one); !done)
            return fail(done.error());
        purged += one.seq;
    }
    return purged;
}

Outcome<QStringList> purgePictures(Connection &connection, const QDateTime &before, int limit)
{
    struct Picture {
        QByteArray sha256;
        QString file;
    };
    const auto rows = connection.all(
        "SELECT b.sha256, b.file FROM blob b WHERE b.created_at <= ?"
        " AND (b.sent_at BETWEEN 1 AND ? OR NOT EXISTS (SELECT 1 FROM blob_use u WHERE u.sha256 = b.sha256))"
        " AND NOT EXISTS (SELECT 1 FROM blob_use u JOIN outbox o ON o.case_id = u.case_id"
        "  WHERE u.sha256 = b.sha256 AND length(o.payload) > 0)"
        " AND NOT EXISTS (SELECT 1 FROM draft d WHERE instr(d.body, lower(hex(b.sha256))) > 0)"
        " AND NOT EXISTS (SELECT 1 FROM blob_use u JOIN case_record c ON c.id = u.case_id"
        "  JOIN case_number n ON n.case_id = c.id WHERE u.sha256 = b.sha256 AND u.role = 'photo'"
        "  AND c.state IN ('accepted', 'accepted-changed') AND NOT EXISTS (SELECT 1 FROM print_log p"
        "  WHERE p.what = 'card' AND p.reference = n.card AND p.state IN ('out', 'confirmed', 'noted')))"
        " LIMIT ?",
        [](const Statement &s) {
            return Picture{s.blob(0), s.text(1)};
        },
        before, before, limit);
    if (!rows)
        return fail(rows.error());
    QStringList files;
    for (const Picture &one : rows.value()) {
        const auto uses = connection.exec("DELETE FROM blob_use WHERE sha256 = ?", one.sha256);
        if (!uses)
            return fail(uses.error());
        const auto row = connection.exec("DELETE FROM blob WHERE sha256 = ?", one.sha256);
        if (!row)
            return fail(row.error());
        files += one.file;
    }
    return files;
}

} // namespace Loket
