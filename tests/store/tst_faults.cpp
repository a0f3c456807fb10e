// SPDX-License-Identifier: Apache-2.0
#include "model/store/audit.h"
#include "model/store/bytestore.h"
#include "model/store/storereader.h"
#include "tests/fakes/faultvfs.h"
#include "tests/store/samples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Loket::Samples;
using namespace Qt::StringLiterals;

namespace {

/// Everything that one save writes, in one job. Saving the same again changes nothing.
QFuture<Outcome<bool>> save(Store &store, int n)
{
    return store.writer()->run(Writer::Priority::Save, [n](Connection &c) -> Outcome<bool> {
        const QString id = QString::number(n);
        const auto known = c.one(
            "SELECT id FROM draft WHERE id = ?", [](const Statement &s) { return s.text(0); }, id);
        if (!known)
            return fail(known.error());
        if (known.value())
            return false;
        const auto put
            = putDraft(c, {id, u"REG-PBPU"_s, QString(3000, u'x'), u"rina"_s, day().nowUtc()}, begunCase());
        if (!put)
            return fail(put.error());
        const auto note = rememberPostcode(c, id, u"12810"_s, day().nowUtc());
        if (!note)
            return fail(note.error());
        const auto row = appendAudit(c, {rina(), day().nowUtc(), u"draft.save"_s, id, {}});
        if (!row)
            return fail(row.error());
        return true;
    });
}

/// Puts draft 1 aside and gives draft 2 to somebody else, in one job. Doing it again changes nothing.
QFuture<Outcome<bool>> putAside(Store &store)
{
    return store.writer()->run(Writer::Priority::Draft, [](Connection &c) -> Outcome<bool> {
        const auto known = c.one("SELECT is_parked FROM draft WHERE id = '1'",
                                 [](const Statement &s) { return s.integer(0); });
        if (!known)
            return fail(known.error());
        if (known.value() == 1)
            return false;
        const auto parked = parkDraft(c, u"1"_s, u"menunggu KK"_s, QDate(2022, 3, 4));
        if (!parked)
            return parked;
        const auto handed = handOverDraft(c, u"2"_s, u"budi"_s);
        if (!handed)
            return handed;
        const auto row = appendAudit(c, {rina(), day().nowUtc(), u"draft.park"_s, u"1"_s, {}});
        if (!row)
            return fail(row.error());
        return true;
    });
}

/// Opens (making it if need be), saves two things, puts them aside, closes. The first failure ends it.
std::optional<Failure> wholeRun(const QString &dir, QList<int> &acknowledged)
{
    auto store = Store::open({dir, FaultVfs::kName, true, true, &day()});
    if (!store)
        return store.error();
    for (const int n : {1, 2}) {
        auto saved = save(*store.value(), n);
        saved.waitForFinished();
        if (!saved.result())
            return saved.result().error();
        acknowledged.append(n);
    }
    auto aside = putAside(*store.value());
    aside.waitForFinished();
    if (!aside.result())
        return aside.result().error();
    return std::nullopt;
}

qint64 count(Connection &connection, const char *sql)
{
    return must(connection.one(sql, [](const Statement &s) { return s.integer(0); })).value_or(-1);
}

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { FaultVfs::install(); }
    void cleanup() { FaultVfs::use({}); }

    void theAnswerComesAfterTheSync()
    {
        QTemporaryDir dir(quickFolder());
        const auto store = openedStore(dir.path(), FaultVfs::kName);
        for (int n = 1; n <= 20; ++n) {
            std::uint64_t inside = 0;
            auto saved = store->writer()->run(Writer::Priority::Save, [&](Connection &c) -> Outcome<Nothing> {
                const auto put = rememberPostcode(c, QString::number(n), u"12810"_s, day().nowUtc());
                inside = FaultVfs::count(FileOp::Sync);
                return put;
            });
            must(saved);
            QVERIFY2(FaultVfs::count(FileOp::Sync) > inside, qPrintable(u"save %1"_s.arg(n)));
        }
    }

    void aJobThatChangesNothingCostsNoSync()
    {
        QTemporaryDir dir(quickFolder());
        const auto store = openedStore(dir.path(), FaultVfs::kName);
        must(store->writer()->runBare(Writer::Priority::Save, [](Connection &c) { return c.checkpoint(); }));
        const auto before = FaultVfs::count(FileOp::Change);
        must(store->writer()->run(Writer::Priority::Save,
                                  [](Connection &c) { return removeDraft(c, u"none"_s); }));
        QCOMPARE(FaultVfs::count(FileOp::Change), before);
    }

    void everyFaultLeavesAllOrNothing_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QList<int>>("kinds");
        QTest::addColumn<bool>("fromBirth"); // also while the store is made, or from a store that is there
        const QList<int> full{int(FailureKind::Full)};
        const QList<int> io{int(FailureKind::Io)};
        QTest::newRow("full once") << u"change:%1:full"_s << full << true;
        QTest::newRow("full for ever") << u"change:%1:full:forever"_s << full << false;
        QTest::newRow("short write") << u"write:%1:short"_s << full << false;
        QTest::newRow("device error once") << u"change:%1:io"_s << io << false;
        QTest::newRow("device error for ever") << u"change:%1:io:forever"_s << io << true;
        QTest::newRow("read error") << u"read:%1:io"_s
                                    << QList<int>{int(FailureKind::Io), int(FailureKind::Corrupt)} << true;
        QTest::newRow("no more files") << u"open:%1:io"_s << io << true;
    }
    void everyFaultLeavesAllOrNothing()
    {
        QFETCH(QString, fault);
        QFETCH(QList<int>, kinds);
        QFETCH(bool, fromBirth);
        QTemporaryDir born(quickFolder());
        openedStore(born.path()).reset();
        int faults = 0;
        int quiet = 0; // faults that only a clean-up met: nothing was lost, nothing is told
        for (int n = 1; n < 1000; ++n) {
            QTemporaryDir dir(quickFolder());
            for (const QString &file :
                 fromBirth ? QStringList() : QStringList({u"/store.db"_s, u"/mirror.db"_s}))
                QVERIFY(QFile::copy(born.path() + file, dir.path() + file));
            FaultVfs::use(*FaultPlan::parse("fail=" + fault.arg(n).toStdString()));
            QList<int> acknowledged;
            const auto failure = wholeRun(dir.path(), acknowledged);
            const FileCounts counts = FaultVfs::counts();
            FaultVfs::use({});
            const QByteArray place = "fault " + QByteArray::number(n);
            if (failure) {
                ++faults;
                QVERIFY2(kinds.contains(int(failure->kind)), place + ": " + failure->detail.toUtf8());
            } else {
                QCOMPARE(acknowledged, QList<int>({1, 2}));
                const auto op = FaultPlan::parse("fail=" + fault.arg(n).toStdString())->failOp;
                if (counts[size_t(*op)] < std::uint64_t(n))
                    break; // a clean run
                ++quiet;
            }
            // What was acknowledged is there; a save is whole or not there; the retry ends like a clean run.
            for (int turn = 0; turn < 2; ++turn) {
                const auto store = Store::open({dir.path(), FaultVfs::kName, true, true, &day()});
                QVERIFY2(store, place);
                const auto reader = must(store.value()->reader());
                QVERIFY2(must(reader->verify()).isEmpty(), place);
                const auto raw = must(openStore(dir.path() + u"/store.db"_s, Access::Read));
                const qint64 drafts = count(*raw, "SELECT count(*) FROM draft");
                QVERIFY2(drafts >= acknowledged.size(), place);
                QCOMPARE(count(*raw, "SELECT count(*) FROM postcode"), drafts);
                const qint64 parked
                    = count(*raw, "SELECT count(*) FROM draft WHERE is_parked = 1 AND note <> ''");
                QCOMPARE(count(*raw, "SELECT count(*) FROM draft WHERE officer = 'budi'"), parked);
                QCOMPARE(count(*raw, "SELECT count(*) FROM audit"), drafts + parked);
                if (turn == 0) {
                    must(save(*store.value(), 1));
                    must(save(*store.value(), 2));
                    must(putAside(*store.value()));
                } else {
                    QCOMPARE(drafts, 2);
                    QCOMPARE(parked, 1);
                }
            }
        }
        qInfo("%d faults told, %d harmless", faults, quiet);
        QVERIFY(faults > 0);
    }

    void aReadOnlyDiskIsSaid()
    {
        QTemporaryDir dir(quickFolder());
        {
            const auto store = openedStore(dir.path(), FaultVfs::kName);
            must(save(*store, 1));
        }
        FaultVfs::use(*FaultPlan::parse("readonly"));
        const auto store = Store::open({dir.path(), FaultVfs::kName, false, true, &day()});
        QVERIFY(!store);
        QCOMPARE(store.error().kind, FailureKind::ReadOnly);
        FaultVfs::use({});
        const auto again = openedStore(dir.path(), FaultVfs::kName);
        QCOMPARE(must(must(again->reader())->status()).drafts, 1);
    }

    void aFailedSaveDoesNotStopTheNext()
    {
        QTemporaryDir dir(quickFolder());
        const auto store = openedStore(dir.path(), FaultVfs::kName);
        FaultVfs::use(*FaultPlan::parse("fail=sync:1:io"));
        auto failed = save(*store, 1);
        failed.waitForFinished();
        QVERIFY(!failed.result());
        QCOMPARE(failed.result().error().kind, FailureKind::Io);
        must(save(*store, 2));
        must(save(*store, 1));
        QCOMPARE(must(must(store->reader())->status()).drafts, 2);
        QCOMPARE(must(must(store->reader())->verify()), QStringList());
    }

    void aJobThatGoesOnAfterARollbackWritesNothing()
    {
        QTemporaryDir dir(quickFolder());
        const auto store = openedStore(dir.path(), FaultVfs::kName);
        auto stubborn = store->writer()->run(Writer::Priority::Save, [](Connection &c) -> Outcome<Nothing> {
            must(rememberPostcode(c, u"a"_s, u"1"_s, day().nowUtc()));
            must(c.script("ROLLBACK")); // as SQLite does by itself on some faults
            static_cast<void>(rememberPostcode(c, u"b"_s, u"2"_s, day().nowUtc()));
            return Nothing();
        });
        stubborn.waitForFinished();
        QVERIFY(!stubborn.result());
        const auto reader = must(store->reader());
        QCOMPARE(must(reader->postcodeOf(u"a"_s)), QString());
        QCOMPARE(must(reader->postcodeOf(u"b"_s)), QString());
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
