// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/answerbook.h"
#include "tests/fakes/seed.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMilliseconds = 120'000;
constexpr int kAnywhereEvery = 5; ///< one kill in so many falls anywhere in the program's life

/// What one run of `windowsave` left behind.
struct WindowRun {
    bool wasKilled = false;
    int exitCode = -1;
    QByteArray answer; ///< as `loketctl submit` prints it; empty: no summary was shown
    bool hasBegun = false;
    QByteArray refusal; ///< what the window said why it did not save
    quint64 changesAtBegin = 0;
    quint64 changesAtAnswer = 0;
    quint64 changesAtEnd = 0;
    QByteArray err;
};

WindowRun saveInWindow(const AnswerBook &book, int number, const QByteArray &plan = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LOKET_FAULT"_s, QString::fromLatin1(plan));
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("LOKET_WINDOWSAVE"),
                  {book.dir(), u"2022-03-01"_s, book.caseFile(number)});
    if (!process.waitForFinished(kPatienceMilliseconds))
        qFatal("windowsave did not end");
    WindowRun run;
    run.wasKilled = process.exitStatus() == QProcess::CrashExit;
    run.exitCode = process.exitCode();
    run.err = process.readAllStandardError();
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        const quint64 changes = words.value(1).toULongLong();
        if (words.first() == "begin") {
            run.hasBegun = true;
            run.changesAtBegin = changes;
        } else if (words.first() == "answer") {
            run.answer = line.mid(line.indexOf('{'));
            run.changesAtAnswer = changes;
        } else if (words.first() == "refused") {
            run.refusal = line;
        } else if (words.first() == "end") {
            run.changesAtEnd = changes;
        }
    }
    return run;
}

/// One family after another is saved in a window that is killed on the way.
class WindowKills : public AnswerBook
{
public:
    WindowKills(const QString &dir, quint32 seed)
        : AnswerBook(dir)
        , m_random(seed)
    {
        submitAgain(1); // a counter that has worked before
    }

    int families = 1;
    int kills = 0, before = 0, between = 0, after = 0;

    /// The next family, undisturbed.
    WindowRun saveNext()
    {
        const WindowRun run = saveInWindow(*this, ++families);
        note(families, run.answer);
        checkStored(families);
        return run;
    }

    /// The next family, killed at one of the changes `from`-`to`.
    void killNext(quint64 from, quint64 to, QByteArray layer)
    {
        const int number = ++families;
        const quint64 at = from + m_random.bounded(qMax<quint64>(1, to - from + 1));
        if (layer.contains("buffered") && !layer.contains("nosync"))
            layer += " damage=" + QByteArray::number(m_random.bounded(1U << 30));
        const WindowRun run = saveInWindow(*this, number, "kill=change:" + QByteArray::number(at) + layer);
        noteRun(number, run);
        if (run.wasKilled) {
            ++kills;
            ++(!run.answer.isEmpty() ? after : run.hasBegun ? between : before);
        }
        checkStored(number);
        switch (m_random.bounded(4)) {
        case 0:
            noteRun(number, saveInWindow(*this, number)); // an officer who does it once more
            break;
        case 1:
            submitAgain(number);
            break;
        default: // only at the very end
            break;
        }
    }

private:
    /// A window that was not killed saves the family, or says why not when it is saved already.
    void noteRun(int number, const WindowRun &run)
    {
        note(number, run.answer);
        const bool isSettled = !run.answer.isEmpty() || (!run.refusal.isEmpty() && isStored(number));
        if (!run.wasKilled && (run.exitCode != 0 || !isSettled))
            losses += u"family %1 could not be saved: %2 %3"_s.arg(number).arg(
                QString::fromUtf8(run.err).trimmed(), QString::fromUtf8(run.refusal));
    }

    QRandomGenerator m_random;
};

int wantedKills()
{
    const int wanted = qEnvironmentVariableIntValue("LOKET_WINDOW_KILLS");
    return wanted > 0 ? wanted : 12;
}

} // namespace

class TestWindowKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// LOKET_WINDOW_KILLS: how many (12; the full run 100). LOKET_SEED: the printed seed, to see a run again.
    void nothingShownAsSavedIsLost()
    {
        const quint32 seed = Loket::Fakes::seedOfTest();
        const int wanted = wantedKills();
        QElapsedTimer elapsed;
        elapsed.start();
        QTemporaryDir folder;
        QRandomGenerator random(seed);
        WindowKills run(folder.filePath(u"store"_s), random.generate());
        const WindowRun whole = run.saveNext();
        QVERIFY2(whole.exitCode == 0, whole.err.constData());
        QVERIFY(!whole.answer.isEmpty());
        QVERIFY(whole.changesAtAnswer > whole.changesAtBegin + 5);
        while (run.kills < wanted && run.families < 3 * wanted) {
            const bool isAnywhere = run.families % kAnywhereEvery == 0;
            run.killNext(isAnywhere ? 1 : whole.changesAtBegin + 1,
                         isAnywhere ? whole.changesAtEnd : whole.changesAtAnswer,
                         random.bounded(2) ? " buffered" : "");
            if (run.families % 25 == 0)
                run.checkSound();
        }
        run.finish(run.families);
        qInfo().noquote()
            << u"seed %1: %2 kills of the window, before BEGIN %3, between BEGIN and the answer "
               "%4 (%5 %), after %6; a save is changes %7-%8 of %9; "_s.arg(seed)
                    .arg(run.kills)
                    .arg(run.before)
                    .arg(run.between)
                    .arg(100 * run.between / qMax(1, run.kills))
                    .arg(run.after)
                    .arg(whole.changesAtBegin + 1)
                    .arg(whole.changesAtAnswer)
                    .arg(whole.changesAtEnd)
                + u"%1 families, %2 promises broken, %3 s"_s.arg(run.families)
                      .arg(run.losses.size())
                      .arg(elapsed.elapsed() / 1000);
        QVERIFY2(run.losses.isEmpty(), qPrintable(run.losses.join(u'\n')));
        QVERIFY(run.kills >= wanted);
        QVERIFY(run.between * 100 >= run.kills * 60);
    }

    /// The control: on a disk that forgets what was "synced" the same oracle must find losses.
    void aForgetfulDiskIsFound()
    {
        const quint32 seed = Loket::Fakes::seedOfTest();
        QTemporaryDir folder;
        WindowKills run(folder.filePath(u"store"_s), seed);
        const WindowRun whole = run.saveNext();
        QVERIFY2(whole.exitCode == 0, whole.err.constData());
        for (int i = 0; i < 4; ++i)
            run.killNext(whole.changesAtAnswer + 1, whole.changesAtEnd, " buffered nosync");
        qInfo().noquote()
            << u"seed %1: %2 kills, %3 promises broken, as it must be"_s.arg(seed).arg(run.kills).arg(
                   run.losses.size());
        QVERIFY(run.kills > 0);
        QVERIFY(!run.losses.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWindowKill)
#include "tst_windowkill.moc"
