// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/pastedrows.h"
#include "forms/casework/typedinput.h"

#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

/// What officers type, and what is understood.
class TestTypedInput : public QObject
{
    Q_OBJECT

    const QDate m_today{2026, 11, 21};

private Q_SLOTS:
    void date_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("iso");
        QTest::newRow("eight digits") << u"29091965"_s << u"1965-09-29"_s;
        QTest::newRow("six digits, last century") << u"290965"_s << u"1965-09-29"_s;
        QTest::newRow("six digits, this century") << u"110504"_s << u"2004-05-11"_s;
        QTest::newRow("short with hyphens") << u"29-9-65"_s << u"1965-09-29"_s;
        QTest::newRow("slashes") << u"29/09/1965"_s << u"1965-09-29"_s;
        QTest::newRow("points") << u"3.11.2026"_s << u"2026-11-03"_s;
        QTest::newRow("blanks") << u" 3 11 26 "_s << u"2026-11-03"_s;
        QTest::newRow("ISO") << u"1965-09-29"_s << u"1965-09-29"_s;
        QTest::newRow("ISO with slashes") << u"1965/9/29"_s << u"1965-09-29"_s;
        QTest::newRow("year first, no marks") << u"19650929"_s << u"1965-09-29"_s;
        QTest::newRow("Indonesian month") << u"17 Agustus 1990"_s << u"1990-08-17"_s;
        QTest::newRow("short Indonesian month") << u"1 Des 90"_s << u"1990-12-01"_s;
        QTest::newRow("English month") << u"1-Oct-1990"_s << u"1990-10-01"_s;
        QTest::newRow("two digits of today") << u"21-11-26"_s << u"2026-11-21"_s;
        QTest::newRow("two digits of tomorrow") << u"22-11-26"_s << u"1926-11-22"_s;
        QTest::newRow("leap day") << u"29022000"_s << u"2000-02-29"_s;
        QTest::newRow("no leap day") << u"29021999"_s << u"29021999"_s;
        QTest::newRow("31 April") << u"31-4-2001"_s << u"31-4-2001"_s;
        QTest::newRow("half typed") << u"2909"_s << u"2909"_s;
        QTest::newRow("words") << u"kemarin"_s << u"kemarin"_s;
        QTest::newRow("nothing") << u""_s << u""_s;
    }
    void date()
    {
        QFETCH(QString, typed);
        QFETCH(QString, iso);
        QCOMPARE(Typed::date(typed, m_today), iso);
        QCOMPARE(Typed::date(iso, m_today), iso); // understood once, understood always
    }

    void monthMoneyAndFlag_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *kind, const char *typed, const char *value) {
            QTest::addRow("%s: %s", kind, typed)
                << QString::fromLatin1(kind) << QString::fromLatin1(typed) << QString::fromLatin1(value);
        };
        for (const char *march : {"3/2022", "03-22", "032022", "0322", "2022-03", "202203", "2022/03",
                                  "3 2022", "Maret 2022", "mar 22", " 3.2022 "})
            row("month", march, "2022-03");
        row("month", "122022", "2022-12");
        row("month", "13/2022", "13/2022");
        row("month", "0/2022", "0/2022");
        row("month", "bulan lalu", "bulan lalu");
        row("month", "03", "03");
        row("month", "", "");
        for (const char *money : {"1500000", "1.500.000", "Rp1.500.000", "rp 1.500.000", "Rp. 1 500 000",
                                  "1.500.000,00", "1500000,-", "1,5 jt", "1.5juta", "1500 rb", "1500k"})
            row("money", money, "1500000");
        row("money", "0", "0");
        row("money", "15.00", "15.00");
        row("money", "1,2345 rb", "1,2345 rb");
        row("money", "banyak", "banyak");
        for (const char *yes : {"y", "Ya", "yes", "1"})
            row("flag", yes, "yes");
        for (const char *no : {"t", "tidak", "TDK", "no", "2"})
            row("flag", no, "no");
        row("flag", "mungkin", "mungkin");
    }
    void monthMoneyAndFlag()
    {
        QFETCH(QString, kind);
        QFETCH(QString, typed);
        QFETCH(QString, value);
        const auto understood = [this, kind](const QString &text) {
            return kind == u"month" ? Typed::month(text, m_today)
                : kind == u"money"  ? Typed::money(text)
                                    : Typed::flag(text);
        };
        QCOMPARE(understood(typed), value);
        QCOMPARE(understood(value), value); // understood once, understood always
        if (kind == u"month")
            QCOMPARE(Typed::month(Typed::shownMonth(value), m_today), value);
    }

    void choice_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *kind, const char *typed, const char *code) {
            QTest::addRow("%s: %s", kind, typed)
                << QString::fromLatin1(kind) << QString::fromLatin1(typed) << QString::fromLatin1(code);
        };
        for (const auto &[typed, code] :
             {std::pair("k", "head"), {"1", "head"},    {"Kepala Keluarga", "head"}, {"h", "head"},
              {"s", "husband"},       {"2", "husband"}, {"hus", "husband"},          {"SUAMI", "husband"},
              {"i", "wife"},          {"3", "wife"},    {"istri", "wife"},           {"w", "wife"},
              {"a", "child"},         {"4", "child"},   {"anak", "child"},           {"c", "child"},
              {"t", "extra"},         {"5", "extra"},   {"orang tua", "extra"},      {"6", "6"},
              {"xyz", "xyz"},         {"", ""}})
            row("relation", typed, code);
        for (const auto &[typed, code] : {std::pair("l", "L"),
                                          {"1", "L"},
                                          {"laki-laki", "L"},
                                          {"male", "L"},
                                          {"p", "P"},
                                          {"2", "P"},
                                          {"Perempuan", "P"},
                                          {"f", "P"},
                                          {"3", "3"},
                                          {"q", "q"}})
            row("sex", typed, code);
        for (const auto &[typed, code] : {std::pair("b", "single"),
                                          {"1", "single"},
                                          {"BK", "single"},
                                          {"Belum Kawin", "single"},
                                          {"k", "married"},
                                          {"2", "married"},
                                          {"kawin tercatat", "married"},
                                          {"m", "married"},
                                          {"c", "divorced"},
                                          {"3", "divorced"},
                                          {"CH", "divorced"},
                                          {"cerai hidup", "divorced"},
                                          {"4", "widowed"},
                                          {"CM", "widowed"},
                                          {"cerai mati", "widowed"},
                                          {"z", "z"}})
            row("marital", typed, code);
        for (const auto &[typed, code] : {std::pair("w", "WNI"),
                                          {"wni", "WNI"},
                                          {"1", "WNI"},
                                          {"i", "WNI"},
                                          {"2", "WNA"},
                                          {"wna", "WNA"},
                                          {"a", "WNA"},
                                          {"asing", "WNA"},
                                          {"x", "x"}})
            row("citizenship", typed, code);
    }
    void choice()
    {
        QFETCH(QString, kind);
        QFETCH(QString, typed);
        QFETCH(QString, code);
        QCOMPARE(Typed::choice(kind, typed), code);
    }

    void everyLabelLeadsToItsCode()
    {
        for (const QString &kind : {u"relation"_s, u"sex"_s, u"marital"_s, u"citizenship"_s}) {
            const QStringList codes = Typed::choices(kind);
            QVERIFY(codes.size() >= 2);
            for (qsizetype i = 0; i < codes.size(); ++i) {
                QCOMPARE(Typed::choice(kind, codes[i]), codes[i]);
                QCOMPARE(Typed::choice(kind, QString::number(i + 1)), codes[i]);
                for (const QString &language : {u"id"_s, u"en"_s})
                    QCOMPARE(Typed::choice(kind, Typed::choiceLabel(kind, codes[i], language)), codes[i]);
            }
        }
    }

    void smallThings_data()
    {
        QTest::addColumn<QString>("is");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("RT of one digit") << Typed::rtRw(u"1"_s) << u"001"_s;
        QTest::newRow("RT of four digits") << Typed::rtRw(u"0001"_s) << u"0001"_s;
        QTest::newRow("no RT") << Typed::rtRw(u"-"_s) << u"-"_s;
        QTest::newRow("grouped number") << Typed::digits(u"3174 0169 0965 9991"_s) << u"3174016909659991"_s;
        QTest::newRow("points and hyphens") << Typed::digits(u"0812-3456.7890"_s) << u"081234567890"_s;
        QTest::newRow("not only digits") << Typed::digits(u"12 a 3"_s) << u"12 a 3"_s;
        QTest::newRow("name") << Typed::name(u"  sari   dewi "_s) << u"SARI DEWI"_s;
        QTest::newRow("date shown") << Typed::shownDate(u"1965-09-29"_s) << u"29-09-1965"_s;
        QTest::newRow("no date shown as it is") << Typed::shownDate(u"2909"_s) << u"2909"_s;
    }
    void smallThings()
    {
        QFETCH(QString, is);
        QFETCH(QString, wanted);
        QCOMPARE(is, wanted);
    }

    void stayPermit()
    {
        QVERIFY(Typed::looksLikeStayPermit(u"2C11JE4455"_s));
        QVERIFY(!Typed::looksLikeStayPermit(u"3174016909659991"_s));
        QVERIFY(!Typed::looksLikeStayPermit(u"31740169096599l1"_s)); // a slip of the finger is no permit
        QVERIFY(!Typed::looksLikeStayPermit(u"2C"_s));
    }

    void pasteWithHeader()
    {
        const QString sheet
            = u"No\tNama Lengkap\tNIK\tJenis Kelamin\tTempat Lahir\tTanggal Lahir\tAgama\t"
              "Status Perkawinan\tStatus Hubungan Dalam Keluarga\tKewarganegaraan\tNama Ayah\n"
              "1\tSari Dewi\t3174016909659991\tPEREMPUAN\tJakarta\t29-09-1965\tIslam\tKAWIN\tKEPALA "
              "KELUARGA\tWNI\tBudi\n"
              "2\tBima Peters\t3174011105049991\tLAKI-LAKI\tJakarta\t11/05/2004\tIslam\tBELUM KAWIN\t"
              "ANAK\tWNI\tJohan\n"_s;
        const PastedRows pasted = readPastedRows(sheet, m_today);
        QVERIFY(pasted.isRecognised);
        QCOMPARE(pasted.rows.size(), 2);
        const MemberTexts first = {
            {u"name"_s, u"SARI DEWI"_s},     {u"nik"_s, u"3174016909659991"_s}, {u"sex"_s, u"P"_s},
            {u"birthPlace"_s, u"JAKARTA"_s}, {u"birthDate"_s, u"1965-09-29"_s}, {u"marital"_s, u"married"_s},
            {u"relation"_s, u"head"_s},      {u"citizenship"_s, u"WNI"_s}};
        QCOMPARE(pasted.rows[0], first);
        QCOMPARE(pasted.rows[1].value(u"relation"_s), u"child"_s);
        QCOMPARE(pasted.rows[1].value(u"marital"_s), u"single"_s);
    }

    void pasteByContent()
    {
        const QString rows = u"1\t3174016909659991\tSARI DEWI\tJAKARTA\t29-09-1965\tP\tKawin\tKepala\n"
                             "2\t2C11JE4455\tJOHAN PETERS\tUTRECHT\t2-2-1963\tL\tKawin\tSuami\n"
                             "3\t317401110504999\tBIMA PETERS\tJAKARTA\t11-05-2004\tL\tBelum kawin\tAnak\n"
                             "4\t\tBAYI NY. SARI\tJAKARTA\t03-11-2026\tL\tBelum kawin\tAnak\r\n"_s;
        const PastedRows pasted = readPastedRows(rows, m_today);
        QVERIFY(pasted.isRecognised);
        const QStringList fields = {QString(),      u"nik"_s, u"name"_s,    u"birthPlace"_s,
                                    u"birthDate"_s, u"sex"_s, u"marital"_s, u"relation"_s};
        QCOMPARE(pasted.fields, fields);
        QCOMPARE(pasted.rows.size(), 4);
        QCOMPARE(pasted.rows[1].value(u"nik"_s), u"2C11JE4455"_s);
        QCOMPARE(pasted.rows[2].value(u"nik"_s), u"317401110504999"_s); // too short: kept as typed
        QVERIFY(!pasted.rows[3].contains(u"nik"_s));
        QCOMPARE(pasted.rows[3].value(u"birthDate"_s), u"2026-11-03"_s);
    }

    void pasteOfBadCellsKeepsThem()
    {
        const PastedRows pasted
            = readPastedRows(u"NIK\tNama\tTgl Lahir\tL/P\n12x\tADI\t31-02-2001\tQ\n"_s, m_today);
        QVERIFY(pasted.isRecognised);
        const MemberTexts row = {{u"nik"_s, u"12x"_s},
                                 {u"name"_s, u"ADI"_s},
                                 {u"birthDate"_s, u"31-02-2001"_s},
                                 {u"sex"_s, u"Q"_s}};
        QCOMPARE(pasted.rows.value(0), row);
    }

    void pasteOfUnknownText()
    {
        QVERIFY(!readPastedRows(u"halo"_s, m_today).isRecognised);
        QVERIFY(!readPastedRows(u"Kawin\tWNI"_s, m_today).isRecognised);
        QVERIFY(readPastedRows(u""_s, m_today).rows.isEmpty());
    }

    void quotedCells()
    {
        const QList<QStringList> cells = pastedCells(u"\"a\nb\"\t\"say \"\"x\"\"\"\nc\td\n\n"_s);
        const QList<QStringList> wanted = {{u"a b"_s, u"say \"x\""_s}, {u"c"_s, u"d"_s}};
        QCOMPARE(cells, wanted);
    }
};

QTEST_GUILESS_MAIN(TestTypedInput)
#include "tst_typedinput.moc"
