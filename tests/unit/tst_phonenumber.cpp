// SPDX-License-Identifier: Apache-2.0
#include "model/domain/phonenumber.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestPhoneNumber : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("issue"); // -1: accepted

        QTest::newRow("mobile") << u"081234567890"_s << u"+6281234567890"_s << -1;
        QTest::newRow("mobile, written") << u"0812-3456-7890"_s << u"+6281234567890"_s << -1;
        QTest::newRow("country code") << u"+62 812 3456 7890"_s << u"+6281234567890"_s << -1;
        QTest::newRow("country code without plus") << u"6281234567890"_s << u"+6281234567890"_s << -1;
        QTest::newRow("country code and zero") << u"+62 (0)812 3456 7890"_s << u"+6281234567890"_s << -1;
        QTest::newRow("dialled abroad") << u"0062 812 3456 7890"_s << u"+6281234567890"_s << -1;
        QTest::newRow("without the zero") << u"81234567890"_s << u"+6281234567890"_s << -1;
        QTest::newRow("shortest mobile") << u"0812345678"_s << u"+62812345678"_s << -1;
        QTest::newRow("longest mobile") << u"0812345678901"_s << u"+62812345678901"_s << -1;
        QTest::newRow("one too short") << u"081234567"_s << QString() << int(PhoneNumberIssue::Length);
        QTest::newRow("one too long") << u"08123456789012"_s << QString() << int(PhoneNumberIssue::Length);
        QTest::newRow("Jakarta") << u"(021) 5551234"_s << u"+62215551234"_s << -1;
        QTest::newRow("shortest landline") << u"02155512"_s << u"+622155512"_s << -1;
        QTest::newRow("landline one too short") << u"0215551"_s << QString() << int(PhoneNumberIssue::Length);
        QTest::newRow("longest landline") << u"021555123456"_s << u"+6221555123456"_s << -1;
        QTest::newRow("landline one too long")
            << u"0215551234567"_s << QString() << int(PhoneNumberIssue::Length);
        QTest::newRow("Medan") << u"061 4567890"_s << u"+62614567890"_s << -1;
        QTest::newRow("Papua") << u"0967-531234"_s << u"+62967531234"_s << -1;
        QTest::newRow("no area code") << u"5551234"_s << QString() << int(PhoneNumberIssue::AreaCode);
        QTest::newRow("area code 1") << u"0150012345"_s << QString() << int(PhoneNumberIssue::AreaCode);
        QTest::newRow("Malaysia") << u"+60 12 345 6789"_s << QString() << int(PhoneNumberIssue::Foreign);
        QTest::newRow("Malaysia dialled")
            << u"0060123456789"_s << QString() << int(PhoneNumberIssue::Foreign);
        QTest::newRow("only the country code") << u"+62"_s << QString() << int(PhoneNumberIssue::Length);
        QTest::newRow("only zero") << u"0"_s << QString() << int(PhoneNumberIssue::Length);
        QTest::newRow("nothing") << QString() << QString() << int(PhoneNumberIssue::Empty);
        QTest::newRow("blanks") << u"  "_s << QString() << int(PhoneNumberIssue::Empty);
        QTest::newRow("plus only") << u"+"_s << QString() << int(PhoneNumberIssue::Empty);
        QTest::newRow("letter") << u"0812345678x"_s << QString() << int(PhoneNumberIssue::Characters);
        QTest::newRow("plus inside") << u"0812+345678"_s << QString() << int(PhoneNumberIssue::Characters);
        QTest::newRow("two pluses") << u"++62812345678"_s << QString() << int(PhoneNumberIssue::Characters);
        QTest::newRow("Arabic digits") << u"٠٨١٢٣٤٥٦٧٨٩٠"_s << QString() << int(PhoneNumberIssue::Characters);
        QTest::newRow("two numbers in one field")
            << u"081234567890;081298765432"_s << QString() << int(PhoneNumberIssue::Characters);
        QTest::newRow("two zeros only") << u"00"_s << QString() << int(PhoneNumberIssue::Foreign);
    }
    void parse()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QFETCH(int, issue);

        const auto value = PhoneNumber::parse(typed);

        QCOMPARE(value ? -1 : int(value.error()), issue);
        if (!value) {
            QVERIFY(!problemCode(value.error()).isEmpty());
            return;
        }
        QCOMPARE(value.value().text(), stored);
        QVERIFY(PhoneNumber::parse(stored)); // what is stored is read again, and is the same
        QCOMPARE(PhoneNumber::parse(stored).value(), value.value());
    }

    void readsAsItIsDialled()
    {
        const PhoneNumber mobile = PhoneNumber::parse(u"+6281234567890").value();
        QVERIFY(mobile.isMobile());
        QCOMPARE(mobile.national(), u"0812-3456-7890"_s);
        const PhoneNumber shortest = PhoneNumber::parse(u"0812345678").value();
        QCOMPARE(shortest.national(), u"0812-3456-78"_s);
        const PhoneNumber landline = PhoneNumber::parse(u"(021) 5551234").value();
        QVERIFY(!landline.isMobile());
        QCOMPARE(landline.national(), u"0215551234"_s);
    }

    void everyStoredFormIsAsThePublicPattern()
    {
        const QRegularExpression mobile(u"^\\+628\\d{8,11}$"_s);
        const QRegularExpression landline(u"^\\+62[2-79]\\d{6,10}$"_s);
        for (int first = 0; first < 10; ++first) {
            for (int length = 1; length < 20; ++length) {
                const QString rest = QString::number(first) + u"1234567890123456789"_s.left(length - 1);
                const QString stored = u"+62"_s + rest;
                const bool right = mobile.match(stored).hasMatch() || landline.match(stored).hasMatch();
                const auto phone = PhoneNumber::parse(u'0' + rest);
                QCOMPARE(bool(phone), right);
                if (phone)
                    QCOMPARE(phone.value().text(), stored);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestPhoneNumber)
#include "tst_phonenumber.moc"
