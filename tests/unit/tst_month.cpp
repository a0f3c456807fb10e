// SPDX-License-Identifier: Apache-2.0
#include "model/domain/month.h"

#include "model/domain/datewindow.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestMonth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("issue"); // -1: accepted
        QTest::newRow("March 2022") << u"2022-03"_s << -1;
        QTest::newRow("January") << u"2022-01"_s << -1;
        QTest::newRow("December") << u"2022-12"_s << -1;
        QTest::newRow("first") << u"0001-01"_s << -1;
        QTest::newRow("last") << u"9999-12"_s << -1;
        QTest::newRow("month 0") << u"2022-00"_s << int(MonthIssue::Range);
        QTest::newRow("month 13") << u"2022-13"_s << int(MonthIssue::Range);
        QTest::newRow("year 0") << u"0000-05"_s << int(MonthIssue::Range);
        QTest::newRow("one digit") << u"2022-3"_s << int(MonthIssue::Form);
        QTest::newRow("a day too") << u"2022-03-01"_s << int(MonthIssue::Form);
        QTest::newRow("slash") << u"2022/03"_s << int(MonthIssue::Form);
        QTest::newRow("sign") << u"+022-03"_s << int(MonthIssue::Form);
        QTest::newRow("Arabic digits") << u"٢٠٢٢-٠٣"_s << int(MonthIssue::Form);
        QTest::newRow("nothing") << QString() << int(MonthIssue::Form);
    }
    void parse()
    {
        QFETCH(QString, typed);
        QFETCH(int, issue);
        const auto month = Month::parse(typed);
        QCOMPARE(month ? -1 : int(month.error()), issue);
        if (month)
            QCOMPARE(month.value().text(), typed);
    }

    void everyMonthOfTwoCenturies()
    {
        Month month = Month::of(QDate(1900, 1, 31));
        const Month first = month;
        for (QDate day(1900, 1, 1); day.year() < 2100; day = day.addMonths(1), month = month.next()) {
            QCOMPARE(month, Month::of(day));
            QCOMPARE(month.firstDay(), day);
            QCOMPARE(month.lastDay(), day.addMonths(1).addDays(-1));
            QCOMPARE(month.year(), day.year());
            QCOMPARE(month.number(), day.month());
            QVERIFY(month.contains(month.lastDay()));
            QVERIFY(!month.contains(month.lastDay().addDays(1)));
            QVERIFY(!month.contains(day.addDays(-1)));
            QCOMPARE(first.plus(first.monthsUntil(month)), month);
            QCOMPARE(month.next().previous(), month);
        }
        QVERIFY(!month.contains(QDate()));
        QVERIFY(first < month);
        QCOMPARE(month.monthsUntil(first), -2400);
    }

    void staysWithinTheCalendar()
    {
        QCOMPARE(Month::parse(u"9999-12").value().plus(5).text(), u"9999-12"_s);
        QCOMPARE(Month::parse(u"0001-02").value().plus(-5).text(), u"0001-01"_s);
    }

    void windowHasBothEndsIn()
    {
        const DateWindow window = DateWindow::make(QDate(2022, 3, 15), QDate(2022, 3, 31)).value();
        QVERIFY(!window.contains(QDate(2022, 3, 14)));
        QVERIFY(window.contains(QDate(2022, 3, 15)));
        QVERIFY(window.contains(QDate(2022, 3, 31)));
        QVERIFY(!window.contains(QDate(2022, 4, 1)));
        QVERIFY(!window.contains(QDate()));
        QCOMPARE(window.days(), 17);
        const QDate day(2024, 2, 29);
        QCOMPARE(DateWindow::make(day, day).value().days(), 1);
        QCOMPARE(DateWindow::make(day, day.addDays(-1)).error(), DateWindowIssue::Reversed);
        QCOMPARE(DateWindow::make(QDate(), day).error(), DateWindowIssue::NoDate);
        QCOMPARE(DateWindow::make(day, QDate()).error(), DateWindowIssue::NoDate);
    }
};

QTEST_APPLESS_MAIN(TestMonth)
#include "tst_month.moc"
