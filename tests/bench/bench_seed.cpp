// SPDX-License-Identifier: Apache-2.0
// How fast `seed` is beside a plain C program that already has the same rows in memory and writes them into
// the same tables with the same indexes: paired runs, the median ratio counts. LOKET_BENCH_PARTICIPANTS: how
// many (300,000).
#include "model/base/clock.h"
#include "model/domain/facilities.h"
#include "model/rulebook/rulebook.h"
#include "model/store/migrations.h"
#include "model/store/seed.h"
#include "model/store/seedfamilies.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <deque>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

struct PlainRows {
    std::deque<MirrorFamilyRow> families;
    std::deque<MirrorParticipantRow> participants;
};

void must(bool done, sqlite3 *db, const char *what)
{
    if (done)
        return;
    std::fprintf(stderr, "bench_seed: %s: %s\n", what, db ? sqlite3_errmsg(db) : "");
    std::exit(1);
}

void run(sqlite3 *db, const char *sql)
{
    must(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK, db, sql);
}

class PlainInsert
{
public:
    PlainInsert(sqlite3 *db, const char *table, int columns)
        : m_db(db)
    {
        std::string sql = std::string("INSERT INTO ") + table + " VALUES (?";
        for (int i = 1; i < columns; ++i)
            sql += ",?";
        must(sqlite3_prepare_v2(db, (sql + ")").c_str(), -1, &m_statement, nullptr) == SQLITE_OK, db, table);
    }
    ~PlainInsert() { sqlite3_finalize(m_statement); }
    Q_DISABLE_COPY_MOVE(PlainInsert)

    template <typename... Values>
    void operator()(const Values &...values)
    {
        m_index = 0;
        (bind(values), ...);
        must(sqlite3_step(m_statement) == SQLITE_DONE, m_db, "insert");
        sqlite3_reset(m_statement);
    }

private:
    void bind(qint64 number) { sqlite3_bind_int64(m_statement, ++m_index, number); }
    void bind(int number) { sqlite3_bind_int64(m_statement, ++m_index, number); }
    void bind(const std::string &text)
    {
        sqlite3_bind_text(m_statement, ++m_index, text.data(), int(text.size()), SQLITE_STATIC);
    }
    sqlite3 *m_db;
    sqlite3_stmt *m_statement = nullptr;
    int m_index = 0;
};

void insertAll(sqlite3 *db, const PlainRows &rows)
{
    PlainInsert family(db, "family", 29);
    PlainInsert person(db, "participant", 23);
    for (const MirrorFamilyRow &f : rows.families) {
        family(f.id, f.centralId, f.kk, f.segment, f.careClass, f.va, f.status, f.phone, f.phoneKey, f.email,
               f.line, f.rt, f.rw, f.village, f.postcode, f.billing, f.bank, f.account, f.holder, f.paidUntil,
               f.firstPaymentFrom, f.firstPaymentUntil, f.revision, f.classSince, f.segmentSince,
               f.lastCovered, f.wage, f.employer, f.scheduled);
    }
    for (const MirrorParticipantRow &p : rows.participants) {
        person(p.id, p.centralId, p.familyId, p.position, p.relation, p.kin, p.nik, p.card, p.name, p.nameKey,
               p.birthPlace, p.birthDate, p.sex, p.marital, p.citizenship, p.passport, p.fktp, p.dentist,
               p.status, p.photo, p.fktpSince, p.letterDate, p.validUntil);
    }
}

/// Rows, then indexes and name search, in one transaction; on disk at the end.
double plainSeconds(const QString &path, const PlainRows &rows, const char *pragmas, const char *atTheEnd)
{
    QElapsedTimer timer;
    timer.start();
    sqlite3 *db = nullptr;
    must(sqlite3_open(QFile::encodeName(path).constData(), &db) == SQLITE_OK, db, "open");
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, nullptr);
    run(db, "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536");
    run(db, pragmas);
    run(db, "BEGIN");
    for (const char *sql : mirrorTables())
        run(db, sql);
    insertAll(db, rows);
    for (const char *sql : mirrorIndexes())
        run(db, sql);
    run(db, "COMMIT");
    run(db, atTheEnd);
    sqlite3_close(db);
    return double(timer.nsecsElapsed()) / 1e9;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main()
{
    const qint64 count = qMax(1000, qEnvironmentVariableIntValue("LOKET_BENCH_PARTICIPANTS"));
    const qint64 participants = qEnvironmentVariableIsSet("LOKET_BENCH_PARTICIPANTS") ? count : 300'000;
    const FixedClock clock(QDate(2022, 3, 1));
    const auto library = RulebookLibrary::builtIn();
    const auto facilities = FacilityIndex::trial();
    QTemporaryDir dir;
    SeedOptions options{{}, {}, participants, 1, &library->on(QDate(2022, 3, 1)), facilities.get(), &clock};

    PlainRows rows;
    const auto regions = RegionData::builtIn().take();
    const auto world = seedWorld(options, regions).take();
    SeedFamilies families(world, options.randomSeed);
    QElapsedTimer timer;
    timer.start();
    for (qint64 number = 0, made = 0; made < participants; ++number) {
        families.make(number, made + 1, participants - made);
        made += qint64(families.members().size());
    }
    const double making = double(timer.nsecsElapsed()) / 1e9;
    for (qint64 number = 0, made = 0; made < participants; ++number) {
        families.make(number, made + 1, participants - made);
        rows.families.push_back(families.family());
        for (const MirrorParticipantRow &member : families.members())
            rows.participants.push_back(member);
        made += qint64(families.members().size());
    }

    std::printf("%lld participants in %zu families; making the rows alone: %.2f s\n", qlonglong(participants),
                rows.families.size(), making);
    std::vector<double> toWal;
    std::vector<double> toOff;
    for (int round = 0; round < 5; ++round) {
        const QString base = dir.path() + u"/r%1"_s.arg(round);
        const double wal
            = plainSeconds(base + u".wal"_s, rows, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL",
                           "PRAGMA wal_checkpoint(TRUNCATE)");
        const double off
            = plainSeconds(base + u".off"_s, rows, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF",
                           "PRAGMA synchronous=FULL; PRAGMA user_version=1");
        options.dir = base;
        const auto summary = seedStore(options);
        must(bool(summary), nullptr, "seed");
        const double seed = summary.value().seconds;
        std::printf("  plain C, WAL %6.2f s (%7.0f/s)   plain C, no journal %6.2f s (%7.0f/s)   seed %6.2f s "
                    "(%7.0f/s)\n",
                    wal, double(participants) / wal, off, double(participants) / off, seed,
                    double(participants) / seed);
        toWal.push_back(wal / seed);
        toOff.push_back(off / seed);
    }
    std::printf("seed / plain C: %.2f with a WAL, %.2f without a journal (goal: at least 0.50)\n",
                median(toWal), median(toOff));
    return 0;
}
