// SPDX-License-Identifier: Apache-2.0
#include "model/domain/namekey.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestNameKey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void key_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("key");

        QTest::newRow("plain") << u"SARI DEWI"_s << u"sari dewi"_s;
        QTest::newRow("spaces") << u"  SARI \t  DEWI\n"_s << u"sari dewi"_s;
        QTest::newRow("title") << u"dr. Budi Santoso, S.Kom."_s << u"dr budi santoso s kom"_s;
        QTest::newRow("apostrophe joins") << u"MA'RUF"_s << u"maruf"_s;
        QTest::newRow("typographic apostrophe joins") << u"MA’RUF"_s << u"maruf"_s;
        QTest::newRow("hyphen parts") << u"SITI-AMINAH"_s << u"siti aminah"_s;
        QTest::newRow("marks") << u"José Ñuñez"_s << u"jose nunez"_s;
        QTest::newRow("marks apart") << u"Jose\u0301"_s << u"jose"_s;
        QTest::newRow("marks and apostrophe") << u"N'Golo Kanté"_s << u"ngolo kante"_s;
        QTest::newRow("ligature") << u"Soﬁa"_s << u"sofia"_s;
        QTest::newRow("full-width") << u"ＳＡＲＩ"_s << u"sari"_s;
        QTest::newRow("digits") << u"2 x 11 Kayu Tanam"_s << u"2 x 11 kayu tanam"_s;
        QTest::newRow("other script") << u"王 Mei"_s << u"王 mei"_s;
        QTest::newRow("beyond the first plane") << u"𝐒ari"_s << u"sari"_s;
        QTest::newRow("signs only") << u" .,-/' "_s << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("LIKE and FTS signs are no letters") << u"sa%r_i* \"x\""_s << u"sa r i x"_s;
    }
    void key()
    {
        QFETCH(QString, name);
        QFETCH(QString, key);
        QCOMPARE(nameKey(name), key);
        QCOMPARE(nameKey(key), key);
        QByteArray utf8 = "before ";
        appendNameKey(name.toUtf8(), utf8);
        QCOMPARE(utf8, "before " + key.toUtf8());
    }
};

QTEST_APPLESS_MAIN(TestNameKey)
#include "tst_namekey.moc"
