// SPDX-License-Identifier: Apache-2.0
#include "tests/central/shippedcounter.h"

#include <QtTest>

using namespace Loket;
using namespace Loket::Central;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

class TestCentral : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Two processes on one database, one of them killed while it works: nothing is lost and nothing doubled.
    void oneOfTwoIsKilled()
    {
        constexpr int kCases = 200, kAtOnce = 20;
        QTemporaryDir folder;
        CentralHost host(folder.filePath(u"centre"_s),
                         {u"--processes"_s, u"2"_s, u"--participants"_s, u"200"_s});
        const qint64 before = countOf(host, "family WHERE body IS NOT NULL");
        ShippedCounter counter(folder.filePath(u"counter"_s), host, 0, 0);
        int failed = 0;
        for (int number = 1; number <= kCases; ++number) {
            counter.submit(number);
            if (number % kAtOnce != 0)
                continue;
            const int turn = number / kAtOnce;
            if (number == kCases / 2) {
                const auto running = counter.beginSync(host.url(0));
                // In the middle of the batch: when some of it has come and some has not.
                const qint64 some = number - kAtOnce + 3;
                while (countOf(host, "submission") < some && running->state() != QProcess::NotRunning)
                    running->waitForFinished(1);
                host.kill(0);
                running->waitForFinished(60'000);
                failed += running->exitCode() == 3 ? 1 : 0;
                QVERIFY2(running->exitCode() == 3, "the kill has to hit the run, else it proves nothing");
            }
            const bool isGone = number >= kCases / 2;
            failed += counter.sync(host.url(isGone ? 1 : turn % 2)) == 3 ? 1 : 0;
        }
        QCOMPARE(counter.sync(host.url(0)), 3); // it is gone indeed
        QCOMPARE(counter.sync(host.url(1)), 0);

        QCOMPARE(countOf(host, "submission"), kCases);
        QCOMPARE(countOf(host, "(SELECT DISTINCT device, seq FROM submission) s"), kCases);
        QCOMPARE(countOf(host, "verdict WHERE state = 'accepted'"), kCases);
        QCOMPARE(countOf(host, "family WHERE body IS NOT NULL") - before, kCases);
        QCOMPARE(countOf(host, "change WHERE kind = 'verdict'"), kCases);
        QCOMPARE(countOf(host,
                         "(SELECT m->>'card' FROM family f, json_array_elements(body::json->'members') m"
                         " WHERE source <> '' GROUP BY 1 HAVING count(*) > 1) doubled"),
                 0);
        for (int number = 1; number <= kCases; number += 7)
            QCOMPARE(counter.state(number), u"accepted"_s);
        qInfo().noquote() << u"%1 cases, %2 runs cut off"_s.arg(kCases).arg(failed);
    }

    /// A database that is restored from an older dump in the middle ends like one that never was.
    void restoredFromAnOlderDump()
    {
        const QStringList quiet = story(false);
        const QStringList restored = story(true);
        QVERIFY(quiet.size() > 60);
        QCOMPARE(restored, quiet);
    }

private:
    /// The end of one story, with or without the accident: families and verdicts at the centre, cases at the
    /// counter.
    QStringList story(bool isRestored)
    {
        constexpr int kCases = 30;
        QTemporaryDir folder;
        CentralHost host(folder.filePath(u"centre"_s),
                         {u"--participants"_s, u"200"_s, u"--today"_s, u"2022-03-01"_s});
        ShippedCounter counter(folder.filePath(u"counter"_s), host, 0, 0);
        const auto work = [&](int from, int to) {
            for (int number = from; number <= to; ++number)
                counter.submit(number);
            QCOMPARE(counter.sync(host.url(0)), 0);
        };
        work(1, 10);
        const QString dump = folder.filePath(u"dump"_s);
        host.dump(dump);
        work(11, 20);
        if (isRestored) {
            const qint64 known = countOf(host, "submission");
            host.restore(dump);
            host.tell({u"--restored"_s});
            if (countOf(host, "submission") != known - 10)
                qFatal("the dump has to be older, else it proves nothing");
        }
        work(21, kCases);
        counter.sync(host.url(0));
        QStringList end
            = rowsOf(host, "SELECT kk, revision, body FROM family WHERE source <> '' ORDER BY kk");
        end += rowsOf(host,
                      "SELECT id, seq, state FROM submission JOIN verdict ON submission = id ORDER BY id");
        for (int number = 1; number <= kCases; ++number)
            end += counter.shown(number);
        return end;
    }
};

QTEST_GUILESS_MAIN(TestCentral)
#include "tst_central.moc"
