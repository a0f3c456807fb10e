// SPDX-License-Identifier: Apache-2.0
// `loketctl enrol` is killed at file changes, every kind of access fails, and the line does what lines do: a
// trial store ends as it was, or as a counter of the centre, never in between, and enrolling again is
// harmless. LOKET_FAULTS=full takes every access; else a few of each kind, LOKET_SEED for others.
#include "model/domain/casejson.h"
#include "model/store/centrestore.h"
#include "model/store/connection.h"
#include "model/sync/packing.h"
#include "model/sync/wire.h"
#include "model/vault/box.h"
#include "model/vault/devicekey.h"
#include "tests/fakes/ctlprocess.h"
#include "tests/fakes/fakeoffice.h"
#include "tests/fakes/seed.h"
#include "tests/fakes/tlsserver.h"

#include <QCryptographicHash>
#include <QImage>
#include <QJsonDocument>
#include <QtTest>

#include <mutex>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

/// So many places of each kind are taken in a short run.
constexpr quint64 kFewPlaces = 3;
const QString kCode = u"GARUT-7731"_s;

const TestCertificates &certificates()
{
    static const TestCertificates kOnes = makeCertificates();
    return kOnes;
}

Enrolment enrolmentFor(const QString &device)
{
    const DeviceKey key = *DeviceKey::fromSeed(QByteArray(32, 'c'));
    Enrolment out;
    out.office = u"0901"_s;
    out.officeName = u"Kantor Cabang Uji"_s;
    out.workstation = u"0901-3"_s;
    out.epoch = u"epoch-1"_s;
    out.centreKey = key.publicKey();
    out.centreBoxKey = BoxKey::of(key).publicKey();
    out.officers = {{u"sari"_s, u"Sari"_s, u"petugas"_s}};
    out.certificate = signText("CERT", {{u"device"_s, device}, {u"office"_s, out.office}}, key);
    out.now = QDateTime::currentDateTimeUtc();
    return out;
}

/// A centre that takes who has the code, and answers as it is told.
struct Centre {
    std::mutex mutex;
    QSet<QByteArray> keys;              ///< of who asked with the code
    std::function<void(Told &)> spoils; ///< the next answers
    TlsServer server{certificates(), [this](const Asked &asked) { return answer(asked); }};

    Told answer(const Asked &asked)
    {
        const std::lock_guard lock(mutex);
        const auto body = unpackBody(asked.body, asked.headers.value("content-encoding"), 10000);
        const auto request = readEnrolRequest(body ? body.value() : QByteArray());
        if (!request)
            return {400, writeWireError({u"body.form"_s, {}})};
        if (request.value().code != kCode)
            return {403, writeWireError({u"enrol.code"_s, {}})};
        keys += request.value().publicKey;
        Told told{200, writeEnrolment(enrolmentFor(request.value().device))};
        if (spoils)
            spoils(told);
        return told;
    }
    void spoil(std::function<void(Told &)> how)
    {
        const std::lock_guard lock(mutex);
        spoils = std::move(how);
        keys.clear();
    }
    qsizetype askers()
    {
        const std::lock_guard lock(mutex);
        return keys.size();
    }
};

} // namespace

class TestCtlEnrol : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_base; ///< a trial store with a case, its picture, and families
    QString m_ca;
    QStringList m_store, m_mirror; ///< rows of that
    Centre m_centre;

    static bool isFull() { return qEnvironmentVariable("LOKET_FAULTS") == "full"_L1; }

    /// What is made for enrolling is no part of what was there.
    static QStringList rowsOf(const QString &file)
    {
        QStringList rows = dumpOf(file);
        rows.removeIf([](const QString &row) { return row.contains("enrol."_L1); });
        return rows;
    }

    QString freshCopy()
    {
        const QString dir = m_folder.filePath(u"tried"_s);
        QDir(dir).removeRecursively();
        copyStore(m_base, dir);
        return dir;
    }

    CtlRun enrol(const QString &dir, const QByteArray &plan = {}, const QString &code = kCode)
    {
        return runLoketctl(
            dir, {u"enrol"_s, u"--central"_s, m_centre.server.url(), u"--ca"_s, m_ca, u"--code"_s, code},
            plan);
    }

    static bool isTrial(const QString &dir)
    {
        const auto store = must(openStore(dir + u"/store.db"_s, Access::Read));
        return must(isTrialStore(*store));
    }

    /// Empty: all that was there is there.
    QString judgeTrial(const QString &dir) const
    {
        if (rowsOf(dir + u"/store.db"_s) != m_store)
            return u"the trial store is another"_s;
        if (const CtlRun sound = runLoketctl(dir, {u"verify"_s}); sound.exitCode != 0)
            return QString::fromUtf8(sound.out + sound.err);
        // Its families may have been forgotten already; the trial centre tells them again.
        const QString copy = dir + u"-copy"_s;
        QDir(copy).removeRecursively();
        copyStore(dir, copy);
        if (const CtlRun run = runLoketctl(copy, {u"sync"_s}); run.exitCode != 0)
            return QString::fromUtf8(run.err);
        const auto kk = registration(1).family.kk;
        const CtlRun family = runLoketctl(copy, {u"family"_s, kk});
        return family.exitCode == 0 ? QString() : u"the family is gone"_s;
    }

    /// Empty: a counter without any of the trial, which is kept beside it with its pictures.
    static QString judgeCounter(const QString &dir)
    {
        if (const CtlRun sound = runLoketctl(dir, {u"verify"_s}); sound.exitCode != 0)
            return QString::fromUtf8(sound.out + sound.err);
        const auto store = must(openStore(dir + u"/store.db"_s, Access::Read));
        const auto count = [](Connection &connection, const char *sql) {
            return must(connection.one(sql, [](const Statement &s) { return s.integer(0); })).value_or(-1);
        };
        if (count(*store, "SELECT count(*) FROM case_record") != 0
            || must(centreAccess(*store)).office != "0901"_L1)
            return u"it is no counter"_s;
        if (runLoketctl(dir, {u"family"_s, registration(1).family.kk}).exitCode != 1)
            return u"a family of the trial is known"_s;
        const QStringList copies = QDir(dir).entryList({u"trial-*"_s}, QDir::Dirs);
        if (copies.size() != 1)
            return u"%1 copies of the trial"_s.arg(copies.size());
        const QString aside = dir + u'/' + copies.first();
        const auto kept = must(openStore(aside + u"/store.db"_s, Access::Read));
        if (count(*kept, "SELECT count(*) FROM case_record") != 2)
            return u"the copy lacks a case"_s;
        const auto pictures = must(kept->all("SELECT sha256, file FROM blob", [](const Statement &s) {
            return std::pair(s.blob(0), s.text(1));
        }));
        for (const auto &[sha256, name] : pictures) {
            QFile file(aside + u"/blobs/"_s + name);
            if (!file.open(QIODevice::ReadOnly)
                || QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256) != sha256)
                return u"the copy lacks a picture"_s;
        }
        return pictures.size() == 1 ? QString() : u"%1 pictures"_s.arg(pictures.size());
    }

    /// What must hold after a disturbed run, and that doing it again ends it. Empty: all is well.
    QString judge(const QString &dir, const CtlRun &run)
    {
        const bool wasTrial = isTrial(dir);
        if (run.exitCode == 0 && wasTrial)
            return u"said to be done, and it is not"_s;
        if (QString fault = wasTrial ? judgeTrial(dir) : judgeCounter(dir); !fault.isEmpty())
            return fault;
        m_centre.spoil({}); // keys are counted anew below: an identity is made once
        const CtlRun again = enrol(dir);
        if (again.exitCode != (wasTrial ? 0 : 2))
            return u"again: "_s + QString::fromUtf8(again.err);
        return judgeCounter(dir);
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
        m_ca = m_folder.filePath(u"ca.pem"_s);
        QFile ca(m_ca);
        QVERIFY(ca.open(QIODevice::WriteOnly) && ca.write(certificates().ca) > 0);
        ca.close();
        QImage picture(400, 520, QImage::Format_RGB32);
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                picture.setPixel(x, y, qRgb(x % 256, y % 256, (x + y) % 256));
        QVERIFY(picture.save(m_folder.filePath(u"foto.png"_s)));
        m_base = m_folder.filePath(u"base"_s);
        for (int i = 1; i <= 2; ++i) {
            Case content = registration(i, 2);
            if (i == 2) {
                content.family.members[0].photoWaived.clear();
                content.family.members[0].photo = u"foto.png"_s;
            }
            QFile file(m_folder.filePath(u"case-%1.json"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QJsonDocument(writeCase(content)).toJson());
            file.close();
            const CtlRun run = runLoketctl(m_base, {u"submit"_s, file.fileName()});
            QVERIFY2(run.exitCode == 0, run.err.constData());
            if (i == 1)
                QCOMPARE(runLoketctl(m_base, {u"sync"_s}).exitCode, 0);
        }
        m_store = rowsOf(m_base + u"/store.db"_s);
        QVERIFY(m_store.size() > 20);
    }

    void everyAccess_data()
    {
        QTest::addColumn<QByteArray>("op");
        QTest::addColumn<QByteArray>("plan"); ///< %1: the place
        for (const char *layer : {"", " buffered", " buffered damage=7"})
            QTest::addRow("killed at a change%s", layer)
                << QByteArray("change") << QByteArray("kill=change:%1") + layer;
        for (const auto &[op, error] : {std::pair("change", "full"),
                                        {"change", "io"},
                                        {"write", "short"},
                                        {"sync", "io"},
                                        {"read", "io"},
                                        {"open", "io"}}) {
            for (const char *often : {"", ":forever"})
                QTest::addRow("%s %s%s", op, error, often)
                    << QByteArray(op) << QByteArray("fail=") + op + ":%1:" + error + often;
        }
    }
    void everyAccess()
    {
        QFETCH(QByteArray, op);
        QFETCH(QByteArray, plan);
        const QString report = m_folder.filePath(u"report"_s);
        const QByteArray reporting = " report=" + report.toLocal8Bit();
        QFile::remove(report);
        const QString whole = freshCopy();
        QCOMPARE(enrol(whole, "report=" + report.toLocal8Bit()).exitCode, 0);
        const quint64 places = reported(report, op);
        const quint64 step = isFull() ? 1 : qMax<quint64>(1, places / kFewPlaces);
        int trials = 0, counters = 0;
        QList<quint64> tried;
        for (quint64 n = 1 + seedOfTest() % step; n <= places; n += step)
            tried += n;
        tried += {places - places / 50, places}; // around the one transaction, and after it
        for (const quint64 n : std::as_const(tried)) {
            m_centre.spoil({});
            const QString dir = freshCopy();
            const QByteArray disturbed = QByteArray(plan).replace("%1", QByteArray::number(n)) + reporting;
            const CtlRun run = enrol(dir, disturbed);
            QVERIFY2(run.wasKilled || run.exitCode == 0 || run.exitCode == 3,
                     (disturbed + ": " + run.err).constData());
            ++(isTrial(dir) ? trials : counters);
            const QString fault = judge(dir, run);
            QVERIFY2(fault.isEmpty(), qPrintable(QString::fromLatin1(disturbed) + u": "_s + fault));
        }
        qInfo("%llu places, every %llu: %d were trial stores as before, %d counters", qulonglong(places),
              qulonglong(step), trials, counters);
        QVERIFY(trials > 0);
    }

    void everyAnswer_data()
    {
        QTest::addColumn<int>("cut");     ///< after so many per mille of the answer; -1: not
        QTest::addColumn<int>("garbled"); ///< a bit of the byte at so many per mille of its body; -1: none
        QTest::addColumn<int>("status");
        for (const int cut : {0, 1, 50, 300, 600, 999})
            QTest::addRow("cut after %d per mille", cut) << cut << -1 << 200;
        for (const int garbled : {0, 100, 333, 500, 777, 999})
            QTest::addRow("a bit at %d per mille", garbled) << -1 << garbled << 200;
        for (const int status : {302, 400, 403, 404, 500, 503})
            QTest::addRow("status %d", status) << -1 << -1 << status;
    }
    void everyAnswer()
    {
        QFETCH(int, cut);
        QFETCH(int, garbled);
        QFETCH(int, status);
        constexpr qsizetype kPerMille = 1000;
        const QString dir = freshCopy();
        m_centre.spoil([&](Told &told) {
            told.status = status;
            if (status != 200)
                told.body = writeWireError({u"later"_s, {}});
            if (garbled >= 0) {
                char &byte = told.body[told.body.size() * garbled / kPerMille];
                byte = char(byte ^ 4);
            }
            if (cut >= 0)
                told.cutAfter = told.body.size() * cut / kPerMille;
        });
        const CtlRun run = enrol(dir);
        // A turned bit in a name that nobody signed may go unseen on a line without TLS only.
        QVERIFY2(run.exitCode == 2 || run.exitCode == 3 || (garbled >= 0 && run.exitCode == 0),
                 run.err.constData());
        QVERIFY2(run.exitCode == 0 || run.errors().size() == 1, run.err.constData());
        if (run.exitCode == 0)
            return;
        QVERIFY(isTrial(dir));
        QCOMPARE(judgeTrial(dir), QString());
        {
            const std::lock_guard lock(m_centre.mutex);
            m_centre.spoils = {}; // the keys stay: it must ask as the same counter
        }
        const CtlRun again = enrol(dir);
        QVERIFY2(again.exitCode == 0, again.err.constData());
        QCOMPARE(m_centre.askers(), 1);
        QCOMPARE(judgeCounter(dir), QString());
    }

    void aRefusalWhereNoStoreWasLeavesNone_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("ca");
        QTest::addColumn<QString>("code");
        const QString good = m_centre.server.url();
        QTest::newRow("another code") << good << certificates().ca << u"SALAH"_s;
        QTest::newRow("no https") << u"http://127.0.0.1:1"_s << certificates().ca << kCode;
        QTest::newRow("no address") << u"pusat"_s << certificates().ca << kCode;
        QTest::newRow("an empty file") << good << QByteArray() << kCode;
        QTest::newRow("no certificate") << good << QByteArray("halo") << kCode;
        QTest::newRow("of another authority") << good << makeCertificates().ca << kCode;
    }
    void aRefusalWhereNoStoreWasLeavesNone()
    {
        QFETCH(QString, url);
        QFETCH(QByteArray, ca);
        QFETCH(QString, code);
        m_centre.spoil({});
        QFile file(m_folder.filePath(u"bad.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(ca);
        file.close();
        const QString dir = m_folder.filePath(u"nowhere"_s);
        const QStringList command{u"enrol"_s,      u"--central"_s, url, u"--ca"_s,
                                  file.fileName(), u"--code"_s,    code};
        for (const bool hasFolder : {false, true}) {
            QDir(dir).removeRecursively();
            if (hasFolder) {
                QVERIFY(QDir().mkpath(dir + u"/mine"_s));
            }
            const CtlRun run = runLoketctl(dir, command);
            QVERIFY2(run.exitCode == 2 || run.exitCode == 3, run.err.constData());
            QCOMPARE(run.errors().size(), 1);
            QCOMPARE(QDir(dir).exists(), hasFolder);
            if (hasFolder)
                QCOMPARE(QDir(dir).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                         QStringList{u"mine"_s});
        }
        QCOMPARE(m_centre.askers(), 0);
    }

    /// The code may have been taken for the key that the new store made: that one is kept.
    void aLostAnswerToANewStoreIsMadeGood()
    {
        const QString dir = m_folder.filePath(u"fresh"_s);
        m_centre.spoil([](Told &told) { told.cutAfter = 0; });
        QCOMPARE(enrol(dir).exitCode, 3);
        {
            const std::lock_guard lock(m_centre.mutex);
            m_centre.spoils = {};
        }
        QCOMPARE(enrol(dir).exitCode, 0);
        QCOMPARE(m_centre.askers(), 1);
        QVERIFY(!isTrial(dir));
    }
};

QTEST_GUILESS_MAIN(TestCtlEnrol)
#include "tst_ctlenrol.moc"
