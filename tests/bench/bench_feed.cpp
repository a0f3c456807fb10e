// SPDX-License-Identifier: Apache-2.0
// How fast the feed gets from its JSON into the mirror, beside a plain C program that has the rows ready and
// upserts them in transactions of the same size, and beside the usual way: QJsonDocument, QSqlQuery, a
// transaction per 1,000 rows, checkpoints as SQLite likes them. All three end with the same contents.
// LOKET_BENCH_ENTRIES: of the feed (10,000); LOKET_BENCH_FAMILIES: in the mirror before (75,000);
// LOKET_BENCH_ROUNDS (3).
#include "model/store/connection.h"
#include "model/store/mirrorapply.h"
#include "model/store/syncstate.h"
#include "model/store/writer.h"
#include "model/sync/feedentries.h"
#include "model/sync/wirefeed.h"
#include "tests/bench/feedmaker.h"
#include "tests/bench/usualway.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

#include <fcntl.h>
#include <unistd.h>

using namespace Loket;
using namespace Loket::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMirrorMilliseconds = 30; // as the engine
constexpr qint64 kHeardAt = 1'646'100'000'000;

QDateTime heardAt()
{
    return QDateTime::fromMSecsSinceEpoch(kHeardAt, Qt::UTC);
}

/// The engine's own way. `ends`: how many entries were applied after each transaction.
void ourWay(const QString &path, const MadeFeed &feed, std::vector<qint64> *ends)
{
    auto opened = openStore(path, Access::Write);
    must(bool(opened), path);
    Writer writer(opened.take());
    writer.setLogBudget(Writer::bulkBudget());
    for (const QByteArray &json : feed.pages) {
        const auto page = readFeedPage(json, FamilyBodies::AsText);
        must(bool(page), u"a page can't be read"_s);
        const QList<FeedEntry> &entries = page.value().entries;
        for (qsizetype from = 0; from < entries.size();) {
            const auto job = [&](Connection &connection) -> Outcome<qsizetype> {
                QElapsedTimer timer;
                timer.start();
                qsizetype next = from;
                MirrorApply apply(connection);
                FamilyRows rows;
                while (next < entries.size() && (next == from || timer.elapsed() < kMirrorMilliseconds)) {
                    must(readFamily(entries.at(next++), rows), u"a family can't be read"_s);
                    if (const auto put = apply.put(rows, heardAt()); !put)
                        return fail(put.error());
                }
                const FeedPosition reached{QString::fromLatin1(kFeedEpoch), entries.at(next - 1).seq};
                const auto moved = moveMirrorPosition(connection, reached, heardAt());
                return moved ? Outcome<qsizetype>(next) : fail(moved.error());
            };
            const auto next = writer.run(Writer::Priority::Feed, job).result();
            must(bool(next), u"the feed can't be applied"_s);
            from = next.value();
            ends->push_back(entries.at(from - 1).seq);
        }
    }
    writer.stop();
}

void plainWay(const QString &path, const MadeFeed &feed, const std::vector<qint64> &ends)
{
    Plain db(path);
    db.run("PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32768; PRAGMA synchronous=FULL;"
           "PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=10000");
    PlainStatement family(db, upsertInto("family") + " WHERE excluded.revision > family.revision");
    PlainStatement member(db, upsertInto("participant"));
    PlainStatement gone(db, "DELETE FROM participant WHERE family_id = ? AND position >= ?");
    PlainStatement paid(db,
                        "INSERT INTO paid (family_id, month, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    PlainStatement position(db, "UPDATE mirror_state SET epoch = 'bench', cursor = ?, applied_at = 0");
    size_t at = 0;
    for (const qint64 end : ends) {
        db.run("BEGIN IMMEDIATE");
        for (; at < size_t(end); ++at) {
            const MadeEntry &entry = feed.entries[at];
            if (family.put(entry.rows.family) == 0)
                continue;
            for (const MirrorParticipantRow &row : entry.rows.members)
                member.put(row);
            if (entry.isOneGone)
                gone(entry.rows.family.id, qint64(entry.rows.members.size()));
            if (entry.isPaymentNews)
                paid(entry.rows.family.id, entry.rows.family.paidUntil, kHeardAt);
        }
        position(end);
        db.run("COMMIT");
    }
}

/// A fresh copy of the mirror, on disk before the clock starts.
void copyMirror(const QString &from, const QString &to)
{
    for (const auto *const end : {"", "-wal", "-shm"})
        QFile::remove(to + QLatin1String(end));
    must(QFile::copy(from, to), to);
    const int file = ::open(QFile::encodeName(to).constData(), O_RDWR);
    must(file >= 0 && ::fsync(file) == 0 && ::close(file) == 0, to);
}

struct Way {
    const char *name;
    std::function<void(const QString &)> work;
    std::vector<double> wall = {}, cpu = {};
};

} // namespace

int main()
{
    const qint64 count = setting("LOKET_BENCH_ENTRIES", 10'000);
    const qint64 families = setting("LOKET_BENCH_FAMILIES", 75'000);
    const qint64 rounds = setting("LOKET_BENCH_ROUNDS", 3);
    QTemporaryDir dir;
    World world;
    const auto firstMembers = makeMirror(dir.filePath(u"base"_s), world, families);
    const MadeFeed feed = makeFeed(world, firstMembers, count);
    std::printf("feed: %lld entries, %lld members, %.1f MB, into %lld families\n", qlonglong(count),
                qlonglong(feed.members), double(feed.bytes) / 1e6, qlonglong(families));

    std::vector<qint64> ends; // of the last run of ours
    std::vector<Way> ways;
    ways.push_back({"from JSON, as the engine does", [&](const QString &path) {
                        ends.clear();
                        ourWay(path, feed, &ends);
                    }});
    ways.push_back(
        {"plain C, rows ready, same transactions", [&](const QString &path) { plainWay(path, feed, ends); }});
    ways.push_back({"usual: QJsonDocument, QSqlQuery",
                    [&](const QString &path) { usualWay(path, feed.pages, kHeardAt); }});
    std::vector<double> toPlain, toUsual, toPlainCpu, toUsualCpu;
    for (qint64 round = 0; round < rounds; ++round) {
        QByteArray digest;
        for (size_t i = 0; i < ways.size(); ++i) { // in turn; at first ours, whose transactions plain C takes
            Way &way = ways[(i + size_t(round)) % ways.size()];
            const QString path = dir.filePath(u"copy.db"_s);
            copyMirror(dir.filePath(u"base/mirror.db"_s), path);
            const Stopwatch watch;
            way.work(path);
            const auto took = watch.seconds();
            way.wall.push_back(took.wall);
            way.cpu.push_back(took.cpu);
            const QByteArray contents = digestOf(path);
            must(digest.isEmpty() || digest == contents,
                 u"%1: other contents than before"_s.arg(QLatin1String(way.name)));
            digest = contents;
            std::printf("  %-40s %7.0f families/s  %6.2f s, %6.2f s of processor\n", way.name,
                        double(count) / took.wall, took.wall, took.cpu);
            std::fflush(stdout);
        }
        toPlain.push_back(ways[1].wall.back() / ways[0].wall.back());
        toPlainCpu.push_back(ways[1].cpu.back() / ways[0].cpu.back());
        toUsual.push_back(ways[2].wall.back() / ways[0].wall.back());
        toUsualCpu.push_back(ways[2].cpu.back() / ways[0].cpu.back());
    }
    std::printf("contents equal in all rounds; %.0f families a transaction in the last\n",
                double(count) / double(ends.size()));
    std::printf("feed / plain C:        wall %s, processor %s (goal: at least 0.80)\n",
                spread(toPlain).constData(), spread(toPlainCpu).constData());
    std::printf("feed / the usual way:  wall %s, processor %s (goal: at least 1.50)\n",
                spread(toUsual).constData(), spread(toUsualCpu).constData());
    return 0;
}
