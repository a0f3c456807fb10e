// SPDX-License-Identifier: Apache-2.0
#include "model/domain/npwp.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestNpwp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("issue"); // -1: accepted

        QTest::newRow("old form, written") << u"02.183.241.5-000.000"_s << u"021832415000000"_s << -1;
        QTest::newRow("old form, bare") << u"489038414722000"_s << u"489038414722000"_s << -1;
        QTest::newRow("wrong check digit is only doubtful")
            << u"012345678901234"_s << u"012345678901234"_s << -1;
        QTest::newRow("sixteen: a NIK") << u"3174016909659991"_s << u"3174016909659991"_s << -1;
        QTest::newRow("sixteen: the old form") << u"0021832415000000"_s << u"0021832415000000"_s << -1;
        QTest::newRow("branch") << u"0021832415000000000001"_s << u"0021832415000000000001"_s << -1;
        QTest::newRow("letter") << u"02183241500000O"_s << QString() << int(NpwpIssue::Digits);
        QTest::newRow("Arabic digits") << u"٠٢١٨٣٢٤١٥٠٠٠٠٠٠"_s << QString() << int(NpwpIssue::Digits);
        QTest::newRow("nothing") << QString() << QString() << int(NpwpIssue::Length);
        QTest::newRow("only dots") << u"..-"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("1 digits") << u"1"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("2 digits") << u"12"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("3 digits") << u"123"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("4 digits") << u"1234"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("5 digits") << u"12345"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("6 digits") << u"123456"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("7 digits") << u"1234567"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("8 digits") << u"12345678"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("9 digits") << u"123456789"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("10 digits") << u"1234567890"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("11 digits") << u"12345678901"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("12 digits") << u"123456789012"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("13 digits") << u"1234567890123"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("14 digits") << u"12345678901234"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("17 digits") << u"12345678901234567"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("18 digits") << u"123456789012345678"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("19 digits") << u"1234567890123456789"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("20 digits") << u"12345678901234567890"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("21 digits") << u"123456789012345678901"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("23 digits") << u"12345678901234567890123"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("24 digits") << u"123456789012345678901234"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("25 digits") << u"1234567890123456789012345"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("26 digits") << u"12345678901234567890123456"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("27 digits") << u"123456789012345678901234567"_s << QString() << int(NpwpIssue::Length);
        QTest::newRow("28 digits") << u"1234567890123456789012345678"_s << QString()
                                   << int(NpwpIssue::Length);
        QTest::newRow("29 digits") << u"12345678901234567890123456789"_s << QString()
                                   << int(NpwpIssue::Length);
    }
    void parse()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QFETCH(int, issue);

        const auto value = Npwp::parse(typed);

        QCOMPARE(value ? -1 : int(value.error()), issue);
        if (!value) {
            QVERIFY(!problemCode(value.error()).isEmpty());
            return;
        }
        QCOMPARE(value.value().text(), stored);
        QVERIFY(Npwp::parse(stored)); // what is stored is read again, and is the same
        QCOMPARE(Npwp::parse(stored).value(), value.value());
    }

    void checkDigit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("right");

        QTest::newRow("right") << u"021832415000000"_s << true;
        QTest::newRow("right too") << u"489038414722000"_s << true;
        QTest::newRow("wrong") << u"012345678901234"_s << false;
        QTest::newRow("one digit changed") << u"021832416000000"_s << false;
        QTest::newRow("two digits swapped") << u"021834215000000"_s << false;
        QTest::newRow("right behind a zero") << u"0021832415000000"_s << true;
        QTest::newRow("wrong behind a zero") << u"0012345678901234"_s << false;
        QTest::newRow("wrong in a branch") << u"0012345678901234000001"_s << false;
        QTest::newRow("a NIK has none") << u"3174016909659991"_s << true;
    }
    void checkDigit()
    {
        QFETCH(QString, text);
        QFETCH(bool, right);
        QCOMPARE(Npwp::parse(text).value().hasCheckDigit(), right);
    }

    void formats()
    {
        QCOMPARE(Npwp::parse(u"021832415000000").value().formatted(), u"02.183.241.5-000.000"_s);
        QCOMPARE(Npwp::parse(u"3174016909659991").value().formatted(), u"3174 0169 0965 9991"_s);
    }
};

QTEST_APPLESS_MAIN(TestNpwp)
#include "tst_npwp.moc"
