// SPDX-License-Identifier: Apache-2.0
// Cases on a family by the console: change, correct, take back, and what `family` tells of all that.
#include "model/domain/casejson.h"
#include "tests/fakes/ctlprocess.h"
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
