// SPDX-License-Identifier: Apache-2.0
#include "model/domain/facilitycode.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestFacilityCode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("issue"); // -1: accepted

        QTest::newRow("clinic") << u"0138U020"_s << u"0138U020"_s << -1;
        QTest::newRow("puskesmas") << u"03010701"_s << u"03010701"_s << -1;
        QTest::newRow("hospital") << u"1202R001"_s << u"1202R001"_s << -1;
        QTest::newRow("branch") << u"0138U020a"_s << u"0138U020a"_s << -1;
        QTest::newRow("small letter in the middle")
            << u"0138u020"_s << QString() << int(FacilityCodeIssue::Form);
        QTest::newRow("capital at the end") << u"0138U020A"_s << QString() << int(FacilityCodeIssue::Form);
        QTest::newRow("two letters") << u"0138UU20"_s << QString() << int(FacilityCodeIssue::Form);
        QTest::newRow("letter in front") << u"A138U020"_s << QString() << int(FacilityCodeIssue::Form);
        QTest::newRow("nine digits") << u"030107011"_s << QString() << int(FacilityCodeIssue::Form);
        QTest::newRow("Arabic digits") << u"٠٣٠١٠٧٠١"_s << QString() << int(FacilityCodeIssue::Form);
        QTest::newRow("surrogates") << u"0138𝐔020"_s << QString() << int(FacilityCodeIssue::Form);
        QTest::newRow("nothing") << QString() << QString() << int(FacilityCodeIssue::Length);
        QTest::newRow("seven") << u"0138U02"_s << QString() << int(FacilityCodeIssue::Length);
        QTest::newRow("ten") << u"0138U020ab"_s << QString() << int(FacilityCodeIssue::Length);
    }
    void parse()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QFETCH(int, issue);

        const auto value = FacilityCode::parse(typed);

        QCOMPARE(value ? -1 : int(value.error()), issue);
        if (!value) {
            QVERIFY(!problemCode(value.error()).isEmpty());
            return;
        }
        QCOMPARE(value.value().text(), stored);
        QVERIFY(FacilityCode::parse(stored)); // what is stored is read again, and is the same
        QCOMPARE(FacilityCode::parse(stored).value(), value.value());
    }
};

QTEST_APPLESS_MAIN(TestFacilityCode)
#include "tst_facilitycode.moc"
