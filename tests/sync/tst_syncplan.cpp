// SPDX-License-Identifier: Apache-2.0
#include "model/sync/syncplan.h"

#include <QSet>
#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kWall = 1'795'000'000'123; // some day in 2026

SyncPlan plan(double random = 0.5, const QString &device = u"0190a1b2-0000-7000-8000-000000000001"_s)
{
    return SyncPlan(device, [random] { return random; });
}

} // namespace

class TestSyncPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsDueBeforeItBegins()
    {
        SyncPlan one = plan();
        QVERIFY(!one.due());
        one.saved(5);
        QVERIFY(!one.due());
        one.begin(10, kWall);
        one.turnOff();
        QVERIFY(!one.due());
    }

    void oncePerMinuteAtItsOwnSecond()
    {
        SyncPlan one = plan();
        one.begin(1'000, kWall);
        const qint64 first = one.due().value();
        QVERIFY(first > 1'000 && first <= 1'000 + SyncPlan::kPeriod);
        // A run that takes seven seconds does not move the second of the next one.
        one.runBegan();
        QVERIFY(!one.due());
        one.runEnded(first + 7'000, kWall + (first - 1'000) + 7'000, false, 0);
        QCOMPARE(one.due().value(), first + SyncPlan::kPeriod);
    }

    void countersAreSpreadOverTheMinute()
    {
        constexpr int kCounters = 600;
        QList<int> tens(6, 0);
        for (int i = 0; i < kCounters; ++i) {
            SyncPlan one = plan(0.5, u"device %1"_s.arg(i));
            one.begin(0, kWall);
            ++tens[qMin(5, int(*one.due() / 10'000))];
        }
        for (const int count : tens)
            QVERIFY2(count > 60 && count < 150, qPrintable(QString::number(count)));
    }

    void savesAreSentTogetherSoonAfterTheLast()
    {
        SyncPlan one = plan();
        one.begin(0, kWall);
        const qint64 regular = one.due().value();
        QVERIFY2(regular > 5'000, "the example needs a slot that is not now");
        one.saved(1'000);
        QCOMPARE(one.due().value(), 3'000);
        one.saved(2'500);
        QCOMPARE(one.due().value(), 4'500);
        one.saved(regular - 100);
        QCOMPARE(one.due().value(), regular); // never later than it would have been
    }

    void whatIsSavedDuringARunIsNotForgotten()
    {
        SyncPlan one = plan();
        one.begin(0, kWall);
        one.saved(1'000);
        one.runBegan();
        one.saved(3'500);
        one.runEnded(4'000, kWall + 4'000, false, 0);
        QCOMPARE(one.due().value(), 5'500);
    }

    void failuresWaitLongerAndNotInStep_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("retryAfter");
        QTest::addColumn<double>("random");
        QTest::addColumn<qint64>("wait");
        QTest::newRow("first") << 1 << 0 << 0.5 << qint64(2'000);
        QTest::newRow("first, unlucky") << 1 << 0 << 0.999 << qint64(3'996);
        QTest::newRow("third") << 3 << 0 << 0.5 << qint64(8'000);
        QTest::newRow("never more than a quarter of an hour") << 40 << 0 << 0.999 << qint64(899'100);
        QTest::newRow("as it was asked") << 1 << 120 << 0.0 << qint64(120'000);
    }
    void failuresWaitLongerAndNotInStep()
    {
        QFETCH(int, failures);
        QFETCH(int, retryAfter);
        QFETCH(double, random);
        QFETCH(qint64, wait);
        SyncPlan one = plan(random);
        one.begin(0, kWall);
        for (int i = 0; i < failures; ++i) {
            one.runBegan();
            one.runEnded(10'000, kWall, true, retryAfter);
        }
        QCOMPARE(one.failures(), failures);
        QCOMPARE(one.due().value(), 10'000 + wait);
        one.saved(10'001); // does not bring the link back
        QCOMPARE(one.due().value(), 10'000 + wait);
        one.runBegan();
        one.runEnded(20'000, kWall, false, 0);
        QCOMPARE(one.failures(), 0);
        QVERIFY(one.due().value() <= 20'000 + SyncPlan::kPeriod);
    }
};

QTEST_APPLESS_MAIN(TestSyncPlan)
#include "tst_syncplan.moc"
