// SPDX-License-Identifier: Apache-2.0
// What keeps a save from the disk for a while: no room left, or another program's lock.
#include "model/store/audit.h"
#include "model/store/diskreserve.h"
#include "model/store/storereader.h"
#include "tests/fakes/faultvfs.h"
#include "tests/store/samples.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <sys/stat.h>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Loket::Samples;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kReserve = 256 * 1024;

QFuture<Outcome<Nothing>> save(Store &store, int n, Writer::Priority priority = Writer::Priority::Save)
{
    return store.writer()->run(priority, [n](Connection &c) -> Outcome<Nothing> {
        const QString id = QString::number(n);
        auto put
            = putDraft(c, {id, u"REG-PBPU"_s, QString(3000, u'x'), u"rina"_s, day().nowUtc()}, begunCase());
        if (!put)
            return put;
        return appendAudit(c, {rina(), day().nowUtc(), u"draft.save"_s, id, {}});
    });
}

qint64 rows(const QString &dir, const char *sql)
{
    const auto raw = must(openStore(dir + u"/store.db"_s, Access::Read));
    return must(raw->one(sql, [](const Statement &s) { return s.integer(0); })).value_or(-1);
}

/// Bytes that a file really takes on the disk; -1: it is not there.
qint64 blocksOf(const QString &path)
{
    struct stat file = {};
    return ::stat(path.toLocal8Bit().constData(), &file) == 0 ? qint64(file.st_blocks) * 512 : -1;
}

std::unique_ptr<Store> storeWithReserve(const QString &dir, qint64 room = kReserve * 100)
{
    StoreOptions options;
    options.dir = dir;
    options.vfs = FaultVfs::kName;
    options.create = true;
    options.write = true;
    options.clock = &day();
    options.reserveBytes = kReserve;
    options.freeBytes = [room](const QString &) { return room; };
    auto store = Store::open(options);
    if (!store)
        qFatal("%s", qPrintable(store.error().detail));
    return store.take();
}

/// A program that holds store.db for writing, as a backup may.
class Holder
{
public:
    explicit Holder(const QString &dir)
    {
        if (sqlite3_open((dir + u"/store.db"_s).toLocal8Bit().constData(), &m_handle) != SQLITE_OK
            || sqlite3_exec(m_handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("the lock was not had");
    }
    ~Holder() { sqlite3_close(m_handle); }
    void letGo() { sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr); }

private:
    sqlite3 *m_handle = nullptr;
};

} // namespace

class TestRelief : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { FaultVfs::install(); }
    void cleanup() { FaultVfs::use({}); }

    void theReserveTakesRealBlocks()
    {
        QTemporaryDir dir(quickFolder());
        DiskReserve reserve(dir.path(), kReserve, [](const QString &) { return kReserve * 8; });
        QVERIFY(reserve.keep());
        QVERIFY(blocksOf(reserve.path()) >= kReserve);
        QVERIFY(reserve.keep()); // has them
        QVERIFY(reserve.release());
        QVERIFY(!reserve.release());
        QVERIFY(!QFileInfo::exists(reserve.path()));
        // A file of that length without blocks is no reserve.
        QFile sparse(reserve.path());
        QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(kReserve));
        sparse.close();
        QVERIFY(blocksOf(reserve.path()) < kReserve);
        QVERIFY(reserve.keep());
        QVERIFY(blocksOf(reserve.path()) >= kReserve);
    }

    void aDiskThatIsShortKeepsNoReserve()
    {
        QTemporaryDir dir(quickFolder());
        DiskReserve reserve(dir.path(), kReserve, [](const QString &) { return kReserve * 8 - 1; });
        QVERIFY(!reserve.keep());
        QVERIFY(!QFileInfo::exists(reserve.path()));
    }

    /// The N-th change meets a full disk, for every N of a save: with the reserve each one is saved.
    void aFullDiskGivesTheReserveToTheSave()
    {
        int met = 0;
        bool isClean = false; // the run had fewer changes
        for (int n = 1; !isClean; ++n) {
            const QByteArray place = "change " + QByteArray::number(n);
            for (const bool hasReserve : {false, true}) {
                QTemporaryDir dir(quickFolder());
                storeWithReserve(dir.path(), hasReserve ? kReserve * 100 : 0).reset();
                FaultVfs::use(*FaultPlan::parse("fail=change:" + std::to_string(n) + ":full"));
                auto store = storeWithReserveOrNull(dir.path(), hasReserve);
                if (!store) { // it met the start, which is told as such
                    FaultVfs::use({});
                    continue;
                }
                const bool beganFull = FaultVfs::count(FileOp::Change) >= std::uint64_t(n);
                auto saved = save(*store, 1);
                saved.waitForFinished();
                const bool wasMet = !beganFull && FaultVfs::count(FileOp::Change) >= std::uint64_t(n);
                store.reset();
                isClean = FaultVfs::count(FileOp::Change) < std::uint64_t(n);
                FaultVfs::use({});
                const bool isReserveThere = QFileInfo::exists(dir.path() + u"/store.reserve"_s);
                const qint64 drafts = rows(dir.path(), "SELECT count(*) FROM draft");
                QCOMPARE(rows(dir.path(), "SELECT count(*) FROM audit"), drafts); // no half state
                if (hasReserve) {
                    QVERIFY2(saved.result(), place);
                    QCOMPARE(drafts, 1);
                } else if (!saved.result()) {
                    QCOMPARE(saved.result().error().kind, FailureKind::Full);
                    QCOMPARE(drafts, 0);
                    ++met;
                }
                if (!wasMet)
                    QCOMPARE(isReserveThere, hasReserve);
            }
        }
        qInfo("%d places of a save met a full disk; with the reserve every one was saved", met);
        QVERIFY(met > 0);
    }

    void theNextStartTakesItAgain()
    {
        QTemporaryDir dir(quickFolder());
        const QString reserve = dir.path() + u"/store.reserve"_s;
        auto store = storeWithReserve(dir.path());
        must(store->writer()->runBare(Writer::Priority::Save, [](Connection &c) { return c.checkpoint(); }));
        int runs = 0;
        auto saved = store->writer()->run(Writer::Priority::Save, [&](Connection &) -> Outcome<Nothing> {
            return ++runs == 1 ? Outcome<Nothing>(fail(Failure{FailureKind::Full, u"no room"_s}))
                               : Outcome<Nothing>(Nothing());
        });
        must(saved);
        QCOMPARE(runs, 2);
        QVERIFY(!QFileInfo::exists(reserve));
        // There is none left, so the next one is told.
        auto refused = store->writer()->run(Writer::Priority::Draft, [&](Connection &) -> Outcome<Nothing> {
            ++runs;
            return fail(Failure{FailureKind::Full, u"no room"_s});
        });
        refused.waitForFinished();
        QCOMPARE(refused.result().error().kind, FailureKind::Full);
        QCOMPARE(runs, 3);
        store.reset();
        storeWithReserve(dir.path(), 0).reset(); // still no room
        QVERIFY(!QFileInfo::exists(reserve));
        storeWithReserve(dir.path()).reset();
        QVERIFY(blocksOf(reserve) >= kReserve);
    }

    void theFeedDoesNotTakeIt()
    {
        QTemporaryDir dir(quickFolder());
        auto store = storeWithReserve(dir.path());
        for (const auto priority : {Writer::Priority::Outcome, Writer::Priority::Feed}) {
            auto job = store->writer()->run(priority, [](Connection &) -> Outcome<Nothing> {
                return fail(Failure{FailureKind::Full, u"no room"_s});
            });
            job.waitForFinished();
            QCOMPARE(job.result().error().kind, FailureKind::Full);
        }
        QVERIFY(QFileInfo::exists(dir.path() + u"/store.reserve"_s));
    }

    void aLockOfAnotherProgramIsToldAndNothingIsLost()
    {
        QTemporaryDir dir(quickFolder());
        StoreOptions options{dir.path(), {}, true, true, &day()};
        options.lockWait = std::chrono::milliseconds(5); // in place of five seconds
        auto store = must(Store::open(options));
        must(save(*store, 1));
        {
            Holder backup(dir.path());
            for (const auto priority : {Writer::Priority::Save, Writer::Priority::Draft}) {
                auto saved = save(*store, 2, priority);
                saved.waitForFinished();
                QVERIFY(!saved.result());
                QCOMPARE(saved.result().error().kind, FailureKind::Busy);
            }
            // Reading goes on.
            QCOMPARE(must(must(store->reader())->drafts({})).size(), 1);
        }
        must(save(*store, 2));
        QCOMPARE(rows(dir.path(), "SELECT count(*) FROM draft"), 2);
        QCOMPARE(rows(dir.path(), "SELECT count(*) FROM audit"), 2);
    }

    /// The lock goes while the save waits: it is tried again, so nobody is told anything.
    void aShortLockIsWaitedFor()
    {
        QTemporaryDir dir(quickFolder());
        must(Store::open({dir.path(), {}, true, true, &day()})).reset();
        Holder scanner(dir.path());
        auto connection = must(openStore(dir.path() + u"/store.db"_s, Access::Write));
        int asked = 0;
        struct Asking {
            int &asked;
            Holder &holder;
        } asking{asked, scanner};
        // In place of waiting: the first and the second try end at once, the lock goes before the third.
        sqlite3_busy_handler(
            connection->handle(),
            [](void *context, int) {
                auto &one = *static_cast<Asking *>(context);
                if (++one.asked == Writer::kLockTries)
                    one.holder.letGo();
                return one.asked >= Writer::kLockTries ? 1 : 0;
            },
            &asking);
        Writer writer(std::move(connection));
        auto saved = writer.run(Writer::Priority::Save, [](Connection &c) {
            return rememberPostcode(c, u"31.74.01.1001"_s, u"12810"_s, day().nowUtc());
        });
        must(saved);
        QCOMPARE(asked, Writer::kLockTries);
    }

private:
    /// Null: the fault met its start.
    static std::unique_ptr<Store> storeWithReserveOrNull(const QString &dir, bool hasReserve)
    {
        StoreOptions options;
        options.dir = dir;
        options.vfs = FaultVfs::kName;
        options.write = true;
        options.clock = &day();
        options.reserveBytes = kReserve;
        options.freeBytes = [hasReserve](const QString &) { return hasReserve ? kReserve * 100 : qint64(0); };
        auto store = Store::open(options);
        return store ? store.take() : nullptr;
    }
};

QTEST_GUILESS_MAIN(TestRelief)
#include "tst_relief.moc"
