// SPDX-License-Identifier: Apache-2.0
// A child saves numbered things and says each number when its future is finished; it is killed before a
// random write, sync, truncate or delete. What it said must be there. The numbers are kept by the parent,
// outside of the store.
#include "model/store/audit.h"
#include "model/store/bytestore.h"
#include "model/store/storereader.h"
#include "tests/fakes/faultvfs.h"
#include "tests/fakes/seed.h"
#include "tests/store/samples.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Loket::Samples;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSaves = 12;

Outcome<Nothing> saveNumber(Store &store, int n)
{
    auto blob = store.blobs().put("photo " + QByteArray::number(n), u"image/jpeg"_s);
    blob.waitForFinished();
    if (!blob.result())
        return fail(blob.result().error());
    auto saved = store.writer()->run(Writer::Priority::Save, [n](Connection &c) -> Outcome<Nothing> {
        const QString id = QString::number(n);
        const auto put
            = putDraft(c, {id, u"REG-PBPU"_s, QString(2000, u'x'), u"rina"_s, day().nowUtc()}, begunCase());
        if (!put)
            return put;
        return appendAudit(c, {rina(), day().nowUtc(), u"draft.save"_s, id, {}});
    });
    saved.waitForFinished();
    return saved.takeResult();
}

int runChild(const QString &dir, const std::string &plan)
{
    FaultVfs::install(true);
    FaultVfs::use(FaultPlan::parse(plan).value());
    {
        const auto store = openedStore(dir);
        for (int n = 1; n <= kSaves; ++n) {
            if (!saveNumber(*store, n))
                return 3;
            std::printf("%d\n", n);
            std::fflush(stdout);
            // in the middle, so that kills meet it as well
            if (n % 4 == 0)
                must(store->writer()->runBare(Writer::Priority::Feed,
                                              [](Connection &c) { return c.checkpoint(); }));
        }
    }
    std::printf("changes %llu\n", static_cast<unsigned long long>(FaultVfs::count(FileOp::Change)));
    return 0;
}

struct Run {
    QList<int> said;
    qint64 changes = 0;
    bool wasKilled = false;
};

Run child(const QString &dir, const QString &plan)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {u"--child"_s, dir, plan});
    process.waitForFinished(-1);
    Run run;
    run.wasKilled = process.exitStatus() == QProcess::CrashExit;
    const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("changes "))
            run.changes = line.mid(8).toLongLong();
        else if (!line.isEmpty())
            run.said.append(line.toInt());
    }
    return run;
}

/// What is wrong with the store after the kill; empty: nothing.
QString loss(const QString &dir, const Run &run)
{
    const auto store = Store::open({dir, {}, true, true, &day()});
    if (!store)
        return u"does not open: "_s + store.error().detail;
    const auto reader = must(store.value()->reader());
    const QStringList broken = must(reader->verify()) + must(store.value()->blobs().verify());
    if (!broken.isEmpty())
        return broken.join(u' ');
    const auto drafts = must(reader->drafts(QString()));
    if (drafts.size() < run.said.size())
        return u"%1 were said, %2 are there"_s.arg(run.said.size()).arg(drafts.size());
    if (drafts.size() > run.said.size() + 1)
        return u"more than one save was not said"_s;
    for (const int n : run.said)
        if (!must(reader->draft(QString::number(n)))
            || !must(store.value()->blobs().has(ByteStore::nameOf("photo " + QByteArray::number(n)))))
            return u"save %1 is lost"_s.arg(n);
    // and the counter goes on
    if (!saveNumber(*store.value(), kSaves + 1))
        return u"no further save"_s;
    return {};
}

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingSaidIsLost_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("kills");
        QTest::addColumn<bool>("mustLose");
        QTest::newRow("kill -9") << QString() << 40 << false;
        QTest::newRow("power cut, unsynced writes gone") << u"buffered"_s << 40 << false;
        QTest::newRow("power cut, unsynced writes garbled") << u"buffered damage=%1"_s << 60 << false;
        QTest::newRow("control: synchronous off") << u"buffered nosync"_s << 12 << true;
    }
    void nothingSaidIsLost()
    {
        QFETCH(QString, mode);
        QFETCH(int, kills);
        QFETCH(bool, mustLose);
        const quint32 seed = Fakes::seedOfTest();
        kills
            = qEnvironmentVariableIsSet("LOKET_KILLS") ? qEnvironmentVariableIntValue("LOKET_KILLS") : kills;
        QRandomGenerator random(seed);
        QTemporaryDir whole(quickFolder());
        const Run clean = child(whole.path(), u"buffered"_s);
        QCOMPARE(clean.said.size(), kSaves);
        QVERIFY(clean.changes > kSaves * 4);
        int killed = 0, lost = 0;
        std::array<int, 5> places = {}; // by how many saves were said
        for (int i = 0; i < kills; ++i) {
            QTemporaryDir dir(quickFolder());
            const qint64 at = 1 + random.bounded(clean.changes);
            const QString plan
                = u"kill=change:%1 "_s.arg(at) + (mode.contains(u'%') ? mode.arg(random.generate()) : mode);
            const Run run = child(dir.path(), plan);
            killed += run.wasKilled;
            ++places[size_t(run.said.size() * 4 / kSaves)];
            const QString what = loss(dir.path(), run);
            if (!what.isEmpty())
                ++lost;
            if (!mustLose)
                QVERIFY2(what.isEmpty(), qPrintable(u"seed %1, %2: %3"_s.arg(seed).arg(plan, what)));
        }
        qInfo("seed %u: %d of %d killed, %d with a loss; by saves said (quarters): %d %d %d %d %d", seed,
              killed, kills, lost, places[0], places[1], places[2], places[3], places[4]);
        QVERIFY(killed >= kills * 9 / 10);
        QCOMPARE(lost > 0, mustLose);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--child") == 0)
        return runChild(QString::fromLocal8Bit(argv[2]), argv[3]);
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_crash.moc"
