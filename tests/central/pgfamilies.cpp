// SPDX-License-Identifier: Apache-2.0
#include "tests/central/pgbook.h"

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

Outcome<std::optional<FamilyView>> familyRow(const pqxx::result &rows)
{
    if (rows.empty())
        return std::optional<FamilyView>();
    auto family = familyFromJson(QJsonDocument::fromJson(latinOf(rows[0][0])).object());
    if (!family)
        return fail(Failure{FailureKind::Corrupt, u"the database holds a family that can't be read"_s});
    return family;
}

QString areaOf(const QString &village)
{
    return village.left(5); // "31.74" of "31.74.01.1001"
}

} // namespace

Outcome<std::optional<FamilyView>> PgBook::family(const QString &kk)
{
    lock({kk});
    return familyRow(m_transaction.exec_prepared("family", pgText(kk)));
}

Outcome<std::optional<FamilyView>> PgBook::familyAt(const QString &kk, int revision)
{
    lock({kk});
    return familyRow(m_transaction.exec_prepared("family-at", pgText(kk), revision));
}

Outcome<int> PgBook::revision(const QString &kk)
{
    lock({kk});
    const pqxx::result rows = m_transaction.exec_prepared("revision", pgText(kk));
    return rows.empty() ? 0 : rows[0][0].as<int>();
}

Outcome<std::optional<QString>> PgBook::familySource(const QString &kk)
{
    lock({kk});
    const pqxx::result rows = m_transaction.exec_prepared("family-source", pgText(kk));
    return rows.empty() ? std::nullopt : std::optional(textOf(rows[0][0]));
}

Outcome<bool> PgBook::isNikKnown(const QString &nik, const QString &exceptKk)
{
    if (nik.isEmpty())
        return false;
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
    lock({family.kk});
    const auto now = revision(family.kk);
    if (!now)
        return fail(now.error());
    const auto before = familySource(family.kk);
    if (!before)
        return fail(before.error());
    if (before.value())
        m_transaction.exec_prepared("keep-past", pgText(family.kk));
    family.revision = qMax(now.value(), family.revision) + 1;
    const QByteArray body = QJsonDocument(familyToJson(family)).toJson(QJsonDocument::Compact);
    m_transaction.exec_prepared("put-family", pgText(family.kk), family.revision,
                                pgText(areaOf(family.address.village)), pgText(family.address.village),
                                pgText(source.value_or(before.value().value_or(QString()))),
                                body.toStdString());
    QStringList niks, names, births;
    for (const MemberView &member : family.members) {
        niks += member.nik;
        names += member.name;
        births += member.birthDate.isValid() ? member.birthDate.toString(Qt::ISODate) : QString();
    }
    m_transaction.exec_prepared("put-people", pgText(family.kk), int(family.members.size()), pgArray(niks),
                                pgArray(names), pgArray(births));
    return family;
}

Outcome<int> PgBook::dropFamily(const QString &kk, int revision)
{
    lock({kk});
    m_transaction.exec_prepared("keep-past", pgText(kk));
    m_transaction.exec_prepared("drop-people", pgText(kk));
    return m_transaction.exec_prepared("drop-family", pgText(kk), revision + 1)[0][0].as<int>();
}

} // namespace Loket::Central
