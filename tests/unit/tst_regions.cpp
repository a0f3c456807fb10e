// SPDX-License-Identifier: Apache-2.0
#include "model/domain/regions.h"

#include "model/domain/namekey.h"
#include "model/domain/regiondata.h"
#include "model/domain/regionquery.h"
#include "tests/fakes/seed.h"

#include <QRandomGenerator>
#include <QResource>
#include <QtTest>

#include <algorithm>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestRegions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = RegionIndex::load();
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().detail));
        m_index = loaded.take();
        auto data = RegionData::unpack(QResource(u":/loket/regions/regions.txt.zst"_s).uncompressedData());
        QVERIFY(data);
        m_data = data.take();
    }

    void holdsTheWholeCountry()
    {
        const auto counts = m_index->counts();
        QCOMPARE(counts.provinces, 38);
        QCOMPARE(counts.regencies, 514);
        QCOMPARE(counts.districts, 7285);
        QCOMPARE(counts.villages, 83762);
    }

    void namesACode_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("name");
        QTest::newRow("province") << u"32"_s << u"Jawa Barat"_s;
        QTest::newRow("city") << u"31.74"_s << u"Kota Administrasi Jakarta Selatan"_s;
        QTest::newRow("district") << u"31.74.01"_s << u"Tebet"_s;
        QTest::newRow("village") << u"31.74.01.1001"_s << u"Tebet Timur"_s;
        QTest::newRow("first village") << u"11.01.01.2001"_s << u"Keude Bakongan"_s;
        QTest::newRow("last village") << u"96.71.10.1004"_s << u"Tanjung Kasuari"_s;
        QTest::newRow("apostrophe written as a quotation mark") << u"35.13.15.2017"_s << u"Soka'an"_s;
        QTest::newRow("comma in the name") << u"12.07.28.1007"_s << u"Lubuk Pakam I,II"_s;
        QTest::newRow("unknown province") << u"10"_s << QString();
        QTest::newRow("unknown village") << u"31.74.01.9999"_s << QString();
        QTest::newRow("no dots") << u"317401"_s << QString();
        QTest::newRow("a dot too many") << u"31.74.01.1001."_s << QString();
        QTest::newRow("short village") << u"31.74.01.101"_s << QString();
        QTest::newRow("letters") << u"3a.74"_s << QString();
        QTest::newRow("Arabic digits") << u"٣١"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void namesACode()
    {
        QFETCH(QString, code);
        QFETCH(QString, name);
        QCOMPARE(m_index->name(code), name);
    }

    void knowsVillageWithItsLevels()
    {
        const Village expected{u"31.74.01.1001"_s, u"Tebet Timur"_s, u"Tebet"_s,
                               u"Kota Administrasi Jakarta Selatan"_s, u"Daerah Khusus Ibukota Jakarta"_s};
        QCOMPARE(m_index->village(u"31.74.01.1001").value(), expected);
        QVERIFY(!m_index->village(u"31.74.01"));
        QVERIFY(!m_index->village(u"31.74.01.1999"));
    }

    void knowsDistrictsOfNiks()
    {
        QVERIFY(m_index->isKnownDistrict(u"317401"));
        QVERIFY(m_index->isKnownDistrict(u"110101"));
        QVERIFY(!m_index->isKnownDistrict(u"105024"));
        QVERIFY(!m_index->isKnownDistrict(u"31740"));
        QVERIFY(!m_index->isKnownDistrict(u"31.74.01"));
        QVERIFY(!m_index->isKnownDistrict(u"31740a"));
        QVERIFY(!m_index->isKnownDistrict(u"+31740"));
    }

    void everyNameIsTidy()
    {
        for (int level = 0; level < RegionData::LevelCount; ++level) {
            for (qsizetype i = 0; i < m_data.levels[size_t(level)].size(); ++i) {
                const QString name = QString::fromUtf8(m_data.name(level, i));
                QVERIFY2(name == name.simplified() && !name.isEmpty() && !name.contains(u'"')
                             && !(name.size() > 1 && name[0].isLower() && name[1].isLower()),
                         qPrintable(name));
                QCOMPARE(QString::fromUtf8(m_data.levels[size_t(level)].key(i)), nameKey(name));
            }
        }
    }

    void findsBestFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first"); // village, district, regency
        QTest::newRow("village") << u"tebet timur"_s
                                 << u"Tebet Timur, Tebet, Kota Administrasi Jakarta Selatan"_s;
        QTest::newRow("upper case") << u"TEBET TIMUR"_s
                                    << u"Tebet Timur, Tebet, Kota Administrasi Jakarta Selatan"_s;
        QTest::newRow("parts in any order")
            << u"selatan tim teb jak"_s << u"Tebet Timur, Tebet, Kota Administrasi Jakarta Selatan"_s;
        QTest::newRow("village and city")
            << u"bukit duri jakarta selatan"_s << u"Bukit Duri, Tebet, Kota Administrasi Jakarta Selatan"_s;
        QTest::newRow("apostrophe left out") << u"sokaan"_s << u"Soka'an, Krejengan, Kabupaten Probolinggo"_s;
        QTest::newRow("apostrophe typed") << u"soka'an"_s << u"Soka'an, Krejengan, Kabupaten Probolinggo"_s;
        QTest::newRow("beginning of both words")
            << u"kebon jer jakarta"_s << u"Kebon Jeruk, Kebon Jeruk, Kota Administrasi Jakarta Barat"_s;
    }
    void findsBestFirst()
    {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        const QList<Village> found = m_index->find(typed, 5);
        QVERIFY(!found.isEmpty());
        QCOMPARE(found[0].village + u", "_s + found[0].district + u", "_s + found[0].regency, first);
    }

    void villageNameBeforeDistrictBeforeRegency()
    {
        const QList<Village> found = m_index->find(u"tebet", 100000);
        QCOMPARE(found.size(), 7);
        QCOMPARE(found[0].village, u"Tebet Timur"_s);
        QCOMPARE(found[1].village, u"Tebet Barat"_s);
        const auto level = [](const Village &v) {
            return v.village.contains(u"tebet", Qt::CaseInsensitive) ? 0
                : v.district.contains(u"tebet", Qt::CaseInsensitive) ? 1
                                                                     : 2;
        };
        QVERIFY(std::is_sorted(found.begin(), found.end(),
                               [&](const Village &a, const Village &b) { return level(a) < level(b); }));
    }

    void findsNothing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("limit");
        QTest::newRow("nothing typed") << QString() << 10;
        QTest::newRow("only signs") << u" .,-' "_s << 10;
        QTest::newRow("no such word") << u"qqqq"_s << 10;
        QTest::newRow("one word too many") << u"tebet timur qqqq"_s << 10;
        QTest::newRow("none wanted") << u"tebet"_s << 0;
        QTest::newRow("less than none wanted") << u"tebet"_s << -1;
        QTest::newRow("a line feed joins nothing") << u"timur\ntebetx"_s << 10;
        QString pasted;
        for (int i = 0; i < 30; ++i)
            pasted += QChar(u'a' + i % 26) + QString::number(i % 3) + u' ';
        QTest::newRow("a pasted page") << pasted.repeated(100) << 10;
    }
    void findsNothing()
    {
        QFETCH(QString, typed);
        QFETCH(int, limit);
        QVERIFY(m_index->find(typed, limit).isEmpty());
    }

    /// Random parts of random names, against the plain definition.
    void agreesWithNaiveScan()
    {
        QRandomGenerator random(Fakes::seedOfTest());
        const int rounds = 60;
        for (int round = 0; round < rounds; ++round) {
            const QByteArray key = randomQuery(random);
            const int limit = random.bounded(3) == 0 ? 100000 : 1 + random.bounded(60);
            const auto found = findVillages(m_data, key, limit);
            const auto expected = naive(key, limit);
            QVERIFY2(found == expected,
                     qPrintable(u"'%1' limit %2: %3 found, %4 expected"_s.arg(QString::fromUtf8(key))
                                    .arg(limit)
                                    .arg(found.size())
                                    .arg(expected.size())));
        }
    }

    void refusesDamagedData_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const QByteArray head = "loket-regions/1 1 1 1 1\n";
        QTest::newRow("empty") << QByteArray() << u"line 1"_s;
        QTest::newRow("other kind") << QByteArray("loket-regions/2 0 0 0 0\n") << u"line 1"_s;
        QTest::newRow("counts") << head + "***11A\n**01B\n*01C\n=0001D\nE\n" << u"line 1"_s;
        QTest::newRow("village first") << head + "=0001D\n" << u"line 2"_s;
        QTest::newRow("bare name first") << head + "***11A\n**01B\n*01C\nVw\n" << u"line 5"_s;
        QTest::newRow("level left out") << head + "***11A\n*01C\n" << u"line 3"_s;
        QTest::newRow("level left out below a later one")
            << head + "***11A\n**01B\n*01C\n=0001D\n***12E\n*01F\n"
            << u"line 7"_s;
        QTest::newRow("no digits") << head + "***1xA\n" << u"line 2"_s;
        QTest::newRow("no name") << head + "***11\n" << u"line 2"_s;
        QTest::newRow("out of order") << head + "***12A\n***11B\n" << u"line 3"_s;
        QTest::newRow("cut") << head + "***11A\n**0" << u"line 1"_s;
    }
    void refusesDamagedData()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto data = RegionData::read(text);
        QVERIFY(!data);
        QCOMPARE(data.error().kind, FailureKind::Corrupt);
        QVERIFY2(data.error().detail.contains(says), qPrintable(data.error().detail));
    }

    void refusesDamagedPacking()
    {
        const QByteArray packed = QResource(u":/loket/regions/regions.txt.zst"_s).uncompressedData();
        QVERIFY(packed.size() < 800 * 1000);
        QVERIFY(!RegionData::unpack({}));
        QVERIFY(!RegionData::unpack("not packed"));
        QVERIFY(!RegionData::unpack(packed.first(packed.size() / 2)));
        QVERIFY(!RegionData::unpack(packed.first(packed.size() - 1)));
    }

private:
    QByteArray randomQuery(QRandomGenerator &random) const
    {
        QByteArray key;
        const size_t village = random.bounded(quint32(m_data.levels[RegionData::Villages].size()));
        const int words = 1 + random.bounded(4);
        for (int i = 0; i < words; ++i) {
            size_t at = village;
            int level = RegionData::Villages;
            for (const int target = random.bounded(4); level > target; --level)
                at = m_data.levels[size_t(level)].parents[at];
            const auto names = m_data.levels[size_t(level)].key(qsizetype(at)).toByteArray().split(' ');
            const QByteArray name = names[random.bounded(names.size())];
            const qsizetype from = random.bounded(2) ? 0 : qsizetype(random.bounded(quint32(name.size())));
            key += (key.isEmpty() ? "" : " ")
                + name.mid(from, random.bounded(3) == 0 ? -1 : 1 + qsizetype(random.bounded(4)));
            if (random.bounded(15) == 0)
                key += 'q';
        }
        return key;
    }

    std::vector<quint32> naive(const QByteArray &key, int limit) const
    {
        const auto words = key.split(' ');
        std::vector<std::pair<int, quint32>> all;
        const auto &levels = m_data.levels;
        for (size_t v = 0; v < size_t(levels[3].size()); ++v) {
            const size_t d = levels[3].parents[v];
            const size_t r = levels[2].parents[d];
            const size_t p = levels[1].parents[r];
            const std::array<QByteArrayView, 4> names
                = {levels[3].key(qsizetype(v)), levels[2].key(qsizetype(d)), levels[1].key(qsizetype(r)),
                   levels[0].key(qsizetype(p))};
            int best = 99;
            bool ok = true;
            for (const QByteArray &word : words) {
                int level = 0;
                while (level < 4 && !names[size_t(level)].contains(word))
                    ++level;
                ok = ok && level < 4;
                for (int l = level; l < 4; ++l) {
                    if (names[size_t(l)].contains(word))
                        best = std::min(best, l);
                }
            }
            if (!ok)
                continue;
            int rank = best + 3;
            if (best == 0) {
                const QByteArray name = names[0].toByteArray();
                const bool begins = std::any_of(words.begin(), words.end(), [&](const QByteArray &word) {
                    return name.startsWith(word);
                });
                rank = (' ' + key + ' ').contains(' ' + name + ' ') ? 0
                    : name.startsWith(key)                          ? 1
                    : begins                                        ? 2
                                                                    : 3;
            }
            all.emplace_back(rank, quint32(v));
        }
        std::stable_sort(all.begin(), all.end(), [](auto a, auto b) { return a.first < b.first; });
        std::vector<quint32> found;
        for (size_t i = 0; i < all.size() && i < size_t(limit); ++i)
            found.push_back(all[i].second);
        return found;
    }

    std::shared_ptr<const RegionIndex> m_index;
    RegionData m_data;
};

QTEST_GUILESS_MAIN(TestRegions)
#include "tst_regions.moc"
