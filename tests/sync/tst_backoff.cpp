// SPDX-License-Identifier: Apache-2.0
#include "model/sync/backoff.h"

#include <QtTest>

using namespace Loket;

class TestBackoff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void waits_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("retryAfter");
        QTest::addColumn<double>("random");
        QTest::addColumn<qint64>("wait");
        QTest::newRow("the shortest") << 1 << 0 << 0.0 << qint64(0);
        QTest::newRow("first, half") << 1 << 0 << 0.5 << qint64(2'000);
        QTest::newRow("third") << 3 << 0 << 0.5 << qint64(8'000);
        QTest::newRow("never above a quarter of an hour") << 60 << 0 << 0.999 << qint64(899'100);
        QTest::newRow("asked to wait") << 1 << 30 << 0.5 << qint64(32'000);
        QTest::newRow("a negative wish") << 1 << -5 << 0.5 << qint64(2'000);
    }
    void waits()
    {
        QFETCH(int, failures);
        QFETCH(int, retryAfter);
        QFETCH(double, random);
        QFETCH(qint64, wait);
        QCOMPARE(backoffMilliseconds(failures, retryAfter, [random] { return random; }), wait);
    }
};

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
