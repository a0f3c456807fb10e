// SPDX-License-Identifier: Apache-2.0
#include "model/domain/casejson.h"
#include "tests/fakes/ctlprocess.h"
#include "tests/fakes/fakeoffice.h"
#include "tests/fakes/seed.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

/// Every counted file operation of a command fails once: the N-th, for N = 1 until a run passes clean.
/// Afterwards the same command without a fault has to end in the state of the run that was never disturbed.
class TestCtlFaults : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_case;          ///< family 2, with a photo in a file
    QString m_change;        ///< new facility for family 1
    QString m_base;          ///< a store with one saved family
    QStringList m_untouched; ///< rows of that store

    static bool isFull() { return qEnvironmentVariable("LOKET_FAULTS") == "full"_L1; }

    /// The rows of all files of a store, those of the trial centre included.
    static QStringList rows(const QString &dir)
    {
        QStringList lines;
        for (const QString &file : {u"/store.db"_s, u"/mirror.db"_s, u"/trial.db"_s}) {
            for (const QString &line : dumpOf(dir + file))
                lines += file + u' ' + line;
        }
        return lines;
    }

    QString freshCopy(const QString &of, const QString &name)
    {
        const QString dir = m_folder.filePath(name);
        QDir(dir).removeRecursively();
        copyStore(of, dir);
        return dir;
    }

    void writeCaseFile(const QString &path, const Case &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(writeCase(content)).toJson());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QImage picture(400, 520, QImage::Format_RGB32);
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                picture.setPixel(x, y, qRgb(x % 256, y % 256, (x + y) % 256));
        QVERIFY(picture.save(m_folder.filePath(u"foto.png"_s)));
        Case content = registration(2, 2);
        content.family.members[0].photoWaived.clear();
        content.family.members[0].photo = u"foto.png"_s;
        m_case = m_folder.filePath(u"case.json"_s);
        writeCaseFile(m_case, content);

        Case change = registration(1);
        change.id = registration(7).id;
        change.service = u"CHG-FKTP"_s;
        change.segment.clear();
        change.family = {};
        change.family.kk = registration(1).family.kk;
        change.documents = {{u"KK"_s, std::nullopt, {}}};
        change.details = {{u"newFktp"_s, u"03010701"_s}};
        m_change = m_folder.filePath(u"change.json"_s);
        writeCaseFile(m_change, change);

        m_base = m_folder.filePath(u"base"_s);
        const QString first = m_folder.filePath(u"first.json"_s);
        writeCaseFile(first, registration(1));
        QCOMPARE(runLoketctl(m_base, {u"submit"_s, first}).exitCode, 0);
        m_untouched = rows(m_base);
    }

    void everyOperation_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QByteArray>("op");
        QTest::addColumn<QByteArray>("error");
        for (const char *command : {"submit", "change", "void", "sync"}) {
            for (const auto &[op, error] :
                 {std::pair("change", "full"), std::pair("change", "io"), std::pair("change", "short"),
                  std::pair("change", "readonly"), std::pair("sync", "io"), std::pair("read", "io"),
                  std::pair("open", "io")}) {
                for (const char *often : {"", ":forever"}) {
                    QTest::addRow("%s, %s %s%s", command, op, error, often)
                        << QString::fromLatin1(command) << QByteArray(op) << QByteArray(error) + often;
                }
            }
        }
    }
    void everyOperation()
    {
        QFETCH(QString, command);
        QFETCH(QByteArray, op);
        QFETCH(QByteArray, error);
        QStringList arguments{command};
        if (command == "submit"_L1)
            arguments << m_case;
        else if (command == "change"_L1)
            arguments = {u"submit"_s, m_change};
        else if (command == "void"_L1)
            arguments << registration(1).id << u"salah orang"_s;
        const QString undisturbed = freshCopy(m_base, u"undisturbed"_s);
        const CtlRun good = runLoketctl(undisturbed, arguments);
        QCOMPARE(good.exitCode, 0);
        const QStringList expected = rows(undisturbed);
        QVERIFY(expected != m_untouched);

        // A short run takes every few operations, another few in each run; the full one takes all.
        const quint64 step = isFull() || op == "sync" || op == "open" ? 1 : op == "read" ? 41 : 23;
        const quint64 offset = 1 + Fakes::seedOfTest() % step;
        int refused = 0, tolerated = 0;
        for (quint64 n = offset;; n += step) {
            const QByteArray where = op + ':' + QByteArray::number(n) + ':' + error;
            const QString dir = freshCopy(m_base, u"disturbed"_s);
            const QString report = m_folder.filePath(u"report"_s);
            QFile::remove(report);
            const CtlRun run
                = runLoketctl(dir, arguments, "fail=" + where + " report=" + report.toLocal8Bit());
            QVERIFY2(!run.wasKilled, where.constData());
            if (run.exitCode == 0) { // after the answer, or where a second try helps
                QCOMPARE(run.out, good.out);
                ++tolerated;
            } else {
                QVERIFY2(run.exitCode == 3, (where + ": " + run.err).constData());
                QVERIFY2(run.errors().size() == 1, (where + ": " + run.err).constData());
                QVERIFY2(command == "sync"_L1 || run.out.isEmpty(), (where + ": " + run.out).constData());
                ++refused;
            }
            const CtlRun again = runLoketctl(dir, arguments);
            QVERIFY2(again.exitCode == 0, (where + ": " + again.err).constData());
            const QStringList reached = rows(dir);
            if (reached != expected) {
                for (const QString &line : reached)
                    if (!expected.contains(line))
                        qInfo().noquote() << "only after the fault:" << line.left(300);
                for (const QString &line : expected)
                    if (!reached.contains(line))
                        qInfo().noquote() << "missing after the fault:" << line.left(300);
                QFAIL(where.constData());
            }
            if (reported(report, op) < n)
                break; // it was never reached: this run was clean
        }
        QVERIFY(refused > 0);
        qInfo("%d refused, %d tolerated, first at %llu, every %llu", refused, tolerated,
              static_cast<unsigned long long>(offset), static_cast<unsigned long long>(step));
    }

    /// The first start of a counter: until the store is whole, a fault leaves nothing that a second start
    /// minds.
    void firstStart_data()
    {
        QTest::addColumn<QByteArray>("error");
        for (const char *error : {"full", "io", "full:forever", "io:forever"})
            QTest::newRow(error) << QByteArray(error);
    }
    void firstStart()
    {
        QFETCH(QByteArray, error);
        const quint64 step = isFull() ? 1 : 47;
        const quint64 offset = 1 + Fakes::seedOfTest() % step;
        int refused = 0;
        for (quint64 n = offset;; n += step) {
            const QString dir = m_folder.filePath(u"born"_s);
            const QString report = m_folder.filePath(u"report"_s);
            QDir(dir).removeRecursively();
            QFile::remove(report);
            const QByteArray where = "change:" + QByteArray::number(n) + ':' + error;
            const CtlRun run = runLoketctl(dir, {u"submit"_s, m_case},
                                           "fail=" + where + " report=" + report.toLocal8Bit());
            QVERIFY2(run.exitCode == 0
                         || (run.exitCode == 3 && run.errors().size() == 1 && run.out.isEmpty()),
                     (where + ": " + run.err).constData());
            refused += run.exitCode == 3;
            const CtlRun again = runLoketctl(dir, {u"submit"_s, m_case});
            QVERIFY2(again.exitCode == 0, (where + ": " + again.err).constData());
            const QJsonArray numbers = again.answer().value("numbers"_L1).toArray();
            QCOMPARE(numbers.size(), 2);
            QCOMPARE(numbers.first()["card"_L1].toString(), u"9990000000001"_s); // no block was lost either
            QCOMPARE(runLoketctl(dir, {u"verify"_s}).exitCode, 0);
            if (reported(report, "change") < n)
                break;
        }
        QVERIFY(refused > 0);
    }

    void readOnlyFileSystem()
    {
        const QString dir = freshCopy(m_base, u"readonly"_s);
        for (const QString &command : {u"submit"_s, u"sync"_s}) {
            const CtlRun run = runLoketctl(
                dir, command == "submit"_L1 ? QStringList{command, m_case} : QStringList{command},
                "readonly");
            QCOMPARE(run.exitCode, 3);
            QCOMPARE(run.errors().size(), 1);
            QVERIFY2(run.err.contains("read-only"), run.err.constData());
        }
        QCOMPARE(rows(dir), m_untouched);
    }

    void noStore_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("show") << QStringList{u"show"_s, registration(1).id};
        QTest::newRow("family") << QStringList{u"family"_s, registration(1).family.kk};
        QTest::newRow("search") << QStringList{u"search"_s, u"andi"_s};
        QTest::newRow("status") << QStringList{u"status"_s};
        QTest::newRow("verify") << QStringList{u"verify"_s};
    }
    void noStore()
    {
        QFETCH(QStringList, command);
        const QString dir = m_folder.filePath(u"nowhere"_s);
        const CtlRun run = runLoketctl(dir, command);
        QCOMPARE(run.exitCode, 3);
        QCOMPARE(run.errors().size(), 1);
        QVERIFY(run.err.contains("missing"));
        QVERIFY(!QFileInfo::exists(dir));
    }

    void anAnswerThatNobodyGetsIsAFailure_data()
    {
        QTest::addColumn<QString>("output");
        QTest::newRow("full") << u">/dev/full"_s;
        QTest::newRow("closed") << u">&-"_s;
        QTest::newRow("all closed") << u"<&- >&-"_s;
    }
    void anAnswerThatNobodyGetsIsAFailure()
    {
        QFETCH(QString, output);
        const QString dir = freshCopy(m_base, u"unheard"_s);
        const QString loketctl = qEnvironmentVariable("LOKETCTL");
        QProcess shell;
        shell.start(u"/bin/sh"_s,
                    {u"-c"_s, u"\"$0\" --store \"$1\" --today 2022-03-01 submit \"$2\" "_s + output, loketctl,
                     dir, m_case});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 3);
        const QByteArray told = shell.readAllStandardError();
        QCOMPARE(told.count('\n'), 1);
        QVERIFY2(told.contains("standard output"), told.constData());

        const CtlRun again = runLoketctl(dir, {u"submit"_s, m_case}); // it was stored; now it is heard too
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(runLoketctl(dir, {u"verify"_s}).exitCode, 0);
    }

    void damagedFile_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("store") << u"/store.db"_s;
        QTest::newRow("mirror") << u"/mirror.db"_s;
    }
    void damagedFile()
    {
        QFETCH(QString, file);
        const QString dir = freshCopy(m_base, u"damaged"_s);
        QFile broken(dir + file);
        QVERIFY(broken.open(QIODevice::ReadWrite));
        broken.write(QByteArray(4096, 'x'));
        broken.close();
        for (const QStringList &command : {QStringList{u"status"_s}, QStringList{u"submit"_s, m_case}}) {
            const CtlRun run = runLoketctl(dir, command);
            QCOMPARE(run.exitCode, 3);
            QCOMPARE(run.errors().size(), 1);
            QVERIFY2(run.err.contains("damaged"), run.err.constData());
        }
    }

    void badInputChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("says");
        const QByteArray good = QJsonDocument(writeCase(registration(2))).toJson(QJsonDocument::Compact);
        const auto edited = [&](const QByteArray &from, const QByteArray &to) {
            return QByteArray(good).replace(from, to);
        };
        QTest::newRow("no JSON") << QByteArray("{") << 2 << QByteArray();
        QTest::newRow("empty") << QByteArray() << 2 << QByteArray();
        QTest::newRow("unknown key") << edited("\"channel\"", "\"chan\"") << 2 << QByteArray("chan");
        QTest::newRow("unknown service") << edited("REG-PBPU", "REG-NONE") << 2 << QByteArray("service");
        QTest::newRow("too large") << edited("\"ANDI", "\"" + QByteArray(1 << 20, 'A')) << 2 << QByteArray();
        QTest::newRow("photo is no picture")
            << edited("\"photo\":null", "\"photo\":\"case.json\"") << 2 << QByteArray("case.json");
        QTest::newRow("photo is not there")
            << edited("\"photo\":null", "\"photo\":\"none.png\"") << 1 << QByteArray();
        QTest::newRow("not ready") << edited("\"class\":3,", "") << 1 << QByteArray();
    }
    void badInputChangesNothing()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, says);
        const QString dir = freshCopy(m_base, u"input"_s);
        QFile file(m_folder.filePath(u"bad.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        const CtlRun run = runLoketctl(dir, {u"submit"_s, file.fileName()});
        QVERIFY2(run.exitCode == exitCode, (run.err + run.out).constData());
        QCOMPARE(run.out.isEmpty(), exitCode == 2);
        QCOMPARE(run.errors().size(), exitCode == 2 ? 1 : 0);
        QVERIFY2(run.err.contains(says), run.err.constData());
        QCOMPARE(rows(dir), m_untouched);
        // Where there was no store none is made.
        const QString nowhere = m_folder.filePath(u"nowhere"_s);
        QCOMPARE(runLoketctl(nowhere, {u"submit"_s, file.fileName()}).exitCode, exitCode);
        QVERIFY(!QFileInfo::exists(nowhere + u"/store.db"_s));
    }

    /// Two at once: the second is told who holds the store, and nothing of it is done.
    void heldByAnother()
    {
        const QString dir = freshCopy(m_base, u"held"_s);
        FakeOffice office(dir);
        const CtlRun run = runLoketctl(dir, {u"submit"_s, m_case});
        QCOMPARE(run.exitCode, 3);
        QCOMPARE(run.err,
                 "loketctl: dibuka oleh Loket, pid " + QByteArray::number(QCoreApplication::applicationPid())
                     + "\n");
        QCOMPARE(runLoketctl(dir, {u"status"_s}).exitCode, 0); // reading goes on
    }

    void firstAnswerAgainAfterTheVerdict()
    {
        const QString dir = freshCopy(m_base, u"again"_s);
        const CtlRun first = runLoketctl(dir, {u"submit"_s, m_case});
        QCOMPARE(first.exitCode, 0);
        QCOMPARE(runLoketctl(dir, {u"sync"_s}).answer().value("accepted"_L1).toInt(), 2);
        const CtlRun again = runLoketctl(dir, {u"submit"_s, m_case}, {}, u"2022-03-20"_s);
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(again.out, first.out);
        const CtlRun show = runLoketctl(dir, {u"show"_s, first.answer().value("case"_L1).toString()});
        QCOMPARE(show.answer().value("state"_L1).toString(), u"accepted"_s);
        Case other = registration(2, 2);
        other.family.email = u"lain@example.id"_s;
        writeCaseFile(m_folder.filePath(u"other.json"_s), other);
        const CtlRun refused = runLoketctl(dir, {u"submit"_s, m_folder.filePath(u"other.json"_s)});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY(refused.out.isEmpty());
        QCOMPARE(refused.errors().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCtlFaults)
#include "tst_ctlfaults.moc"
