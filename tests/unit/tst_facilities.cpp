// SPDX-License-Identifier: Apache-2.0
#include "model/domain/facilities.h"

#include "model/domain/facilitycode.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestFacilities : public QObject
{
    Q_OBJECT

    static QStringList codes(const QList<Facility> &facilities)
    {
        QStringList list;
        for (const Facility &facility : facilities)
            list += facility.code;
        return list;
    }

    const FacilityIndex m_index{{
        {u"11110001"_s, u"Puskesmas Anggrek"_s, u"puskesmas"_s, u"Kota Satu"_s},
        {u"1111U002"_s, u"Klinik Melati"_s, u"klinik"_s, u"Kota Satu"_s},
        {u"11110003"_s, u"drg. Anggrek"_s, u"gigi"_s, u"Kota Satu"_s},
        {u"22220004"_s, u"Puskesmas Melati Anggrek"_s, u"puskesmas"_s, u"Kota Dua"_s},
        {u"11110001"_s, u"Second of the same code"_s, u"klinik"_s, u"Kota Tiga"_s},
    }};

private Q_SLOTS:
    void aListIsReadOrItsFaultIsNamed_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("fault"); // empty: none
        const QByteArray head = "code,name,kind,area\n";
        QTest::newRow("two") << head + "11110001,Puskesmas,puskesmas,Kota\r\n\n1111U002,Klinik,klinik,Kota\n"
                             << QString();
        QTest::newRow("no head") << QByteArray("11110001,Puskesmas,puskesmas,Kota\n") << u"line 1"_s;
        QTest::newRow("nothing") << head << u"no facility"_s;
        QTest::newRow("no bytes") << QByteArray() << u"line 1"_s;
        QTest::newRow("three cells") << head + "11110001,Puskesmas,puskesmas\n" << u"line 2: four cells"_s;
        QTest::newRow("a code that is none") << head + "1,Puskesmas,puskesmas,Kota\n" << u"line 2: code"_s;
        QTest::newRow("twice") << head + "11110001,A,klinik,Kota\n11110001,B,klinik,Kota\n"
                               << u"line 3: a second time"_s;
        QTest::newRow("a kind that is none") << head + "11110001,A,hotel,Kota\n" << u"line 2: kind"_s;
        QTest::newRow("no name") << head + "11110001, ,klinik,Kota\n" << u"line 2: name"_s;
    }
    void aListIsReadOrItsFaultIsNamed()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, fault);
        const auto list = FacilityIndex::read(csv);
        QCOMPARE(bool(list), fault.isEmpty());
        if (!list)
            QVERIFY2(list.error().startsWith(fault), qPrintable(list.error()));
        else
            QCOMPARE(list.value()->all().size(), 2);
    }

    void trialListHoldsTheFixedCodes()
    {
        const auto trial = FacilityIndex::trial();
        QCOMPARE(trial->facility(u"0138U020"_s).value().kind, u"klinik"_s);
        QCOMPARE(trial->facility(u"03010701"_s).value().kind, u"puskesmas"_s);
        QCOMPARE(trial->facility(u"1202R001"_s).value().kind, u"rs-d"_s);
        QVERIFY(!trial->facility(u"99999999"_s));
        QVERIFY(trial->all().size() >= 24);
    }

    void trialListIsSound()
    {
        const QSet<QString> kinds = {u"puskesmas"_s, u"klinik"_s, u"dokter"_s, u"gigi"_s, u"rs-d"_s};
        QSet<QString> seen;
        QSet<QString> seenKinds;
        for (const Facility &facility : FacilityIndex::trial()->all()) {
            QVERIFY2(FacilityCode::parse(facility.code), qPrintable(facility.code));
            QVERIFY2(kinds.contains(facility.kind), qPrintable(facility.kind));
            QVERIFY2(!seen.contains(facility.code), qPrintable(facility.code));
            QVERIFY2(facility.name.contains(u"Contoh") || facility.name.contains(u"Latihan"),
                     qPrintable(facility.name));
            QVERIFY(!facility.area.isEmpty());
            seen += facility.code;
            seenKinds += facility.kind;
        }
        QCOMPARE(seenKinds, kinds);
    }

    void find_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QStringList>("found");

        QTest::newRow("by code") << u"1111u002"_s << 9 << QStringList{u"1111U002"_s};
        QTest::newRow("by part of the code, dentist last")
            << u"1111000"_s << 9 << QStringList{u"11110001"_s, u"11110001"_s, u"11110003"_s};
        QTest::newRow("by name: beginning first, dentist last")
            << u"ANGGREK"_s << 9 << QStringList{u"11110001"_s, u"22220004"_s, u"11110003"_s};
        QTest::newRow("by name and area") << u"dua anggrek"_s << 9 << QStringList{u"22220004"_s};
        QTest::newRow("name that begins so comes first") << u"klinik"_s << 9 << QStringList{u"1111U002"_s};
        QTest::newRow("limit") << u"anggrek"_s << 1 << QStringList{u"11110001"_s};
        QTest::newRow("no limit, none") << u"anggrek"_s << 0 << QStringList();
        QTest::newRow("none") << u"mawar"_s << 9 << QStringList();
        QTest::newRow("nothing typed finds all")
            << QString() << 9
            << QStringList{u"1111U002"_s, u"11110001"_s, u"22220004"_s, u"11110001"_s, u"11110003"_s};
    }
    void find()
    {
        QFETCH(QString, typed);
        QFETCH(int, limit);
        QFETCH(QStringList, found);
        QCOMPARE(codes(m_index.find(typed, limit)), found);
    }

    void firstOfTheSameCodeCounts()
    {
        QCOMPARE(m_index.facility(u"11110001"_s).value().name, u"Puskesmas Anggrek"_s);
    }
};

QTEST_APPLESS_MAIN(TestFacilities)
#include "tst_facilities.moc"
