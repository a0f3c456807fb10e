// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/condition.h"
#include "model/rulebook/csv.h"

#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

/// One cell of a table: how it is read, what gets through, and how two of them compare.
class TestCondition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void faulty_data();
    void faulty();
    void pairs_data();
    void pairs();
    void csv_data();
    void csv();
    void csvFaults_data();
    void csvFaults();
};

static ConditionDomain domainOf(bool numeric)
{
    return {numeric, numeric ? QStringList() : QStringList{u"a"_s, u"b"_s, u"c"_s}};
}

void TestCondition::matches_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("numeric");
    QTest::addColumn<QStringList>("through");
    QTest::addColumn<QStringList>("held");
    const auto words = [](const char *cell, const QStringList &through, const QStringList &held) {
        QTest::newRow(cell) << QString::fromLatin1(cell) << false << through << held;
    };
    const auto numbers = [](const char *cell, const QStringList &through, const QStringList &held) {
        QTest::newRow(cell) << QString::fromLatin1(cell) << true << through << held;
    };
    words("", {u"a"_s, u"c"_s, u""_s, u"z"_s}, {});
    words("*", {u"a"_s, u""_s}, {});
    words("a", {u"a"_s}, {u"b"_s, u""_s, u"A"_s, u"ab"_s});
    words("a|c", {u"a"_s, u"c"_s}, {u"b"_s, u""_s, u"a|c"_s});
    words("!a", {u"b"_s, u"c"_s, u""_s}, {u"a"_s});
    words("!a|b", {u"c"_s, u""_s}, {u"a"_s, u"b"_s});
    numbers("3", {u"3"_s}, {u"2"_s, u"4"_s, u""_s, u"x"_s});
    numbers("1|3", {u"1"_s, u"3"_s}, {u"2"_s});
    numbers("<=3", {u"3"_s, u"0"_s, u"-1"_s}, {u"4"_s, u""_s});
    numbers(">=2", {u"2"_s, u"99"_s}, {u"1"_s});
    numbers("2..5", {u"2"_s, u"5"_s}, {u"1"_s, u"6"_s});
    numbers("1|4..5", {u"1"_s, u"4"_s}, {u"2"_s, u"6"_s});
}

void TestCondition::matches()
{
    QFETCH(QString, cell);
    QFETCH(bool, numeric);
    QFETCH(QStringList, through);
    QFETCH(QStringList, held);
    const auto condition = Condition::parse(cell, domainOf(numeric));
    QVERIFY(condition);
    for (const QString &value : through)
        QVERIFY2(condition.value().matches(value), qPrintable(value));
    for (const QString &value : held)
        QVERIFY2(!condition.value().matches(value), qPrintable(value));
}

void TestCondition::faulty_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("numeric");
    for (const char *cell : {"z", "a|z", "a|", "!", "!z", "a|a", "<=3", "a b"})
        QTest::newRow(cell) << QString::fromLatin1(cell) << false;
    for (const char *cell : {"a", "5..2", "..", "<=", ">=x", "1|", "!3", "1.5"})
        QTest::newRow(cell) << QString::fromLatin1(cell) << true;
}

void TestCondition::faulty()
{
    QFETCH(QString, cell);
    QFETCH(bool, numeric);
    const auto condition = Condition::parse(cell, domainOf(numeric));
    QVERIFY(!condition);
    QVERIFY(!condition.error().isEmpty());
}

void TestCondition::pairs_data()
{
    QTest::addColumn<QString>("outer");
    QTest::addColumn<QString>("inner");
    QTest::addColumn<bool>("numeric");
    QTest::addColumn<bool>("covers");
    QTest::addColumn<bool>("meets");
    const auto row = [](const char *outer, const char *inner, bool numeric, bool covers, bool meets) {
        QTest::addRow("%s over %s", outer, inner)
            << QString::fromLatin1(outer) << QString::fromLatin1(inner) << numeric << covers << meets;
    };
    row("*", "a", false, true, true);
    row("a", "*", false, false, true);
    row("a|b", "a", false, true, true);
    row("a", "a|b", false, false, true);
    row("a", "b", false, false, false);
    row("!a", "b|c", false, true, true);
    row("!a", "a", false, false, false);
    row("!a", "!a|b", false, true, true);
    row("!a|b", "!a", false, false, true);
    row("b|c", "!a", false, false, true);
    row("a|b|c", "*", false, false, true);
    row("*", "3", true, true, true);
    row("1..5", "2..4", true, true, true);
    row("2..4", "1..5", true, false, true);
    row("<=3", ">=4", true, false, false);
    row("<=3", ">=3", true, false, true);
    row(">=1", "2|7", true, true, true);
    row("1|2", "3", true, false, false);
}

void TestCondition::pairs()
{
    QFETCH(QString, outer);
    QFETCH(QString, inner);
    QFETCH(bool, numeric);
    QFETCH(bool, covers);
    QFETCH(bool, meets);
    const auto a = Condition::parse(outer, domainOf(numeric));
    const auto b = Condition::parse(inner, domainOf(numeric));
    QVERIFY(a && b);
    QCOMPARE(a.value().covers(b.value()), covers);
    QCOMPARE(a.value().intersects(b.value()), meets);
    QCOMPARE(b.value().intersects(a.value()), meets);
}

void TestCondition::csv_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QStringList>>("rows");
    QTest::addColumn<QList<int>>("lines");
    const QList<QStringList> one = {{u"1"_s, u"2"_s}};
    QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << one << QList<int>{2};
    QTest::newRow("no end of line") << QByteArray("a,b\n1,2") << one << QList<int>{2};
    QTest::newRow("saved by a spreadsheet") << QByteArray("\xef\xbb\xbf"
                                                          "a,b\r\n1,2\r\n")
                                            << one << QList<int>{2};
    QTest::newRow("remarks and blank lines")
        << QByteArray("# x\n\na,b\n# y,z\n\n1,2\n\n") << one << QList<int>{6};
    QTest::newRow("spaces around cells") << QByteArray("a,b\n 1 , 2\n") << one << QList<int>{2};
    QTest::newRow("quotes") << QByteArray("a,b\n\"x, y\",\"say \"\"no\"\"\"\n")
                            << QList<QStringList>{{u"x, y"_s, u"say \"no\""_s}} << QList<int>{2};
    QTest::newRow("a cell of two lines")
        << QByteArray("a,b\n\"x\ny\",1\n2,3\n") << QList<QStringList>{{u"x\ny"_s, u"1"_s}, {u"2"_s, u"3"_s}}
        << QList<int>{2, 4};
    QTest::newRow("a quoted number sign")
        << QByteArray("a,b\n\"#1\",2\n") << QList<QStringList>{{u"#1"_s, u"2"_s}} << QList<int>{2};
    QTest::newRow("empty cells") << QByteArray("a,b\n,\n") << QList<QStringList>{{u""_s, u""_s}}
                                 << QList<int>{2};
}

void TestCondition::csv()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QStringList>, rows);
    QFETCH(QList<int>, lines);
    const auto table = parseCsv(text);
    QVERIFY(table);
    QCOMPARE(table.value().header, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(table.value().rows.size(), rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QCOMPARE(table.value().rows.at(i).cells, rows.at(i));
        QCOMPARE(table.value().rows.at(i).line, lines.at(i));
    }
}

void TestCondition::csvFaults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("remarks only") << QByteArray("# a,b\n") << 0;
    QTest::newRow("another encoding") << QByteArray("a,b\n\xe9,1\n") << 0;
    QTest::newRow("open quote") << QByteArray("a,b\n1,2\n\"1,2\n") << 3;
    QTest::newRow("text behind a quote") << QByteArray("a,b\n\"1\"x,2\n") << 2;
}

void TestCondition::csvFaults()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const auto table = parseCsv(text);
    QVERIFY(!table);
    QCOMPARE(table.error().line, line);
}

QTEST_APPLESS_MAIN(TestCondition)
#include "tst_condition.moc"
