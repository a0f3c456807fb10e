// SPDX-License-Identifier: Apache-2.0
// The first start of a newer program on an old store is killed before its N-th change of a file; the next
// start goes on, with everything that the old one held.
#include "model/store/migrations.h"
#include "tests/fakes/ctlprocess.h"
#include "tests/fakes/fakeoffice.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kPlaces
    = 20; ///< of each version, spread over the whole start; LOKET_FAULTS=full: every one

QByteArray savedSchema(const QString &name)
{
    QFile file(qEnvironmentVariable("LOKET_TEST_DATA") + u"/schema/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    return file.readAll();
}

void makeFile(const QString &path, const QString &schema, int version, const QByteArray &rows)
{
    const auto old = must(openStore(path, Access::Write, {}, true));
    must(old->script(savedSchema(schema).constData()));
    must(old->script(rows.constData()));
    must(old->script(("PRAGMA user_version=" + QByteArray::number(version)).constData()));
}

void makeOldStore(const QString &dir, int version)
{
    makeFile(dir + u"/store.db"_s, u"store-%1.sql"_s.arg(version), version,
             "INSERT INTO device (one, device_id, generation) VALUES (1, 'd', 'g');"
             "INSERT INTO setting VALUES ('trial', '1'), ('office', 'Kantor Lama'), ('workstation', 'KC1');"
             "INSERT INTO officer (id, name, role) VALUES ('tuti', 'Tuti', 'petugas');"
             "INSERT INTO draft (id, officer, service, title, body, saved_at)"
             " VALUES ('0190a1b2-0000-7000-8000-000000000001', 'tuti', 'REG-PBPU', 'SARI', '{}', 5);"
             "INSERT INTO print_log (what, reference, reason, day, at, officer)"
             " VALUES ('card', '0001', '', '2022-03-01', 5, 'tuti');"
             "INSERT INTO postcode VALUES ('31.74.01.1001', '12810', 5)");
    makeFile(dir + u"/mirror.db"_s, u"mirror-1.sql"_s, 1, "INSERT INTO mirror_state (one) VALUES (1)");
}

/// Opens the store for writing and changes nothing else of it.
CtlRun start(const QString &dir, const QByteArray &plan = {})
{
    return runLoketctl(dir, {u"void"_s, u"0190a1b2-0000-7000-8000-0000000000ff"_s, u"tidak"_s}, plan);
}

/// What the old store held, as the new one has it.
QStringList heldIn(const QString &dir)
{
    const auto file = must(openStore(dir + u"/store.db"_s, Access::Read));
    return must(file->all("SELECT value FROM setting WHERE key = 'office' UNION ALL SELECT name FROM officer"
                          " WHERE id = 'tuti' UNION ALL SELECT title FROM draft UNION ALL"
                          " SELECT what || reference FROM print_log UNION ALL SELECT postcode FROM postcode",
                          [](const Statement &s) { return s.text(0); }));
}

int versionOf(const QString &file)
{
    const auto connection = must(openStore(file, Access::Read));
    return int(must(connection->one("PRAGMA user_version", [](const Statement &s) {
                   return s.integer(0);
               })).value_or(-1));
}

} // namespace

class TestUpgrade : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedAnywhereTheOldStoreIsWhole_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < int(storeMigrations().size()); ++version)
            QTest::addRow("from version %d", version) << version;
    }
    void killedAnywhereTheOldStoreIsWhole()
    {
        QFETCH(int, version);
        QTemporaryDir old;
        makeOldStore(old.path(), version);
        const QStringList held = heldIn(old.path());
        QCOMPARE(held.size(), 5);
        QTemporaryDir undisturbed;
        copyStore(old.path(), undisturbed.path());
        const QString report = undisturbed.filePath(u"report"_s);
        const CtlRun whole = start(undisturbed.path(), "report=" + report.toLocal8Bit());
        QVERIFY2(whole.exitCode == 1 && whole.err.contains("void.unknown"), whole.err);
        const quint64 changes = reported(report, "change");
        QVERIFY(changes > kPlaces);

        const bool isFull = qEnvironmentVariable("LOKET_FAULTS") == "full"_L1;
        const quint64 stride = isFull ? 1 : changes / kPlaces;
        int killed = 0;
        int stillOld = 0;
        for (quint64 n = 1; n <= changes; n += stride) {
            QTemporaryDir dir;
            copyStore(old.path(), dir.path());
            killed += start(dir.path(), "kill=change:" + QByteArray::number(n)).wasKilled;
            const int reached = versionOf(dir.path() + u"/store.db"_s);
            QVERIFY(reached >= version && reached <= int(storeMigrations().size()));
            stillOld += reached == version;
            QCOMPARE(heldIn(dir.path()), held);
            const CtlRun next = start(dir.path());
            QVERIFY2(next.exitCode == 1 && next.err.contains("void.unknown"), next.err);
            QCOMPARE(versionOf(dir.path() + u"/store.db"_s), int(storeMigrations().size()));
            QCOMPARE(heldIn(dir.path()), held);
            const CtlRun verified = runLoketctl(dir.path(), {u"verify"_s});
            QVERIFY2(verified.exitCode == 0, verified.out + verified.err);
        }
        qInfo("%llu changes of a first start, killed at %d of them; %d times the file was still the old one",
              changes, killed, stillOld);
        QVERIFY(killed > 0 && stillOld > 0);
    }
};

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
