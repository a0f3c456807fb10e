// SPDX-License-Identifier: Apache-2.0
#include "forms/common/format.h"
#include "forms/common/language.h"

#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values()
    {
        Language language;
        QCOMPARE(dateText(QDate(1965, 9, 29)), u"29-09-1965"_s);
        QCOMPARE(longDateText(QDate(2027, 2, 3)), u"3 Feb 2027"_s);
        QCOMPARE(dayText(QDate(2026, 11, 21)), u"Sab 21 Nov 2026"_s);
        QCOMPARE(moneyText(140000), u"Rp140.000"_s);
        QCOMPARE(moneyText(-28000), u"−Rp28.000"_s);
        QCOMPARE(numberText(1004118), u"1.004.118"_s);
        QCOMPARE(monthText(u"2026-11"_s), u"November 2026"_s);
        QCOMPARE(romanClass(3), u"III"_s);
        QCOMPARE(romanClass(0), QString());
        const QDateTime ten(QDate(2026, 11, 21), QTime(10, 7, 31));
        QCOMPARE(timeText(ten), u"10.07"_s);
        QCOMPARE(secondsText(ten), u"10.07.31"_s);
        QCOMPARE(momentText(ten, ten.addSecs(60)), u"10.07"_s);
        QCOMPARE(momentText(ten, ten.addDays(1)), u"kemarin 10.07"_s);
        QCOMPARE(momentText(ten, ten.addDays(3)), u"21 Nov 10.07"_s);
        QCOMPARE(dateRangeText(QDate(2026, 12, 5), QDate(2026, 12, 21)), u"5–21 Des 2026"_s);
        QCOMPARE(dateRangeText(QDate(2026, 12, 5), QDate(2027, 1, 4)), u"5 Des 2026 – 4 Jan 2027"_s);
        language.set(u"en"_s);
        QCOMPARE(timeText(ten), u"10:07"_s);
        QCOMPARE(momentText(ten, ten.addDays(1)), u"yesterday 10:07"_s);
        QCOMPARE(moneyText(140000), u"Rp140.000"_s);
        QCOMPARE(numberText(1004118), u"1,004,118"_s);
    }

    void emptyValuesAreEmpty()
    {
        QVERIFY(dateText({}).isEmpty());
        QVERIFY(longDateText({}).isEmpty());
        QVERIFY(timeText({}).isEmpty());
        QVERIFY(monthText(u"nonsense"_s).isEmpty());
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::newRow("middle hidden") << u"3174016909659991"_s << u"sari"_s << u"3174 •••• •••• 9991"_s;
        QTest::newRow("typed part shown")
            << u"3174016909659991"_s << u"317401690"_s << u"3174 0169 0••• 9991"_s;
        QTest::newRow("whole typed") << u"3174016909659991"_s << u"3174016909659991"_s
                                     << u"3174 0169 0965 9991"_s;
        QTest::newRow("three digits tell nothing")
            << u"3174016909659991"_s << u"016"_s << u"3174 •••• •••• 9991"_s;
        QTest::newRow("permit of a foreigner") << u"2C11JE4455"_s << QString() << u"2C11JE4455"_s;
        QTest::newRow("card") << u"0009999999991"_s << QString() << u"0009 •••• •999 1"_s;
        QTest::newRow("none") << QString() << QString() << QString();
    }
    void numbers()
    {
        QFETCH(QString, number);
        QFETCH(QString, typed);
        QTEST(maskedNumber(number, typed), "shown");
    }

    void grouping()
    {
        QCOMPARE(groupedDigits(u"3174010101220001"_s), u"3174 0101 0122 0001"_s);
        QCOMPARE(groupedDigits(u"8888809999999991"_s, 5), u"88888 0999 9999 991"_s);
        QCOMPARE(groupedDigits(u"2C11JE4455"_s), u"2C11JE4455"_s);
    }

    void typedDates_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("date");
        QTest::newRow("dashes") << u"29-09-1965"_s << QDate(1965, 9, 29);
        QTest::newRow("slashes, short") << u"2/9/1965"_s << QDate(1965, 9, 2);
        QTest::newRow("dots") << u"29.09.1965"_s << QDate(1965, 9, 29);
        QTest::newRow("packed") << u"29091965"_s << QDate(1965, 9, 29);
        QTest::newRow("two digits, last century") << u"29-09-65"_s << QDate(1965, 9, 29);
        QTest::newRow("two digits, this century") << u"03-11-26"_s << QDate(2026, 11, 3);
        QTest::newRow("two digits, tomorrow is last century") << u"22-11-26"_s << QDate(1926, 11, 22);
        QTest::newRow("iso") << u"1965-09-29"_s << QDate(1965, 9, 29);
        QTest::newRow("no such day") << u"31-02-2000"_s << QDate();
        QTest::newRow("half") << u"29-09"_s << QDate();
    }
    void typedDates()
    {
        QFETCH(QString, typed);
        QTEST(typedDate(typed, QDate(2026, 11, 21)), "date");
    }
};

QTEST_MAIN(TestFormat)
#include "tst_format.moc"
