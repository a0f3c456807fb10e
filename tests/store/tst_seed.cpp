// SPDX-License-Identifier: Apache-2.0
#include "model/store/seed.h"

#include "model/base/clock.h"
#include "model/domain/facilities.h"
#include "model/domain/kknumber.h"
#include "model/domain/namekey.h"
#include "model/domain/nik.h"
#include "model/domain/personname.h"
#include "model/domain/phonenumber.h"
#include "model/domain/postcode.h"
#include "model/domain/regions.h"
#include "model/domain/staypermit.h"
#include "model/domain/virtualaccount.h"
#include "model/rulebook/rulebook.h"
#include "model/store/connection.h"
#include "model/store/migrations.h"
#include "model/store/phonekey.h"
#include "model/store/seedrandom.h"
#include "model/store/store.h"
#include "model/store/storelock.h"
#include "model/store/storereader.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

const QDate kSeedDay(2022, 3, 1);

} // namespace

class TestSeed : public QObject
{
    Q_OBJECT

    SeedOptions options(const QString &dir, qint64 participants, quint64 seed = 1)
    {
        return {dir, {}, participants, seed, &m_library->on(kSeedDay), m_facilities.get(), &m_clock};
    }

    static std::unique_ptr<Connection> open(const QString &dir)
    {
        return openStore(dir + u"/mirror.db"_s, Access::Read).take();
    }

    /// Every value of every row, in order.
    static QByteArray contentOf(const QString &dir)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const auto mirror = open(dir);
        const auto all = [&](const char *sql, int columns) {
            const auto rows = mirror->all(sql, [columns](const Statement &s) {
                QString row;
                for (int i = 0; i < columns; ++i)
                    row += s.text(i) + u'|';
                return row;
            });
            for (const QString &row : rows.value())
                hash.addData(row.toUtf8());
        };
        all("SELECT * FROM family ORDER BY id", 29);
        all("SELECT * FROM participant ORDER BY id", 23);
        return hash.result();
    }

    static qint64 number(Connection &connection, const char *sql)
    {
        return connection.one(sql, [](const Statement &s) { return s.integer(0); }).value().value_or(-1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = RulebookLibrary::builtIn();
        m_facilities = FacilityIndex::trial();
        m_regions = RegionIndex::load().take();
        QVERIFY(m_dir.isValid());
        const auto summary = seedStore(options(m_dir.path() + u"/main"_s, 20000));
        QVERIFY2(summary, summary ? "" : qPrintable(summary.error().detail));
        QCOMPARE(summary.value().participants, 20000);
        QCOMPARE(summary.value().before, 0);
        m_families = summary.value().families;
    }

    void fillsASoundTrialStore()
    {
        const auto store = Store::open({m_dir.path() + u"/main"_s, {}, false, false, &m_clock});
        QVERIFY(store);
        const auto reader = store.value()->reader();
        QVERIFY(reader);
        const auto status = reader.value()->status().value();
        QVERIFY(status.isTrial);
        QCOMPARE(status.participants, 20000);
        QCOMPARE(reader.value()->verify().value(), QStringList());
    }

    void familyTableHoldsWhatWasTold()
    {
        const auto mirror = open(m_dir.path() + u"/main"_s);
        QCOMPARE(number(*mirror, "SELECT count(*) FROM family"), m_families);
        QCOMPARE(number(*mirror, "SELECT count(*) FROM participant"), 20000);
        QCOMPARE(number(*mirror, "SELECT count(DISTINCT card) FROM participant"), 20000);
        QCOMPARE(
            number(*mirror, "SELECT count(*) FROM participant_word WHERE participant_word MATCH 'siti*'"),
            number(*mirror, "SELECT count(*) FROM participant WHERE ' ' || name_key LIKE '% siti%'"));
        QCOMPARE(number(*mirror, "PRAGMA user_version"), qint64(mirrorMigrations().size()));
    }

    void familiesHaveTwoToSeven_data()
    {
        QTest::addColumn<int>("participants");
        for (const int count : {1, 2, 3, 5, 8, 9, 15, 100, 101})
            QTest::addRow("%d", count) << count;
    }
    void familiesHaveTwoToSeven()
    {
        QFETCH(int, participants);
        for (quint64 seed = 1; seed <= 3; ++seed) {
            QTemporaryDir dir;
            const auto summary = seedStore(options(dir.path() + u"/s"_s, participants, seed));
            QVERIFY(summary);
            const auto mirror = open(dir.path() + u"/s"_s);
            QCOMPARE(number(*mirror, "SELECT count(*) FROM participant"), participants);
            QCOMPARE(number(*mirror, "SELECT count(*) FROM family"), summary.value().families);
            const auto outOfRange
                = "SELECT count(*) FROM (SELECT count(*) AS n FROM participant GROUP BY family_id)"
                  " WHERE n NOT BETWEEN 2 AND 7";
            QCOMPARE(number(*mirror, outOfRange), participants == 1 ? 1 : 0);
            QCOMPARE(number(*mirror,
                            "SELECT count(*) FROM participant WHERE (position = 0) <> (relation = 'head')"),
                     0);
        }
    }

    void everyValueIsValid()
    {
        const auto mirror = open(m_dir.path() + u"/main"_s);
        const auto rows = mirror->all("SELECT p.nik, p.card, p.name, p.name_key, p.birth_date, p.sex, "
                                      "p.citizenship, p.fktp, f.kk, f.va,"
                                      " f.phone, f.phone_key, f.village, f.postcode, f.class, p.relation, "
                                      "p.position, f.id FROM participant p"
                                      " JOIN family f ON f.id = p.family_id",
                                      [](const Statement &s) {
                                          QStringList row;
                                          for (int i = 0; i < 18; ++i)
                                              row += s.text(i);
                                          return row;
                                      });
        int withoutNik = 0;
        for (const QStringList &row : rows.value()) {
            const QDate born = QDate::fromString(row[4], Qt::ISODate);
            QVERIFY2(born.isValid() && born <= kSeedDay, qPrintable(row[4]));
            if (row[6] == u"WNA") {
                QVERIFY2(StayPermit::parse(row[0]), qPrintable(row[0]));
            } else if (row[0].isEmpty()) {
                QVERIFY(born.addMonths(3) >= kSeedDay);
                ++withoutNik;
            } else {
                const auto nik = Nik::parse(row[0]);
                QVERIFY2(nik, qPrintable(row[0]));
                QVERIFY2(nikWarnings(nik.value(), born, sexFromLetter(row[5]), m_regions.get(), kSeedDay)
                             .isEmpty(),
                         qPrintable(row.join(u'|')));
            }
            QVERIFY(row[1].startsWith(u"000"));
            QVERIFY(CardNumber::parse(row[1]));
            QVERIFY2(PersonName::parse(row[2]) && PersonName::parse(row[2]).value().text() == row[2],
                     qPrintable(row[2]));
            QCOMPARE(row[3], nameKey(row[2]));
            QVERIFY2(m_facilities->facility(row[7]), qPrintable(row[7]));
            QVERIFY(KkNumber::parse(row[8]));
            QVERIFY(m_regions->isKnownDistrict(QStringView(row[8]).first(6)));
            if (row[16] == u"0")
                QVERIFY2(row[9].endsWith(row[1].last(11)) && row[9].size() == 16, qPrintable(row[9]));
            QCOMPARE(PhoneNumber::parse(row[10]).value().text(), row[10]);
            QVERIFY(PhoneNumber::parse(row[10]).value().isMobile());
            QCOMPARE(row[11], phoneKey(row[10]));
            QVERIFY2(m_regions->village(row[12]), qPrintable(row[12]));
            QVERIFY2(Postcode::parse(row[13]), qPrintable(row[13]));
            QVERIFY(row[14] >= u"1"_s && row[14] <= u"3"_s);
        }
        QVERIFY(withoutNik > 0);
        QVERIFY(withoutNik < 400);
    }

    void peopleOfAFamilyFitEachOther()
    {
        const auto mirror = open(m_dir.path() + u"/main"_s);
        QCOMPARE(number(*mirror,
                        "SELECT count(*) FROM participant c JOIN participant m ON m.family_id = c.family_id"
                        " WHERE c.relation = 'child' AND m.relation IN ('head', 'wife') AND m.sex = 'P'"
                        " AND julianday(c.birth_date) - julianday(m.birth_date) < 18 * 365"),
                 0);
        QCOMPARE(number(*mirror,
                        "SELECT count(*) FROM participant s JOIN participant h ON h.family_id = s.family_id"
                        " WHERE s.relation IN ('husband', 'wife') AND h.relation = 'head'"
                        " AND (s.sex = h.sex OR (s.relation = 'wife') <> (s.sex = 'P')"
                        " OR h.marital <> 'married' OR s.marital <> 'married')"),
                 0);
        QCOMPARE(
            number(*mirror, "SELECT count(*) FROM participant WHERE (relation = 'extra') <> (kin <> '')"), 0);
        QCOMPARE(number(*mirror, "SELECT count(*) FROM participant WHERE birth_date < '1920-01-01'"), 0);
    }

    void spreadIsRealistic_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::newRow("villages") << QByteArray("SELECT count(DISTINCT village) FROM family") << 4000 << 6000;
        QTest::newRow("provinces") << QByteArray("SELECT count(DISTINCT substr(village, 1, 2)) FROM family")
                                   << 36 << 38;
        QTest::newRow("women, per thousand")
            << QByteArray("SELECT avg(sex = 'P') * 1000 FROM participant") << 470 << 530;
        QTest::newRow("segments") << QByteArray("SELECT count(DISTINCT segment) FROM family") << 17 << 19;
        QTest::newRow("classes") << QByteArray("SELECT count(DISTINCT class) FROM family") << 3 << 3;
        QTest::newRow("states") << QByteArray("SELECT count(DISTINCT status) FROM participant") << 7 << 8;
        QTest::newRow("active, per thousand")
            << QByteArray("SELECT avg(status = 'AKTIF') * 1000 FROM participant") << 850 << 970;
        QTest::newRow("names") << QByteArray("SELECT count(DISTINCT name) FROM participant") << 15000
                               << 20000;
        QTest::newRow("years of birth")
            << QByteArray("SELECT count(DISTINCT substr(birth_date, 1, 4)) FROM participant") << 80 << 110;
        QTest::newRow("members, per thousand families")
            << QByteArray("SELECT 1000 * (SELECT count(*) FROM participant) / count(*) FROM family") << 3500
            << 4000;
        QTest::newRow("families in arrears, per thousand of who pays himself")
            << QByteArray("SELECT avg(status = 'NONAKTIF_MENUNGGAK') * 1000 FROM family"
                          " WHERE segment LIKE 'PBPU%' OR segment LIKE 'BP-NPN%'")
            << 190 << 270;
        QTest::newRow("arrears of more than two years")
            << QByteArray("SELECT count(*) FROM family WHERE status = 'NONAKTIF_MENUNGGAK'"
                          " AND paid_until < '2020-03'")
            << 20 << 400;
        QTest::newRow("wage exactly where somebody pays it, in thousands")
            << QByteArray("SELECT count(*) FROM family WHERE (wage > 0) <> (segment LIKE 'PPU%' OR segment "
                          "LIKE 'BP-PN%') OR (employer <> '') <> (segment LIKE 'PPU%')")
            << 0 << 0;
        QTest::newRow("changed facility in the last three months, per thousand")
            << QByteArray("SELECT avg(fktp_since > '2021-12-01') * 1000 FROM participant") << 60 << 150;
        QTest::newRow("facility of today or earlier")
            << QByteArray("SELECT count(*) FROM participant WHERE fktp_since NOT BETWEEN '2014-01-01' AND "
                          "'2022-03-01'")
            << 0 << 0;
        QTest::newRow("class changed in the last year, per thousand")
            << QByteArray("SELECT avg(class_since > '2021-03-01') * 1000 FROM family") << 200 << 450;
        QTest::newRow("class is not older than segment")
            << QByteArray("SELECT count(*) FROM family WHERE class_since < segment_since") << 0 << 0;
        QTest::newRow("school letters")
            << QByteArray("SELECT count(*) FROM participant WHERE letter_date <> ''") << 200 << 1500;
        QTest::newRow("letters of who is no student")
            << QByteArray("SELECT count(*) FROM participant WHERE letter_date <> '' AND (relation <> 'child'"
                          " OR birth_date NOT BETWEEN '1997-02-01' AND '2001-03-31')")
            << 0 << 0;
        QTest::newRow("terms that end")
            << QByteArray("SELECT count(*) FROM participant WHERE valid_until <> ''") << 50 << 600;
        QTest::newRow("foreigners") << QByteArray(
            "SELECT count(*) FROM participant WHERE citizenship = 'WNA'")
                                    << 1 << 40;
    }
    void spreadIsRealistic()
    {
        QFETCH(QByteArray, sql);
        QFETCH(int, least);
        QFETCH(int, most);
        const auto mirror = open(m_dir.path() + u"/main"_s);
        const qint64 found = number(*mirror, sql.constData());
        QVERIFY2(found >= least && found <= most, qPrintable(QString::number(found)));
    }

    void sameSeedSameFamilies()
    {
        const auto content = [&](const QString &name, quint64 seed, qint64 participants) {
            const auto done = seedStore(options(m_dir.path() + name, participants, seed));
            return done ? contentOf(m_dir.path() + name) : QByteArray();
        };
        const QByteArray first = content(u"/a"_s, 7, 1000);
        QCOMPARE(content(u"/b"_s, 7, 1000), first);
        QVERIFY(content(u"/c"_s, 8, 1000) != first);
    }

    void randomNumbersStayTheSame()
    {
        SeedRandom random(1, 0);
        SeedRandom again(1, 0);
        SeedRandom other(1, 1);
        const quint64 first = random.next();
        QCOMPARE(again.next(), first);
        QVERIFY(other.next() != first);
        QCOMPARE(first, Q_UINT64_C(10443683933123270011));
    }

    void furtherFamiliesJoinThoseThere()
    {
        const QString dir = m_dir.path() + u"/more"_s;
        QCOMPARE(seedStore(options(dir, 500)).value().before, 0);
        const auto more = seedStore(options(dir, 300));
        QVERIFY2(more, more ? "" : qPrintable(more.error().detail));
        QCOMPARE(more.value().before, 500);
        const auto mirror = open(dir);
        QCOMPARE(number(*mirror, "SELECT count(*) FROM participant"), 800);
        QCOMPARE(number(*mirror, "SELECT participants FROM mirror_state"), 800);
        QCOMPARE(number(*mirror, "SELECT count(DISTINCT card) FROM participant"), 800);
        QCOMPARE(number(*mirror, "SELECT count(*) FROM participant_word"), 800);
        QCOMPARE(mirror->one("PRAGMA integrity_check", [](const Statement &s) { return s.text(0); })
                     .value()
                     .value(),
                 u"ok"_s);
    }

    void aLockedStoreIsLeftAlone()
    {
        const QString dir = m_dir.path() + u"/locked"_s;
        QVERIFY(seedStore(options(dir, 10)));
        const QByteArray before = contentOf(dir);
        const auto lock = StoreLock::take(dir);
        const auto refused = seedStore(options(dir, 10));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::LockedByOther);
        QCOMPARE(contentOf(dir), before);
    }

    void aMirrorThatIsReadIsNotReplaced()
    {
        const QString dir = m_dir.path() + u"/read"_s;
        {
            const auto store = Store::open({dir, {}, true, true, &m_clock});
            QVERIFY(store);
        }
        {
            const auto reading = open(dir);
            QCOMPARE(number(*reading, "SELECT count(*) FROM family"), 0);
            const auto refused = seedStore(options(dir, 10));
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, FailureKind::Busy);
            QVERIFY(!QFile::exists(dir + u"/mirror.new"_s));
        }
        QVERIFY(seedStore(options(dir, 10)));
        QCOMPARE(number(*open(dir), "SELECT count(*) FROM participant"), 10);
    }

private:
    FixedClock m_clock{QDate(2022, 3, 1)};
    QTemporaryDir m_dir;
    std::shared_ptr<const RulebookLibrary> m_library;
    std::shared_ptr<const FacilityIndex> m_facilities;
    std::shared_ptr<const RegionIndex> m_regions;
    qint64 m_families = 0;
};

QTEST_GUILESS_MAIN(TestSeed)
#include "tst_seed.moc"
