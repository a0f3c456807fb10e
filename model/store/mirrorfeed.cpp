// SPDX-License-Identifier: Apache-2.0
#include "model/store/mirrorfeed.h"

#include "model/domain/namekey.h"
#include "model/store/connection.h"
#include "model/store/familyjson.h"
#include "model/store/phonekey.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

struct MirrorRow {
    qint64 id = 0;
    int revision = 0;
    QString centralId;
    QString paidUntil;
};

/// The centre's name of a family is its KK; one that came with a snapshot may have another.
Outcome<std::optional<MirrorRow>> mirrorRow(Connection &connection, const QString &kk)
{
    const auto read = [](const Statement &s) {
        return MirrorRow{s.integer(0), int(s.integer(1)), s.text(2), s.text(3)};
    };
    auto row = connection.one("SELECT id, revision, central_id, paid_until FROM family WHERE central_id = ?",
                              read, kk);
    if (!row || row.value())
        return row;
    return connection.one("SELECT id, revision, central_id, paid_until FROM family WHERE kk = ?"
                          " ORDER BY id LIMIT 1",
                          read, kk);
}

/// What was paid, with the day on which this counter heard of it.
Outcome<Nothing> notePaid(Connection &connection, const FamilyView &family, qint64 id,
                          const MirrorRow &before, const QDateTime &at)
{
    if (family.paidUntil.isEmpty() || family.paidUntil == before.paidUntil || !at.isValid())
        return Nothing();
    const auto put = connection.exec("INSERT INTO paid (family_id, month, at) VALUES (?, ?, ?)"
                                     " ON CONFLICT DO NOTHING",
                                     id, family.paidUntil, at);
    if (!put)
        return fail(put.error());
    return Nothing();
}

QString billingText(const FamilyView &family)
{
    if (!family.billingAddress)
        return {};
    return QString::fromUtf8(QJsonDocument(familyToJson(family).value("billingAddress"_L1).toObject())
                                 .toJson(QJsonDocument::Compact));
}

Outcome<qint64> putFamilyRow(Connection &connection, const FamilyView &family, qint64 id,
                             const QString &centralId)
{
    const auto put = connection.exec(
        "INSERT INTO family (id, central_id, kk, segment, class, va, status, phone, phone_key, email, line, "
        "rt, rw,"
        " village, postcode, billing, bank, account, holder, paid_until, first_payment_from, "
        "first_payment_until,"
        " revision, class_since, segment_since, last_covered, wage, employer, scheduled)"
        " VALUES (nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (central_id) DO UPDATE SET kk = excluded.kk, segment = excluded.segment,"
        " class = excluded.class, va = excluded.va, status = excluded.status, phone = excluded.phone,"
        " phone_key = excluded.phone_key, email = excluded.email, line = excluded.line, rt = excluded.rt,"
        " rw = excluded.rw, village = excluded.village, postcode = excluded.postcode, billing = "
        "excluded.billing,"
        " bank = excluded.bank, account = excluded.account, holder = excluded.holder,"
        " paid_until = excluded.paid_until, first_payment_from = excluded.first_payment_from,"
        " first_payment_until = excluded.first_payment_until, revision = excluded.revision,"
        " class_since = excluded.class_since, segment_since = excluded.segment_since,"
        " last_covered = excluded.last_covered, wage = excluded.wage, employer = excluded.employer,"
        " scheduled = excluded.scheduled",
        id, centralId, family.kk, family.segment, family.careClass, family.va, family.status, family.phone,
        phoneKey(family.phone), family.email, family.address.line, family.address.rt, family.address.rw,
        family.address.village, family.address.postcode, billingText(family), family.bank.code,
        family.bank.account, family.bank.holder, family.paidUntil, family.firstPaymentFrom,
        family.firstPaymentUntil, family.revision, family.classSince, family.segmentSince, family.lastCovered,
        family.wage, family.employer, changesText(family.scheduled));
    if (!put)
        return fail(put.error());
    return id > 0 ? id : connection.lastInsertRowId();
}

/// Members keep their row ids as long as the family has that many, so that a page that shows one stays true.
Outcome<Nothing> putMembers(Connection &connection, const FamilyView &family, qint64 familyId)
{
    auto ids = connection.all(
        "SELECT id FROM participant WHERE family_id = ? ORDER BY position",
        [](const Statement &s) { return s.integer(0); }, familyId);
    if (!ids)
        return fail(ids.error());
    const auto gone = connection.exec("DELETE FROM participant WHERE family_id = ?", familyId);
    if (!gone)
        return fail(gone.error());
    for (const MemberView &member : family.members) {
        const qint64 id = ids.value().value(member.position); // 0: a new one
        const auto put = connection.exec(
            "INSERT INTO participant (id, central_id, family_id, position, relation, kin, nik, card, name, "
            "name_key,"
            " birth_place, birth_date, sex, marital, citizenship, passport, fktp, dentist, status, photo,"
            " fktp_since, letter_date, valid_until)"
            " VALUES (nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id, member.card, familyId, member.position, member.relation, member.kin, member.nik, member.card,
            member.name, nameKey(member.name), member.birthPlace, member.birthDate, member.sex,
            member.marital, member.citizenship, member.passport, member.fktp, member.dentist, member.status,
            member.photo, member.fktpSince, member.letterDate, member.validUntil);
        if (!put)
            return fail(put.error());
    }
    return Nothing();
}

} // namespace

Outcome<bool> putFamily(Connection &connection, const FamilyView &family, const QDateTime &at)
{
    const auto before = mirrorRow(connection, family.kk);
    if (!before)
        return fail(before.error());
    const MirrorRow row = before.value().value_or(MirrorRow());
    if (family.revision <= row.revision)
        return false;
    const auto id
        = putFamilyRow(connection, family, row.id, row.centralId.isEmpty() ? family.kk : row.centralId);
    if (!id)
        return fail(id.error());
    if (const auto members = putMembers(connection, family, id.value()); !members)
        return fail(members.error());
    if (const auto paid = notePaid(connection, family, id.value(), row, at); !paid)
        return fail(paid.error());
    return true;
}

Outcome<bool> dropFamily(Connection &connection, const QString &kk, int revision)
{
    const auto row = mirrorRow(connection, kk);
    if (!row)
        return fail(row.error());
    if (!row.value() || row.value()->revision >= revision)
        return false;
    const auto gone = connection.exec("DELETE FROM family WHERE id = ?", row.value()->id);
    if (!gone)
        return fail(gone.error());
    return true;
}

} // namespace Loket
