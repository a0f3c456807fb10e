// SPDX-License-Identifier: Apache-2.0
#include "model/domain/rupiah.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestRupiah : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<int>("issue"); // -1: accepted

        QTest::newRow("bare") << u"140000"_s << qint64(140000) << -1;
        QTest::newRow("thousands") << u"140.000"_s << qint64(140000) << -1;
        QTest::newRow("with sign") << u"Rp140.000"_s << qint64(140000) << -1;
        QTest::newRow("with sign, dot and blank") << u"Rp. 1.250.000"_s << qint64(1250000) << -1;
        QTest::newRow("small letters, cents") << u"rp 140.000,00"_s << qint64(140000) << -1;
        QTest::newRow("old dash") << u"Rp 140.000,-"_s << qint64(140000) << -1;
        QTest::newRow("zero") << u"0"_s << qint64(0) << -1;
        QTest::newRow("leading zeros") << u"000140000"_s << qint64(140000) << -1;
        QTest::newRow("largest") << u"999.999.999.999.999"_s << Rupiah::kLargest << -1;
        QTest::newRow("one more") << u"1.000.000.000.000.000"_s << qint64(0) << int(RupiahIssue::TooLarge);
        QTest::newRow("far too large") << u"9"_s.repeated(40) << qint64(0) << int(RupiahIssue::TooLarge);
        QTest::newRow("cents") << u"140.000,50"_s << qint64(0) << int(RupiahIssue::Form);
        QTest::newRow("English thousands") << u"140,000"_s << qint64(0) << int(RupiahIssue::Form);
        QTest::newRow("two digits behind a dot") << u"140.00"_s << qint64(0) << int(RupiahIssue::Form);
        QTest::newRow("four in front of a dot") << u"1400.000"_s << qint64(0) << int(RupiahIssue::Form);
        QTest::newRow("dot in front") << u".000"_s << qint64(0) << int(RupiahIssue::Form);
        QTest::newRow("negative") << u"-5"_s << qint64(0) << int(RupiahIssue::Form);
        QTest::newRow("exponent") << u"1e5"_s << qint64(0) << int(RupiahIssue::Form);
        QTest::newRow("Arabic digits") << u"١٤٠"_s << qint64(0) << int(RupiahIssue::Form);
        QTest::newRow("nothing") << QString() << qint64(0) << int(RupiahIssue::Empty);
        QTest::newRow("only the sign") << u"Rp "_s << qint64(0) << int(RupiahIssue::Empty);
    }
    void parse()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, amount);
        QFETCH(int, issue);

        const auto money = Rupiah::parse(typed);

        QCOMPARE(money ? -1 : int(money.error()), issue);
        if (money) {
            QCOMPARE(money.value().amount(), amount);
            QCOMPARE(Rupiah::parse(money.value().text()).value(), money.value());
        }
    }

    void text_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << u"Rp0"_s;
        QTest::newRow("three digits") << qint64(999) << u"Rp999"_s;
        QTest::newRow("four digits") << qint64(1000) << u"Rp1.000"_s;
        QTest::newRow("family, class III") << qint64(140000) << u"Rp140.000"_s;
        QTest::newRow("millions") << qint64(2625000) << u"Rp2.625.000"_s;
        QTest::newRow("negative") << qint64(-42005) << u"-Rp42.005"_s;
        QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << u"-Rp9.223.372.036.854.775.808"_s;
    }
    void text()
    {
        QFETCH(qint64, amount);
        QFETCH(QString, text);
        QCOMPARE(Rupiah(amount).text(), text);
    }

    void sharesRoundHalvesUp()
    {
        QCOMPARE(Rupiah(4200479).share(4, 100), Rupiah(168019)); // 168019.16
        QCOMPARE(Rupiah(4200479).share(1, 100), Rupiah(42005));  // 42004.79
        QCOMPARE(Rupiah(50).share(1, 100), Rupiah(1));           // 0.5
        QCOMPARE(Rupiah(49).share(1, 100), Rupiah(0));
        QCOMPARE(Rupiah(150).share(1, 100), Rupiah(2));
        QCOMPARE(Rupiah(-50).share(1, 100), Rupiah(-1));
        QCOMPARE(Rupiah(-49).share(1, 100), Rupiah(0));
        QCOMPARE(Rupiah(10).share(1, 3), Rupiah(3));
        QCOMPARE(Rupiah(11).share(1, 3), Rupiah(4));
        QCOMPARE(Rupiah(7).share(0, 3), Rupiah(0));
    }

    void adds()
    {
        Rupiah sum = Rupiah(35000) * 4 + Rupiah(7) - Rupiah(2);
        sum += Rupiah(1);
        QCOMPARE(sum, Rupiah(140006));
        QVERIFY(Rupiah(1) < Rupiah(2));
        QCOMPARE(Rupiah(), Rupiah(0));
    }
};

QTEST_APPLESS_MAIN(TestRupiah)
#include "tst_rupiah.moc"
