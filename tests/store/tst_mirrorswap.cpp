// SPDX-License-Identifier: Apache-2.0
// A new mirror.db takes the place of the old one while everything goes on: readers of other threads, the
// mirror's writer, saves. Whatever is killed or fails on the way, one of the two files is there, whole.
#include "model/store/mirrorgate.h"
#include "model/store/mirrorload.h"
#include "model/store/storereader.h"
#include "tests/fakes/faultvfs.h"
#include "tests/fakes/seed.h"
#include "tests/store/samples.h"

#include <QCoreApplication>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Loket::Samples;
using namespace Qt::StringLiterals;

namespace {

constexpr int kOldPeople = 3;

const QString &knownKk()
{
    static const QString kk = u"3174010101220001"_s;
    return kk;
}

/// The old mirror: one family with three people, at revision 1, partly still in the write-ahead log.
void mirrorOld(Store &store)
{
    mirror(
        store,
        {family(knownKk(), u"081234567890"_s,
                {u"SARI DEWI|3174016909659991|0001|1965-09-29"_s, u"BUDI|3174010101900001|0002|1990-01-01"_s,
                 u"CITRA|3174010101900002|0003|1992-01-01"_s})});
}

/// A sealed load with `people` families of one, the known one among them at revision `people`.
Outcome<std::unique_ptr<MirrorLoad>> sealedLoad(const Store &store, int people)
{
    auto load = MirrorLoad::begin(store.dir(), store.vfs());
    if (!load)
        return load;
    for (int i = 1; i <= people; ++i) {
        MirrorFamilyRow row;
        row.id = 1000 + people * 10 + i; // other ids every time
        row.kk = i == 1 ? knownKk().toStdString() : std::to_string(3174010101230000 + i);
        row.centralId = row.kk;
        row.revision = people;
        MirrorParticipantRow member;
        member.id = row.id + 5000;
        member.familyId = row.id;
        member.name = "WAYAN";
        member.nameKey = "wayan";
        Outcome<Nothing> added = load.value()->rows().add(row);
        if (added)
            added = load.value()->rows().add(member);
        if (!added)
            return fail(added.error());
    }
    const Outcome<Nothing> sealed = load.value()->seal();
    if (!sealed)
        return fail(sealed.error());
    return load;
}

Outcome<MirrorSwap> replace(Store &store, int people)
{
    auto load = sealedLoad(store, people);
    if (!load)
        return fail(load.error());
    auto done = store.replaceMirror(*load.value());
    done.waitForFinished();
    return done.takeResult();
}

/// The people of a whole mirror that is one of ours; 0: it is not.
qint64 wholePeople(const StoreReader &reader)
{
    const auto status = reader.status();
    const auto family = reader.familyByKk(knownKk());
    if (!status || !family || !family.value())
        return 0;
    const qint64 people = status.value().participants;
    return family.value()->revision == (people == kOldPeople ? 1 : people) ? people : 0;
}

constexpr int kNewPeople = 7;

int runChild(const QString &dir, const std::string &plan)
{
    FaultVfs::install(true);
    FaultVfs::use(FaultPlan::parse(plan).value());
    std::uint64_t before = 0;
    {
        const auto store = openedStore(dir);
        mirrorOld(*store);
        const auto reader = must(store->reader());
        if (wholePeople(*reader) != kOldPeople)
            return 4;
        before = FaultVfs::count(FileOp::Change);
        if (!replace(*store, kNewPeople) || wholePeople(*reader) != kNewPeople)
            return 3;
        std::printf("replaced\n");
        std::fflush(stdout);
    }
    std::printf("from %llu to %llu\n", static_cast<unsigned long long>(before),
                static_cast<unsigned long long>(FaultVfs::count(FileOp::Change)));
    return 0;
}

struct Run {
    bool wasKilled = false;
    bool saidReplaced = false;
    int from = 0, to = 0;
};

Run child(const QString &dir, const QString &plan)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {u"--child"_s, dir, plan});
    process.waitForFinished(-1);
    Run run;
    run.wasKilled = process.exitStatus() == QProcess::CrashExit;
    const QByteArray said = process.readAllStandardOutput();
    run.saidReplaced = said.contains("replaced");
    std::sscanf(said.mid(said.indexOf("from")).constData(), "from %d to %d", &run.from, &run.to);
    return run;
}

/// What is wrong after a kill; empty: nothing.
QString harm(const QString &dir, bool saidReplaced, qint64 *people)
{
    const auto store = Store::open({dir, {}, true, true, &day()});
    if (!store)
        return u"does not open: "_s + store.error().detail;
    {
        const auto reader = must(store.value()->reader());
        if (const QStringList broken = must(reader->verify()); !broken.isEmpty())
            return broken.join(u' ');
        *people = wholePeople(*reader);
        if (*people != kNewPeople && (saidReplaced || *people != kOldPeople))
            return u"%1 people are there"_s.arg(*people);
    }
    mirror(*store.value(), {family(u"3174010101229999"_s, {}, {u"DEWI|3174010101900009|0009|1993-01-01"_s})});
    if (!replace(*store.value(), 9)) // and the counter goes on
        return u"no further replacing"_s;
    return {};
}

} // namespace

class TestMirrorSwap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everybodyGoesOn()
    {
        QTemporaryDir dir;
        const auto store = openedStore(dir.path());
        mirrorOld(*store);
        std::atomic_bool isOver = false;
        std::atomic<qint64> asked = 0, torn = 0, failed = 0;
        const auto ask = [&](int what) {
            const auto reader = must(store->reader());
            while (!isOver) {
                bool isRight = true;
                if (what == 0) {
                    isRight = must(reader->familyByKk(knownKk())).has_value();
                } else if (what == 1) {
                    const auto answer = reader->search(u"wayan"_s, 50);
                    failed += answer ? 0 : 1;
                    isRight = !answer || answer.value().participants == kOldPeople
                        || answer.value().participants == answer.value().hits.size();
                } else {
                    isRight = reader->lookup().isKnownFamily(knownKk());
                }
                torn += isRight ? 0 : 1;
                ++asked;
            }
        };
        std::vector<std::thread> threads;
        for (int what = 0; what < 3; ++what)
            threads.emplace_back(ask, what);
        const auto end = qScopeGuard([&] {
            isOver = true;
            for (std::thread &thread : threads)
                if (thread.joinable())
                    thread.join();
        });
        std::vector<double> alone;
        const auto reader = must(store->reader());
        for (int round = 1; round <= 25; ++round) {
            const int people = 10 + round;
            const auto swap = replace(*store, people);
            QVERIFY2(swap, qPrintable(swap ? QString() : swap.error().detail));
            alone.push_back(swap.value().aloneMilliseconds);
            QCOMPARE(wholePeople(*reader), people);
            // the writer goes on in the new file
            const auto gone = store->mirrorWriter()->run(Writer::Priority::Feed, [&](Connection &c) {
                return dropFamily(c, QString::number(3174010101230000 + 2), 999);
            });
            QVERIFY(must(gone));
            QCOMPARE(must(reader->status()).participants, people - 1);
        }
        isOver = true;
        for (std::thread &thread : threads)
            thread.join();
        std::sort(alone.begin(), alone.end());
        qInfo(
            "mirror.db was closed to readers for %.1f ms (median), %.1f ms (longest of %zu); %lld questions",
            alone[alone.size() / 2], alone.back(), alone.size(), qlonglong(asked));
        QCOMPARE(torn, 0);
        QCOMPARE(failed, 0);
        QVERIFY(asked > 100);
        QCOMPARE(must(reader->verify()), QStringList());
    }

    void anotherReaderMakesItWait()
    {
        QTemporaryDir dir;
        const auto store = openedStore(dir.path());
        mirrorOld(*store);
        auto load = must(sealedLoad(*store, kNewPeople));
        const auto reader = must(store->reader());
        {
            // not of the store's own readers, as one of another process
            const auto foreign = must(openStore(dir.path() + u"/mirror.db"_s, Access::Read));
            auto refused = store->replaceMirror(*load);
            refused.waitForFinished();
            QCOMPARE(refused.result().error().kind, FailureKind::Busy);
            QCOMPARE(wholePeople(*reader), kOldPeople);
            mirror(*store, {family(u"3174010101229999"_s, {}, {u"DEWI|3174010101900009|0009|1993-01-01"_s})});
            QCOMPARE(must(reader->status()).participants, kOldPeople + 1);
        }
        must(store->replaceMirror(*load));
        QCOMPARE(wholePeople(*reader), kNewPeople);
        QVERIFY(!must(reader->familyByKk(u"3174010101229999"_s))); // its log is not taken for the new one's
        QCOMPARE(must(reader->verify()), QStringList());
    }

    void aLongQuestionMakesItWait()
    {
        QTemporaryDir dir;
        const auto store = openedStore(dir.path());
        mirrorOld(*store);
        auto load = must(sealedLoad(*store, kNewPeople));
        const auto reader = must(store->mirrorReader());
        {
            const MirrorReader::Use use(*reader);
            QVERIFY(use.ready());
            auto refused = store->replaceMirror(*load);
            refused.waitForFinished();
            QCOMPARE(refused.result().error().kind, FailureKind::Busy);
            const MirrorReader::Use nested(*reader);
            QVERIFY(reader->connection().isOpen());
        }
        must(store->replaceMirror(*load));
        QVERIFY(!reader->connection().isOpen());
        const MirrorReader::Use use(*reader);
        QVERIFY(use.ready() && reader->connection().isOpen());
    }

    void killedAnywhereOneOfThemIsWhole_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("kill -9") << QString();
        QTest::newRow("power cut, unsynced writes gone") << u"buffered"_s;
        QTest::newRow("power cut, unsynced writes garbled") << u"buffered damage=%1"_s;
    }
    void killedAnywhereOneOfThemIsWhole()
    {
        QFETCH(QString, mode);
        const quint32 seed = Fakes::seedOfTest();
        QTemporaryDir whole(quickFolder());
        const Run clean = child(whole.path(), u"buffered"_s);
        QVERIFY(clean.saidReplaced && clean.to - clean.from > 40);
        int killed = 0, old = 0;
        for (int at = clean.from + 1; at <= clean.to; ++at) {
            QTemporaryDir dir(quickFolder());
            const QString plan
                = u"kill=change:%1 "_s.arg(at) + (mode.contains(u'%') ? mode.arg(seed + quint32(at)) : mode);
            const Run run = child(dir.path(), plan);
            killed += run.wasKilled;
            qint64 people = 0;
            const QString what = harm(dir.path(), run.saidReplaced, &people);
            QVERIFY2(what.isEmpty(), qPrintable(u"seed %1, %2: %3"_s.arg(seed).arg(plan, what)));
            old += people == kOldPeople;
        }
        qInfo("seed %u: %d kills, %d left the old file, %d the new one", seed, killed, old, killed - old);
        QVERIFY(killed >= (clean.to - clean.from) * 9 / 10);
        QVERIFY(old > 0 && old < killed);
    }

    void anyChangeMayFail_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<bool>("forever");
        QTest::newRow("disk full, once") << int(FileError::Full) << false;
        QTest::newRow("disk full") << int(FileError::Full) << true;
        QTest::newRow("failing device, once") << int(FileError::Io) << false;
        QTest::newRow("failing device") << int(FileError::Io) << true;
    }
    void anyChangeMayFail()
    {
        QFETCH(int, error);
        QFETCH(bool, forever);
        FaultVfs::install();
        std::uint64_t from = 0, to = 0;
        int refused = 0;
        for (std::uint64_t at = 0; at <= to - from; ++at) { // the first run counts
            QTemporaryDir dir(quickFolder());
            FaultPlan plan;
            if (at > 0) {
                plan.failOp = FileOp::Change;
                plan.failAt = from + at;
                plan.isForever = forever;
                plan.error = FileError(error);
            }
            FaultVfs::use(plan);
            bool isReplaced = false;
            {
                const auto store = openedStore(dir.path(), FaultVfs::kName);
                mirrorOld(*store);
                const auto reader = must(store->reader());
                QCOMPARE(wholePeople(*reader), kOldPeople);
                if (at == 0)
                    from = FaultVfs::count(FileOp::Change);
                isReplaced = bool(replace(*store, kNewPeople));
                if (at == 0)
                    to = FaultVfs::count(FileOp::Change);
                if (!forever) // the same program goes on with the one that it has
                    QCOMPARE(wholePeople(*reader), isReplaced ? kNewPeople : kOldPeople);
            }
            FaultVfs::use({});
            refused += isReplaced ? 0 : 1;
            const auto store = openedStore(dir.path(), FaultVfs::kName);
            const auto reader = must(store->reader());
            QCOMPARE(must(reader->verify()), QStringList());
            QCOMPARE(wholePeople(*reader), isReplaced ? kNewPeople : kOldPeople);
            QVERIFY(!QFile::exists(dir.path() + u"/mirror.new"_s));
            must(replace(*store, 9));
            QCOMPARE(wholePeople(*reader), 9);
        }
        qInfo("%llu changes of files, %d failures told", static_cast<unsigned long long>(to - from), refused);
        QVERIFY(refused > 20);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--child") == 0)
        return runChild(QString::fromLocal8Bit(argv[2]), argv[3]);
    TestMirrorSwap test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_mirrorswap.moc"
