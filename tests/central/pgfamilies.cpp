// SPDX-License-Identifier: Apache-2.0
#include "tests/central/pgbook.h"

#include "model/centre/daywork.h"
#include "model/store/familyjson.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

// The part of PgBook that keeps families. A family or NIK is locked before it is read: what was decided on
// stays true until the transaction's end.

namespace Loket::Central {

namespace {

/// Enough to find who is meant among people born on one day in one country's worth of families of a stand-in.
constexpr int kMostOfOneDay = 200;

Outcome<std::optional<FamilyView>> familyOf(const QByteArray &body)
{
    auto family = familyFromJson(QJsonDocument::fromJson(body).object());
    if (!family)
        return fail(Failure{FailureKind::Corrupt, u"the database holds a family that can't be read"_s});
    return family;
}

QString areaOf(const QString &village)
{
    return village.left(5); // "31.74" of "31.74.01.1001"
}

} // namespace

const PgBook::FamilyRow &PgBook::familyRow(const QString &kk)
{
    if (const auto known = m_families.constFind(kk); known != m_families.cend())
        return *known;
    lock({kk});
    FamilyRow row;
    const pqxx::result rows = m_transaction.exec_prepared("family", pgText(kk));
    if (!rows.empty())
        row = {rows[0][0].as<int>(), !rows[0][2].is_null(), textOf(rows[0][1]), latinOf(rows[0][2])};
    return *m_families.insert(kk, row);
}

Outcome<std::optional<FamilyView>> PgBook::family(const QString &kk)
{
    const FamilyRow &row = familyRow(kk);
    return row.isThere ? familyOf(row.body) : Outcome<std::optional<FamilyView>>(std::nullopt);
}

Outcome<std::optional<FamilyView>> PgBook::familyAt(const QString &kk, int revision)
{
    const FamilyRow &row = familyRow(kk);
    if (row.isThere && row.revision == revision)
        return familyOf(row.body);
    const pqxx::result rows = m_transaction.exec_prepared("family-at", pgText(kk), revision);
    return rows.empty() ? Outcome<std::optional<FamilyView>>(std::nullopt) : familyOf(latinOf(rows[0][0]));
}

Outcome<int> PgBook::revision(const QString &kk)
{
    return familyRow(kk).revision;
}

Outcome<std::optional<QString>> PgBook::familySource(const QString &kk)
{
    const FamilyRow &row = familyRow(kk);
    return row.isThere ? std::optional(row.source) : std::nullopt;
}

Outcome<bool> PgBook::isNikKnown(const QString &nik, const QString &exceptKk)
{
    if (nik.isEmpty())
        return false;
    if (const auto kks = m_kksOfNik.constFind(nik); m_changedFamilies.isEmpty() && kks != m_kksOfNik.cend())
        return std::any_of(kks->cbegin(), kks->cend(), [&](const QString &kk) { return kk != exceptKk; });
    lock({nik});
    return !m_transaction.exec_prepared("nik-known", pgText(nik), pgText(exceptKk)).empty();
}

Outcome<QList<SimilarPerson>> PgBook::bornOn(QDate day, const QString &exceptKk)
{
    QList<SimilarPerson> people;
    const pqxx::result rows = m_transaction.exec_prepared("born-on", pgText(day.toString(Qt::ISODate)),
                                                          pgText(exceptKk), kMostOfOneDay);
    for (const pqxx::row &row : rows)
        people += SimilarPerson{textOf(row[0]), textOf(row[1]), textOf(row[2])};
    return people;
}

Outcome<FamilyView> PgBook::putFamily(FamilyView family, const std::optional<QString> &source)
{
    const FamilyRow before = familyRow(family.kk);
    if (before.isThere)
        m_transaction.exec_prepared("keep-past", pgText(family.kk));
    family.revision = qMax(before.revision, family.revision) + 1;
    const FamilyRow now{family.revision, true, source.value_or(before.isThere ? before.source : QString()),
                        QJsonDocument(familyToJson(family)).toJson(QJsonDocument::Compact)};
    m_transaction.exec_prepared("put-family", pgText(family.kk), now.revision,
                                pgText(areaOf(family.address.village)), pgText(family.address.village),
                                pgText(now.source), now.body.toStdString(),
                                pgText(dueDay(family).toString(Qt::ISODate)));
    QStringList niks, names, births;
    for (const MemberView &member : family.members) {
        niks += member.nik;
        names += member.name;
        births += member.birthDate.isValid() ? member.birthDate.toString(Qt::ISODate) : QString();
    }
    m_transaction.exec_prepared("put-people", pgText(family.kk), int(family.members.size()), pgArray(niks),
                                pgArray(names), pgArray(births));
    m_families.insert(family.kk, now);
    m_changedFamilies += family.kk;
    return family;
}

Outcome<int> PgBook::dropFamily(const QString &kk, int revision)
{
    const FamilyRow before = familyRow(kk);
    m_transaction.exec_prepared("keep-past", pgText(kk));
    m_transaction.exec_prepared("drop-people", pgText(kk));
    const int end = qMax(before.revision, revision) + 1;
    m_transaction.exec_prepared("drop-family", pgText(kk), end);
    m_families.insert(kk, {end, false, {}, {}});
    m_changedFamilies += kk;
    return end;
}

/// One at a time in all processes: who comes later goes on where the other one ended.
Outcome<QList<FamilyView>> PgBook::familiesDue(QDate day, int most)
{
    m_transaction.exec_prepared("day-lock");
    QStringList kks;
    for (const pqxx::row &row : m_transaction.exec_prepared("due", pgText(day.toString(Qt::ISODate)), most))
        kks += textOf(row[0]);
    lock(kks);
    QList<FamilyView> families;
    for (const QString &kk : kks) {
        const auto now = family(kk);
        if (!now)
            return fail(now.error());
        families += now.value().value_or(FamilyView());
    }
    return families;
}

} // namespace Loket::Central
