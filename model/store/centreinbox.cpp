// SPDX-License-Identifier: Apache-2.0
#include "model/store/centreinbox.h"

#include "model/store/casequery.h"
#include "model/store/connection.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

struct ConflictRow {
    std::optional<CaseId> id;
    QString body;
    QDateTime at;
};

ConflictRow conflictRow(const Statement &s)
{
    return {CaseId::fromBytes(s.blob(0)), s.text(1), s.time(2)};
}

Announcement announcementOf(const QString &id, const QJsonObject &body, QDate from, QDate until)
{
    Announcement one{id, from, until, false, {}, {}, {}, {}};
    one.isWarning = body.value("level"_L1).toString() == "warning"_L1;
    const QJsonObject title = body.value("title"_L1).toObject();
    const QJsonObject text = body.value("text"_L1).toObject();
    one.titleId = title.value("id"_L1).toString();
    one.titleEn = title.value("en"_L1).toString(one.titleId);
    one.textId = text.value("id"_L1).toString();
    one.textEn = text.value("en"_L1).toString(one.textId);
    return one;
}

QString valueText(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() ? QString() : value.toVariant().toString();
}

} // namespace

std::optional<QList<ConflictGroup>> conflictGroups(const QJsonObject &body)
{
    if (body.value("format"_L1).toString() != "loket-conflict/1"_L1)
        return std::nullopt;
    QList<ConflictGroup> groups;
    for (const QJsonValue &entry : body.value("groups"_L1).toArray()) {
        ConflictGroup group{entry["group"_L1].toString(), entry["member"_L1].toString(), {}};
        for (const QJsonValue &value : entry["fields"_L1].toArray()) {
            const ConflictField field{value["field"_L1].toString(), valueText(value["base"_L1]),
                                      valueText(value["mine"_L1]), valueText(value["theirs"_L1])};
            if (!field.field.isEmpty() && field.mine != field.theirs)
                group.fields += field;
        }
        if (!group.fields.isEmpty())
            groups += group;
    }
    return groups;
}

Outcome<QList<Announcement>> CentreInbox::announcements(QDate day) const
{
    auto rows = m_store.all(
        "SELECT id, body, from_day, until_day FROM announcement WHERE read_at = 0", [](const Statement &s) {
            return announcementOf(s.text(0), QJsonDocument::fromJson(s.text(1).toUtf8()).object(), s.date(2),
                                  s.date(3));
        });
    if (!rows)
        return fail(rows.error());
    QList<Announcement> list = rows.take();
    list.removeIf([day](const Announcement &one) { return one.from > day || one.until < day; });
    std::stable_sort(list.begin(), list.end(), [](const Announcement &a, const Announcement &b) {
        return a.isWarning != b.isWarning ? a.isWarning : a.from > b.from;
    });
    return list;
}

Outcome<QList<ConflictView>> CentreInbox::conflicts() const
{
    const auto rows = m_store.all("SELECT case_id, body, at FROM conflict", conflictRow);
    if (!rows)
        return fail(rows.error());
    QList<ConflictView> list;
    for (const ConflictRow &row : rows.value()) {
        if (!row.id)
            return fail(Failure{FailureKind::Corrupt, u"a conflict's id can't be read"_s});
        const auto one = read(*row.id, row.body, row.at);
        if (!one)
            return fail(one.error());
        if (one.value())
            list += *one.value();
    }
    std::stable_sort(list.begin(), list.end(), [](const ConflictView &a, const ConflictView &b) {
        if (a.isOpen() != b.isOpen())
            return a.isOpen();
        return a.isOpen() ? a.since < b.since : a.since > b.since;
    });
    return list;
}

Outcome<std::optional<ConflictView>> CentreInbox::conflict(const CaseId &id) const
{
    const auto row
        = m_store.one("SELECT case_id, body, at FROM conflict WHERE case_id = ?", conflictRow, id.bytes());
    if (!row)
        return fail(row.error());
    if (!row.value())
        return std::optional<ConflictView>();
    return read(id, row.value()->body, row.value()->at);
}

Outcome<std::optional<ConflictView>> CentreInbox::read(const CaseId &id, const QString &body,
                                                       const QDateTime &at) const
{
    const CaseQuery cases(m_store);
    const auto record = cases.byId(id);
    if (!record)
        return fail(record.error());
    const QJsonObject object = QJsonDocument::fromJson(body.toUtf8()).object();
    const auto groups = conflictGroups(object);
    if (!record.value() || !groups)
        return std::optional<ConflictView>();
    ConflictView view{*record.value(), object.value("revision"_L1).toInt(), at, *groups, {}};
    const auto later = m_store.one(
        "SELECT id FROM case_record WHERE corrects = ? AND corrects IS NOT NULL"
        " ORDER BY rowid DESC LIMIT 1",
        [](const Statement &s) { return CaseId::fromBytes(s.blob(0)); }, id.bytes());
    if (!later)
        return fail(later.error());
    if (later.value() && *later.value()) {
        const auto decided = cases.byId(**later.value());
        if (!decided)
            return fail(decided.error());
        view.decidedBy = decided.value();
    }
    return std::optional(view);
}

Outcome<Nothing> markRead(Connection &connection, const QString &announcement, const QDateTime &now)
{
    const auto put = connection.exec("UPDATE announcement SET read_at = ? WHERE id = ? AND read_at = 0", now,
                                     announcement);
    if (!put)
        return fail(put.error());
    return Nothing();
}

} // namespace Loket
