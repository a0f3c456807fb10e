// SPDX-License-Identifier: Apache-2.0
#include "tests/central/demo.h"

#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/domain/facilities.h"
#include "model/rulebook/rulebook.h"
#include "model/store/familyjson.h"
#include "model/store/seed.h"
#include "model/store/seedfamilies.h"
#include "tests/central/pgbook.h"
#include "tests/central/pgpool.h"
#include "tests/central/pgschema.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Loket::Central {

namespace {

/// Provinces whose offices come first: where most of the trial's places are.
constexpr quint64 kFirstProvinces[] = {31, 32, 33, 35, 36};

struct Area {
    QString code; ///< "31.74"
    QString name;
};

/// Regencies of each province, the known ones first.
QList<QList<Area>> areasByProvince(const RegionData &regions)
{
    const RegionLevel &provinces = regions.levels[RegionData::Provinces];
    const RegionLevel &regencies = regions.levels[RegionData::Regencies];
    QList<quint64> order(std::cbegin(kFirstProvinces), std::cend(kFirstProvinces));
    for (const quint64 code : provinces.codes) {
        if (!order.contains(code))
            order += code;
    }
    QList<QList<Area>> list;
    for (const quint64 province : order) {
        QList<Area> areas;
        for (qsizetype i = 0; i < regencies.size(); ++i) {
            const quint64 code = regencies.codes[size_t(i)];
            if (code / 100 == province)
                areas += {u"%1.%2"_s.arg(province).arg(code % 100, 2, 10, QLatin1Char('0')),
                          QString::fromUtf8(regions.name(RegionData::Regencies, i))};
        }
        list += areas;
    }
    return list;
}

/// One office for each province, or when there are more offices than provinces, for each regency.
QList<QList<Area>> areasOfOffices(const RegionData &regions, int offices)
{
    const QList<QList<Area>> provinces = areasByProvince(regions);
    if (offices <= provinces.size())
        return provinces.first(offices);
    QList<QList<Area>> list;
    for (const QList<Area> &areas : provinces) {
        for (const Area &area : areas) {
            if (list.size() < offices)
                list += QList<Area>{area};
        }
    }
    while (list.size() < offices) // the largest regencies have two
        list += list.at(list.size() - offices / 2);
    return list;
}

void makeOffices(pqxx::work &work, const QList<QList<Area>> &offices, int codes)
{
    QRandomGenerator64 random = QRandomGenerator64::securelySeeded();
    for (int i = 0; i < offices.size(); ++i) {
        const QString code = u"%1"_s.arg(901 + i, 4, 10, QLatin1Char('0'));
        QStringList areas;
        for (const Area &area : offices.at(i))
            areas += area.code;
        work.exec_params("INSERT INTO office (code, name, areas) VALUES ($1, $2, $3::text[])", pgText(code),
                         pgText(u"KC "_s + offices.at(i).first().name), pgArray(areas));
        for (const auto &[id, name, role] : {std::tuple("petugas1", "Petugas Satu", "petugas"),
                                             std::tuple("petugas2", "Petugas Dua", "petugas"),
                                             std::tuple("penyelia", "Penyelia", "penyelia")})
            work.exec_params("INSERT INTO officer (office, id, name, role) VALUES ($1, $2, $3, $4)",
                             pgText(code), id, name, role);
        for (int number = 1; number <= codes; ++number) {
            const QString secret = QString::number(random.generate() | (1ULL << 63), 32).toUpper().left(12);
            work.exec_params("INSERT INTO enrol_code (code, office, number) VALUES ($1, $2, $3)",
                             pgText(u"%1-%2"_s.arg(code, secret)), pgText(code), number);
        }
    }
}

QDate dayOf(const std::string &text)
{
    return QDate::fromString(QString::fromStdString(text), Qt::ISODate);
}

MemberView memberOf(const MirrorParticipantRow &row)
{
    const auto text = [](const std::string &value) { return QString::fromStdString(value); };
    MemberView member;
    member.position = row.position;
    member.relation = text(row.relation);
    member.kin = text(row.kin);
    member.nik = text(row.nik);
    member.card = text(row.card);
    member.name = text(row.name);
    member.birthPlace = text(row.birthPlace);
    member.sex = text(row.sex);
    member.marital = text(row.marital);
    member.citizenship = text(row.citizenship);
    member.passport = text(row.passport);
    member.birthDate = dayOf(row.birthDate);
    member.fktp = text(row.fktp);
    member.dentist = text(row.dentist);
    member.fktpSince = dayOf(row.fktpSince);
    member.letterDate = dayOf(row.letterDate);
    member.validUntil = dayOf(row.validUntil);
    member.status = text(row.status);
    return member;
}

FamilyView familyOf(const SeedFamilies &made)
{
    const auto text = [](const std::string &value) { return QString::fromStdString(value); };
    const MirrorFamilyRow &row = made.family();
    FamilyView family;
    family.kk = text(row.kk);
    family.segment = text(row.segment);
    family.phone = text(row.phone);
    family.email = text(row.email);
    family.va = text(row.va);
    family.status = text(row.status);
    family.careClass = row.careClass;
    family.address = {text(row.line), text(row.rt), text(row.rw), text(row.village), text(row.postcode)};
    family.bank = {text(row.bank), text(row.account), text(row.holder)};
    family.paidUntil = text(row.paidUntil);
    family.firstPaymentFrom = dayOf(row.firstPaymentFrom);
    family.firstPaymentUntil = dayOf(row.firstPaymentUntil);
    family.classSince = dayOf(row.classSince);
    family.segmentSince = dayOf(row.segmentSince);
    family.lastCovered = text(row.lastCovered);
    family.wage = row.wage;
    family.employer = text(row.employer);
    for (const MirrorParticipantRow &member : made.members())
        family.members += memberOf(member);
    return family;
}

Outcome<Nothing> makeFamilies(pqxx::work &work, const DemoOptions &options, const RegionData &regions,
                              const QSet<QString> &areas)
{
    SeedOptions seed;
    seed.rulebook = &options.rulebooks->on(
        QDate(SeedFamilies::kSeedYear, SeedFamilies::kSeedMonth, SeedFamilies::kSeedDayOfMonth));
    seed.facilities = options.facilities;
    const auto world = seedWorld(seed, regions);
    if (!world)
        return fail(world.error());
    SeedFamilies families(world.value(), options.randomSeed);
    PgBook book(work);
    qint64 people = 0;
    for (qint64 number = 0; people < options.participants; ++number) {
        families.make(number, number * 8 + 1, 7);
        const FamilyView family = familyOf(families);
        if (!areas.contains(family.address.village.left(5)))
            continue;
        if (const auto put = book.putFamily(family, QString()); !put)
            return fail(put.error());
        people += family.members.size();
    }
    book.flush();
    return Nothing();
}

} // namespace

Outcome<Nothing> makeCentre(PgPool &pool, const DemoOptions &options)
{
    const auto regions = RegionData::builtIn();
    if (!regions)
        return fail(regions.error());
    using Answer = Outcome<Nothing>;
    return pool.inTransaction<Nothing>([&](pqxx::work &work) -> Answer {
        if (!work.exec1("SELECT to_regclass('epoch')")[0].is_null())
            return Nothing();
        work.exec(kPgSchema);
        const QString epoch = newUuid7(SystemClock()).toString(QUuid::WithoutBraces);
        work.exec_params("INSERT INTO epoch (id, start) VALUES ($1, 0)", pgText(epoch));
        work.exec_params("INSERT INTO next_lease (low) VALUES ($1)", kFirstLeasedCard);
        const QList<QList<Area>> offices = areasOfOffices(regions.value(), options.offices);
        makeOffices(work, offices, options.codes);
        QSet<QString> areas;
        for (const QList<Area> &office : offices) {
            for (const Area &area : office)
                areas += area.code;
        }
        return makeFamilies(work, options, regions.value(), areas);
    });
}

Outcome<QStringList> firstAreas(int offices)
{
    const auto regions = RegionData::builtIn();
    if (!regions)
        return fail(regions.error());
    QStringList areas;
    for (const QList<Area> &office : areasOfOffices(regions.value(), offices))
        areas += office.first().code;
    return areas;
}

Outcome<QJsonArray> enrolCodes(PgPool &pool)
{
    using Answer = Outcome<QJsonArray>;
    return pool.inSnapshot<QJsonArray>([](pqxx::transaction_base &now) -> Answer {
        QJsonArray offices, codes;
        QString office;
        for (const pqxx::row &row : now.exec("SELECT office, code FROM enrol_code ORDER BY office, number")) {
            if (!codes.isEmpty() && textOf(row[0]) != office) {
                offices += codes;
                codes = {};
            }
            office = textOf(row[0]);
            codes += textOf(row[1]);
        }
        if (!codes.isEmpty())
            offices += codes;
        return offices;
    });
}

} // namespace Loket::Central
