// SPDX-License-Identifier: Apache-2.0
#include "model/store/mirrorapply.h"

#include "model/store/connection.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// A column that holds a text. An index (or the name search) has the value of a keyed one.
template <typename Row>
struct TextColumn {
    const char *name;
    std::string Row::*field;
    bool isKeyed = false;
};
using FamilyColumn = TextColumn<MirrorFamilyRow>;
using MemberColumn = TextColumn<MirrorParticipantRow>;

constexpr std::array kFamilyTexts = {
    FamilyColumn{"kk", &MirrorFamilyRow::kk, true},
    FamilyColumn{"va", &MirrorFamilyRow::va, true},
    FamilyColumn{"phone_key", &MirrorFamilyRow::phoneKey, true},
    FamilyColumn{"segment", &MirrorFamilyRow::segment},
    FamilyColumn{"status", &MirrorFamilyRow::status},
    FamilyColumn{"phone", &MirrorFamilyRow::phone},
    FamilyColumn{"email", &MirrorFamilyRow::email},
    FamilyColumn{"line", &MirrorFamilyRow::line},
    FamilyColumn{"rt", &MirrorFamilyRow::rt},
    FamilyColumn{"rw", &MirrorFamilyRow::rw},
    FamilyColumn{"village", &MirrorFamilyRow::village},
    FamilyColumn{"postcode", &MirrorFamilyRow::postcode},
    FamilyColumn{"billing", &MirrorFamilyRow::billing},
    FamilyColumn{"bank", &MirrorFamilyRow::bank},
    FamilyColumn{"account", &MirrorFamilyRow::account},
    FamilyColumn{"holder", &MirrorFamilyRow::holder},
    FamilyColumn{"paid_until", &MirrorFamilyRow::paidUntil},
    FamilyColumn{"first_payment_from", &MirrorFamilyRow::firstPaymentFrom},
    FamilyColumn{"first_payment_until", &MirrorFamilyRow::firstPaymentUntil},
    FamilyColumn{"class_since", &MirrorFamilyRow::classSince},
    FamilyColumn{"segment_since", &MirrorFamilyRow::segmentSince},
    FamilyColumn{"last_covered", &MirrorFamilyRow::lastCovered},
    FamilyColumn{"employer", &MirrorFamilyRow::employer},
    FamilyColumn{"scheduled", &MirrorFamilyRow::scheduled},
};
constexpr std::array kMemberTexts = {
    MemberColumn{"nik", &MirrorParticipantRow::nik, true},
    MemberColumn{"card", &MirrorParticipantRow::card, true},
    MemberColumn{"name_key", &MirrorParticipantRow::nameKey, true},
    MemberColumn{"central_id", &MirrorParticipantRow::centralId},
    MemberColumn{"relation", &MirrorParticipantRow::relation},
    MemberColumn{"kin", &MirrorParticipantRow::kin},
    MemberColumn{"name", &MirrorParticipantRow::name},
    MemberColumn{"birth_place", &MirrorParticipantRow::birthPlace},
    MemberColumn{"birth_date", &MirrorParticipantRow::birthDate},
    MemberColumn{"sex", &MirrorParticipantRow::sex},
    MemberColumn{"marital", &MirrorParticipantRow::marital},
    MemberColumn{"citizenship", &MirrorParticipantRow::citizenship},
    MemberColumn{"passport", &MirrorParticipantRow::passport},
    MemberColumn{"fktp", &MirrorParticipantRow::fktp},
    MemberColumn{"dentist", &MirrorParticipantRow::dentist},
    MemberColumn{"status", &MirrorParticipantRow::status},
    MemberColumn{"photo", &MirrorParticipantRow::photo},
    MemberColumn{"fktp_since", &MirrorParticipantRow::fktpSince},
    MemberColumn{"letter_date", &MirrorParticipantRow::letterDate},
    MemberColumn{"valid_until", &MirrorParticipantRow::validUntil},
};

/// "one, two, …" of the columns, each with `behind`.
template <typename Columns>
std::string listed(const Columns &columns, bool withKeyed, const char *behind = "")
{
    std::string list;
    for (const auto &column : columns) {
        if (column.isKeyed && !withKeyed)
            continue;
        list += list.empty() ? "" : ", ";
        list += column.name;
        list += behind;
    }
    return list;
}

std::string places(size_t count)
{
    std::string list = "?";
    for (size_t i = 1; i < count; ++i)
        list += ", ?";
    return list;
}

std::string addSql(const char *table, const std::string &columns, size_t count)
{
    return std::string("INSERT INTO ") + table + " (" + columns + ") VALUES (" + places(count) + ")";
}

/// The statements, made once from the lists above.
struct Sql {
    const std::string addFamily
        = addSql("family", "class, revision, wage, central_id, " + listed(kFamilyTexts, true),
                 4 + kFamilyTexts.size());
    const std::string changeFamily = familyChange(true);
    const std::string changeFamilyPlain = familyChange(false);
    const std::string members = "SELECT id, position, " + listed(kMemberTexts, true)
        + " FROM participant WHERE family_id = ? ORDER BY position";
    const std::string addMember = addSql("participant", "position, family_id, " + listed(kMemberTexts, true),
                                         2 + kMemberTexts.size());
    const std::string changeMember
        = "UPDATE participant SET position = ?, " + listed(kMemberTexts, true, " = ?") + " WHERE id = ?";
    const std::string changeMemberPlain
        = "UPDATE participant SET " + listed(kMemberTexts, false, " = ?") + " WHERE id = ?";

    static std::string familyChange(bool withKeyed)
    {
        return "UPDATE family SET class = ?, revision = ?, wage = ?, "
            + listed(kFamilyTexts, withKeyed, " = ?") + " WHERE id = ?";
    }
};

const Sql &sql()
{
    static const Sql texts;
    return texts;
}

constexpr auto kFamilySql
    = "SELECT id, revision, kk, va, phone_key, paid_until FROM family WHERE central_id = ?";
constexpr auto kFamilyByKkSql = "SELECT id, revision, kk, va, phone_key, paid_until FROM family WHERE kk = ?"
                                " ORDER BY id LIMIT 1";

template <typename Row, typename Columns>
int bindTexts(Statement &statement, int index, const Row &row, const Columns &columns, bool withKeyed)
{
    for (const auto &column : columns)
        if (withKeyed || !column.isKeyed)
            statement.bindBorrowed(++index, row.*column.field);
    return index;
}

} // namespace

MirrorApply::MirrorApply(Connection &connection)
    : m_connection(connection)
    , m_byCentral(connection.statement(kFamilySql))
    , m_byKk(connection.statement(kFamilyByKkSql))
    , m_members(connection.statement(sql().members.c_str()))
{
}

/// The centre's name of a family is its KK; one that came with a snapshot may have another.
Outcome<std::optional<MirrorApply::Found>> MirrorApply::find(const MirrorFamilyRow &row)
{
    for (Statement *const statement : {&m_byCentral, &m_byKk}) {
        statement->reset();
        statement->bindBorrowed(1, row.kk);
        const Outcome<bool> isThere = statement->step();
        if (!isThere)
            return fail(isThere.error());
        if (!isThere.value())
            continue;
        const Found found{statement->integer(0), int(statement->integer(1)),
                          statement->view(2) == row.kk && statement->view(3) == row.va
                              && statement->view(4) == row.phoneKey,
                          statement->view(5) == row.paidUntil};
        statement->reset();
        return std::optional(found);
    }
    return std::optional<Found>();
}

Outcome<qint64> MirrorApply::write(Statement &statement, bool isKeyed)
{
    ++m_counts.rows;
    m_counts.keyed += isKeyed;
    return statement.finishCounting();
}

Outcome<Nothing> MirrorApply::putRow(MirrorFamilyRow &row, const std::optional<Found> &found)
{
    const bool isKeyed = !found || !found->isSameKeys;
    Statement put = m_connection.statement((!found        ? sql().addFamily
                                                : isKeyed ? sql().changeFamily
                                                          : sql().changeFamilyPlain)
                                               .c_str());
    put.bind(row.careClass, row.revision, row.wage);
    int index = 3;
    if (!found)
        put.bindBorrowed(++index, row.centralId);
    index = bindTexts(put, index, row, kFamilyTexts, isKeyed);
    if (found)
        put.bindAt(++index, found->id);
    const auto written = write(put, isKeyed);
    if (!written)
        return fail(written.error());
    row.id = found ? found->id : m_connection.lastInsertRowId();
    return Nothing();
}

Outcome<Nothing> MirrorApply::addMember(const MirrorParticipantRow &row)
{
    Statement add = m_connection.statement(sql().addMember.c_str());
    add.bind(row.position, row.familyId);
    bindTexts(add, 2, row, kMemberTexts, true);
    const auto written = write(add, true);
    return written ? Outcome<Nothing>(Nothing()) : fail(written.error());
}

Outcome<Nothing> MirrorApply::changeMember(qint64 id, const MirrorParticipantRow &row, bool isKeyed)
{
    Statement change
        = m_connection.statement((isKeyed ? sql().changeMember : sql().changeMemberPlain).c_str());
    int index = 0;
    if (isKeyed)
        change.bindAt(++index, row.position);
    index = bindTexts(change, index, row, kMemberTexts, isKeyed);
    change.bindAt(++index, id);
    const auto written = write(change, isKeyed);
    return written ? Outcome<Nothing>(Nothing()) : fail(written.error());
}

Outcome<Nothing> MirrorApply::removeMember(qint64 id)
{
    Statement remove = m_connection.statement("DELETE FROM participant WHERE id = ?");
    remove.bind(id);
    const auto written = write(remove, true);
    return written ? Outcome<Nothing>(Nothing()) : fail(written.error());
}

/// Members keep their row ids as long as the family has that many, so that a page that shows one stays true.
Outcome<Nothing> MirrorApply::putMembers(FamilyRows &rows, bool isNew)
{
    const std::span<MirrorParticipantRow> members = rows.members();
    m_kept.clear();
    if (!isNew) {
        m_members.reset();
        m_members.bind(rows.family().id);
        for (;;) {
            const Outcome<bool> isThere = m_members.step();
            if (!isThere)
                return fail(isThere.error());
            if (!isThere.value())
                break;
            Kept kept{m_members.integer(0)};
            if (const size_t at = m_kept.size(); at < members.size()) {
                bool isKeyed = m_members.integer(1) != members[at].position, isPlain = false;
                for (size_t i = 0; i < kMemberTexts.size(); ++i)
                    if (m_members.view(int(i) + 2) != members[at].*kMemberTexts[i].field)
                        (kMemberTexts[i].isKeyed ? isKeyed : isPlain) = true;
                kept.change = isKeyed ? Kept::Keyed : isPlain ? Kept::Plain : Kept::Same;
            }
            m_kept.push_back(kept);
        }
        m_members.reset();
    }
    for (size_t at = 0; at < qMax(members.size(), m_kept.size()); ++at) {
        Outcome<Nothing> done = Nothing();
        if (at >= members.size()) {
            done = removeMember(m_kept[at].id);
        } else if (members[at].familyId = rows.family().id; at >= m_kept.size()) {
            done = addMember(members[at]);
        } else if (m_kept[at].change == Kept::Same) {
            ++m_counts.skipped;
        } else {
            done = changeMember(m_kept[at].id, members[at], m_kept[at].change == Kept::Keyed);
        }
        if (!done)
            return done;
    }
    return Nothing();
}

Outcome<bool> MirrorApply::put(FamilyRows &rows, const QDateTime &at)
{
    MirrorFamilyRow &row = rows.family();
    const auto found = find(row);
    if (!found)
        return fail(found.error());
    if (row.revision <= (found.value() ? found.value()->revision : 0))
        return false;
    if (auto done = putRow(row, found.value()); !done)
        return fail(done.error());
    if (auto done = putMembers(rows, !found.value()); !done)
        return fail(done.error());
    // what was paid, with the day on which this counter heard of it
    if (!row.paidUntil.empty() && at.isValid() && !(found.value() && found.value()->isSamePaid)) {
        Statement note = m_connection.statement("INSERT INTO paid (family_id, month, at) VALUES (?, ?, ?)"
                                                " ON CONFLICT DO NOTHING");
        note.bind(row.id, QString::fromStdString(row.paidUntil), at);
        if (const auto noted = write(note, true); !noted)
            return fail(noted.error());
    }
    return true;
}

Outcome<bool> MirrorApply::drop(const QString &kk, int revision)
{
    MirrorFamilyRow row;
    row.kk = kk.toStdString();
    const auto found = find(row);
    if (!found)
        return fail(found.error());
    if (!found.value() || found.value()->revision >= revision)
        return false;
    Statement remove = m_connection.statement("DELETE FROM family WHERE id = ?");
    remove.bind(found.value()->id);
    const auto written = write(remove, true);
    if (!written)
        return fail(written.error());
    return true;
}

} // namespace Loket
