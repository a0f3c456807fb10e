// SPDX-License-Identifier: Apache-2.0
// The program started many times on one store: one works, each other shows its window and ends.
#include "app/onewindow.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

constexpr int kTogether = 20;
constexpr int kPatience = 60000;

std::unique_ptr<QProcess> started(const QString &dir)
{
    auto process = std::make_unique<QProcess>();
    process->start(qEnvironmentVariable("LOKET"), {u"--store"_s, dir});
    return process;
}

} // namespace

class TestInstances : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twentyAtOnce()
    {
        QTemporaryDir dir;
        std::vector<std::unique_ptr<QProcess>> all;
        for (int i = 0; i < kTogether; ++i)
            all.push_back(started(dir.path()));
        const auto running = [&all] {
            return std::count_if(all.begin(), all.end(),
                                 [](const auto &one) { return one->state() != QProcess::NotRunning; });
        };
        QTRY_COMPARE_WITH_TIMEOUT(int(running()), 1, kPatience);
        const auto first = std::find_if(all.begin(), all.end(),
                                        [](const auto &one) { return one->state() == QProcess::Running; });
        QVERIFY(first != all.end());
        const QByteArray pid = QByteArray::number((*first)->processId());
        for (const auto &one : all) {
            if (one == *first)
                continue;
            const QByteArray said = one->readAllStandardError();
            QCOMPARE(one->exitStatus(), QProcess::NormalExit);
            QVERIFY2(one->exitCode() == 0 && said.contains("open already (process " + pid + ')'), said);
        }
        (*first)->kill();
        QVERIFY((*first)->waitForFinished(kPatience));

        // What it left behind keeps nobody out.
        QVERIFY(QFileInfo::exists(dir.path() + u"/window.socket"_s));
        const auto next = started(dir.path());
        QTRY_VERIFY_WITH_TIMEOUT(OneWindow::ask(dir.path()), kPatience);
        QCOMPARE(next->state(), QProcess::Running);
        next->kill();
        QVERIFY(next->waitForFinished(kPatience));
        qInfo("%d started at once: one works, %d showed its window and ended", kTogether, kTogether - 1);
    }

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
};

QTEST_GUILESS_MAIN(TestInstances)
#include "tst_instances.moc"
