// SPDX-License-Identifier: Apache-2.0
#include "model/domain/casejson.h"
#include "tests/central/centralhost.h"
#include "tests/central/pgpool.h"
#include "tests/fakes/ctlprocess.h"
#include "tests/fakes/fakeoffice.h"

#include <QtTest>

using namespace Loket;
using namespace Loket::Central;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

/// A counter as it is shipped: every step is a process of loketctl.
class Counter
{
public:
    Counter(const QString &folder, const CentralHost &host, int office, int number)
        : m_dir(folder)
        , m_ca(host.ca())
    {
        run({u"enrol"_s, u"--central"_s, host.url(0), u"--ca"_s, m_ca, u"--code"_s,
             host.code(office, number)});
        sync(host.url(0)); // numbers for the first families
    }

    void submit(int number)
    {
        const QString file = m_dir + u".case.json"_s;
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly))
            qFatal("%s can't be written", qPrintable(file));
        out.write(QJsonDocument(writeCase(registration(number, 1 + number % 4))).toJson());
        out.close();
        run({u"submit"_s, file});
    }
    /// Answers the exit code: 0, or 3 when the link failed.
    int sync(const QString &url)
    {
        const CtlRun done = runLoketctl(m_dir, {u"sync"_s, u"--central"_s, url});
        if (done.exitCode != 0 && done.exitCode != 3)
            qFatal("sync: %s", done.err.constData());
        return done.exitCode;
    }
    /// Without waiting for it.
    std::unique_ptr<QProcess> beginSync(const QString &url)
    {
        auto process = std::make_unique<QProcess>();
        process->start(qEnvironmentVariable("LOKETCTL"),
                       {u"--store"_s, m_dir, u"--today"_s, u"2022-03-01"_s, u"sync"_s, u"--central"_s, url});
        return process;
    }
    /// State, numbers and reason of a case, as the counter shows them.
    QString shown(int number) const
    {
        const QJsonObject record = run({u"show"_s, registration(number).id}).answer();
        QJsonObject seen;
        for (const QString &key : {u"state"_s, u"numbers"_s, u"reason"_s})
            seen.insert(key, record.value(key));
        return QString::fromUtf8(QJsonDocument(seen).toJson(QJsonDocument::Compact));
    }
    QString state(int number) const
    {
        return run({u"show"_s, registration(number).id}).answer()["state"_L1].toString();
    }
    CtlRun run(const QStringList &command) const
    {
        CtlRun done = runLoketctl(m_dir, command);
        if (done.exitCode != 0)
            qFatal("loketctl %s: %s", qPrintable(command.first()), done.err.constData());
        return done;
    }

private:
    const QString m_dir, m_ca;
};

/// Rows of the centre's database, each as one text.
QStringList rowsOf(const CentralHost &host, const std::string &sql)
{
    PgPool pool(host.database().toStdString(), 1);
    const auto rows = pool.inSnapshot<QStringList>([&](pqxx::transaction_base &now) -> Outcome<QStringList> {
        QStringList lines;
        for (const pqxx::row &row : now.exec(sql)) {
            QStringList values;
            for (const pqxx::field &field : row)
                values += textOf(field);
            lines += values.join(u'|');
        }
        return lines;
    });
    return must(rows);
}

qint64 countOf(const CentralHost &host, const std::string &what)
{
    return rowsOf(host, "SELECT count(*) FROM " + what).first().toLongLong();
}

} // namespace

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
        Counter counter(folder.filePath(u"counter"_s), host, 0, 0);
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
        CentralHost host(folder.filePath(u"centre"_s), {u"--participants"_s, u"200"_s});
        Counter counter(folder.filePath(u"counter"_s), host, 0, 0);
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
