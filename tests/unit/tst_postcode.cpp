// SPDX-License-Identifier: Apache-2.0
#include "model/domain/postcode.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestPostcode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("issue"); // -1: accepted

        QTest::newRow("Tebet") << u"12810"_s << u"12810"_s << -1;
        QTest::newRow("lowest") << u"10000"_s << u"10000"_s << -1;
        QTest::newRow("highest") << u"99999"_s << u"99999"_s << -1;
        QTest::newRow("leading zero") << u"01281"_s << QString() << int(PostcodeIssue::LeadingZero);
        QTest::newRow("letter") << u"1281O"_s << QString() << int(PostcodeIssue::Digits);
        QTest::newRow("Arabic digits") << u"١٢٨١٠"_s << QString() << int(PostcodeIssue::Digits);
        QTest::newRow("sign") << u"+1281"_s << QString() << int(PostcodeIssue::Digits);
        QTest::newRow("0 digits") << QString() << QString() << int(PostcodeIssue::Length);
        QTest::newRow("1 digits") << u"1"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("2 digits") << u"12"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("3 digits") << u"123"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("4 digits") << u"1234"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("6 digits") << u"123456"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("7 digits") << u"1234567"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("8 digits") << u"12345678"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("9 digits") << u"123456789"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("10 digits") << u"1234567890"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("11 digits") << u"12345678901"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("12 digits") << u"123456789012"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("13 digits") << u"1234567890123"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("14 digits") << u"12345678901234"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("15 digits") << u"123456789012345"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("16 digits") << u"1234567890123456"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("17 digits") << u"12345678901234567"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("18 digits") << u"123456789012345678"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("19 digits") << u"1234567890123456789"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("20 digits") << u"12345678901234567890"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("21 digits") << u"123456789012345678901"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("22 digits") << u"1234567890123456789012"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("23 digits") << u"12345678901234567890123"_s << QString() << int(PostcodeIssue::Length);
        QTest::newRow("24 digits") << u"123456789012345678901234"_s << QString()
                                   << int(PostcodeIssue::Length);
        QTest::newRow("25 digits") << u"1234567890123456789012345"_s << QString()
                                   << int(PostcodeIssue::Length);
    }
    void parse()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QFETCH(int, issue);

        const auto value = Postcode::parse(typed);

        QCOMPARE(value ? -1 : int(value.error()), issue);
        if (!value) {
            QVERIFY(!problemCode(value.error()).isEmpty());
            return;
        }
        QCOMPARE(value.value().text(), stored);
        QVERIFY(Postcode::parse(stored)); // what is stored is read again, and is the same
        QCOMPARE(Postcode::parse(stored).value(), value.value());
    }
};

QTEST_APPLESS_MAIN(TestPostcode)
#include "tst_postcode.moc"
