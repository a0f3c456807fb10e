// SPDX-License-Identifier: Apache-2.0
// Cases on a family by the console: change, correct, take back, and what `family` tells of all that.
#include "model/domain/casejson.h"
#include "model/store/syncstate.h"
#include "model/store/writer.h"
#include "tests/fakes/ctlprocess.h"
#include "tests/fakes/editionpatch.h"
#include "tests/fakes/fakeoffice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

class TestCtlCases : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const QString m_kk = registration(1).family.kk;

    QString dir() const { return m_folder.filePath(u"store"_s); }
    CtlRun submit(const Case &content, const QString &day)
    {
        QFile file(m_folder.filePath(u"case.json"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no case file");
        file.write(QJsonDocument(writeCase(content)).toJson());
        file.close();
        return runLoketctl(dir(), {u"submit"_s, file.fileName()}, {}, day);
    }
    QJsonObject family(const QString &day)
    {
        return runLoketctl(dir(), {u"family"_s, m_kk}, {}, day).answer();
    }
    /// "case <service> <state>", "card", "dues <month>", newest first.
    static QStringList history(const QJsonObject &family)
    {
        QStringList lines;
        for (const QJsonValue &line : family.value("history"_L1).toArray()) {
            const QString kind = line["kind"_L1].toString();
            lines += kind == "case"_L1
                ? u"%1 %2%3"_s.arg(line["service"_L1].toString(), line["state"_L1].toString(),
                                   line["pending"_L1].toBool() ? u" pending"_s : QString())
                : u"%1 %2"_s.arg(kind, line["card"_L1].toString() + line["paidUntil"_L1].toString());
        }
        return lines;
    }
    Case change(int number, const QString &service, const QString &day, const QJsonObject &details) const
    {
        Case content = registration(1);
        content.id = registration(number).id;
        content.service = service;
        content.date = QDate::fromString(day, Qt::ISODate);
        content.segment.clear();
        content.family = {};
        content.family.kk = m_kk;
        content.documents.clear();
        content.details = details;
        return content;
    }

private Q_SLOTS:
    /// What the window refuses to begin the console does too, in one line and before it keeps a file.
    void noNewCaseOnANearlyFullDisk()
    {
        EditionPatch patch;
        QVERIFY(patch.setParameter(u"disk.begin-megabytes"_s, u"900000000"_s)); // more than any disk has
        QTemporaryDir folder;
        const QString store = folder.filePath(u"deep/store"_s);
        const QString file = folder.filePath(u"case.json"_s);
        Case content = registration(1);
        content.family.members[0].photoWaived.clear();
        content.family.members[0].photo = u"photo.jpg"_s;
        QVERIFY(QFile::copy(qEnvironmentVariable("LOKET_TEST_DATA") + u"/pictures/astronaut.jpg"_s,
                            folder.filePath(u"photo.jpg"_s)));
        QFile json(file);
        QVERIFY(json.open(QIODevice::WriteOnly));
        json.write(QJsonDocument(writeCase(content)).toJson());
        json.close();
        const QStringList onFullDisk{u"--rulebook"_s, patch.root(), u"submit"_s, file};
        const auto isRefused = [](const CtlRun &run) {
            return run.exitCode == 1 && run.out.isEmpty() && run.errors().size() == 1
                && run.err.contains("disk.low: Only ") && run.err.contains(" 900000000 MB ");
        };
        const CtlRun none = runLoketctl(store, onFullDisk);
        QVERIFY2(isRefused(none), none.err + none.out);
        QVERIFY(!QFileInfo::exists(folder.filePath(u"deep"_s)));

        QCOMPARE(runLoketctl(store, {u"sync"_s}).exitCode, 0); // makes it
        const QStringList before = dumpOf(store + u"/store.db"_s);
        const CtlRun refused = runLoketctl(store, onFullDisk);
        QVERIFY2(isRefused(refused), refused.err + refused.out);
        QCOMPARE(dumpOf(store + u"/store.db"_s), before);
        QVERIFY(QDir(store + u"/blobs"_s).isEmpty());

        const CtlRun saved = runLoketctl(store, {u"submit"_s, file});
        QVERIFY2(saved.exitCode == 0, saved.err + saved.out);
        QVERIFY(!QDir(store + u"/blobs"_s).isEmpty());
        QCOMPARE(runLoketctl(store, onFullDisk).out, saved.out); // what is saved answers as it did
    }

    void noNewCaseAgainstTheCentresWord()
    {
        QTemporaryDir folder;
        {
            FakeOffice office(folder.path());
            must(office.store()
                     .writer()
                     ->run(Writer::Priority::Save,
                           [](Connection &connection) {
                               return putStoreSetting(connection, u"device.state"_s, u"revoked"_s);
                           })
                     .result());
        }
        const QStringList before = dumpOf(folder.filePath(u"store.db"_s));
        QFile file(m_folder.filePath(u"case.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(writeCase(registration(1))).toJson());
        file.close();
        const CtlRun refused = runLoketctl(folder.path(), {u"submit"_s, file.fileName()});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY(refused.out.isEmpty());
        QCOMPARE(refused.errors().size(), 1);
        QVERIFY2(refused.err.contains("work.revoked: "), refused.err);
        QCOMPARE(dumpOf(folder.filePath(u"store.db"_s)), before);
    }

    void theLifeOfAFamily()
    {
        const QString start = u"2022-03-01"_s;
        const QString later = u"2022-07-04"_s;
        const CtlRun registered = submit(registration(1, 3), start);
        QCOMPARE(registered.exitCode, 0);
        QCOMPARE(history(family(start)), QStringList{u"REG-PBPU queued pending"_s});

        // A correction names the first one and takes over its numbers.
        Case better = registration(1, 3);
        better.id = registration(2).id;
        better.corrects = registration(1).id;
        better.family.email = u"benar@example.id"_s;
        const CtlRun corrected = submit(better, start);
        QCOMPARE(corrected.exitCode, 0);
        QCOMPARE(corrected.answer().value("numbers"_L1), registered.answer().value("numbers"_L1));
        QCOMPARE(submit(better, start).out, corrected.out);
        QCOMPARE(runLoketctl(dir(), {u"sync"_s}).exitCode, 0);
        QCOMPARE(family(start).value("email"_L1).toString(), u"benar@example.id"_s);

        QCOMPARE(runLoketctl(dir(), {u"sync"_s}, {}, later).exitCode, 0);
        const QString card = family(later).value("members"_L1)[0]["card"_L1].toString();
        QCOMPARE(runLoketctl(dir(), {u"card"_s, card, u"--pdf"_s, m_folder.filePath(u"k.pdf"_s)}, {}, later)
                     .exitCode,
                 0);

        // A change, its correction once it was accepted, and one that is taken back.
        const int revision = family(later).value("revision"_L1).toInt();
        QVERIFY(revision > 0);
        const Case wrong = change(3, u"CHG-KONTAK"_s, later,
                                  {{u"newPhone"_s, u"081299998888"_s}, {u"baseRevision"_s, revision}});
        QCOMPARE(submit(wrong, later).exitCode, 0);
        QCOMPARE(runLoketctl(dir(), {u"sync"_s}, {}, later).exitCode, 0);
        Case right = change(4, u"CHG-KONTAK"_s, later, {{u"newPhone"_s, u"081277776666"_s}});
        right.corrects = wrong.id;
        QCOMPARE(submit(right, later).exitCode, 0);
        Case spoilt = change(5, u"CHG-FKTP"_s, later, {{u"newFktp"_s, u"03010701"_s}});
        spoilt.documents = {{u"KK"_s, std::nullopt, {}}};
        const CtlRun moved = submit(spoilt, later);
        QCOMPARE(moved.exitCode, 0);
        QVERIFY(moved.answer().value("numbers"_L1).toArray().isEmpty());
        QCOMPARE(family(later).value("scheduled"_L1).toArray().size(), 3);
        QCOMPARE(family(later).value("scheduled"_L1)[0]["case"_L1].toString(), spoilt.id);

        const QStringList takeBack{u"void"_s, spoilt.id, u"salah FKTP"_s};
        QCOMPARE(runLoketctl(dir(), {u"void"_s, wrong.id, u"x"_s}, {}, later).exitCode, 1); // sent
        QCOMPARE(runLoketctl(dir(), takeBack, {}, u"2022-07-05"_s).exitCode, 1);
        const CtlRun taken = runLoketctl(dir(), takeBack, {}, later);
        QCOMPARE(taken.exitCode, 0);
        QCOMPARE(taken.answer().value("state"_L1).toString(), u"void"_s);
        QCOMPARE(runLoketctl(dir(), takeBack, {}, later).out, taken.out);
        QVERIFY(family(later).value("scheduled"_L1).toArray().isEmpty());
        const QStringList before{u"CHG-FKTP void"_s, u"CHG-KONTAK queued pending"_s, u"CHG-KONTAK accepted"_s,
                                 u"dues 2022-03"_s,  u"REG-PBPU accepted"_s,         u"REG-PBPU accepted"_s};
        QCOMPARE(history(family(later)), before);

        QCOMPARE(runLoketctl(dir(), {u"sync"_s}, {}, later).exitCode, 0);
        QVERIFY(family(later).value("phone"_L1).toString().endsWith(u"81277776666"_s));
        QStringList after = before;
        after[1] = u"CHG-KONTAK accepted"_s;
        QCOMPARE(history(family(later)), after);
        QCOMPARE(runLoketctl(dir(), {u"verify"_s}, {}, later).exitCode, 0);
        QCOMPARE(runLoketctl(dir(), {u"status"_s}, {}, later).answer().value("integrity"_L1).toString(),
                 u"ok"_s);
    }
};

QTEST_GUILESS_MAIN(TestCtlCases)
#include "tst_ctlcases.moc"
