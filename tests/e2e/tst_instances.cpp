// SPDX-License-Identifier: Apache-2.0
// A later start on a store that is open asks for its window, gets it, and ends.
#include "app/onewindow.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60000;
constexpr int kAtOnce = 20;
constexpr int kExitStore = 3;

/// Shipped programs that were started on one store; those that still run are ended with it.
class Starts
{
public:
    explicit Starts(const QString &dir)
        : m_dir(dir)
    {
    }
    ~Starts()
    {
        for (const auto &one : m_all) {
            one->kill();
            one->waitForFinished(kPatience);
        }
    }
    QProcess &add()
    {
        m_all.push_back(std::make_unique<QProcess>());
        m_all.back()->start(qEnvironmentVariable("LOKET"), {u"--store"_s, m_dir});
        return *m_all.back();
    }
    qsizetype running() const
    {
        return std::count_if(m_all.begin(), m_all.end(),
                             [](const auto &one) { return one->state() != QProcess::NotRunning; });
    }
    const std::vector<std::unique_ptr<QProcess>> &all() const { return m_all; }

private:
    const QString m_dir;
    std::vector<std::unique_ptr<QProcess>> m_all;
};

} // namespace

class TestInstances : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoHoldsTheStoreIsShown()
    {
        QTemporaryDir dir;
        const QString deep = dir.path() + u'/' + QString(120, u'a'); // longer than an address
        QVERIFY(QDir().mkpath(deep));
        int shown = 0;
        {
            const OneWindow window(deep, [&shown] { ++shown; });
            std::atomic_int answers = 0;
            std::atomic_bool isDone = false;
            std::thread later([&] {
                for (int i = 0; i < 3; ++i)
                    answers += OneWindow::ask(deep) ? 1 : 0;
                isDone = true;
            });
            QTRY_VERIFY_WITH_TIMEOUT(isDone, kPatience);
            later.join();
            QCOMPARE(answers, 3);
            QCOMPARE(shown, 3);
        }
        QVERIFY(!QFileInfo::exists(deep + u"/window.socket"_s));
    }

    void aLaterStartShowsTheFirstAndEnds()
    {
        QTemporaryDir dir;
        Starts starts(dir.path());
        QProcess &first = starts.add();
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(dir.filePath(u"window.socket"_s)), kPatience);
        QProcess &second = starts.add();
        QVERIFY(second.waitForFinished(kPatience));
        const QByteArray told = second.readAllStandardError();
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        QVERIFY2(second.exitCode() == 0, told);
        QVERIFY2(told.contains("its window is shown"), told);
        QVERIFY2(told.contains(QByteArray::number(first.processId())), told);
        QCOMPARE(first.state(), QProcess::Running);
        QVERIFY(OneWindow::ask(dir.path(), std::chrono::milliseconds(kPatience)));
    }

    /// On a store that none of them finds yet.
    void ofTwentyAtOnceOneStays()
    {
        QTemporaryDir dir;
        Starts starts(dir.filePath(u"store"_s));
        for (int i = 0; i < kAtOnce; ++i)
            starts.add();
        QTRY_COMPARE_WITH_TIMEOUT(starts.running(), 1, kPatience);
        QVERIFY(OneWindow::ask(dir.filePath(u"store"_s), std::chrono::milliseconds(kPatience)));
        QCOMPARE(starts.running(), 1);
        const auto stays = std::find_if(starts.all().begin(), starts.all().end(),
                                        [](const auto &one) { return one->state() == QProcess::Running; });
        const QByteArray pid = QByteArray::number((*stays)->processId());
        int shown = 0;
        for (const auto &one : starts.all()) {
            if (one == *stays)
                continue;
            const QByteArray told = one->readAllStandardError();
            QCOMPARE(one->exitStatus(), QProcess::NormalExit);
            // Where starting takes longer than it is waited for, who holds the store is named.
            QVERIFY2(one->exitCode() == 0 || one->exitCode() == kExitStore, told);
            QVERIFY2(told.contains(pid), told);
            shown += one->exitCode() == 0 ? 1 : 0;
        }
        qInfo("of %d starts at once one stays, %d had its window shown", kAtOnce, shown);
    }
};

QTEST_GUILESS_MAIN(TestInstances)
#include "tst_instances.moc"
