// SPDX-License-Identifier: Apache-2.0
#include "model/domain/casejson.h"
#include "tests/fakes/editionpatch.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

struct CtlRun {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

CtlRun runCtl(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(qEnvironmentVariable("LOKETCTL"), QStringList{u"--today"_s, u"2022-03-01"_s} + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray bytesAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// `loketctl assess` as a child process: what it says to good cases and to everything else.
class TestAssessCtl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void badInputIsOneLineThatNamesThePlace_data();
    void badInputIsOneLineThatNamesThePlace();
    void badUsage_data();
    void badUsage();
    void readyIsZeroAndNotReadyIsOne();
    void standardInputIsACase();
    void photosAreLookedForBesideTheCase();
    void anotherRulebookGivesAnotherAnswer();
    void linesAnswerInPlace();
    void linesFromAPipeOfWholeBuffers();

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s can't be written", qPrintable(name));
        return file.fileName();
    }
    QByteArray replaced(const QByteArray &from, const QByteArray &to) const
    {
        QByteArray json = m_single;
        const qsizetype at = json.indexOf(from);
        if (at < 0)
            qFatal("nothing to replace: %s", from.constData());
        return json.replace(at, from.size(), to);
    }
    static QByteArray line(const QByteArray &json)
    {
        return QJsonDocument::fromJson(json).toJson(QJsonDocument::Compact);
    }

    QTemporaryDir m_folder;
    QByteArray m_single;
};

void TestAssessCtl::initTestCase()
{
    QVERIFY(!qEnvironmentVariableIsEmpty("LOKETCTL"));
    m_single = bytesAt(qEnvironmentVariable("LOKET_TEST_DATA") + u"/cases/single.json"_s);
    QVERIFY(!m_single.isEmpty());
    QDir::setCurrent(m_folder.path());
}

/// Nothing is ever written: the folder holds what the test put there.
void TestAssessCtl::cleanup()
{
    for (const QString &name : QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
        QVERIFY2(name.startsWith(u"given"_s), qPrintable(name));
}

void TestAssessCtl::badInputIsOneLineThatNamesThePlace_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("place");
    QTest::newRow("bad JSON") << replaced("\"class\": 3,", "\"class\": ,")
                              << u"family.class (line 10, column "_s;
    QTest::newRow("cut short") << m_single.first(300) << u"line 1"_s;
    QTest::newRow("unknown key") << replaced("\"phone\"", "\"phon\"") << u"family.phon: unknown key"_s;
    QTest::newRow("key twice") << replaced("\"rt\": \"001\"", R"("rt": "001", "rt": "001")")
                               << u"family.address.rt"_s;
    QTest::newRow("wrong type") << replaced("\"3174016909659991\"", "3174016909659991")
                                << u"family.members[0].nik: "_s;
    QTest::newRow("unknown service") << replaced("REG-PBPU", "REG-XYZ")
                                     << u"service: unknown service 'REG-XYZ'"_s;
    QTest::newRow("unknown document") << replaced("\"KTP\"", "\"SIM\"") << u"documents[0].code: "_s;
    QTest::newRow("key of another service")
        << replaced("\"consent\"", R"("details": {"newFktp": "0138U020"}, "consent")")
        << u"details.newFktp: "_s;
    QTest::newRow("impossible date") << replaced("2022-03-01", "2022-02-30") << u"date: "_s;
    QTest::newRow("10 MB") << m_single + QByteArray(10'000'000, ' ') << u"1048576 bytes"_s;
    QTest::newRow("10 MB of one text")
        << replaced("SARI DEWI", QByteArray(10'000'000, 'A')) << u"1048576 bytes"_s;
    QTest::newRow("100,000 arrays") << QByteArray(R"({"details": )") + QByteArray(100'000, '[')
                                    << u"details[0]"_s;
    QTest::newRow("100,000 objects") << QByteArray(R"({"a":)").repeated(100'000) << u"nested deeper"_s;
    QTest::newRow("empty") << QByteArray() << u"line 1, column 1"_s;
    QTest::newRow("only spaces") << QByteArray("   \n  ") << u"line 2, column 3"_s;
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\x02\x01\x01\0\0\0\0\xff\xfe",
                                          13)
                            << u"line 1"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe{\0}\0", 6) << u"line 1, byte 1 "_s;
    QTest::newRow("zeros") << QByteArray(4096, '\0') << u"line 1, column 1"_s;
    QTest::newRow("an array of cases") << '[' + m_single + ']' << u"line 1, column 1"_s;
    QTest::newRow("two cases") << m_single + m_single << u"text after the end"_s;
}

void TestAssessCtl::badInputIsOneLineThatNamesThePlace()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, place);
    const QString file = write(u"given.json"_s, bytes);
    for (const QString &from : {file, u"-"_s}) {
        const CtlRun run = runCtl({u"assess"_s, from}, from == "-"_L1 ? bytes : QByteArray());
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.out.isEmpty(), run.out.left(200));
        QCOMPARE(run.err.count('\n'), 1);
        QVERIFY(run.err.endsWith('\n'));
        QVERIFY2(run.err.contains(place.toUtf8()), run.err);
        QVERIFY2(run.err.size() < 1000, "a message, not the file again");
    }
}

void TestAssessCtl::badUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("no file") << QStringList{} << u"assess FILE|-"_s;
    QTest::newRow("two files") << QStringList{u"a"_s, u"b"_s} << u"assess FILE|-"_s;
    QTest::newRow("unknown option") << QStringList{u"--pretty"_s, u"a"_s} << u"assess FILE|-"_s;
    QTest::newRow("a file that is not there") << QStringList{u"nowhere.json"_s} << u"nowhere.json"_s;
    QTest::newRow("a folder") << QStringList{u"/"_s} << u"/: "_s;
    QTest::newRow("a folder, line by line") << QStringList{u"/"_s, u"--lines"_s} << u"/: "_s;
}

void TestAssessCtl::badUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const CtlRun run = runCtl(QStringList{u"assess"_s} + arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.out.isEmpty());
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY2(run.err.contains(says.toUtf8()), run.err);
}

void TestAssessCtl::readyIsZeroAndNotReadyIsOne()
{
    const CtlRun ready = runCtl({u"assess"_s, write(u"given.json"_s, m_single)});
    QCOMPARE(ready.exitCode, 0);
    QVERIFY(ready.err.isEmpty());
    QCOMPARE(ready.out.count('\n'), 1);
    QCOMPARE(QJsonDocument::fromJson(ready.out)["decision"_L1].toString(), u"ready"_s);

    const CtlRun incomplete = runCtl({u"assess"_s, write(u"given.json"_s, replaced("12810", "1281"))});
    QCOMPARE(incomplete.exitCode, 1);
    QVERIFY(incomplete.err.isEmpty());
    QCOMPARE(QJsonDocument::fromJson(incomplete.out)["problems"_L1][0]["code"_L1].toString(),
             u"postcode.length"_s);
}

void TestAssessCtl::standardInputIsACase()
{
    const CtlRun run = runCtl({u"assess"_s, u"-"_s}, m_single);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(run.out)["rulebook"_L1].toString(), u"handbook"_s);
}

void TestAssessCtl::photosAreLookedForBesideTheCase()
{
    const qsizetype at = m_single.indexOf("sha256:");
    const QByteArray name = m_single.sliced(at, m_single.indexOf('"', at) - at);
    QVERIFY(QDir().mkpath(m_folder.filePath(u"given"_s)));
    const QString file = write(u"given/case.json"_s, replaced(name, "photos/sari.jpg"));
    const CtlRun missing = runCtl({u"assess"_s, file});
    QCOMPARE(missing.exitCode, 1);
    QCOMPARE(QJsonDocument::fromJson(missing.out)["problems"_L1][0]["code"_L1].toString(),
             u"photo.missing-file"_s);

    QVERIFY(QDir().mkpath(m_folder.filePath(u"given/photos"_s)));
    const QString misnamed = write(u"given/misnamed.json"_s, replaced(name, "sha256:photos/sari.jpg"));
    QCOMPARE(runCtl({u"assess"_s, misnamed}).exitCode, 1);

    write(u"given/photos/sari.jpg"_s, "a picture");
    QCOMPARE(runCtl({u"assess"_s, file}).exitCode, 0);
    QVERIFY(QDir(m_folder.filePath(u"given"_s)).removeRecursively());
}

void TestAssessCtl::anotherRulebookGivesAnotherAnswer()
{
    EditionPatch edition;
    QVERIFY(edition.setParameter(u"first-payment.from-days"_s, u"10"_s));
    const QString file = write(u"given.json"_s, m_single);
    const CtlRun run = runCtl({u"--rulebook"_s, edition.root(), u"assess"_s, file});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(run.out)["dates"_L1]["firstPaymentFrom"_L1].toString(), u"2022-03-11"_s);

    edition.setParameter(u"first-payment.from-days"_s, u"ten"_s);
    const CtlRun faulty = runCtl({u"--rulebook"_s, edition.root(), u"assess"_s, file});
    QCOMPARE(faulty.exitCode, 2);
    QVERIFY2(faulty.err.contains("handbook/parameters.csv:"), faulty.err);
}

void TestAssessCtl::linesAnswerInPlace()
{
    const QByteArray tooLong = QByteArray(R"({"format":")") + QByteArray(kMaxCaseBytes, 'x') + "\"}";
    const QByteArray input = line(m_single) + '\n' + line(replaced("12810", "1281")) + "\n\n{\"x\":1}\n"
        + tooLong + "\nnonsense\r\n" + line(m_single); // the last line has no end
    for (const QString &from : {write(u"given.jsonl"_s, input), u"-"_s}) {
        const CtlRun run = runCtl({u"assess"_s, u"--lines"_s, from}, from == "-"_L1 ? input : QByteArray());
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.err.isEmpty(), run.err);
        QList<QByteArray> lines = run.out.split('\n');
        QCOMPARE(lines.takeLast(), QByteArray());
        QCOMPARE(lines.size(), 7);
        QStringList decisions;
        for (const QByteArray &one : std::as_const(lines)) {
            const QJsonObject answer = QJsonDocument::fromJson(one).object();
            QCOMPARE(answer.contains("error"_L1), !answer.contains("decision"_L1));
            decisions += answer.value("decision"_L1).toString(u"error"_s);
        }
        QCOMPARE(decisions,
                 (QStringList{u"ready"_s, u"incomplete"_s, u"error"_s, u"error"_s, u"error"_s, u"error"_s,
                              u"ready"_s}));
    }
}

void TestAssessCtl::linesFromAPipeOfWholeBuffers()
{
    QByteArray input = line(m_single);
    input += QByteArray(65536 - 1 - input.size(), ' ') + '\n';
    const CtlRun run = runCtl({u"assess"_s, u"-"_s, u"--lines"_s}, input);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out.count('\n'), 1);
    QCOMPARE(runCtl({u"assess"_s, u"-"_s, u"--lines"_s}).out, QByteArray());
}

QTEST_GUILESS_MAIN(TestAssessCtl)
#include "tst_assessctl.moc"
