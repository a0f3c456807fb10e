// SPDX-License-Identifier: Apache-2.0
#include "model/domain/regions.h"
#include "model/dues/calculators.h"
#include "model/rulebook/rulebook.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestCalculators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goldenRows_data();
    void goldenRows();
    void rowsOfLaterEditions();
    void theHolidayTableCountsWhereItIsAsked_data();
    void theHolidayTableCountsWhereItIsAsked();
    void answers_data();
    void answers();
    void refusals_data();
    void refusals();

private:
    CalcContext context() const { return {m_library.get(), QDate(2022, 10, 3), m_regions.get()}; }
    std::shared_ptr<const RulebookLibrary> m_library = RulebookLibrary::builtIn();
    std::shared_ptr<const RegionIndex> m_regions;
};

void TestCalculators::initTestCase()
{
    auto regions = RegionIndex::load();
    QVERIFY(regions);
    m_regions = regions.value();
}

void TestCalculators::goldenRows_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : calculatorNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestCalculators::goldenRows()
{
    QFETCH(QString, name);
    QFile file(qEnvironmentVariable("LOKET_TEST_DATA") + u"/golden/calc/%1.jsonl"_s.arg(name));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    int line = 0;
    for (const QByteArray &text : file.readAll().trimmed().split('\n')) {
        ++line;
        const QJsonObject row = QJsonDocument::fromJson(text).object();
        const auto answer = calculate(name, row.value("in"_L1).toObject(), context());
        QVERIFY2(answer,
                 qPrintable(u"line %1: %2"_s.arg(line).arg(answer ? QString() : answer.error().line())));
        const QJsonObject expected = row.value("out"_L1).toObject();
        for (const QString &key : expected.keys())
            QVERIFY2(
                answer.value().contains(key) && answer.value().value(key) == expected.value(key),
                qPrintable(u"line %1, %2: %3"_s.arg(line).arg(
                    key, QString::fromUtf8(QJsonDocument(answer.value()).toJson(QJsonDocument::Compact)))));
    }
    QCOMPARE(line, 60);
}

/// Before and after the first day of each edition that extends the handbook.
void TestCalculators::rowsOfLaterEditions()
{
    QFile file(qEnvironmentVariable("LOKET_TEST_DATA") + u"/golden/editions.jsonl"_s);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QSet<QString> editions;
    for (const QByteArray &text : file.readAll().trimmed().split('\n')) {
        const QJsonObject row = QJsonDocument::fromJson(text).object();
        const QJsonObject in = row.value("in"_L1).toObject();
        const auto answer = calculate(row.value("calculator"_L1).toString(), in, context());
        QVERIFY2(answer, text.constData());
        const QJsonObject expected = row.value("out"_L1).toObject();
        for (const QString &key : expected.keys())
            QVERIFY2(answer.value().value(key) == expected.value(key),
                     text + " not " + QJsonDocument(answer.value()).toJson(QJsonDocument::Compact));
        if (!expected.contains("payments"_L1))
            QVERIFY2(!answer.value().contains("payments"_L1), text.constData());
        editions += m_library->on(QDate::fromString(in.value("date"_L1).toString(), Qt::ISODate)).id();
    }
    const QStringList all = m_library->ids();
    QCOMPARE(editions, QSet<QString>(all.cbegin(), all.cend()));
}

void TestCalculators::theHolidayTableCountsWhereItIsAsked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("input");
    QTest::addColumn<QString>("plain"); // as the contract has it: no holidays but those of the input
    QTest::addColumn<QString>("due");   // with the table of the rulebook
    QTest::newRow("Eid al-Fitr with its collective leave")
        << u"due-date"_s << QJsonObject{{u"month"_s, u"2024-04"_s}} << u"2024-04-10"_s << u"2024-04-16"_s;
    QTest::newRow("a Sunday that is a holiday")
        << u"due-date"_s << QJsonObject{{u"month"_s, u"2022-07"_s}} << u"2022-07-11"_s << u"2022-07-11"_s;
    QTest::newRow("what the input says wins")
        << u"due-date"_s << QJsonObject{{u"month"_s, u"2024-04"_s}, {u"holidays"_s, QJsonArray{}}}
        << u"2024-04-10"_s << u"2024-04-10"_s;
    QTest::newRow("first bill") << u"first-bill"_s << QJsonObject{{u"confirmed"_s, u"2024-03-26"_s}}
                                << u"2024-04-10"_s << u"2024-04-16"_s;
}

void TestCalculators::theHolidayTableCountsWhereItIsAsked()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, input);
    CalcContext asked = context();
    QTEST(calculate(name, input, asked).value().value("due"_L1).toString(), "plain");
    asked.holidayTable = true;
    RuleTrace trace;
    asked.trace = &trace;
    QTEST(calculate(name, input, asked).value().value("due"_L1).toString(), "due");
    QFETCH(QString, plain);
    QFETCH(QString, due);
    const bool named = std::any_of(trace.rules().cbegin(), trace.rules().cend(),
                                   [](const FiredRule &rule) { return rule.table == "holidays"_L1; });
    QCOMPARE(named, plain != due);
}

/// Examples of the contract, word for word, and edges that the golden rows leave out.
void TestCalculators::answers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("out");

    QTest::newRow("PPU with floor and extra")
        << u"dues"_s
        << QByteArray(
               R"({"segment":"PPU-BU.SWASTA","month":"2022-03","wage":3000000,"floor":4200479,"extra":2})")
        << QByteArray(R"({"gross":294034,"member":126015,"employer":168019,"government":0})");
    QTest::newRow("the cap wins over the floor")
        << u"dues"_s
        << QByteArray(R"({"segment":"PPU-BU.SWASTA","month":"2022-03","wage":1,"floor":99000000})")
        << QByteArray(R"({"gross":600000,"member":120000,"employer":480000,"government":0})");
    QTest::newRow("a PN wage has neither floor nor cap")
        << u"dues"_s
        << QByteArray(R"({"segment":"PPU-PN.TNI","month":"2022-03","wage":15000000,"floor":99000000})")
        << QByteArray(R"({"gross":750000,"member":150000,"employer":600000,"government":0})");
    QTest::newRow("four in class III")
        << u"dues"_s << QByteArray(R"({"segment":"PBPU.MANDIRI","class":3,"members":4,"month":"2022-03"})")
        << QByteArray(R"({"gross":168000,"member":140000,"employer":0,"government":28000})");
    QTest::newRow("first month that has a rate")
        << u"dues"_s << QByteArray(R"({"segment":"BP-NPN.BP-LAIN","class":3,"members":1,"month":"2016-04"})")
        << QByteArray(R"({"gross":25500,"member":25500,"employer":0,"government":0})");
    QTest::newRow("class III costs 42,000 early in 2020")
        << u"dues"_s << QByteArray(R"({"segment":"PBPU.MANDIRI","class":3,"members":1,"month":"2020-03"})")
        << QByteArray(R"({"gross":42000,"member":42000,"employer":0,"government":0})");
    QTest::newRow("pension")
        << u"dues"_s << QByteArray(R"({"segment":"BP-PN.PENSIUN","month":"2022-03","pension":3000000})")
        << QByteArray(R"({"gross":150000,"member":60000,"employer":0,"government":90000})");
    QTest::newRow("survivor of a veteran")
        << u"dues"_s << QByteArray(R"({"segment":"BP-PN.VP-WARIS","month":"2022-03","baseSalary":3200000})")
        << QByteArray(R"({"gross":72000,"member":0,"employer":0,"government":72000})");
    QTest::newRow("keys that the branch does not need")
        << u"dues"_s
        << QByteArray(R"({"segment":"PBI","month":"2022-03","members":2,"wage":"?","class":9,"date":"x"})")
        << QByteArray(R"({"gross":84000,"member":0,"employer":0,"government":84000})");
    QTest::newRow("half a rupiah is rounded up")
        << u"dues"_s << QByteArray(R"({"segment":"PPU-PN.TNI","month":"2022-03","wage":50})")
        << QByteArray(R"({"gross":3,"member":1,"employer":2,"government":0})");
    QTest::newRow("largest wage")
        << u"dues"_s << QByteArray(R"({"segment":"PPU-PN.TNI","month":"2022-03","wage":999999999999999})")
        << QByteArray(
               R"({"gross":50000000000000,"member":10000000000000,"employer":40000000000000,"government":0})");
    QTest::newRow("first payment") << u"first-payment"_s << QByteArray(R"({"registered":"2022-03-01"})")
                                   << QByteArray(R"({"from":"2022-03-15","until":"2022-03-31"})");
    QTest::newRow("first payment over a leap day")
        << u"first-payment"_s << QByteArray(R"({"registered":"2024-02-15"})")
        << QByteArray(R"({"from":"2024-02-29","until":"2024-03-16"})");
    QTest::newRow("due on a Sunday before a holiday")
        << u"due-date"_s << QByteArray(R"({"month":"2022-07","holidays":["2022-07-11"]})")
        << QByteArray(R"({"due":"2022-07-12"})");
    QTest::newRow("due date rolls into the next month")
        << u"due-date"_s
        << QByteArray(
               R"({"month":"2022-02","holidays":["2022-02-10","2022-02-11","2022-02-14","2022-02-15","2022-02-16","2022-02-17","2022-02-18","2022-02-21","2022-02-22","2022-02-23","2022-02-24","2022-02-25","2022-02-28"]})")
        << QByteArray(R"({"due":"2022-03-01"})");
    QTest::newRow("arrears at the cap")
        << u"arrears"_s
        << QByteArray(R"({"class":3,"members":3,"firstUnpaid":"2020-12","payMonth":"2023-06"})")
        << QByteArray(
               R"({"months":24,"arrears":2520000,"current":105000,"total":2625000,"suspendedFrom":"2021-01-01"})");
    QTest::newRow("nothing unpaid")
        << u"arrears"_s
        << QByteArray(R"({"class":1,"members":1,"firstUnpaid":"2022-06","payMonth":"2022-06"})")
        << QByteArray(R"({"months":0,"arrears":0,"current":150000,"total":150000,"suspendedFrom":null})");
    QTest::newRow("unpaid since before the first rate, but only 24 months count")
        << u"arrears"_s
        << QByteArray(R"({"class":3,"members":1,"firstUnpaid":"2014-01","payMonth":"2018-04"})")
        << QByteArray(
               R"({"months":24,"arrears":612000,"current":25500,"total":637500,"suspendedFrom":"2014-02-01"})");
    QTest::newRow("NIK")
        << u"nik"_s << QByteArray(R"({"nik":"3174016909659991","born":"1965-09-29","sex":"P"})")
        << QByteArray(R"({"valid":true,"warnings":[],"sex":"P","born":"1965-09-29","region":"31.74.01"})");
    QTest::newRow("NIK from an unknown province")
        << u"nik"_s << QByteArray(R"({"nik":"1050245708909991","born":"1990-08-18","sex":"L"})")
        << QByteArray(
               R"({"valid":true,"warnings":["nik.region-unknown","nik.birth-differs","nik.sex-differs"],"sex":"P","born":"1990-08-17"})");
    QTest::newRow("NIK of 15 digits") << u"nik"_s << QByteArray(R"({"nik":"317401690965999"})")
                                      << QByteArray(R"({"valid":false,"code":"nik.length"})");
    const auto add = [](const char *row, const char *name, const char *in, const char *out) {
        QTest::newRow(row) << QString::fromLatin1(name) << QByteArray(in) << QByteArray(out);
    };
    add("penalty", "penalty",
        R"({"cbg":10000000,"months":20,"reactivated":"2021-01-02","admitted":"2021-02-16"})",
        R"({"due":true,"amount":6000000})");
    add("penalty on day 46", "penalty",
        R"({"cbg":10000000,"months":20,"reactivated":"2021-01-02","admitted":"2021-02-17"})",
        R"({"due":false,"amount":0})");
    add("penalty of 2020 is half", "penalty",
        R"({"cbg":10000001,"months":1,"reactivated":"2020-12-31","admitted":"2021-01-02"})",
        R"({"due":true,"amount":250000})");
    add("penalty at its cap", "penalty",
        R"({"cbg":60000000,"months":12,"reactivated":"2022-01-02","admitted":"2022-01-02"})",
        R"({"due":true,"amount":30000000})");
    add("admitted before the reactivation", "penalty",
        R"({"cbg":60000000,"months":12,"reactivated":"2022-01-02","admitted":"2022-01-01"})",
        R"({"due":false,"amount":0})");
    add("VIP", "upgrade",
        R"({"date":"2022-10-03","segment":"PBPU.MANDIRI","ownClass":1,"wanted":"VIP","cbgOwn":5000000,"tariff":12000000})",
        R"({"allowed":true,"amount":3750000})");
    add("VIP cheaper than three quarters", "upgrade",
        R"({"segment":"PBPU.MANDIRI","ownClass":1,"wanted":"VIP","cbgOwn":5000000,"tariff":6000000})",
        R"({"allowed":true,"amount":1000000})");
    add("one class up", "upgrade",
        R"({"segment":"PBPU.MANDIRI","ownClass":2,"wanted":1,"cbgOwn":4000000,"cbgWanted":5000000})",
        R"({"allowed":true,"amount":1000000})");
    add("a refusal needs no amounts", "upgrade", R"({"segment":"PBI","ownClass":3,"wanted":2})",
        R"({"allowed":false,"code":"upgrade.segment"})");
    add("the refusal of the segment comes first", "upgrade",
        R"({"segment":"PDPEMDA","ownClass":3,"wanted":"VIP"})",
        R"({"allowed":false,"code":"upgrade.segment"})");
    add("instalments", "instalments", R"({"date":"2022-10-03","arrears":1260000,"months":12,"stages":6})",
        R"({"allowed":true,"stages":[210000,210000,210000,210000,210000,210000]})");
    add("the last stage is the rest", "instalments", R"({"arrears":1000000,"months":4,"stages":3})",
        R"({"allowed":true,"stages":[333334,333334,333332]})");
    add("no rest", "instalments", R"({"arrears":6,"months":4,"stages":4})",
        R"({"allowed":false,"code":"rehab.too-small"})");
    add("months are looked at before stages", "instalments", R"({"arrears":1,"months":3,"stages":1})",
        R"({"allowed":false,"code":"rehab.months"})");
    add("one stage", "instalments", R"({"arrears":100000,"months":24,"stages":1})",
        R"({"allowed":false,"code":"rehab.stages"})");
    add("paid late for one month", "mutation",
        R"({"from":"PPU-BU.SWASTA","to":"PBPU.MANDIRI","lastCovered":"2022-03","paid":"2022-05-10","paidMonths":["2022-05"],"changed":"2022-05-02"})",
        R"({"allowed":true,"waitDays":14,"effective":"2022-05-24","arrearsDue":"2022-11-02"})");
    add("paid late for every month", "mutation",
        R"({"from":"PPU-BU.SWASTA","to":"PBPU.MANDIRI","lastCovered":"2022-03","paid":"2022-05-10","paidMonths":["2022-05","2022-04"]})",
        R"({"allowed":true,"waitDays":0,"effective":"2022-05-10"})");
    add("paid on the last day of the next month", "mutation",
        R"({"from":"PBI","to":"PBPU.MANDIRI","lastCovered":"2019-09","paid":"2019-10-31"})",
        R"({"allowed":true,"waitDays":0,"effective":"2019-10-31"})");
    add("back payment frees only employees", "mutation",
        R"({"from":"PBI","to":"PBPU.MANDIRI","lastCovered":"2019-09","paid":"2019-11-05","paidMonths":["2019-10","2019-11"]})",
        R"({"allowed":true,"waitDays":14,"effective":"2019-11-19"})");
    add("no payment where the employer decides", "mutation", R"({"from":"PPU-PN.TNI","to":"BP-PN.PENSIUN"})",
        R"({"allowed":true})");
    add("company employees don't become state pensioners", "mutation",
        R"({"from":"PPU-BU.SWASTA","to":"BP-PN.PENSIUN"})",
        R"({"allowed":false,"code":"mutation.back-office"})");
    add("arrears due on the last day of a short month", "mutation",
        R"({"from":"PBPU.MANDIRI","to":"PPU-BU.BUMN","changed":"2022-08-31"})",
        R"({"allowed":true,"arrearsDue":"2023-02-28"})");
    add("facility too early", "fktp-change", R"({"since":"2022-01-10","requested":"2022-03-05"})",
        R"({"allowed":false,"code":"fktp.three-months","earliest":"2022-04-10"})");
    add("facility on the day", "fktp-change", R"({"since":"2021-11-30","requested":"2022-02-28"})",
        R"({"allowed":true,"effective":"2022-03-01"})");
    add("moved home", "fktp-change", R"({"since":"2022-01-10","requested":"2022-03-05","reason":"domicile"})",
        R"({"allowed":true,"effective":"2022-04-01","documents":["DOMICILE-LETTER"]})");
    add("sent by duty", "fktp-change", R"({"since":"2022-01-10","requested":"2022-03-05","reason":"duty"})",
        R"({"allowed":true,"effective":"2022-04-01","documents":["DUTY-LETTER"]})");
    add("redistributed", "fktp-change",
        R"({"since":"2022-01-10","requested":"2022-03-05","reason":"redistribution"})",
        R"({"allowed":true,"effective":"2022-04-01","documents":[]})");
    add("class after a year", "class-change",
        R"({"segment":"PBPU.MANDIRI","since":"2021-03-15","requested":"2022-03-15"})",
        R"({"allowed":true,"effective":"2022-04-01"})");
    add("class the day before", "class-change",
        R"({"segment":"PBPU.MANDIRI","since":"2021-03-15","requested":"2022-03-14"})",
        R"({"allowed":false,"code":"class.one-year","earliest":"2022-03-15"})");
    add("class of a soldier", "class-change", R"({"segment":"PPU-PN.TNI","requested":"2022-03-14"})",
        R"({"allowed":true,"effective":"2022-03-14"})");
    add("class of an employee", "class-change", R"({"segment":"PPU-BU.BUMD","requested":"2022-12-14"})",
        R"({"allowed":true,"effective":"2023-01-01"})");
    add("by rank before inactive", "class-change", R"({"segment":"BP-PN.PENSIUN","active":false})",
        R"({"allowed":false,"code":"class.by-rank"})");
    add("inactive before the year", "class-change",
        R"({"segment":"PBPU.MANDIRI","active":false,"since":"2022-03-01","requested":"2022-03-14"})",
        R"({"allowed":false,"code":"class.inactive"})");
    add("late baby", "newborn",
        R"({"born":"2022-02-10","registered":"2022-04-05","segment":"PBPU.MANDIRI","class":3})",
        R"({"deadline":"2022-03-10","late":true,"nikRequired":false,"nikDeadline":"2022-05-10","backDues":105000})");
    add("baby on its last day", "newborn",
        R"({"born":"2022-02-10","registered":"2022-03-10","segment":"PBPU.MANDIRI","class":3})",
        R"({"late":false,"backDues":0})");
    add("late baby over a change of rates", "newborn",
        R"({"born":"2020-11-30","registered":"2021-01-02","segment":"BP-NPN.INVESTOR","class":3})",
        R"({"backDues":86000})");
    add("baby of three months and a day", "newborn",
        R"({"born":"2021-11-30","registered":"2022-03-01","segment":"PBI"})",
        R"({"nikDeadline":"2022-02-28","nikRequired":true,"backDues":0})");
    add("dependants", "dependants",
        R"({"date":"2022-06-01","spouse":true,"children":[{"born":"2001-06-01"},{"born":"2008-01-01"}],"others":["mother"]})",
        R"({"quota":["spouse","child:1"],"extra":["mother"],"ineligible":["child:0"]})");
    add("born on a leap day, 21 on 1 March", "dependants",
        R"({"date":"2021-02-28","children":[{"born":"2000-02-29"}]})",
        R"({"quota":["child:0"],"ineligible":[]})");
    add("and not a day longer", "dependants", R"({"date":"2021-03-01","children":[{"born":"2000-02-29"}]})",
        R"({"quota":[],"ineligible":["child:0"]})");
    add("school letter on its last day", "dependants",
        R"({"date":"2022-06-02","children":[{"born":"1997-06-03","letter":"2021-06-02"}]})",
        R"({"quota":["child:0"]})");
    add("school letter a day too old", "dependants",
        R"({"date":"2022-06-02","children":[{"born":"1997-06-03","letter":"2021-06-01"}]})",
        R"({"ineligible":["child:0"]})");
    add("school letter of tomorrow", "dependants",
        R"({"date":"2022-06-02","children":[{"born":"1997-06-03","letter":"2022-06-03"}]})",
        R"({"ineligible":["child:0"]})");
    add("tuition until this month", "dependants",
        R"({"date":"2022-06-30","children":[{"born":"1999-06-03","tuitionUntil":"2022-06"}]})",
        R"({"quota":["child:0"]})");
    add("twins in the order given", "dependants",
        R"({"date":"2022-06-30","children":[{"born":"2012-06-03"},{"born":"2010-06-03"},{"born":"2012-06-03"},{"born":"2012-06-03"}]})",
        R"({"quota":["child:1","child:0","child:2"],"extra":["child:3"]})");
    add("dismissed", "phk", R"({"dismissed":"2022-02-14","date":"2022-08-14"})",
        R"({"covered":true,"until":"2022-08-14","class":3})");
    add("dismissed on the last of August", "phk", R"({"dismissed":"2022-08-31","date":"2023-03-01"})",
        R"({"covered":false,"until":"2023-02-28"})");
    add("first bill", "first-bill", R"({"confirmed":"2022-03-26"})",
        R"({"bill":"2022-04-01","due":"2022-04-11"})");
    add("first bill after the due day", "first-bill", R"({"confirmed":"2022-03-11"})",
        R"({"bill":"2022-03-11","due":"2022-04-11"})");
    add("first bill over the new year", "first-bill",
        R"({"confirmed":"2022-12-26","holidays":["2023-01-10"]})",
        R"({"bill":"2023-01-01","due":"2023-01-11"})");
    QTest::newRow("NIK born on a leap day of one century only")
        << u"nik"_s << QByteArray(R"({"nik":"3201016902009991"})")
        << QByteArray(R"({"valid":true,"born":"2000-02-29","sex":"P"})");
}

void TestCalculators::answers()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, in);
    QFETCH(QByteArray, out);
    const auto answer = calculate(name, in, context());
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().line()));
    const QJsonObject expected = QJsonDocument::fromJson(out).object();
    QVERIFY(!expected.isEmpty());
    for (const QString &key : expected.keys())
        QCOMPARE(answer.value().value(key), expected.value(key));
}

void TestCalculators::refusals_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QString>("place");

    const auto dues = [](const char *row, const char *in, const char *place) {
        QTest::newRow(row) << u"dues"_s << QByteArray(in) << QString::fromLatin1(place);
    };
    dues("unknown key", R"({"segment":"PBI","month":"2022-03","members":1,"wages":1})", "wages");
    QTest::newRow("a key given twice")
        << u"dues"_s << QByteArray(R"({"segment":"PBI","month":"2022-03","members":1,"members":2})")
        << u"members (line 1, column 48)"_s;
    dues("no segment", R"({"month":"2022-03","members":1})", "segment");
    dues("unknown segment", R"({"segment":"PBPU","month":"2022-03","members":1,"class":1})", "segment");
    dues("segment is a number", R"({"segment":3,"month":"2022-03","members":1,"class":1})", "segment");
    dues("no month", R"({"segment":"PBI","members":1})", "month");
    dues("month 13", R"({"segment":"PBI","members":1,"month":"2022-13"})", "month");
    dues("month as a date", R"({"segment":"PBI","members":1,"month":"2022-03-01"})", "month");
    dues("before the first rate", R"({"segment":"PBPU.MANDIRI","class":3,"members":1,"month":"2016-03"})",
         "month");
    dues("no class", R"({"segment":"PBPU.MANDIRI","members":1,"month":"2022-03"})", "class");
    dues("class 4", R"({"segment":"PBPU.MANDIRI","class":4,"members":1,"month":"2022-03"})", "class");
    dues("class 0", R"({"segment":"PBPU.MANDIRI","class":0,"members":1,"month":"2022-03"})", "class");
    dues("class in quotes", R"({"segment":"PBPU.MANDIRI","class":"3","members":1,"month":"2022-03"})",
         "class");
    dues("no members", R"({"segment":"PBPU.MANDIRI","class":3,"month":"2022-03"})", "members");
    dues("nobody", R"({"segment":"PBPU.MANDIRI","class":3,"members":0,"month":"2022-03"})", "members");
    dues("half a member", R"({"segment":"PBPU.MANDIRI","class":3,"members":1.5,"month":"2022-03"})",
         "members");
    dues("members 2.0", R"({"segment":"PBPU.MANDIRI","class":3,"members":2.0,"month":"2022-03"})", "members");
    dues("members 1e1", R"({"segment":"PBPU.MANDIRI","class":3,"members":1e1,"month":"2022-03"})", "members");
    dues("members null", R"({"segment":"PBPU.MANDIRI","class":3,"members":null,"month":"2022-03"})",
         "members");
    dues("members true", R"({"segment":"PBPU.MANDIRI","class":3,"members":true,"month":"2022-03"})",
         "members");
    dues("too many members", R"({"segment":"PBPU.MANDIRI","class":3,"members":1000000000,"month":"2022-03"})",
         "members");
    dues("no wage", R"({"segment":"PPU-BU.SWASTA","month":"2022-03"})", "wage");
    dues("negative wage", R"({"segment":"PPU-BU.SWASTA","month":"2022-03","wage":-1})", "wage");
    dues("wage beyond all measure",
         R"({"segment":"PPU-BU.SWASTA","month":"2022-03","wage":1000000000000000})", "wage");
    dues("wage beyond 64 bits",
         R"({"segment":"PPU-BU.SWASTA","month":"2022-03","wage":99999999999999999999})", "wage");
    dues("negative floor", R"({"segment":"PPU-BU.SWASTA","month":"2022-03","wage":1,"floor":-1})", "floor");
    dues("negative extra", R"({"segment":"PPU-BU.SWASTA","month":"2022-03","wage":1,"extra":-1})", "extra");
    dues("sums beyond 64 bits",
         R"({"segment":"PPU-PN.TNI","month":"2022-03","wage":999999999999999,"extra":999999999})", "wage");
    dues("no pension", R"({"segment":"BP-PN.PENSIUN","month":"2022-03","wage":1})", "pension");
    dues("no salary", R"({"segment":"BP-PN.VETERAN","month":"2022-03","pension":1})", "baseSalary");

    const auto add = [](const char *row, const char *name, const char *in, const char *place) {
        QTest::newRow(row) << QString::fromLatin1(name) << QByteArray(in) << QString::fromLatin1(place);
    };
    add("29 February 2023", "first-payment", R"({"registered":"2023-02-29"})", "registered");
    add("date with time", "first-payment", R"({"registered":"2023-02-28T00:00:00"})", "registered");
    add("date without zeros", "first-payment", R"({"registered":"2023-2-8"})", "registered");
    add("date beyond the years that are written", "first-payment", R"({"registered":"9999-12-31"})",
        "registered");
    add("no registered", "first-payment", "{}", "registered");
    add("holidays as a text", "due-date", R"({"month":"2022-07","holidays":"2022-07-11"})", "holidays");
    add("holiday that does not exist", "due-date",
        R"({"month":"2022-07","holidays":["2022-07-11","2022-02-30"]})", "holidays[1]");
    add("paid before unpaid", "arrears",
        R"({"class":3,"members":1,"firstUnpaid":"2022-02","payMonth":"2022-01"})", "payMonth");
    add("arrears before the first rate", "arrears",
        R"({"class":3,"members":1,"firstUnpaid":"2016-03","payMonth":"2016-05"})", "firstUnpaid");
    add("paid before the first rate", "arrears",
        R"({"class":3,"members":1,"firstUnpaid":"2016-03","payMonth":"2016-03"})", "payMonth");
    add("arrears without class", "arrears", R"({"members":1,"firstUnpaid":"2016-03","payMonth":"2016-03"})",
        "class");
    add("negative hospital bill", "penalty",
        R"({"cbg":-1,"months":1,"reactivated":"2022-01-02","admitted":"2022-01-01"})", "cbg");
    add("class III as the wanted one", "upgrade", R"({"segment":"PBPU.MANDIRI","ownClass":3,"wanted":3})",
        "wanted");
    add("VIP in small letters", "upgrade", R"({"segment":"PBPU.MANDIRI","ownClass":1,"wanted":"vip"})",
        "wanted");
    add("VIP without tariff", "upgrade",
        R"({"segment":"PBPU.MANDIRI","ownClass":1,"wanted":"VIP","cbgOwn":1})", "tariff");
    add("upgrade without the wanted CBG", "upgrade",
        R"({"segment":"PBPU.MANDIRI","ownClass":2,"wanted":1,"cbgOwn":1})", "cbgWanted");
    add("upgrade to nothing", "upgrade", R"({"segment":"PBPU.MANDIRI","ownClass":2,"cbgOwn":1})", "wanted");
    add("instalments without months", "instalments", R"({"arrears":1,"stages":2})", "months");
    add("mutation without payment", "mutation",
        R"({"from":"PBI","to":"PBPU.MANDIRI","lastCovered":"2022-01"})", "paid");
    add("mutation without the last month", "mutation",
        R"({"from":"PBI","to":"PBPU.MANDIRI","paid":"2022-01-01"})", "lastCovered");
    add("mutation to a group", "mutation", R"({"from":"PBI","to":"PBPU"})", "to");
    add("paid months that are days", "mutation",
        R"({"from":"PBI","to":"PBPU.MANDIRI","lastCovered":"2022-01","paid":"2022-03-01","paidMonths":["2022-02-01"]})",
        "paidMonths[0]");
    add("requested before since", "fktp-change", R"({"since":"2022-01-10","requested":"2022-01-09"})",
        "requested");
    add("unknown reason", "fktp-change",
        R"({"since":"2022-01-10","requested":"2022-01-11","reason":"nearer"})", "reason");
    add("class requested before since", "class-change",
        R"({"segment":"PPU-BU.BUMN","since":"2022-01-10","requested":"2022-01-09"})", "requested");
    add("class change without since", "class-change",
        R"({"segment":"PBPU.MANDIRI","requested":"2022-01-09"})", "since");
    add("active as a number", "class-change",
        R"({"segment":"PPU-PN.TNI","requested":"2022-01-09","active":1})", "active");
    add("registered before born", "newborn",
        R"({"born":"2022-02-10","registered":"2022-02-09","segment":"PBI"})", "registered");
    add("late baby without class", "newborn",
        R"({"born":"2022-02-10","registered":"2022-05-09","segment":"PBPU.MANDIRI"})", "class");
    add("child of tomorrow", "dependants", R"({"date":"2022-06-01","children":[{"born":"2022-06-02"}]})",
        "children[0].born");
    add("child without birth", "dependants", R"({"date":"2022-06-01","children":[{"born":"2020-06-02"},{}]})",
        "children[1].born");
    add("child with a name", "dependants",
        R"({"date":"2022-06-01","children":[{"born":"2020-06-02","name":"A"}]})", "children[0].name");
    add("child that is a date", "dependants", R"({"date":"2022-06-01","children":["2020-06-02"]})",
        "children[0]");
    add("unknown kin", "dependants", R"({"date":"2022-06-01","others":["neighbour"]})", "others[0]");
    add("spouse by name", "dependants", R"({"date":"2022-06-01","spouse":"yes"})", "spouse");
    add("dismissed on no day", "phk", R"({"dismissed":"2022-02-29"})", "dismissed");
    add("NIK as a number", "nik", R"({"nik":3174016909659991})", "nik");
    add("no NIK", "nik", R"({"born":"1965-09-29"})", "nik");
    add("sex in another language", "nik", R"({"nik":"3174016909659991","sex":"F"})", "sex");
    add("born on no day", "nik", R"({"nik":"3174016909659991","born":"1965-02-30"})", "born");
    add("date on no day", "nik", R"({"nik":"3174016909659991","date":"1965-02-30"})", "date");
}

void TestCalculators::refusals()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, in);
    QFETCH(QString, place);
    const auto answer = calculate(name, in, context());
    QVERIFY(!answer);
    QVERIFY2(answer.error().place == place, qPrintable(answer.error().line()));
    QVERIFY(!answer.error().what.isEmpty());
}

QTEST_APPLESS_MAIN(TestCalculators)
#include "tst_calculators.moc"
