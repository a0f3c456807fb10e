// SPDX-License-Identifier: Apache-2.0
#include "model/sync/leases.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestLeases : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void take_data()
    {
        QTest::addColumn<QList<qint64>>(
            "left"); // of blocks of ten, the first from 101, the second from 201, …
        QTest::addColumn<int>("count");
        QTest::addColumn<QStringList>("cards"); // empty: none was given
        QTest::newRow("from the first")
            << QList<qint64>{10, 10} << 2 << QStringList{u"0000000000101"_s, u"0000000000102"_s};
        QTest::newRow("last of a block") << QList<qint64>{1} << 1 << QStringList{u"0000000000110"_s};
        QTest::newRow("over the edge")
            << QList<qint64>{1, 10} << 3
            << QStringList{u"0000000000110"_s, u"0000000000201"_s, u"0000000000202"_s};
        QTest::newRow("exactly all") << QList<qint64>{1, 1} << 2
                                     << QStringList{u"0000000000110"_s, u"0000000000210"_s};
        QTest::newRow("one too many") << QList<qint64>{1, 1} << 3 << QStringList{};
        QTest::newRow("no block") << QList<qint64>{} << 1 << QStringList{};
    }
    void take()
    {
        QFETCH(QList<qint64>, left);
        QFETCH(int, count);
        QFETCH(QStringList, cards);
        QList<Lease> leases;
        qint64 low = 1;
        for (qint64 remaining : left) {
            low += 100;
            leases += Lease{u"L%1"_s.arg(low), low, low + 9, low + 10 - remaining};
        }
        const QList<Lease> before = leases;
        const auto taken = takeNumbers(leases, count);
        QCOMPARE(bool(taken), !cards.isEmpty());
        if (!taken) {
            QCOMPARE(leases, before);
            return;
        }
        QStringList given;
        for (const TakenNumber &number : *taken)
            given += number.card;
        QCOMPARE(given, cards);
        QCOMPARE(numbersLeft(leases), numbersLeft(before) - count);
        // What comes next was not given before.
        if (const auto more = takeNumbers(leases, 1))
            QVERIFY(!given.contains(more->first().card));
    }

    void askAtHalf_data()
    {
        QTest::addColumn<QList<Lease>>("leases");
        QTest::addColumn<bool>("asks");
        const auto lease = [](qint64 low, qint64 high, qint64 next) {
            return Lease{u"L"_s, low, high, next};
        };
        QTest::newRow("none") << QList<Lease>{} << true;
        QTest::newRow("fresh") << QList<Lease>{lease(1, 100, 1)} << false;
        QTest::newRow("one more than half") << QList<Lease>{lease(1, 100, 50)} << false;
        QTest::newRow("half") << QList<Lease>{lease(1, 100, 51)} << true;
        QTest::newRow("two blocks") << QList<Lease>{lease(1, 100, 90), lease(101, 200, 101)} << false;
        QTest::newRow("second half used") << QList<Lease>{lease(1, 100, 101), lease(101, 200, 151)} << true;
        QTest::newRow("size of the newest counts")
            << QList<Lease>{lease(1, 1000, 941), lease(1001, 1010, 1001)} << false;
    }
    void askAtHalf()
    {
        QFETCH(QList<Lease>, leases);
        QFETCH(bool, asks);
        QCOMPARE(wantsLease(leases), asks);
    }
};

QTEST_APPLESS_MAIN(TestLeases)
#include "tst_leases.moc"
