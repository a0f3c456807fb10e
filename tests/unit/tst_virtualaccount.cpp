// SPDX-License-Identifier: Apache-2.0
#include "model/domain/virtualaccount.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestVirtualAccount : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("issue"); // -1: accepted

        QTest::newRow("family at a state bank") << u"8888809999999991"_s << u"8888809999999991"_s << -1;
        QTest::newRow("family at Mandiri") << u"8988809999999991"_s << u"8988809999999991"_s << -1;
        QTest::newRow("shortest") << u"12345678"_s << u"12345678"_s << -1;
        QTest::newRow("longest") << u"12345678901234567890"_s << u"12345678901234567890"_s << -1;
        QTest::newRow("letter") << u"88888O9999999991"_s << QString() << int(VirtualAccountIssue::Digits);
        QTest::newRow("Arabic digits")
            << u"٨٨٨٨٨٠٩٩٩٩٩٩٩٩٩١"_s << QString() << int(VirtualAccountIssue::Digits);
        QTest::newRow("0 digits") << QString() << QString() << int(VirtualAccountIssue::Length);
        QTest::newRow("1 digits") << u"1"_s << QString() << int(VirtualAccountIssue::Length);
        QTest::newRow("2 digits") << u"12"_s << QString() << int(VirtualAccountIssue::Length);
        QTest::newRow("3 digits") << u"123"_s << QString() << int(VirtualAccountIssue::Length);
        QTest::newRow("4 digits") << u"1234"_s << QString() << int(VirtualAccountIssue::Length);
        QTest::newRow("5 digits") << u"12345"_s << QString() << int(VirtualAccountIssue::Length);
        QTest::newRow("6 digits") << u"123456"_s << QString() << int(VirtualAccountIssue::Length);
        QTest::newRow("7 digits") << u"1234567"_s << QString() << int(VirtualAccountIssue::Length);
        QTest::newRow("21 digits") << u"123456789012345678901"_s << QString()
                                   << int(VirtualAccountIssue::Length);
        QTest::newRow("22 digits") << u"1234567890123456789012"_s << QString()
                                   << int(VirtualAccountIssue::Length);
        QTest::newRow("30 digits") << u"123456789012345678901234567890"_s << QString()
                                   << int(VirtualAccountIssue::Length);
    }
    void parse()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QFETCH(int, issue);

        const auto value = VirtualAccount::parse(typed);

        QCOMPARE(value ? -1 : int(value.error()), issue);
        if (!value) {
            QVERIFY(!problemCode(value.error()).isEmpty());
            return;
        }
        QCOMPARE(value.value().text(), stored);
        QVERIFY(VirtualAccount::parse(stored)); // what is stored is read again, and is the same
        QCOMPARE(VirtualAccount::parse(stored).value(), value.value());
    }

    void isMadeOfPrefixAndCard_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QString>("account"); // empty: refused

        QTest::newRow("BRI, BNI, BTN, BCA") << u"88888"_s << u"8888809999999991"_s;
        QTest::newRow("Mandiri") << u"89888"_s << u"8988809999999991"_s;
        QTest::newRow("no digits") << u"8888X"_s << QString();
        QTest::newRow("no bank has so long a prefix") << u"8888888888"_s << QString();
    }
    void isMadeOfPrefixAndCard()
    {
        QFETCH(QString, prefix);
        QFETCH(QString, account);

        const auto made = VirtualAccount::ofCard(prefix, CardNumber::parse(u"0009999999991").value());

        QCOMPARE(made ? made.value().text() : QString(), account);
    }
};

QTEST_APPLESS_MAIN(TestVirtualAccount)
#include "tst_virtualaccount.moc"
