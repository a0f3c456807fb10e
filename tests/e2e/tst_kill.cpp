// SPDX-License-Identifier: Apache-2.0
#include "model/sync/trialstart.h"
#include "tests/e2e/answerbook.h"
#include "tests/fakes/fakeoffice.h"
#include "tests/fakes/faultvfs.h"
#include "tests/fakes/seed.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

/// Counted changes (writes, syncs, truncations, deletions) of one submit.
struct Phases {
    quint64 begin = 0;  ///< done when its transaction begins
    quint64 answer = 0; ///< done when the answer is given
    quint64 end = 0;    ///< done when the process ends
};

/// What `loketctl submit` does, in this process, to see where its phases lie.
Phases phasesOf(const QString &dir, const Case &content)
{
    FaultVfs::install();
    FaultVfs::use({});
    FakeOffice rules; // for its context only
    StoreOptions options;
    options.dir = dir;
    options.vfs = FaultVfs::kName;
    options.create = true;
    options.write = true;
    options.clock = &rules.clock;
    Phases phases;
    {
        const auto store = must(Store::open(options));
        must(prepareTrial(*store, rules.actor));
        CaseService service(*store, rules.context());
        phases.begin = FaultVfs::count(FileOp::Change);
        must(service.submit(content, rules.actor).result());
        phases.answer = FaultVfs::count(FileOp::Change);
    }
    phases.end = FaultVfs::count(FileOp::Change);
    return phases;
}

/// One family after another is submitted by a process that is killed on the way.
class KillRun : public AnswerBook
{
public:
    KillRun(const QString &dir, quint32 seed)
        : AnswerBook(dir)
        , m_random(seed)
    {
    }

    int kills = 0, before = 0, between = 0, after = 0;

    /// Submits family `number` and kills the process at one of the changes `from`-`to`.
    void killOnce(int number, quint64 begin, quint64 from, quint64 to, const QByteArray &layer)
    {
        const quint64 at = from + m_random.bounded(qMax<quint64>(1, to - from + 1));
        QByteArray plan = "kill=change:" + QByteArray::number(at) + layer;
        if (layer.contains("buffered") && !layer.contains("nosync"))
            plan += " damage=" + QByteArray::number(m_random.bounded(1U << 30));
        const CtlRun run = runLoketctl(dir(), {u"submit"_s, caseFile(number)}, plan);
        note(number, run.out);
        if (run.wasKilled) {
            ++kills;
            ++(!run.out.isEmpty() ? after : at <= begin ? before : between);
        }
        checkStored(number);
        if (m_random.bounded(2) == 0)
            submitAgain(number);
    }

private:
    QRandomGenerator m_random;
};

int wantedKills()
{
    const int wanted = qEnvironmentVariableIntValue("LOKET_KILLS");
    return wanted > 0 ? wanted : 60;
}

} // namespace

class TestKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// LOKET_KILLS: how many (60; the full run 500). LOKET_SEED: the printed seed, to see a run again.
    void nothingAcknowledgedIsLost()
    {
        const quint32 seed = Fakes::seedOfTest();
        const int wanted = wantedKills();
        QRandomGenerator random(seed);
        QTemporaryDir folder;
        const Phases first = phasesOf(folder.filePath(u"measure"_s), registration(9998));
        const Phases later = phasesOf(folder.filePath(u"measure"_s), registration(9999));
        QVERIFY(first.begin > 10); // the making of a store is there to be hit as well
        QVERIFY(later.answer > later.begin + 10);

        KillRun used(folder.filePath(u"used"_s), random.generate());
        used.submitAgain(1);
        int families = 1, fresh = 0, before = 0, between = 0, after = 0;
        QStringList losses;
        while (used.kills + fresh < wanted) {
            const QByteArray layer = random.bounded(2) ? " buffered" : "";
            if (random.bounded(8) == 0) { // the very first start of a counter
                KillRun born(folder.filePath(u"fresh-%1"_s.arg(fresh)), random.generate());
                born.killOnce(1, first.begin, 1, first.end, layer);
                born.finish(1);
                fresh += born.kills;
                before += born.before;
                between += born.between;
                after += born.after;
                losses += born.losses;
            } else {
                const bool isAnywhere = random.bounded(5) == 0;
                used.killOnce(++families, later.begin, isAnywhere ? 1 : later.begin + 1,
                              isAnywhere ? later.end : later.answer, layer);
                if (families % 25 == 0)
                    used.checkSound();
            }
        }
        used.finish(families);
        losses += used.losses;
        before += used.before;
        between += used.between;
        after += used.after;
        const int kills = before + between + after;
        qInfo().noquote()
            << u"seed %1: %2 kills, before BEGIN %3, between BEGIN and the answer %4 (%5 %), after %6; "
               "%7 on a store being made; %8 families, %9 promises broken"_s.arg(seed)
                   .arg(kills)
                   .arg(before)
                   .arg(between)
                   .arg(100 * between / qMax(1, kills))
                   .arg(after)
                   .arg(fresh)
                   .arg(families)
                   .arg(losses.size());
        QVERIFY2(losses.isEmpty(), qPrintable(losses.join(u'\n')));
        QVERIFY(kills >= wanted);
        QVERIFY(between * 100 >= kills * 60);
    }

    /// A sync run is killed anywhere, with a disk that drops or garbles what was not synced; the next one
    /// always reaches the state of the run that was left alone.
    void killedSyncGoesOn()
    {
        const quint32 seed = Fakes::seedOfTest();
        const int wanted = qMax(10, wantedKills() / 5);
        QRandomGenerator random(seed);
        QTemporaryDir folder;
        const QString base = folder.filePath(u"base"_s);
        {
            KillRun filled(base, seed);
            for (int number = 1; number <= 3; ++number)
                filled.submitAgain(number);
            QCOMPARE(filled.losses, QStringList());
        }
        const auto rows = [](const QString &dir) {
            return dumpOf(dir + u"/store.db"_s) + dumpOf(dir + u"/mirror.db"_s)
                + dumpOf(dir + u"/trial.db"_s);
        };
        const QString quiet = folder.filePath(u"quiet"_s);
        const QString report = folder.filePath(u"report"_s);
        copyStore(base, quiet);
        QCOMPARE(runLoketctl(quiet, {u"sync"_s}, "report=" + report.toLocal8Bit()).exitCode, 0);
        const quint64 changes = reported(report, "change");
        const QStringList expected = rows(quiet);
        QVERIFY(changes > 50);
        for (int kill = 0; kill < wanted; ++kill) {
            const QString dir = folder.filePath(u"killed-%1"_s.arg(kill));
            copyStore(base, dir);
            for (int again = 0; again < 2; ++again) { // the second run may be killed as well
                const QByteArray plan = "kill=change:" + QByteArray::number(1 + random.bounded(changes))
                    + " buffered damage=" + QByteArray::number(random.bounded(1U << 30));
                runLoketctl(dir, {u"sync"_s}, plan);
            }
            const CtlRun last = runLoketctl(dir, {u"sync"_s});
            QVERIFY2(last.exitCode == 0, last.err.constData());
            if (rows(dir) != expected)
                QFAIL(qPrintable(u"seed %1: kill %2 ended elsewhere"_s.arg(seed).arg(kill)));
            QCOMPARE(runLoketctl(dir, {u"verify"_s}).exitCode, 0);
            QDir(dir).removeRecursively();
        }
        qInfo().noquote() << u"seed %1: %2 times killed twice, within %3 changes"_s.arg(seed).arg(wanted).arg(
            changes);
    }

    /// The control: on a disk that forgets what was "synced" the same oracle must find losses.
    void aForgetfulDiskIsFound()
    {
        const quint32 seed = Fakes::seedOfTest();
        QTemporaryDir folder;
        phasesOf(folder.filePath(u"measure"_s), registration(9998));
        const Phases later = phasesOf(folder.filePath(u"measure"_s), registration(9999));
        KillRun run(folder.filePath(u"used"_s), seed);
        run.submitAgain(1);
        for (int number = 2; number <= 9; ++number)
            run.killOnce(number, later.begin, later.answer + 1, later.end, " buffered nosync");
        qInfo().noquote()
            << u"seed %1: %2 kills, %3 promises broken, as it must be"_s.arg(seed).arg(run.kills).arg(
                   run.losses.size());
        QVERIFY(run.kills > 0);
        QVERIFY(!run.losses.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
