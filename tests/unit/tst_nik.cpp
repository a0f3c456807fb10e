// SPDX-License-Identifier: Apache-2.0
#include "model/domain/nik.h"

#include "model/domain/regions.h"
#include "tests/fakes/seed.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2022, 10, 3);

/// Knows Tebet and nothing else.
class OneDistrict final : public RegionIndex
{
public:
    Counts counts() const override { return {1, 1, 1, 0}; }
    std::optional<Village> village(QStringView) const override { return std::nullopt; }
    QString name(QStringView) const override { return {}; }
    bool isKnownDistrict(QStringView digits) const override { return digits == u"317401"; }
    QList<Village> find(QStringView, int) const override { return {}; }
};

QString nikText(int year, int month, int day, bool female, int serial)
{
    return u"317401%1%2%3%4"_s.arg(day + (female ? 40 : 0), 2, 10, QChar(u'0'))
        .arg(month, 2, 10, QChar(u'0'))
        .arg(year % 100, 2, 10, QChar(u'0'))
        .arg(serial, 4, 10, QChar(u'0'));
}

} // namespace

class TestNik : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("issue"); // -1: accepted

        QTest::newRow("woman of Tebet") << u"3174016909659991"_s << -1;
        QTest::newRow("man of Gubeng") << u"3578080102039991"_s << -1;
        QTest::newRow("man of Katapang") << u"3204110609979991"_s << -1;
        QTest::newRow("29 February 2000, not 1900") << u"3201016902009991"_s << -1;
        QTest::newRow("province 10 is only doubtful") << u"1050245708909991"_s << -1;
        QTest::newRow("29 February 1901 or 2001") << u"3201012902019991"_s << int(NikIssue::Date);
        QTest::newRow("31 February") << u"3502027102019991"_s << int(NikIssue::Date);
        QTest::newRow("month 19") << u"3273010119809992"_s << int(NikIssue::Date);
        QTest::newRow("month 00") << u"3273010100809992"_s << int(NikIssue::Date);
        QTest::newRow("day 40") << u"3201014000909991"_s << int(NikIssue::Date);
        QTest::newRow("day 00") << u"3201010001909991"_s << int(NikIssue::Date);
        QTest::newRow("day 32") << u"3201013201909991"_s << int(NikIssue::Date);
        QTest::newRow("day 72") << u"3201017201909991"_s << int(NikIssue::Date);
        QTest::newRow("serial 0000") << u"3205106508010000"_s << int(NikIssue::Serial);
        QTest::newRow("serial 0001") << u"3205106508010001"_s << -1;
        QTest::newRow("letter O for zero") << u"327301610O512866"_s << int(NikIssue::Digits);
        QTest::newRow("hyphen") << u"31740124-4216415"_s << int(NikIssue::Digits);
        QTest::newRow("blank inside") << u"3174016909 59991"_s << int(NikIssue::Digits);
        QTest::newRow("blank at the end") << u"3174016909659991 "_s << int(NikIssue::Length);
        QTest::newRow("Arabic digits") << u"٣١٧٤٠١٦٩٠٩٦٥٩٩٩١"_s << int(NikIssue::Digits);
        QTest::newRow("full-width digits") << u"３１７４０１６９０９６５９９９１"_s << int(NikIssue::Digits);
        QTest::newRow("one full-width digit") << u"317401690965999１"_s << int(NikIssue::Digits);
        QTest::newRow("mathematical digits, two code units each")
            << u"𝟑𝟏𝟕𝟒𝟎𝟏𝟔𝟗𝟎𝟗𝟔𝟓𝟗𝟗𝟗𝟏"_s << int(NikIssue::Digits);
        QTest::newRow("short and no digits: length first") << u"abc"_s << int(NikIssue::Length);
        QTest::newRow("no digits and no date: digits first")
            << u"32010140009099x1"_s << int(NikIssue::Digits);
        QTest::newRow("no date and no serial: date first") << u"3201014000900000"_s << int(NikIssue::Date);
        const QString good = u"3174016909659991"_s;
        for (int length = 0; length <= 40; ++length) {
            if (length != 16)
                QTest::addRow("%d digits", length) << good.repeated(3).left(length) << int(NikIssue::Length);
        }
    }
    void parse()
    {
        QFETCH(QString, typed);
        QFETCH(int, issue);

        const auto nik = Nik::parse(typed);

        QCOMPARE(nik ? -1 : int(nik.error()), issue);
        if (nik)
            QCOMPARE(nik.value().text(), typed);
    }

    void tellsBirthSexAndRegion_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("entered");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QDate>("born");
        QTest::addColumn<bool>("female");
        QTest::addColumn<QString>("region");

        QTest::newRow("65 is 1965: 2065 is not yet")
            << u"3174016909659991"_s << QDate() << kToday << QDate(1965, 9, 29) << true << u"31.74.01"_s;
        QTest::newRow("03 is 2003") << u"3578080102039991"_s << QDate() << kToday << QDate(2003, 2, 1)
                                    << false << u"35.78.08"_s;
        QTest::newRow("03 is 1903 when that was entered")
            << u"3578080102039991"_s << QDate(1903, 2, 1) << kToday << QDate(1903, 2, 1) << false
            << u"35.78.08"_s;
        QTest::newRow("entered otherwise: the youngest")
            << u"3578080102039991"_s << QDate(1903, 2, 2) << kToday << QDate(2003, 2, 1) << false
            << u"35.78.08"_s;
        QTest::newRow("born today") << u"3204110310229991"_s << QDate() << kToday << kToday << false
                                    << u"32.04.11"_s;
        QTest::newRow("tomorrow was a hundred years ago")
            << u"3204110410229991"_s << QDate() << kToday << QDate(1922, 10, 4) << false << u"32.04.11"_s;
        QTest::newRow("tomorrow when that was entered")
            << u"3204110410229991"_s << QDate(2022, 10, 4) << kToday << QDate(2022, 10, 4) << false
            << u"32.04.11"_s;
        QTest::newRow("29 February 00")
            << u"3201016902009991"_s << QDate() << kToday << QDate(2000, 2, 29) << true << u"32.01.01"_s;
        QTest::newRow("29 February 00 before it came")
            << u"3201016902009991"_s << QDate() << QDate(1999, 12, 31) << QDate(2000, 2, 29) << true
            << u"32.01.01"_s;
        QTest::newRow("day 71") << u"3201017112809991"_s << QDate() << kToday << QDate(1980, 12, 31) << true
                                << u"32.01.01"_s;
    }
    void tellsBirthSexAndRegion()
    {
        QFETCH(QString, text);
        QFETCH(QDate, entered);
        QFETCH(QDate, today);
        QFETCH(QDate, born);
        QFETCH(bool, female);
        QFETCH(QString, region);

        const Nik nik = Nik::parse(text).value();

        QCOMPARE(nik.birthDate(entered.isValid() ? std::optional(entered) : std::nullopt, today), born);
        QCOMPARE(nik.isFemale(), female);
        QCOMPARE(nik.sex(), female ? Sex::Female : Sex::Male);
        QCOMPARE(nik.regionCode(), region);
        QCOMPARE(nik.regionDigits(), text.left(6));
    }

    /// Every day of both centuries, man and woman: what is put in comes out again.
    void roundTripOfEveryDay()
    {
        const QDate today(2099, 12, 31);
        for (QDate day(1900, 1, 1); day <= today; day = day.addDays(1)) {
            const bool female = day.day() % 2 == 0;
            const auto nik
                = Nik::parse(nikText(day.year(), day.month(), day.day(), female, 1 + day.dayOfYear()));
            QVERIFY2(nik, qPrintable(day.toString(Qt::ISODate)));
            QCOMPARE(nik.value().birthDate(day, today), day);
            QCOMPARE(nik.value().isFemale(), female);
        }
    }

    /// 29 February is a birthday in exactly the leap years of one of the two centuries.
    void leapDayOfEachYear()
    {
        for (int year = 0; year < 100; ++year) {
            const bool exists = QDate::isLeapYear(1900 + year) || QDate::isLeapYear(2000 + year);
            for (const bool female : {false, true})
                QCOMPARE(bool(Nik::parse(nikText(year, 2, 29, female, 1))), exists);
        }
    }

    /// Any day and month number: accepted if and only if the calendar has it.
    void everyDayAndMonthNumber()
    {
        for (int day = 0; day < 100; ++day) {
            for (int month = 0; month < 100; ++month) {
                const QString text
                    = u"317401%1%2"_s.arg(day, 2, 10, QChar(u'0')).arg(month, 2, 10, QChar(u'0'))
                    + u"960001"_s;
                const int real = day > 40 ? day - 40 : day;
                const bool exists = QDate::isValid(1996, month, real);
                const auto nik = Nik::parse(text);
                QCOMPARE(bool(nik), exists);
                if (!nik)
                    QCOMPARE(nik.error(), NikIssue::Date);
            }
        }
    }

    void randomTextNeverPassesWrongly()
    {
        QRandomGenerator random(Fakes::seedOfTest());
        for (int i = 0; i < 20000; ++i) {
            QString text;
            const int length = random.bounded(14, 19);
            for (int c = 0; c < length; ++c)
                text += random.bounded(40) == 0 ? QChar(random.bounded(0x20, 0x3000))
                                                : QChar(u'0' + random.bounded(10));
            const auto nik = Nik::parse(text);
            if (!nik)
                continue;
            QCOMPARE(text.size(), 16);
            QVERIFY(nik.value().birthDate(std::nullopt, kToday).isValid());
        }
    }

    void warnings_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("entered");
        QTest::addColumn<QString>("sex");
        QTest::addColumn<QStringList>("codes");

        const QString tebet = u"3174016909659991"_s;
        const QString unknown = u"1050245708909991"_s;
        QTest::newRow("all agrees") << tebet << QDate(1965, 9, 29) << u"P"_s << QStringList();
        QTest::newRow("nothing to compare with") << tebet << QDate() << QString() << QStringList();
        QTest::newRow("birth") << tebet << QDate(1965, 9, 28) << u"P"_s
                               << QStringList{u"nik.birth-differs"_s};
        QTest::newRow("sex") << tebet << QDate(1965, 9, 29) << u"L"_s << QStringList{u"nik.sex-differs"_s};
        QTest::newRow("region") << unknown << QDate(1990, 8, 17) << u"P"_s
                                << QStringList{u"nik.region-unknown"_s};
        QTest::newRow("all three in order")
            << unknown << QDate(1990, 8, 16) << u"L"_s
            << QStringList{u"nik.region-unknown"_s, u"nik.birth-differs"_s, u"nik.sex-differs"_s};
    }
    void warnings()
    {
        QFETCH(QString, text);
        QFETCH(QDate, entered);
        QFETCH(QString, sex);
        QFETCH(QStringList, codes);

        const OneDistrict regions;
        QStringList told;
        for (const NikWarning warning :
             nikWarnings(Nik::parse(text).value(), entered.isValid() ? std::optional(entered) : std::nullopt,
                         sexFromLetter(sex), &regions, kToday))
            told += problemCode(warning);

        QCOMPARE(told, codes);
    }

    void withoutRegionsTheRegionIsNotDoubted()
    {
        QVERIFY(nikWarnings(Nik::parse(u"1050245708909991").value(), {}, {}, nullptr, kToday).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestNik)
#include "tst_nik.moc"
