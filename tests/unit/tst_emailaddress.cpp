// SPDX-License-Identifier: Apache-2.0
#include "model/domain/emailaddress.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestEmailAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("issue"); // -1: accepted

        QTest::newRow("plain") << u"sari@example.id"_s << u"sari@example.id"_s << -1;
        QTest::newRow("domain in capitals") << u"Sari.Dewi@Example.ID"_s << u"Sari.Dewi@example.id"_s << -1;
        QTest::newRow("blanks around") << u" sari@example.id "_s << u"sari@example.id"_s << -1;
        QTest::newRow("plus") << u"sari+bpjs@mail.example.co.id"_s << u"sari+bpjs@mail.example.co.id"_s << -1;
        QTest::newRow("no at") << u"sari.example.id"_s << QString() << int(EmailAddressIssue::At);
        QTest::newRow("two ats") << u"sari@dewi@example.id"_s << QString() << int(EmailAddressIssue::At);
        QTest::newRow("no name") << u"@example.id"_s << QString() << int(EmailAddressIssue::At);
        QTest::newRow("no domain") << u"sari@"_s << QString() << int(EmailAddressIssue::At);
        QTest::newRow("long name")
            << u"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.id"_s << QString()
            << int(EmailAddressIssue::At);
        QTest::newRow("no dot") << u"sari@example"_s << QString() << int(EmailAddressIssue::Domain);
        QTest::newRow("dot at the end")
            << u"sari@example.id."_s << QString() << int(EmailAddressIssue::Domain);
        QTest::newRow("two dots in the domain")
            << u"sari@example..id"_s << QString() << int(EmailAddressIssue::Domain);
        QTest::newRow("hyphen in front")
            << u"sari@-example.id"_s << QString() << int(EmailAddressIssue::Domain);
        QTest::newRow("number for a country") << u"sari@1.2"_s << QString() << int(EmailAddressIssue::Domain);
        QTest::newRow("IP address") << u"sari@10.0.0.1"_s << QString() << int(EmailAddressIssue::Domain);
        QTest::newRow("one-letter country")
            << u"sari@example.i"_s << QString() << int(EmailAddressIssue::Domain);
        QTest::newRow("two dots in the name")
            << u"sari..dewi@example.id"_s << QString() << int(EmailAddressIssue::Characters);
        QTest::newRow("dot in front")
            << u".sari@example.id"_s << QString() << int(EmailAddressIssue::Characters);
        QTest::newRow("blank inside")
            << u"sari dewi@example.id"_s << QString() << int(EmailAddressIssue::Characters);
        QTest::newRow("comma") << u"sari,dewi@example.id"_s << QString()
                               << int(EmailAddressIssue::Characters);
        QTest::newRow("other script")
            << u"sari@exаmple.id"_s << QString() << int(EmailAddressIssue::Characters);
        QTest::newRow("line feed inside")
            << u"sari@example.id\nBcc: x"_s << QString() << int(EmailAddressIssue::Characters);
        QTest::newRow("nothing") << QString() << QString() << int(EmailAddressIssue::Empty);
        QTest::newRow("too long")
            << u"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.id"_s
            << QString() << int(EmailAddressIssue::Length);
    }
    void parse()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QFETCH(int, issue);

        const auto value = EmailAddress::parse(typed);

        QCOMPARE(value ? -1 : int(value.error()), issue);
        if (!value) {
            QVERIFY(!problemCode(value.error()).isEmpty());
            return;
        }
        QCOMPARE(value.value().text(), stored);
        QVERIFY(EmailAddress::parse(stored)); // what is stored is read again, and is the same
        QCOMPARE(EmailAddress::parse(stored).value(), value.value());
    }
};

QTEST_APPLESS_MAIN(TestEmailAddress)
#include "tst_emailaddress.moc"
