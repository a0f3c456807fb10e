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
    const pqxx::result rows = ask("family", pgText(kk));
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
    const pqxx::result rows = ask("family-at", pgText(kk), revision);
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
    if (const auto kks = m_kksOfNik.constFind(nik); !m_areFamiliesChanged && kks != m_kksOfNik.cend())
        return std::any_of(kks->cbegin(), kks->cend(), [&](const QString &kk) { return kk != exceptKk; });
    flush();
    lock({nik});
    return !ask("nik-known", pgText(nik), pgText(exceptKk)).empty();
}

Outcome<QList<SimilarPerson>> PgBook::bornOn(QDate day, const QString &nik, const QString &exceptKk)
{
    const QString key = bornKey(day, nik, exceptKk);
    if (const auto known = m_bornOn.constFind(key); !m_areFamiliesChanged && known != m_bornOn.cend())
        return *known;
    flush();
    QList<SimilarPerson> people;
    for (const pqxx::row &row : ask("born-on", pgText(day.toString(Qt::ISODate)), pgText(exceptKk),
                                    pgText(nik), pgText(nearPlaces(nik)), kMostOfOneDay))
        people += SimilarPerson{textOf(row[0]), textOf(row[1]), textOf(row[2])};
    return people;
}

/// The first six digits of all NIKs that mayBeSameNik() could mean, for an index: the NIK's own, and each
/// with one other digit.
QString PgBook::nearPlaces(const QString &nik)
{
    constexpr qsizetype kPlaceDigits = 6;
    const QString own = nik.left(kPlaceDigits);
    QString places = own;
    for (qsizetype at = 0; at < own.size(); ++at) {
        QString near = own;
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            near[at] = QChar(digit);
            if (near != own)
                places += u',' + near;
        }
    }
    return places;
}

QString PgBook::bornKey(QDate day, const QString &nik, const QString &exceptKk)
{
    return day.toString(Qt::ISODate) + u' ' + nik + u' ' + exceptKk;
}

Outcome<FamilyView> PgBook::putFamily(FamilyView family, const std::optional<QString> &source)
{
    const FamilyRow before = familyRow(family.kk);
    if (!m_pending.kk.isEmpty())
        flush();
    family.revision = qMax(before.revision, family.revision) + 1;
    const FamilyRow now{family.revision, true, source.value_or(before.isThere ? before.source : QString()),
                        QJsonDocument(familyToJson(family)).toJson(QJsonDocument::Compact)};
    m_pending.kk = family.kk;
    m_pending.family = now;
    m_pending.area = areaOf(family.address.village);
    m_pending.village = family.address.village;
    m_pending.due = dueDay(family).toString(Qt::ISODate);
    for (const MemberView &member : family.members) {
        m_pending.niks += member.nik;
        m_pending.names += member.name;
        m_pending.births += member.birthDate.isValid() ? member.birthDate.toString(Qt::ISODate) : QString();
    }
    m_families.insert(family.kk, now);
    m_areFamiliesChanged = true;
    return family;
}

Outcome<int> PgBook::dropFamily(const QString &kk, int revision)
{
    const FamilyRow before = familyRow(kk);
    flush();
    ask("keep-past", pgText(kk));
    ask("drop-people", pgText(kk));
    const int end = qMax(before.revision, revision) + 1;
    ask("drop-family", pgText(kk), end);
    m_families.insert(kk, {end, false, {}, {}});
    m_areFamiliesChanged = true;
    return end;
}

/// One at a time in all processes: who comes later goes on where the other one ended.
Outcome<QList<FamilyView>> PgBook::familiesDue(QDate day, int most)
{
    ask("day-lock");
    flush();
    QStringList kks;
    for (const pqxx::row &row : ask("due", pgText(day.toString(Qt::ISODate)), most))
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
