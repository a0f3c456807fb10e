// SPDX-License-Identifier: Apache-2.0
#include "model/domain/rtrw.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestRtRw : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("issue"); // -1: accepted

        QTest::newRow("three digits") << u"001"_s << u"001"_s << -1;
        QTest::newRow("one digit") << u"1"_s << u"001"_s << -1;
        QTest::newRow("two digits") << u"12"_s << u"012"_s << -1;
        QTest::newRow("blanks around") << u" 7 "_s << u"007"_s << -1;
        QTest::newRow("none") << u"000"_s << u"000"_s << -1;
        QTest::newRow("four digits") << u"0012"_s << QString() << int(RtRwIssue::Length);
        QTest::newRow("nothing") << QString() << QString() << int(RtRwIssue::Empty);
        QTest::newRow("letter") << u"1A"_s << QString() << int(RtRwIssue::Digits);
        QTest::newRow("hyphen") << u"-"_s << QString() << int(RtRwIssue::Digits);
        QTest::newRow("Arabic digits") << u"١٢"_s << QString() << int(RtRwIssue::Digits);
    }
    void parse()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QFETCH(int, issue);

        const auto value = RtRw::parse(typed);

        QCOMPARE(value ? -1 : int(value.error()), issue);
        if (!value) {
            QVERIFY(!problemCode(value.error()).isEmpty());
            return;
        }
        QCOMPARE(value.value().text(), stored);
        QVERIFY(RtRw::parse(stored)); // what is stored is read again, and is the same
        QCOMPARE(RtRw::parse(stored).value(), value.value());
    }
};

QTEST_APPLESS_MAIN(TestRtRw)
#include "tst_rtrw.moc"
