// SPDX-License-Identifier: Apache-2.0
#include "model/domain/bankaccountnumber.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestBankAccountNumber : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("issue"); // -1: accepted

        QTest::newRow("BRI") << u"002301012345501"_s << u"002301012345501"_s << -1;
        QTest::newRow("grouped") << u"0023-01-012345-50-1"_s << u"002301012345501"_s << -1;
        QTest::newRow("blanks") << u"123 456 7890"_s << u"1234567890"_s << -1;
        QTest::newRow("shortest") << u"12345678"_s << u"12345678"_s << -1;
        QTest::newRow("longest") << u"12345678901234567890"_s << u"12345678901234567890"_s << -1;
        QTest::newRow("too short") << u"1234567"_s << QString() << int(BankAccountNumberIssue::Length);
        QTest::newRow("too long") << u"123456789012345678901"_s << QString()
                                  << int(BankAccountNumberIssue::Length);
        QTest::newRow("letter") << u"12345678A"_s << QString() << int(BankAccountNumberIssue::Digits);
        QTest::newRow("nothing") << QString() << QString() << int(BankAccountNumberIssue::Empty);
        QTest::newRow("hyphen only") << u"-"_s << QString() << int(BankAccountNumberIssue::Empty);
        QTest::newRow("Arabic digits") << u"١٢٣٤٥٦٧٨٩٠"_s << QString() << int(BankAccountNumberIssue::Digits);
    }
    void parse()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QFETCH(int, issue);

        const auto value = BankAccountNumber::parse(typed);

        QCOMPARE(value ? -1 : int(value.error()), issue);
        if (!value) {
            QVERIFY(!problemCode(value.error()).isEmpty());
            return;
        }
        QCOMPARE(value.value().text(), stored);
        QVERIFY(BankAccountNumber::parse(stored)); // what is stored is read again, and is the same
        QCOMPARE(BankAccountNumber::parse(stored).value(), value.value());
    }
};

QTEST_APPLESS_MAIN(TestBankAccountNumber)
#include "tst_bankaccountnumber.moc"
