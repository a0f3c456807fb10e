// SPDX-License-Identifier: Apache-2.0
// bench_store [participants]: how long a save takes beside a plain append with fdatasync and beside the same
// rows through the plain C interface, and how long questions take on a seeded mirror beside the plain C
// interface.
#include "model/domain/facilities.h"
#include "model/domain/namekey.h"
#include "model/rulebook/rulebook.h"
#include "model/store/migrations.h"
#include "model/store/seed.h"
#include "model/store/storereader.h"
#include "tests/store/samples.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

using namespace Loket;
using namespace Loket::Samples;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kSeed = 20220301;

struct Times {
    std::vector<double> us;
    double at(double share)
    {
        std::sort(us.begin(), us.end());
        return us.empty() ? 0 : us[size_t(double(us.size() - 1) * share)];
    }
    void print(const char *what, double yardstick = 0)
    {
        std::printf("%-40s n %6zu  p50 %9.1f us  p99 %9.1f us  max %9.1f us", what, us.size(), at(0.5),
                    at(0.99), at(1));
        if (yardstick > 0)
            std::printf("  p50 x%.2f of the yardstick", at(0.5) / yardstick);
        std::printf("\n");
        std::fflush(stdout);
    }
    template <typename F>
    void add(F work)
    {
        QElapsedTimer timer;
        timer.start();
        work();
        us.push_back(double(timer.nsecsElapsed()) / 1000);
    }
    /// Time of this thread alone: other work on the machine does not count.
    template <typename F>
    void addOwn(F work)
    {
        const double before = ownMicroseconds();
        work();
        us.push_back(ownMicroseconds() - before);
    }
    static double ownMicroseconds()
    {
        timespec now = {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return double(now.tv_sec) * 1e6 + double(now.tv_nsec) / 1e3;
    }
};

FamilyView newFamily(int n)
{
    const auto number = [n](int kind) {
        return u"327%1%2"_s.arg(n, 11, 10, QLatin1Char('0')).arg(kind, 2, 10, QLatin1Char('0'));
    };
    QStringList people;
    for (int i = 0; i < 4; ++i)
        people.append(
            u"Sari Dewi Nomor %1|%2|%3|1990-01-01"_s.arg(i).arg(number(i), number(10 + i).right(13)));
    return family(number(99), u"0812%1"_s.arg(n), people);
}

/// What one registration writes, as SQL on the same schema: case, effect, four members, envelope, audit row.
void plainSave(sqlite3 *db, std::vector<sqlite3_stmt *> &statements, int n)
{
    const auto run = [&](size_t which, std::initializer_list<std::string> values) {
        sqlite3_stmt *const s = statements[which];
        int index = 0;
        for (const std::string &value : values)
            sqlite3_bind_text(s, ++index, value.c_str(), int(value.size()), SQLITE_TRANSIENT);
        if (sqlite3_step(s) != SQLITE_DONE)
            qFatal("plain save: %s", sqlite3_errmsg(db));
        sqlite3_reset(s);
    };
    const std::string id = "plain-case-" + std::to_string(10000 + n);
    const std::string body(1200, 'x');
    run(0, {});
    run(1, {id, std::to_string(n), "ref" + id, body});
    run(2, {id, "33" + std::to_string(n), body});
    for (int i = 0; i < 4; ++i)
        run(3,
            {id, std::to_string(i), "33" + std::to_string(n), "nik" + std::to_string(n * 4 + i),
             "sari dewi nomor"});
    run(4, {std::to_string(n), id, body});
    run(5, {std::to_string(n), id});
    run(6, {});
}

void commits()
{
    constexpr int kSaves = 400;
    QTemporaryDir dir; // on the disk of the temporary folder
    Times append, plain, whole;
    const int file = ::open(QFile::encodeName(dir.filePath(u"append"_s)).constData(),
                            O_WRONLY | O_CREAT | O_APPEND, 0600);
    const QByteArray page(4096, 'x');
    {
        const auto raw = must(openStore(dir.filePath(u"plain.db"_s), Access::Write, {}, true));
        must(migrate(*raw, storeMigrations()));
        must(raw->script("PRAGMA foreign_keys=OFF"));
        sqlite3 *const db = raw->handle();
        std::vector<sqlite3_stmt *> statements;
        for (const char *sql :
             {"BEGIN IMMEDIATE",
              "INSERT INTO case_record VALUES (CAST(?1 AS BLOB), CAST(?2 AS INTEGER), 's', '33', 'd', "
              "'queued', ?3, ?4,"
              " zeroblob(32), '', 'rina', 0, '', NULL)",
              "INSERT INTO pending_effect VALUES (CAST(?1 AS BLOB), ?2, ?3)",
              "INSERT INTO pending_member (case_id, position, kk, nik, card, va, phone_key, name, name_key, "
              "birth_date, segment,"
              " class, fktp, status) VALUES (CAST(?1 AS BLOB), CAST(?2 AS INTEGER), ?3, ?4, ?4, ?3, ?3, ?5, "
              "?5, '1990-01-01',"
              " 'PBPU.MANDIRI', 3, 'f', 'CALON')",
              "INSERT INTO outbox (device_seq, case_id, header, payload, signature, sha256, state) VALUES "
              "(CAST(?1 AS INTEGER),"
              " CAST(?2 AS BLOB), CAST(?3 AS BLOB), CAST(?3 AS BLOB), zeroblob(64), zeroblob(32), 'queued')",
              "INSERT INTO audit VALUES (CAST(?1 AS INTEGER), zeroblob(32), zeroblob(32), 0, 'rina', 'p', "
              "'w', 'a', ?2, '')",
              "COMMIT"}) {
            sqlite3_stmt *made = nullptr;
            if (sqlite3_prepare_v2(db, sql, -1, &made, nullptr) != SQLITE_OK)
                qFatal("%s: %s", sql, sqlite3_errmsg(db));
            statements.push_back(made);
        }
        const auto store = openedStore(dir.filePath(u"store"_s));
        for (int n = 1; n <= kSaves; ++n) { // in turn, so that a slow minute is slow for all
            append.add([&] {
                if (::write(file, page.constData(), size_t(page.size())) != page.size()
                    || ::fdatasync(file) != 0)
                    qFatal("append");
            });
            plain.add([&] { plainSave(db, statements, 1000 + n); });
            if (n % 50 == 0)
                must(raw->checkpoint());
            const FamilyView one = newFamily(n);
            whole.add([&] { waitingCase(*store, one, n); });
        }
        for (sqlite3_stmt *statement : statements)
            sqlite3_finalize(statement);
    }
    ::close(file);
    std::printf("durable saves on %s\n", qPrintable(dir.path()));
    append.print("append 4 KiB + fdatasync");
    plain.print("plain C, the same rows, one COMMIT", append.at(0.5));
    whole.print("through the writer, sealed envelope", append.at(0.5));
    std::printf("through the writer / plain C: p50 x%.2f, p99 x%.2f\n\n", whole.at(0.5) / plain.at(0.5),
                whole.at(0.99) / plain.at(0.99));
}

struct Sample {
    QString nik, kk, card, name;
};

QList<Sample> samples(const QString &mirror, qint64 participants, int n)
{
    QRandomGenerator random(kSeed);
    QList<Sample> list;
    const auto connection = must(openStore(mirror, Access::Read));
    while (list.size() < n) {
        auto row = must(connection->one(
            "SELECT p.nik, f.kk, p.card, p.name FROM participant p JOIN family f ON f.id = p.family_id WHERE "
            "p.id = ?",
            [](const Statement &s) {
                return Sample{s.text(0), s.text(1), s.text(2), s.text(3)};
            },
            1 + qint64(random.generate64() % quint64(participants))));
        if (row && !row->nik.isEmpty())
            list.append(*row);
    }
    return list;
}

/// Runs a prepared statement to the end and reads all columns.
double plainAsk(sqlite3_stmt *statement, const QString &value)
{
    const QByteArray text = value.toUtf8();
    const double before = Times::ownMicroseconds();
    sqlite3_bind_text(statement, 1, text.constData(), int(text.size()), SQLITE_STATIC);
    size_t bytes = 0;
    while (sqlite3_step(statement) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(statement); ++i)
            bytes += sqlite3_column_text(statement, i) ? size_t(sqlite3_column_bytes(statement, i)) : 0;
    sqlite3_reset(statement);
    return Times::ownMicroseconds() - before + (bytes == 1 ? 0.001 : 0);
}

void questions(const QString &dir, qint64 participants)
{
    const auto store = must(Store::open({dir, {}, false, false, &day()}));
    const auto reader = must(store->reader());
    const QString mirror = dir + u"/mirror.db"_s;
    const QList<Sample> people = samples(mirror, participants, 2000);
    const auto raw = must(openStore(mirror, Access::Read));
    const auto prepared = [&](const char *sql) {
        sqlite3_stmt *made = nullptr;
        if (sqlite3_prepare_v2(raw->handle(), sql, -1, &made, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(raw->handle()));
        return made;
    };
    sqlite3_stmt *const byNik = prepared("SELECT * FROM participant WHERE nik = ?");
    sqlite3_stmt *const byKk
        = prepared("SELECT * FROM family f CROSS JOIN participant p ON p.family_id = f.id WHERE f.kk = ?");
    Times plainNik, plainKk, nik, kk, card, fullName, twoBeginnings, oneBeginning, broad, letters, mistyped;
    for (const Sample &person : people) {
        const QStringList words = nameKey(person.name).split(u' ');
        const auto ask = [&](Times &times, const QString &typed) {
            times.addOwn([&] { must(reader->search(typed, 50)); });
        };
        plainNik.us.push_back(plainAsk(byNik, person.nik));
        ask(nik, person.nik);
        plainKk.us.push_back(plainAsk(byKk, person.kk));
        kk.addOwn([&] { must(reader->familyByKk(person.kk)); });
        card.addOwn([&] { must(reader->familyByCard(person.card)); });
        ask(fullName, person.name);
        ask(twoBeginnings, words.first().left(3) + u' ' + words.last().left(3));
        ask(oneBeginning, words.last().left(4));
        ask(broad, words.last().left(3) + u' ' + words.first().left(2));
        ask(letters, words.first().left(1));
        ask(mistyped, person.name + u"xq"_s);
    }
    sqlite3_finalize(byNik);
    sqlite3_finalize(byKk);
    std::printf("questions on %lld participants, 50 answers at most, time of the asking thread\n",
                static_cast<long long>(participants));
    plainNik.print("plain C, participant by NIK");
    plainKk.print("plain C, family with members by KK");
    kk.print("family by KK", plainKk.at(0.5));
    card.print("family by card", plainKk.at(0.5));
    nik.print("search: NIK (ten ways to ask)", plainNik.at(0.5));
    fullName.print("search: whole name");
    twoBeginnings.print("search: 3 + 3 letters of two words");
    broad.print("search: the other way round, 3 + 2");
    oneBeginning.print("search: 4 letters of the last word");
    letters.print("search: one letter");
    mistyped.print("search: whole name, mistyped at the end");
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 participants = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    commits();

    QTemporaryDir dir;
    const auto library = RulebookLibrary::builtIn();
    const auto facilities = FacilityIndex::trial();
    SeedOptions options;
    options.dir = dir.filePath(u"store"_s);
    options.participants = participants;
    options.clock = &day();
    options.rulebook = &library->on(day().today());
    options.facilities = facilities.get();
    const SeedSummary seeded = must(seedStore(options));
    std::printf("seeded %lld participants in %.1f s\n", static_cast<long long>(seeded.participants),
                seeded.seconds);
    questions(options.dir, participants);
    return 0;
}
