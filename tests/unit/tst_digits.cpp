// SPDX-License-Identifier: Apache-2.0
#include "model/domain/digits.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestDigits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyAsciiDigitsAreDigits()
    {
        QVERIFY(isAsciiDigits(u"0123456789"));
        for (const QString &text :
             {QString(), u" "_s, u"12a"_s, u"-1"_s, u"1.0"_s, u"٣"_s, u"３"_s, u"१"_s, u"𝟑"_s, u"²"_s})
            QVERIFY2(!isAsciiDigits(text), qPrintable(text));
    }

    void countsCharactersAsPeopleDo()
    {
        QCOMPARE(characterCount(u""), 0);
        QCOMPARE(characterCount(u"3174"), 4);
        QCOMPARE(characterCount(u"𝟑𝟏"), 2);
    }

    void dropsGrouping_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("bare");
        QTest::newRow("blanks") << u" 3174 0169 0965 9991\t"_s << u"3174016909659991"_s;
        QTest::newRow("dots and hyphens") << u"02.183.241.5-000.000"_s << u"021832415000000"_s;
        QTest::newRow("no-break and zero-width blanks")
            << u"3174\u00a00169\u200b\ufeff0965"_s << u"317401690965"_s;
        QTest::newRow("dashes of text programs") << u"0812\u20113456\u20137890"_s << u"081234567890"_s;
        QTest::newRow("letters stay") << u"0138 U020"_s << u"0138U020"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void dropsGrouping()
    {
        QFETCH(QString, typed);
        QFETCH(QString, bare);
        QCOMPARE(withoutGrouping(typed), bare);
    }

    void groupsAndMasks_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("whole");
        QTest::addColumn<QString>("hidden");

        QTest::newRow("NIK") << u"3174016909659991"_s << QString() << u"3174 0169 0965 9991"_s
                             << u"3174 •••• •••• 9991"_s;
        QTest::newRow("NIK, begun to be typed") << u"3174016909659991"_s << u"317401690"_s
                                                << u"3174 0169 0965 9991"_s << u"3174 0169 0••• 9991"_s;
        QTest::newRow("NIK, typed whole") << u"3174016909659991"_s << u"3174016909659991"_s
                                          << u"3174 0169 0965 9991"_s << u"3174 0169 0965 9991"_s;
        QTest::newRow("NIK, something else typed")
            << u"3174016909659991"_s << u"sari"_s << u"3174 0169 0965 9991"_s << u"3174 •••• •••• 9991"_s;
        QTest::newRow("card") << u"0009999999991"_s << QString() << u"0009 9999 9999 1"_s
                              << u"0009 •••• •999 1"_s;
        QTest::newRow("eight") << u"12345678"_s << QString() << u"1234 5678"_s << u"•••• ••78"_s;
        QTest::newRow("two") << u"12"_s << QString() << u"12"_s << u"12"_s;
        QTest::newRow("nothing") << QString() << QString() << QString() << QString();
    }
    void groupsAndMasks()
    {
        QFETCH(QString, digits);
        QFETCH(QString, typed);
        QFETCH(QString, whole);
        QFETCH(QString, hidden);
        QCOMPARE(grouped(digits), whole);
        QCOMPARE(masked(digits, typed), hidden);
    }

    void luhn()
    {
        QVERIFY(hasLuhnCheckDigit(u"79927398713"));
        for (int last = 0; last < 10; ++last)
            QCOMPARE(hasLuhnCheckDigit(u"7992739871"_s + QString::number(last)), last == 3);
        QVERIFY(!hasLuhnCheckDigit(u""));
    }
};

QTEST_APPLESS_MAIN(TestDigits)
#include "tst_digits.moc"
