// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/mirrorbench.h"

#include "model/base/clock.h"
#include "model/domain/facilities.h"
#include "model/store/familyjson.h"
#include "model/store/mirrorload.h"
#include "model/store/seed.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <optional>

using namespace Qt::StringLiterals;

namespace Loket::Bench {

void must(bool done, const QString &what)
{
    if (done)
        return;
    std::fprintf(stderr, "bench: %s\n", qPrintable(what));
    std::exit(1);
}

struct World::Private {
    FixedClock clock{QDate(2022, 3, 1)};
    std::shared_ptr<const RulebookLibrary> library = RulebookLibrary::builtIn();
    std::shared_ptr<const FacilityIndex> facilities = FacilityIndex::trial();
    RegionData regions = RegionData::builtIn().take();
    std::optional<SeedWorld> world;
    std::unique_ptr<SeedFamilies> families;
};

World::World(quint64 seed)
    : d(std::make_unique<Private>())
{
    const SeedOptions options{{},       {}, 1, seed, &d->library->on(QDate(2022, 3, 1)), d->facilities.get(),
                              &d->clock};
    d->world.emplace(seedWorld(options, d->regions).take());
    d->families = std::make_unique<SeedFamilies>(*d->world, seed);
}

World::~World() = default;

Rows World::make(qint64 number, qint64 firstMember)
{
    constexpr qint64 kMostMembers = 1000;
    d->families->make(number, firstMember, kMostMembers);
    Rows rows{d->families->family(), {d->families->members().begin(), d->families->members().end()}};
    rows.family.id = number + 1;
    rows.family.centralId = rows.family.kk;
    for (MirrorParticipantRow &member : rows.members) {
        member.familyId = rows.family.id;
        member.centralId = member.card;
    }
    return rows;
}

QByteArray jsonOf(const Rows &rows)
{
    const auto text = [](const std::string &value) { return QString::fromStdString(value); };
    const auto day = [&](const std::string &value) { return QDate::fromString(text(value), Qt::ISODate); };
    const MirrorFamilyRow &f = rows.family;
    FamilyView family;
    family.kk = text(f.kk);
    family.segment = text(f.segment);
    family.careClass = f.careClass;
    family.va = text(f.va);
    family.status = text(f.status);
    family.phone = text(f.phone);
    family.email = text(f.email);
    family.address = {text(f.line), text(f.rt), text(f.rw), text(f.village), text(f.postcode)};
    must(f.billing.empty(), u"a seeded family has a billing address"_s);
    family.bank = {text(f.bank), text(f.account), text(f.holder)};
    family.paidUntil = text(f.paidUntil);
    family.firstPaymentFrom = day(f.firstPaymentFrom);
    family.firstPaymentUntil = day(f.firstPaymentUntil);
    family.classSince = day(f.classSince);
    family.segmentSince = day(f.segmentSince);
    family.lastCovered = text(f.lastCovered);
    family.wage = f.wage;
    family.employer = text(f.employer);
    family.scheduled = changesOfText(text(f.scheduled));
    family.revision = f.revision;
    for (const MirrorParticipantRow &p : rows.members) {
        MemberView m;
        m.relation = text(p.relation);
        m.kin = text(p.kin);
        m.nik = text(p.nik);
        m.card = text(p.card);
        m.name = text(p.name);
        m.birthPlace = text(p.birthPlace);
        m.birthDate = day(p.birthDate);
        m.sex = text(p.sex);
        m.marital = text(p.marital);
        m.citizenship = text(p.citizenship);
        m.passport = text(p.passport);
        m.fktp = text(p.fktp);
        m.dentist = text(p.dentist);
        m.status = text(p.status);
        m.photo = text(p.photo);
        m.fktpSince = day(p.fktpSince);
        m.letterDate = day(p.letterDate);
        m.validUntil = day(p.validUntil);
        family.members.append(m);
    }
    return QJsonDocument(familyToJson(family)).toJson(QJsonDocument::Compact);
}

Rows parsed(const QByteArray &json, const Rows &like)
{
    static FamilyRows reader;
    must(reader.read(json), u"a family of its own making can't be read"_s);
    Rows rows{reader.family(), {reader.members().begin(), reader.members().end()}};
    must(rows.members.size() == like.members.size(), u"members were lost"_s);
    rows.family.id = like.family.id;
    for (size_t i = 0; i < rows.members.size(); ++i) {
        rows.members[i].id = like.members[i].id;
        rows.members[i].familyId = like.family.id;
    }
    return rows;
}

std::vector<qint64> makeMirror(const QString &dir, World &world, qint64 families)
{
    QDir().mkpath(dir);
    auto load = MirrorLoad::begin(dir);
    must(bool(load), u"no new mirror"_s);
    std::vector<qint64> first{1};
    for (qint64 number = 0; number < families; ++number) {
        const Rows made = world.make(number, first.back());
        const Rows rows = parsed(jsonOf(made), made);
        must(bool(load.value()->rows().add(rows.family)), u"a family can't be added"_s);
        for (const MirrorParticipantRow &member : rows.members)
            must(bool(load.value()->rows().add(member)), u"a member can't be added"_s);
        first.push_back(first.back() + qint64(rows.members.size()));
    }
    must(bool(load.value()->finish()), u"the mirror can't be finished"_s);
    return first;
}

QByteArray digestOf(const QString &mirrorPath)
{
    Plain db(mirrorPath);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char *sql :
         {"SELECT * FROM family ORDER BY id", "SELECT * FROM participant ORDER BY id",
          "SELECT * FROM paid ORDER BY family_id, month", "SELECT cursor, participants FROM mirror_state"}) {
        sqlite3_stmt *rows = nullptr;
        must(sqlite3_prepare_v2(db.handle(), sql, -1, &rows, nullptr) == SQLITE_OK, QString::fromUtf8(sql));
        while (sqlite3_step(rows) == SQLITE_ROW)
            for (int i = 0; i < sqlite3_column_count(rows); ++i) {
                const auto *const text = reinterpret_cast<const char *>(sqlite3_column_text(rows, i));
                hash.addData(QByteArrayView(text, sqlite3_column_bytes(rows, i)));
                hash.addData("\x1f");
            }
        sqlite3_finalize(rows);
    }
    db.run("INSERT INTO participant_word (participant_word, rank) VALUES ('integrity-check', 1)");
    return hash.result().toHex();
}

Stopwatch::Stopwatch()
{
    m_began = {};
    m_began = seconds();
}

Stopwatch::Seconds Stopwatch::seconds() const
{
    const auto now = [](clockid_t which) {
        timespec time = {};
        clock_gettime(which, &time);
        return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
    };
    return {now(CLOCK_MONOTONIC) - m_began.wall, now(CLOCK_PROCESS_CPUTIME_ID) - m_began.cpu};
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

QByteArray spread(const std::vector<double> &values)
{
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    return QByteArray::number(median(values), 'f', 2) + " [" + QByteArray::number(*least, 'f', 2) + ".."
        + QByteArray::number(*most, 'f', 2) + "]";
}

qint64 setting(const char *variable, qint64 otherwise)
{
    const int set = qEnvironmentVariableIntValue(variable);
    return set > 0 ? set : otherwise;
}

Plain::Plain(const QString &path, int reserved)
{
    const QByteArray uri
        = "file:" + QFile::encodeName(path).toPercentEncoding("/") + "?psow=0"; // as the store
    constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    must(sqlite3_open_v2(uri.constData(), &m_db, kFlags, nullptr) == SQLITE_OK, path);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, nullptr);
    if (reserved > 0)
        sqlite3_file_control(m_db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
}

Plain::~Plain()
{
    must(sqlite3_close(m_db) == SQLITE_OK, u"close"_s);
}

void Plain::run(const char *sql)
{
    must(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) == SQLITE_OK,
         QString::fromUtf8(sql) + u": "_s + QString::fromUtf8(sqlite3_errmsg(m_db)));
}

PlainStatement::PlainStatement(Plain &db, const QByteArray &sql)
    : m_db(db.handle())
{
    must(sqlite3_prepare_v3(m_db, sql.constData(), -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr)
             == SQLITE_OK,
         QString::fromUtf8(sql) + u": "_s + QString::fromUtf8(sqlite3_errmsg(m_db)));
}

PlainStatement::~PlainStatement()
{
    sqlite3_finalize(m_statement);
}

void PlainStatement::bind(qint64 number)
{
    sqlite3_bind_int64(m_statement, ++m_index, number);
}

void PlainStatement::bind(const std::string &text)
{
    sqlite3_bind_text(m_statement, ++m_index, text.data(), int(text.size()), SQLITE_STATIC);
}

int PlainStatement::finish()
{
    must(sqlite3_step(m_statement) == SQLITE_DONE, QString::fromUtf8(sqlite3_errmsg(m_db)));
    sqlite3_reset(m_statement);
    return sqlite3_changes(m_db);
}

int PlainStatement::put(const MirrorFamilyRow &f)
{
    return (*this)(f.id, f.centralId, f.kk, f.segment, f.careClass, f.va, f.status, f.phone, f.phoneKey,
                   f.email, f.line, f.rt, f.rw, f.village, f.postcode, f.billing, f.bank, f.account, f.holder,
                   f.paidUntil, f.firstPaymentFrom, f.firstPaymentUntil, f.revision, f.classSince,
                   f.segmentSince, f.lastCovered, f.wage, f.employer, f.scheduled);
}

int PlainStatement::put(const MirrorParticipantRow &p)
{
    return (*this)(p.id, p.centralId, p.familyId, p.position, p.relation, p.kin, p.nik, p.card, p.name,
                   p.nameKey, p.birthPlace, p.birthDate, p.sex, p.marital, p.citizenship, p.passport, p.fktp,
                   p.dentist, p.status, p.photo, p.fktpSince, p.letterDate, p.validUntil);
}

namespace {

const QList<QByteArray> kFamily
    = QByteArray("id,central_id,kk,segment,class,va,status,phone,phone_key,email,line,rt,rw,village,postcode,"
                 "billing,bank,account,holder,paid_until,first_payment_from,first_payment_until,revision,"
                 "class_since,segment_since,last_covered,wage,employer,scheduled")
          .split(',');
const QList<QByteArray> kParticipant
    = QByteArray("id,central_id,family_id,position,relation,kin,nik,card,name,name_key,birth_place,"
                 "birth_date,sex,marital,citizenship,passport,fktp,dentist,status,photo,fktp_since,"
                 "letter_date,valid_until")
          .split(',');

} // namespace

QByteArray insertInto(const char *table)
{
    const QList<QByteArray> &columns = qstrcmp(table, "family") == 0 ? kFamily : kParticipant;
    return "INSERT INTO " + QByteArray(table) + " (" + columns.join(',') + ") VALUES (?"
        + QByteArray(",?").repeated(columns.size() - 1) + ")";
}

QByteArray upsertInto(const char *table)
{
    const QList<QByteArray> &columns = qstrcmp(table, "family") == 0 ? kFamily : kParticipant;
    QByteArray sql = insertInto(table) + " ON CONFLICT (id) DO UPDATE SET ";
    for (qsizetype i = 1; i < columns.size(); ++i)
        sql += (i > 1 ? "," : "") + columns.at(i) + "=excluded." + columns.at(i);
    return sql;
}

} // namespace Loket::Bench
