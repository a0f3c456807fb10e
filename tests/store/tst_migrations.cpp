// SPDX-License-Identifier: Apache-2.0
// Files of earlier versions, kept as text under tests/data/schema, open and keep what they hold; and the
// entry that made them never changes.
#include "model/store/migrations.h"

#include "model/store/storereader.h"
#include "tests/store/samples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Loket;
using namespace Loket::Samples;
using namespace Qt::StringLiterals;

namespace {

QString savedSchema(const QString &name)
{
    QFile file(qEnvironmentVariable("LOKET_TEST_DATA") + u"/schema/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    return QString::fromUtf8(file.readAll());
}

/// The schema as it stands in a file, without what FTS5 makes by itself.
QString schemaOf(Connection &connection)
{
    const auto statements = must(connection.all("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"
                                                " AND name NOT LIKE 'pending_name_%'"
                                                " AND name NOT LIKE 'participant_word_%' ORDER BY rowid",
                                                [](const Statement &s) { return s.text(0); }));
    return statements.join(u";\n"_s) + u";\n"_s;
}

MigrationList firstOnes(const MigrationList &list, size_t version)
{
    return MigrationList(list.begin(), list.begin() + qptrdiff(version));
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEntryThatWasShippedNeverChanges_data()
    {
        QTest::addColumn<bool>("mirror");
        QTest::addColumn<int>("version");
        QTest::newRow("store.db 1") << false << 1;
        QTest::newRow("store.db 2") << false << 2;
        QTest::newRow("store.db 3") << false << 3;
        QTest::newRow("store.db 4") << false << 4;
        QTest::newRow("mirror.db 1") << true << 1;
        QTest::newRow("mirror.db 2") << true << 2;
    }
    void anEntryThatWasShippedNeverChanges()
    {
        QFETCH(bool, mirror);
        QFETCH(int, version);
        QTemporaryDir dir;
        const auto connection = must(openStore(dir.filePath(u"a.db"_s), Access::Write, {}, true));
        must(migrate(*connection,
                     firstOnes(mirror ? mirrorMigrations() : storeMigrations(), size_t(version))));
        const QString name = (mirror ? u"mirror-%1.sql"_s : u"store-%1.sql"_s).arg(version);
        QCOMPARE(schemaOf(*connection), savedSchema(name));
    }

    void everyVersionHasItsRowAbove()
    {
        QVERIFY2(storeMigrations().size() == 4 && mirrorMigrations().size() == 2,
                 "save the new version's schema under tests/data/schema and give it a row in each test here");
    }

    void anOldStoreOpensWithAllItHolds_data()
    {
        QTest::addColumn<int>("store");
        QTest::addColumn<int>("mirror");
        QTest::newRow("first release") << 1 << 1;
        QTest::newRow("cases on existing families") << 2 << 1;
        QTest::newRow("dates of the mirror") << 2 << 2;
        QTest::newRow("synchronisation with a centre") << 3 << 2;
        QTest::newRow("prints with their fate") << 4 << 2;
    }
    void anOldStoreOpensWithAllItHolds()
    {
        QFETCH(int, store);
        QFETCH(int, mirror);
        QTemporaryDir dir;
        {
            const auto old = must(openStore(dir.filePath(u"store.db"_s), Access::Write, {}, true));
            must(old->script(savedSchema(u"store-%1.sql"_s.arg(store)).toUtf8().constData()));
            must(old->script("INSERT INTO device (one, device_id, generation) VALUES (1, 'd', 'g');"
                             "INSERT INTO setting VALUES ('trial', '1'), ('office', 'Kantor Lama'), "
                             "('workstation', 'KC1');"
                             "INSERT INTO officer (id, name, role) VALUES ('tuti', 'Tuti', 'petugas');"
                             "INSERT INTO postcode VALUES ('31.74.01.1001', '12810', 5)"));
            must(old->script(("PRAGMA user_version=" + QByteArray::number(store)).constData()));
            const auto people = must(openStore(dir.filePath(u"mirror.db"_s), Access::Write, {}, true));
            must(people->script(savedSchema(u"mirror-%1.sql"_s.arg(mirror)).toUtf8().constData()));
            must(people->script(
                "INSERT INTO mirror_state (one) VALUES (1);"
                "INSERT INTO family (id, central_id, kk, segment, class, va, status, phone, phone_key,"
                " email, line, rt, rw, village, postcode, billing, bank, account, holder,"
                " paid_until, first_payment_from, first_payment_until, revision) VALUES (7, 'f', "
                "'3174010101220001', 'PBPU.MANDIRI', 3, "
                "'88888', 'AKTIF', '',"
                " '', '', '', '', '', '', '', '', '', '', '', '', '', '', 4);"
                "INSERT INTO participant (id, central_id, family_id, position, relation, kin, nik,"
                " card, name, name_key, birth_place, birth_date, sex, marital, citizenship,"
                " passport, fktp, dentist, status, photo) VALUES (9, 'p', 7, 0, 'head', '', "
                "'3174016909659991', '0001', 'SARI DEWI',"
                " 'sari dewi', '', '1965-09-29', 'P', '', 'WNI', '', '', '', 'AKTIF', '')"));
            must(people->script(("PRAGMA user_version=" + QByteArray::number(mirror)).constData()));
        }
        const auto opened = openedStore(dir.path());
        const auto reader = must(opened->reader());
        QCOMPARE(must(reader->verify()), QStringList());
        const StoreStatus status = must(reader->status());
        QCOMPARE(status.office, u"Kantor Lama"_s);
        QCOMPARE(status.generation, u"g"_s);
        QCOMPARE(status.participants, 1);
        QCOMPARE(must(reader->officers()).size(), 1);
        QCOMPARE(must(reader->postcodeOf(u"31.74.01.1001"_s)), u"12810"_s);
        QCOMPARE(must(reader->search(u"dewi"_s, 5)).hits.value(0).memberId, 9);
        QCOMPARE(must(reader->familyByKk(u"3174010101220001"_s))->revision, 4);
        waitingCase(*opened, family(u"3276010101220009"_s, {}, {u"Budi|3276016001900001||1990-01-20"_s}), 1);
    }

    void printsOfOldKeepTheirOrder()
    {
        QTemporaryDir dir;
        const auto store = must(openStore(dir.filePath(u"store.db"_s), Access::Write, {}, true));
        must(store->script(savedSchema(u"store-3.sql"_s).toUtf8().constData()));
        must(store->script("INSERT INTO print_log (id, what, reference, reason, day, at, officer) VALUES"
                           " (3, 'card', '0001', '', '2022-03-01', 10, 'rina'),"
                           " (5, 'receipt', 'MCS-000001', '', '2022-03-01', 20, 'rina'),"
                           " (6, 'card', '0002', '', '2022-03-02', 30, 'tuti'),"
                           " (8, 'card', '0001', 'rusak', '2022-03-03', 40, 'tuti');"
                           "PRAGMA user_version=3"));
        must(migrate(*store, storeMigrations()));
        const auto rows = must(store->all(
            "SELECT id, what, reference, serial, state, reason, day, at, officer FROM print_log ORDER BY id",
            [](const Statement &s) {
                QStringList cells;
                for (int column = 0; column < 9; ++column)
                    cells += column == 0 || column == 3 || column == 7 ? QString::number(s.integer(column))
                                                                       : s.text(column);
                return cells.join(u'|');
            }));
        QCOMPARE(rows,
                 (QStringList{u"3|card|0001|1|noted||2022-03-01|10|rina"_s,
                              u"5|receipt|MCS-000001|1|noted||2022-03-01|20|rina"_s,
                              u"6|card|0002|1|noted||2022-03-02|30|tuti"_s,
                              u"8|card|0001|2|noted|rusak|2022-03-03|40|tuti"_s}));
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
