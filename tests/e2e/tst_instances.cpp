// SPDX-License-Identifier: Apache-2.0
// A later start on a store that is open asks for its window, and gets it.
#include "app/onewindow.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60000;

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
};

QTEST_GUILESS_MAIN(TestInstances)
#include "tst_instances.moc"
