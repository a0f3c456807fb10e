// SPDX-License-Identifier: Apache-2.0
#include "model/domain/staypermit.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestStayPermit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("issue"); // -1: accepted

        QTest::newRow("KITAS") << u"2C21JE1234AS"_s << u"2C21JE1234AS"_s << -1;
        QTest::newRow("small letters") << u"2c21je1234as"_s << u"2C21JE1234AS"_s << -1;
        QTest::newRow("blanks around") << u" 2C21JE "_s << u"2C21JE"_s << -1;
        QTest::newRow("sixteen") << u"ABCDEFGH12345678"_s << u"ABCDEFGH12345678"_s << -1;
        QTest::newRow("seventeen") << u"ABCDEFGH123456789"_s << QString() << int(StayPermitIssue::Length);
        QTest::newRow("nothing") << QString() << QString() << int(StayPermitIssue::Empty);
        QTest::newRow("blanks") << u"  "_s << QString() << int(StayPermitIssue::Empty);
        QTest::newRow("hyphen") << u"2C21-JE"_s << QString() << int(StayPermitIssue::Characters);
        QTest::newRow("letter with a mark") << u"2C21É"_s << QString() << int(StayPermitIssue::Characters);
        QTest::newRow("sharp s does not become SS")
            << u"2C21ß"_s << QString() << int(StayPermitIssue::Characters);
        QTest::newRow("Arabic digits") << u"١٢٣"_s << QString() << int(StayPermitIssue::Characters);
    }
    void parse()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QFETCH(int, issue);

        const auto value = StayPermit::parse(typed);

        QCOMPARE(value ? -1 : int(value.error()), issue);
        if (!value) {
            QVERIFY(!problemCode(value.error()).isEmpty());
            return;
        }
        QCOMPARE(value.value().text(), stored);
        QVERIFY(StayPermit::parse(stored)); // what is stored is read again, and is the same
        QCOMPARE(StayPermit::parse(stored).value(), value.value());
    }
};

QTEST_APPLESS_MAIN(TestStayPermit)
#include "tst_staypermit.moc"
