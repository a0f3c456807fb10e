// SPDX-License-Identifier: Apache-2.0
#include "model/domain/namekey.h"
#include "model/store/audit.h"
#include "model/store/connection.h"
#include "model/store/migrations.h"
#include "model/store/phonekey.h"
#include "model/store/storelock.h"
#include "model/store/transaction.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <sys/stat.h>
#include <unistd.h>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

QString word(Connection &c, const char *sql)
{
    const auto row = c.one(sql, [](const Statement &s) { return s.text(0); });
    return row && row.value() ? *row.value() : u"(none)"_s;
}

template <typename T>
QString said(const Outcome<T> &outcome)
{
    return outcome ? QString() : failureWord(outcome.error().kind) + u": "_s + outcome.error().detail;
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void strangeFolderNamesAreFine()
    {
        const QString dir = m_dir->filePath(u"toko % ?vfs=x #1 é"_s);
        QVERIFY(QDir().mkpath(dir));
        auto w = openStore(dir + u"/a.db"_s, Access::Write, {}, true);
        QCOMPARE(said(w), QString());
        QVERIFY(w.value()->script("CREATE TABLE t (a INTEGER) STRICT"));
        QVERIFY(QFile::exists(dir + u"/a.db"_s));
        int isPowersafe = -1;
        sqlite3_file_control(w.value()->handle(), "main", SQLITE_FCNTL_POWERSAFE_OVERWRITE, &isPowersafe);
        QCOMPARE(isPowersafe, 0);
    }

    void everyConnectionIsSetUp_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("writer");
        QTest::addColumn<QString>("reader");
        QTest::newRow("log") << QByteArray("PRAGMA journal_mode") << u"wal"_s << u"wal"_s;
        QTest::newRow("synchronous FULL") << QByteArray("PRAGMA synchronous") << u"2"_s << u"2"_s;
        QTest::newRow("foreign keys") << QByteArray("PRAGMA foreign_keys") << u"1"_s << u"1"_s;
        QTest::newRow("query only") << QByteArray("PRAGMA query_only") << u"0"_s << u"1"_s;
        QTest::newRow("temporaries in memory") << QByteArray("PRAGMA temp_store") << u"2"_s << u"2"_s;
        QTest::newRow("no automatic checkpoint")
            << QByteArray("PRAGMA wal_autocheckpoint") << u"0"_s << u"0"_s;
        QTest::newRow("trusted schema") << QByteArray("PRAGMA trusted_schema") << u"1"_s << u"0"_s;
        QTest::newRow("busy timeout") << QByteArray("PRAGMA busy_timeout") << u"5000"_s << u"5000"_s;
    }
    void everyConnectionIsSetUp()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, writer);
        QFETCH(QString, reader);
        auto w = openStore(file(), Access::Write, {}, true);
        QVERIFY(w);
        QVERIFY(w.value()->script("CREATE TABLE t (a INTEGER) STRICT"));
        auto r = openStore(file(), Access::Read);
        QVERIFY(r);
        QCOMPARE(word(*w.value(), sql.constData()), writer);
        QCOMPARE(word(*r.value(), sql.constData()), reader);
    }

    void aNewFileIsPrivateAndHasRoomForTags()
    {
        {
            auto w = openStore(file(), Access::Write, {}, true);
            QVERIFY(w);
            QVERIFY(w.value()->script("CREATE TABLE t (a INTEGER) STRICT"));
            for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
                struct stat info = {};
                QCOMPARE(::stat(QFile::encodeName(file() + suffix).constData(), &info), 0);
                QCOMPARE(int(info.st_mode & 0777), 0600);
            }
        }
        QFile raw(file());
        QVERIFY(raw.open(QIODevice::ReadOnly));
        QCOMPARE(int(raw.read(100).at(20)), 40);
    }

    void aReaderCannotWriteNorAttach()
    {
        auto w = openStore(file(), Access::Write, {}, true);
        QVERIFY(w.value()->script("CREATE TABLE t (a INTEGER) STRICT"));
        auto r = openStore(file(), Access::Read);
        const auto written = r.value()->exec("INSERT INTO t VALUES (1)");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, FailureKind::ReadOnly);
        QVERIFY(!w.value()->script("ATTACH ':memory:' AS other"));
    }

    void aReaderNeverShrinksTheLog()
    {
        auto w = openStore(file(), Access::Write, {}, true);
        QVERIFY(w.value()->script("CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)"));
        const qint64 before = QFileInfo(file() + u"-wal"_s).size();
        QVERIFY(before > 0);
        {
            auto r = openStore(file(), Access::Read);
            QCOMPARE(word(*r.value(), "SELECT a FROM t"), u"1"_s);
        }
        QCOMPARE(QFileInfo(file() + u"-wal"_s).size(), before);
    }

    void missingAndForeignFiles()
    {
        const auto missing = openStore(file(), Access::Write);
        QCOMPARE(missing.error().kind, FailureKind::Missing);
        QFile junk(file());
        QVERIFY(junk.open(QIODevice::WriteOnly));
        junk.write(QByteArray(8192, 'x'));
        junk.close();
        QCOMPARE(openStore(file(), Access::Write).error().kind, FailureKind::Corrupt);
        QCOMPARE(openStore(file(), Access::Read).error().kind, FailureKind::Corrupt);
    }

    void statementsComeFromTheCacheAndBindByType()
    {
        auto opened = openStore(file(), Access::Write, {}, true);
        Connection &c = *opened.value();
        QVERIFY(c.script(
            "CREATE TABLE t (a TEXT NOT NULL, b BLOB NOT NULL, c INTEGER, d TEXT, e INTEGER) STRICT"));
        const QDateTime at(QDate(2022, 3, 1), QTime(2, 12), Qt::UTC);
        for (int i = 0; i < 3; ++i)
            QVERIFY(c.exec("INSERT INTO t VALUES (?, ?, ?, ?, ?)", QString(), QByteArray(), nullptr,
                           QDate(2022, 3, 1), at));
        QCOMPARE(c.cachedSql().filter(u"INSERT"_s).size(), 1);
        Statement s = c.statement("SELECT a, b, c, d, e FROM t");
        QVERIFY(s.step().value());
        QVERIFY(!s.isNull(0));
        QVERIFY(!s.isNull(1));
        QVERIFY(s.isNull(2));
        QCOMPARE(s.date(3), QDate(2022, 3, 1));
        QCOMPARE(s.time(4), at);
        // the same text again while the first is being stepped
        const auto inner
            = c.all("SELECT a, b, c, d, e FROM t", [](const Statement &row) { return row.text(0); });
        QCOMPARE(inner.value().size(), 3);
        QVERIFY(s.step().value());
    }

    void migrationsRunOnceAndKeepACopy()
    {
        const MigrationList one
            = {{"first", {"CREATE TABLE t (a INTEGER) STRICT", "INSERT INTO t VALUES (5)"}}};
        MigrationList two = one;
        two.push_back({"second", {"ALTER TABLE t ADD COLUMN b INTEGER NOT NULL DEFAULT 9"}});
        {
            auto c = openStore(file(), Access::Write, {}, true);
            QVERIFY(migrate(*c.value(), one));
            QVERIFY(migrate(*c.value(), one));
            QVERIFY(!QFile::exists(file() + u".v1.bak"_s));
        }
        auto c = openStore(file(), Access::Write);
        QVERIFY(migrate(*c.value(), two));
        QCOMPARE(word(*c.value(), "SELECT a || ':' || b FROM t"), u"5:9"_s);
        auto copy = openStore(file() + u".v1.bak"_s, Access::Write);
        QVERIFY(copy);
        QCOMPARE(word(*copy.value(), "SELECT a FROM t"), u"5"_s);
        QCOMPARE(word(*copy.value(), "PRAGMA user_version"), u"1"_s);
        // an older program meets the newer file
        QCOMPARE(migrate(*c.value(), one).error().kind, FailureKind::Newer);
        QCOMPARE(checkVersion(*c.value(), one).error().kind, FailureKind::Newer);
        QVERIFY(checkVersion(*c.value(), two));
    }

    void aBrokenStepLeavesTheVersionBefore()
    {
        const MigrationList list
            = {{"first", {"CREATE TABLE t (a INTEGER) STRICT"}},
               {"broken", {"CREATE TABLE u (a INTEGER) STRICT", "INSERT INTO nowhere VALUES (1)"}}};
        auto c = openStore(file(), Access::Write, {}, true);
        QVERIFY(!migrate(*c.value(), list));
        QCOMPARE(word(*c.value(), "PRAGMA user_version"), u"1"_s);
        QCOMPARE(word(*c.value(), "SELECT count(*) FROM sqlite_schema WHERE name = 'u'"), u"0"_s);
    }

    void bothSchemasAreStrictAndSound_data()
    {
        QTest::addColumn<bool>("mirror");
        QTest::newRow("store.db") << false;
        QTest::newRow("mirror.db") << true;
    }
    void bothSchemasAreStrictAndSound()
    {
        QFETCH(bool, mirror);
        auto c = openStore(file(), Access::Write, {}, true);
        QVERIFY(migrate(*c.value(), mirror ? mirrorMigrations() : storeMigrations()));
        QCOMPARE(word(*c.value(), "PRAGMA integrity_check"), u"ok"_s);
        const auto loose
            = c.value()->all("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                             " AND NOT strict AND name NOT LIKE 'sqlite_%'",
                             [](const Statement &s) { return s.text(0); });
        QCOMPARE(loose.value(), QStringList());
    }

    void theMirrorCountsAndFindsItsPeople()
    {
        auto opened = openStore(file(), Access::Write, {}, true);
        Connection &c = *opened.value();
        QVERIFY(migrate(c, mirrorMigrations()));
        QVERIFY(c.script("INSERT INTO family VALUES "
                         "(1,'F1','3174010101220001','PBPU.MANDIRI',3,'88888','AKTIF','','','','',"
                         "'','','','','','','','','','','',1,'','','',0,'','')"));
        QCOMPARE(
            said(c.exec(
                "INSERT INTO participant VALUES (1,'P1',1,0,'head','','3174016909659991','1','Sari Dewi',?,"
                "'','1965-09-29','P','','WNI','','','','AKTIF','','','','')",
                nameKey(u"Sari Dewi"_s))),
            QString());
        QCOMPARE(word(c, "SELECT participants FROM mirror_state"), u"1"_s);
        QCOMPARE(word(c, "SELECT rowid FROM participant_word WHERE participant_word MATCH '\"de\"*'"),
                 u"1"_s);
        QVERIFY(c.exec("UPDATE participant SET name_key = ? WHERE id = 1", nameKey(u"Sari Utami"_s)));
        QCOMPARE(word(c, "SELECT rowid FROM participant_word WHERE participant_word MATCH '\"de\"*'"),
                 u"(none)"_s);
        QVERIFY(c.exec("DELETE FROM family WHERE id = 1"));
        QCOMPARE(word(c, "SELECT participants FROM mirror_state"), u"0"_s);
        QCOMPARE(word(c, "SELECT rowid FROM participant_word WHERE participant_word MATCH '\"uta\"*'"),
                 u"(none)"_s);
    }

    void oneHolderOfTheLock()
    {
        auto first = StoreLock::take(m_dir->path());
        QVERIFY(first);
        const auto second = StoreLock::take(m_dir->path());
        QVERIFY(!second);
        QCOMPARE(second.error(), (Failure{FailureKind::LockedByOther, QString::number(::getpid())}));
        first.value().reset();
        QVERIFY(StoreLock::take(m_dir->path()));
        QCOMPARE(StoreLock::take(m_dir->path() + u"/none"_s).error().kind, FailureKind::Missing);
    }

    void theAuditChainTellsEveryChange_data()
    {
        QTest::addColumn<QByteArray>("harm");
        QTest::addColumn<QString>("found");
        QTest::newRow("untouched") << QByteArray("SELECT 1") << QString();
        QTest::newRow("changed") << QByteArray("UPDATE audit SET detail = 'x' WHERE seq = 2")
                                 << u"audit: row 2 was changed"_s;
        QTest::newRow("other officer")
            << QByteArray("UPDATE audit SET officer = 'budi' WHERE seq = 4") << u"audit: row 4 was changed"_s;
        QTest::newRow("removed") << QByteArray("DELETE FROM audit WHERE seq = 3")
                                 << u"audit: rows 3 to 3 are missing"_s;
        QTest::newRow("first removed")
            << QByteArray("DELETE FROM audit WHERE seq = 1") << u"audit: rows 1 to 1 are missing"_s;
        QTest::newRow("tail cut") << QByteArray("DELETE FROM audit WHERE seq = 5")
                                  << u"audit: the last row is 4, expected 5"_s;
        QTest::newRow("rehashed") << QByteArray("UPDATE audit SET hash = randomblob(32) WHERE seq = 2")
                                  << u"audit: row 2 was changed"_s;
    }
    void theAuditChainTellsEveryChange()
    {
        QFETCH(QByteArray, harm);
        QFETCH(QString, found);
        auto opened = openStore(file(), Access::Write, {}, true);
        Connection &c = *opened.value();
        QVERIFY(migrate(c, storeMigrations()));
        {
            Transaction transaction(c);
            for (int i = 0; i < 5; ++i)
                QVERIFY(appendAudit(c,
                                    {{u"rina"_s, u"petugas"_s, u"MCS2"_s},
                                     QDateTime(QDate(2022, 3, 1), QTime(9, i), Qt::UTC),
                                     u"case.submit"_s,
                                     QString::number(i),
                                     {}}));
            QVERIFY(transaction.commit());
        }
        QVERIFY(c.script(harm.constData()));
        const auto broken = verifyAudit(c);
        QVERIFY(broken);
        QCOMPARE(broken.value().value(0), found);
    }

    void aPhoneHasOneKey_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("expected");
        QTest::newRow("local phone") << phoneKey(u"0812-3456 7890") << u"6281234567890"_s;
        QTest::newRow("with country") << phoneKey(u"+62 81234567890") << u"6281234567890"_s;
        QTest::newRow("bare") << phoneKey(u"81234567890") << u"6281234567890"_s;
    }
    void aPhoneHasOneKey()
    {
        QFETCH(QString, key);
        QFETCH(QString, expected);
        QCOMPARE(key, expected);
    }

private:
    QString file() const { return m_dir->filePath(u"a.db"_s); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
