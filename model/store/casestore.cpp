// SPDX-License-Identifier: Apache-2.0
#include "model/store/casestore.h"

#include "model/domain/casejson.h"
#include "model/domain/namekey.h"
#include "model/store/connection.h"
#include "model/store/familyjson.h"
#include "model/store/phonekey.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

Outcome<Nothing> rowsPut(const Outcome<qint64> &changed)
{
    if (!changed)
        return fail(changed.error());
    return Nothing();
}

QString compactJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Outcome<Nothing> insertRecord(Connection &connection, const FrozenCase &frozen, const EnvelopeHeader &header)
{
    const CaseRecord &record = frozen.record;
    const QString &kk = header.family.isEmpty() ? record.content.family.kk : header.family;
    const auto corrects = CaseId::fromText(record.content.corrects);
    return rowsPut(connection.exec(
        "INSERT INTO case_record (id, device_seq, service, kk, day, state, reference, content, "
        "content_sha256,"
        " assessment, officer, saved_at, corrects) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        record.id.bytes(), record.deviceSeq, record.content.service, kk, record.content.date,
        caseStateWord(record.state), record.reference, QString::fromUtf8(frozen.envelope.payload),
        QCryptographicHash::hash(frozen.envelope.payload, QCryptographicHash::Sha256),
        compactJson(writeAssessment(record.assessment)), record.officer, record.savedAt,
        corrects ? std::optional(corrects->bytes()) : std::nullopt));
}

Outcome<Nothing> insertBlobUses(Connection &connection, const CaseId &id, const EnvelopeHeader &header)
{
    for (const Attachment &item : header.attachments) {
        const auto put = connection.exec("INSERT INTO blob_use (case_id, sha256, role) VALUES (?, ?, ?)"
                                         " ON CONFLICT DO NOTHING",
                                         id.bytes(), QByteArray::fromHex(item.sha256), item.role);
        if (!put)
            return fail(put.error());
    }
    return Nothing();
}

Outcome<Nothing> insertBases(Connection &connection, const CaseId &id, const EnvelopeHeader &header)
{
    for (const QString &text : header.buildsOn) {
        const auto base = CaseId::fromText(text);
        if (!base)
            return fail(Failure{FailureKind::Internal, u"a case builds on what has no id"_s});
        const auto put = connection.exec("INSERT INTO case_base (case_id, base) VALUES (?, ?)", id.bytes(),
                                         base->bytes());
        if (!put)
            return fail(put.error());
    }
    return Nothing();
}

/// Whether the search finds this member by what the case says, not by what the mirror has.
bool isFoundAnew(const FamilyEffect &effect, const MemberView &member)
{
    const auto isMember = [&](const MemberView &one) { return memberKey(one) == memberKey(member); };
    if (effect.registered || std::any_of(effect.added.cbegin(), effect.added.cend(), isMember))
        return true;
    return std::any_of(effect.changes.cbegin(), effect.changes.cend(), [&](const FieldChange &change) {
        const bool isSearched
            = change.field == "name"_L1 || change.field == "nik"_L1 || change.field == "card"_L1;
        // After the change the key may be the new value itself.
        return isSearched && (change.member == memberKey(member) || change.value == memberKey(member));
    });
}

} // namespace

Outcome<std::optional<QByteArray>> savedContent(Connection &connection, const CaseId &id)
{
    return connection.one(
        "SELECT content_sha256 FROM case_record WHERE id = ?", [](const Statement &s) { return s.blob(0); },
        id.bytes());
}

Outcome<Nothing> insertCase(Connection &connection, const FrozenCase &frozen)
{
    const auto header = readEnvelopeHeader(frozen.envelope.header);
    if (!header)
        return fail(Failure{FailureKind::Internal, u"the envelope's own header can't be read"_s});
    if (auto put = insertRecord(connection, frozen, header.value()); !put)
        return put;
    if (auto put = insertBases(connection, frozen.record.id, header.value()); !put)
        return put;
    for (const AssignedNumber &number : frozen.record.numbers) {
        const auto put
            = connection.exec("INSERT INTO case_number (case_id, member, card, va, state)"
                              " VALUES (?, ?, ?, ?, ?)",
                              frozen.record.id.bytes(), number.member, number.card, number.va, number.state);
        if (!put)
            return fail(put.error());
    }
    if (auto put = insertBlobUses(connection, frozen.record.id, header.value()); !put)
        return put;
    return rowsPut(connection.exec(
        "INSERT INTO outbox (device_seq, case_id, header, payload, signature, sha256, state)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        frozen.record.deviceSeq, frozen.record.id.bytes(), frozen.envelope.header, frozen.envelope.payload,
        frozen.envelope.signature, frozen.envelopeHash, caseStateWord(frozen.record.state)));
}

Outcome<Nothing> releaseNumber(Connection &connection, const CaseId &id, const QString &card)
{
    return rowsPut(
        connection.exec("DELETE FROM case_number WHERE case_id = ? AND card = ?", id.bytes(), card));
}

Outcome<Nothing> spoilCase(Connection &connection, const CaseId &id, const QString &reason)
{
    const auto ended = connection.exec("UPDATE case_record SET state = 'void', reason = ? WHERE id = ?",
                                       reason, id.bytes());
    if (!ended)
        return fail(ended.error());
    const auto spoilt
        = connection.exec("UPDATE case_number SET state = 'spoilt' WHERE case_id = ?", id.bytes());
    if (!spoilt)
        return fail(spoilt.error());
    return dropPendingEffect(connection, id);
}

Outcome<bool> isBuiltOn(Connection &connection, const CaseId &id)
{
    const auto row = connection.one(
        "SELECT 1 FROM case_base b CROSS JOIN case_record c ON c.id = b.case_id"
        " WHERE b.base = ? AND c.state <> 'void' LIMIT 1",
        [](const Statement &s) { return s.integer(0); }, id.bytes());
    if (!row)
        return fail(row.error());
    return row.value().has_value();
}

Outcome<Nothing> dropPendingEffect(Connection &connection, const CaseId &id)
{
    return rowsPut(connection.exec("DELETE FROM pending_effect WHERE case_id = ?", id.bytes()));
}

Outcome<Nothing> insertPendingEffect(Connection &connection, const CaseId &id, const QString &kk,
                                     const FamilyEffect &effect, const FamilyView &shown)
{
    const auto put = connection.exec("INSERT INTO pending_effect (case_id, kk, body) VALUES (?, ?, ?)",
                                     id.bytes(), kk, compactJson(effectToJson(effect)));
    if (!put)
        return fail(put.error());
    for (const MemberView &member : shown.members) {
        if (!isFoundAnew(effect, member))
            continue;
        const auto found = connection.exec(
            "INSERT INTO pending_member (case_id, position, kk, nik, card, va, phone_key, name, name_key,"
            " birth_date, segment, class, fktp, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id.bytes(), member.position, kk, member.nik, member.card, shown.va, phoneKey(shown.phone),
            member.name, nameKey(member.name), member.birthDate, shown.segment, shown.careClass, member.fktp,
            member.status);
        if (!found)
            return fail(found.error());
    }
    return Nothing();
}

Outcome<std::optional<BlobFacts>> blobFacts(Connection &connection, const QByteArray &sha256)
{
    return connection.one(
        "SELECT length, mime FROM blob WHERE sha256 = ?",
        [](const Statement &s) {
            return BlobFacts{s.integer(0), s.text(1)};
        },
        QByteArray::fromHex(sha256));
}

Outcome<Nothing> putDraft(Connection &connection, const DraftSummary &summary, const Case &content)
{
    return rowsPut(
        connection.exec("INSERT INTO draft (id, officer, service, title, body, saved_at, kk)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                        " officer = excluded.officer, service = excluded.service, title = excluded.title,"
                        " body = excluded.body, saved_at = excluded.saved_at, kk = excluded.kk",
                        summary.id, summary.officer, summary.service, summary.title,
                        compactJson(writeCase(content)), summary.savedAt, summary.kk));
}

Outcome<bool> removeDraft(Connection &connection, const QString &id)
{
    const auto removed = connection.exec("DELETE FROM draft WHERE id = ?", id);
    if (!removed)
        return fail(removed.error());
    return removed.value() > 0;
}

Outcome<bool> parkDraft(Connection &connection, const QString &id, const QString &note, QDate promised)
{
    const auto parked
        = connection.exec("UPDATE draft SET is_parked = ?, note = ?, promised = ? WHERE id = ?",
                          note.isEmpty() ? 0 : 1, note, note.isEmpty() ? QDate() : promised, id);
    if (!parked)
        return fail(parked.error());
    return parked.value() > 0;
}

Outcome<bool> handOverDraft(Connection &connection, const QString &id, const QString &officer)
{
    const auto handed = connection.exec("UPDATE draft SET officer = ? WHERE id = ?", officer, id);
    if (!handed)
        return fail(handed.error());
    return handed.value() > 0;
}

Outcome<Nothing> rememberPostcode(Connection &connection, const QString &village, const QString &postcode,
                                  const QDateTime &at)
{
    return rowsPut(connection.exec("INSERT INTO postcode (village, postcode, used_at) VALUES (?, ?, ?)"
                                   " ON CONFLICT (village) DO UPDATE SET postcode = excluded.postcode,"
                                   " used_at = excluded.used_at",
                                   village, postcode, at));
}

Outcome<int> notePrint(Connection &connection, const QString &what, const QString &reference,
                       const QString &reason, QDate day, const QDateTime &at, const QString &officer)
{
    const auto before = connection.one(
        "SELECT max(serial) FROM print_log WHERE what = ? AND reference = ? AND state <> 'failed'",
        [](const Statement &s) { return int(s.integer(0)); }, what, reference);
    if (!before)
        return fail(before.error());
    const int serial = before.value().value_or(0) + 1;
    const auto put
        = connection.exec("INSERT INTO print_log (what, reference, serial, state, reason, day, at, officer)"
                          " VALUES (?, ?, ?, 'noted', ?, ?, ?, ?)",
                          what, reference, qint64(serial), reason, day, at, officer);
    if (!put)
        return fail(put.error());
    return serial - 1;
}

} // namespace Loket
