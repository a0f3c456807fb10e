// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/codes.h"
#include "tests/fakes/editionpatch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

/// `loketctl calc`, `rulebook` and `codes` as child processes: output, messages and exit codes.
class TestRulesCtl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAnswer();
    void badInput_data();
    void badInput();
    void linesAnswerInPlace();
    void goldenRowsLineByLine_data();
    void goldenRowsLineByLine();
    void manyLines();
    void todayIsTheDefaultDate();
    void anotherRulebookGivesAnotherAnswer();
    void aFaultyRulebookIsRefused();
    void checkTellsEveryFault();
    void calculationsExplainThemselves();
    void explainNamesRowsAndSources();
    void codesAreListed();

private:
    struct Run {
        int exitCode = -1;
        QByteArray out;
        QByteArray err;
    };
    static Run run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.start(qEnvironmentVariable("LOKETCTL"), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static QJsonObject object(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }
};

void TestRulesCtl::oneAnswer()
{
    const Run out = run({u"calc"_s, u"first-payment"_s, u"-"_s}, R"({"registered":"2022-03-01"})");
    QCOMPARE(out.exitCode, 0);
    QCOMPARE(out.out, QByteArray("{\"from\":\"2022-03-15\",\"until\":\"2022-03-31\"}\n"));
    QVERIFY2(out.err.isEmpty(), out.err.constData());
    // A refusal by a rule is an answer too.
    QCOMPARE(run({u"calc"_s, u"upgrade"_s, u"-"_s}, R"({"segment":"PBI","ownClass":3,"wanted":2})").exitCode,
             0);
}

void TestRulesCtl::badInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("named");
    const QStringList dues = {u"calc"_s, u"dues"_s, u"-"_s};
    QTest::newRow("not JSON") << dues << QByteArray("{") << QByteArray("line 1");
    QTest::newRow("a list") << dues << QByteArray("[]") << QByteArray("object");
    QTest::newRow("NaN") << dues << QByteArray(R"({"members":NaN})") << QByteArray("members");
    QTest::newRow("unknown key") << dues << QByteArray(R"({"salary":1})") << QByteArray("salary");
    QTest::newRow("a fraction") << dues << QByteArray(R"({"segment":"PBI","month":"2022-03","members":1.5})")
                                << QByteArray("members");
    QTest::newRow("larger than a megabyte")
        << dues << QByteArray(1024 * 1024 + 1, ' ') << QByteArray("larger than");
    QTest::newRow("unknown calculator")
        << QStringList{u"calc"_s, u"tax"_s, u"-"_s} << QByteArray("{}") << QByteArray("first-payment");
    QTest::newRow("no file") << QStringList{u"calc"_s, u"dues"_s} << QByteArray() << QByteArray("calc NAME");
    QTest::newRow("missing file") << QStringList{u"calc"_s, u"dues"_s, u"/no/such/file"_s} << QByteArray()
                                  << QByteArray("/no/such/file");
    QTest::newRow("missing folder") << QStringList{u"rulebook"_s, u"check"_s, u"/no/such/folder"_s}
                                    << QByteArray() << QByteArray("/no/such/folder");
    QTest::newRow("unknown kind of code")
        << QStringList{u"codes"_s, u"colour"_s} << QByteArray() << QByteArray("colour");
}

void TestRulesCtl::badInput()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, named);
    const Run out = run(arguments, input);
    QCOMPARE(out.exitCode, 2);
    QVERIFY2(out.out.isEmpty(), out.out.constData());
    QCOMPARE(out.err.count('\n'), 1);
    QVERIFY2(out.err.contains(named), out.err.constData());
}

void TestRulesCtl::linesAnswerInPlace()
{
    const Run out = run({u"calc"_s, u"first-payment"_s, u"-"_s, u"--lines"_s},
                        "{\"registered\":\"2022-03-01\"}\n\n{\"registered\":\"2022-02-30\"}\r\nx\n"
                        "{\"registered\":\"2024-02-15\"}");
    QCOMPARE(out.exitCode, 0);
    const QList<QByteArray> lines = out.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(object(lines.at(0)).value("from"_L1).toString(), u"2022-03-15"_s);
    for (const int bad : {1, 2, 3})
        QVERIFY2(!object(lines.at(bad)).value("error"_L1).toString().isEmpty(), lines.at(bad).constData());
    QVERIFY(object(lines.at(2)).value("error"_L1).toString().startsWith(u"registered"_s));
    QCOMPARE(object(lines.at(4)).value("from"_L1).toString(), u"2024-02-29"_s);
}

void TestRulesCtl::goldenRowsLineByLine_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"dues", "arrears", "nik", "first-payment", "due-date"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestRulesCtl::goldenRowsLineByLine()
{
    QFETCH(QString, name);
    QFile file(qEnvironmentVariable("LOKET_TEST_DATA") + u"/golden/calc/%1.jsonl"_s.arg(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray input;
    QList<QJsonObject> expected;
    for (const QByteArray &line : file.readAll().trimmed().split('\n')) {
        input += QJsonDocument(object(line).value("in"_L1).toObject()).toJson(QJsonDocument::Compact) + '\n';
        expected += object(line).value("out"_L1).toObject();
    }
    const Run out = run({u"calc"_s, name, u"-"_s, u"--lines"_s}, input);
    const QList<QByteArray> lines = out.out.trimmed().split('\n');
    QCOMPARE(lines.size(), expected.size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        for (const QString &key : expected.at(i).keys())
            QVERIFY2(object(lines.at(i)).value(key) == expected.at(i).value(key), lines.at(i).constData());
    }
}

void TestRulesCtl::manyLines()
{
    constexpr int count = 20000;
    const Run out
        = run({u"calc"_s, u"arrears"_s, u"-"_s, u"--lines"_s},
              QByteArray("{\"class\":3,\"members\":3,\"firstUnpaid\":\"2020-12\",\"payMonth\":\"2023-06\"}\n")
                  .repeated(count));
    QCOMPARE(out.exitCode, 0);
    QCOMPARE(out.out.count('\n'), count);
    QCOMPARE(out.out.count("\"total\":2625000"), count);
}

void TestRulesCtl::todayIsTheDefaultDate()
{
    const QByteArray input = R"({"dismissed":"2022-02-14"})";
    const Run covered = run({u"--today"_s, u"2022-08-14"_s, u"calc"_s, u"phk"_s, u"-"_s}, input);
    QVERIFY(object(covered.out).value("covered"_L1).toBool(false));
    const Run over = run({u"--today"_s, u"2022-08-15"_s, u"calc"_s, u"phk"_s, u"-"_s}, input);
    QVERIFY(!object(over.out).value("covered"_L1).toBool(true));
}

void TestRulesCtl::anotherRulebookGivesAnotherAnswer()
{
    EditionPatch patch;
    QVERIFY(patch.setParameter(u"first-payment.from-days"_s, u"15"_s));
    const Run out = run({u"--rulebook"_s, patch.root(), u"calc"_s, u"first-payment"_s, u"-"_s},
                        R"({"registered":"2022-03-01"})");
    QCOMPARE(out.out, QByteArray("{\"from\":\"2022-03-16\",\"until\":\"2022-03-31\"}\n"));
}

void TestRulesCtl::aFaultyRulebookIsRefused()
{
    EditionPatch patch;
    patch.setParameter(u"first-payment.from-days"_s, u"soon"_s);
    const Run out = run({u"--rulebook"_s, patch.root(), u"calc"_s, u"first-payment"_s, u"-"_s},
                        R"({"registered":"2022-03-01"})");
    QCOMPARE(out.exitCode, 2);
    QVERIFY(out.out.isEmpty());
    QVERIFY2(out.err.contains("handbook/parameters.csv:2"), out.err.constData());
}

void TestRulesCtl::checkTellsEveryFault()
{
    EditionPatch patch;
    const Run sound = run({u"rulebook"_s, u"check"_s, patch.root()});
    QCOMPARE(sound.exitCode, 0);
    QCOMPARE(object(sound.out).value("edition"_L1).toString(), u"handbook"_s);
    QCOMPARE(run({u"rulebook"_s, u"check"_s, patch.root() + u"/handbook"_s}).out, sound.out);

    patch.setCell(u"rates.csv"_s, 3, u"source"_s, {});
    patch.setCell(u"mutation.csv"_s, 5, u"code"_s, u"no.such"_s);
    const Run faulty = run({u"rulebook"_s, u"check"_s, patch.root()});
    QCOMPARE(faulty.exitCode, 1);
    const QList<QByteArray> lines = faulty.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(object(lines.at(0)).value("file"_L1).toString(), u"handbook/mutation.csv"_s);
    QCOMPARE(object(lines.at(0)).value("line"_L1).toInt(), 5);
    QCOMPARE(object(lines.at(1)).value("file"_L1).toString(), u"handbook/rates.csv"_s);
    QCOMPARE(object(lines.at(1)).value("line"_L1).toInt(), 3);
    QCOMPARE(faulty.err.count('\n'), 1);
}

void TestRulesCtl::calculationsExplainThemselves()
{
    const QByteArray in = R"({"segment":"PBPU.MANDIRI","class":3,"members":4,"month":"2022-03"})";
    const Run out = run({u"calc"_s, u"dues"_s, u"-"_s, u"--explain"_s}, in);
    QCOMPARE(out.exitCode, 0);
    const QList<QByteArray> lines = out.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 4); // the answer, two parts, the sum
    QCOMPARE(lines.first() + '\n', run({u"calc"_s, u"dues"_s, u"-"_s}, in).out);
    const QJsonObject step = object(lines.at(1));
    QCOMPARE(step.value("sum"_L1).toString(), u"4 orang × Rp35.000"_s);
    QCOMPARE(step.value("result"_L1).toInteger(), 140000);
    QCOMPARE(step.value("table"_L1).toString(), u"rates"_s);
    QVERIFY(step.value("file"_L1).toString().startsWith(u"handbook/rates.csv:"_s));
    QVERIFY(!step.value("source"_L1).toString().isEmpty());
    QCOMPARE(object(lines.last()).value("result"_L1).toInteger(), 168000);
    const Run english = run({u"calc"_s, u"dues"_s, u"-"_s, u"--explain"_s, u"--english"_s}, in);
    QCOMPARE(object(english.out.split('\n').at(1)).value("sum"_L1).toString(), u"4 people × Rp35.000"_s);
    // An input error stays one.
    const Run bad = run({u"calc"_s, u"dues"_s, u"-"_s, u"--explain"_s}, "{}");
    QCOMPARE(bad.exitCode, 2);
    QVERIFY(bad.out.isEmpty() && bad.err.contains("segment"));
    QCOMPARE(run({u"calc"_s, u"dues"_s, u"-"_s, u"--explain"_s, u"--lines"_s}, in).exitCode, 2);
}

void TestRulesCtl::explainNamesRowsAndSources()
{
    const QString file = qEnvironmentVariable("LOKET_TEST_DATA") + u"/cases/single.json"_s;
    const Run out = run({u"rulebook"_s, u"explain"_s, file});
    QCOMPARE(out.exitCode, 0);
    QStringList tables;
    for (const QByteArray &line : out.out.trimmed().split('\n')) {
        const QJsonObject rule = object(line);
        tables += rule.value("table"_L1).toString();
        QVERIFY2(!rule.value("source"_L1).toString().isEmpty(), line.constData());
        QVERIFY2(rule.value("file"_L1).toString().startsWith(u"handbook/"_s), line.constData());
    }
    for (const QString &table : {u"rates"_s, u"documents"_s, u"parameters"_s, u"channels"_s})
        QVERIFY2(tables.contains(table), qPrintable(table));
    QCOMPARE(run({u"rulebook"_s, u"explain"_s, u"-"_s}, "{}").exitCode, 2);
}

void TestRulesCtl::codesAreListed()
{
    const Run out = run({u"codes"_s});
    QCOMPARE(out.exitCode, 0);
    QCOMPARE(out.out.count('\n'), allCodes().size());
    const QJsonObject first = object(run({u"codes"_s, u"state"_s}).out.split('\n').first());
    QCOMPARE(first.value("code"_L1).toString(), u"draft"_s);
}

QTEST_GUILESS_MAIN(TestRulesCtl)
#include "tst_rulesctl.moc"
