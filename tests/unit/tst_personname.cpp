// SPDX-License-Identifier: Apache-2.0
#include "model/domain/personname.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestPersonName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("issue"); // -1: accepted

        QTest::newRow("upper case") << u"SARI DEWI"_s << u"SARI DEWI"_s << -1;
        QTest::newRow("small letters") << u"sari dewi"_s << u"SARI DEWI"_s << -1;
        QTest::newRow("spaces") << u"  Sari \t Dewi\n"_s << u"SARI DEWI"_s << -1;
        QTest::newRow("one word") << u"Suharto"_s << u"SUHARTO"_s << -1;
        QTest::newRow("title") << u"dr. Budi S., S.Kom"_s << u"DR. BUDI S., S.KOM"_s << -1;
        QTest::newRow("apostrophe") << u"Ma'ruf"_s << u"MA'RUF"_s << -1;
        QTest::newRow("typographic apostrophe") << u"Ma’ruf"_s << u"MA'RUF"_s << -1;
        QTest::newRow("grave accent as apostrophe") << u"Ma`ruf"_s << u"MA'RUF"_s << -1;
        QTest::newRow("hyphen") << u"Anne-Marie"_s << u"ANNE-MARIE"_s << -1;
        QTest::newRow("marks") << u"José Müller"_s << u"JOSÉ MÜLLER"_s << -1;
        QTest::newRow("marks apart") << u"José"_s << u"JOSÉ"_s << -1;
        QTest::newRow("one letter") << u"A"_s << u"A"_s << -1;
        QTest::newRow("son of") << u"Raju A/L Muthu"_s << u"RAJU A/L MUTHU"_s << -1;
        QTest::newRow("sharp s") << u"Weiß"_s << u"WEISS"_s << -1;
        QTest::newRow("a hundred only in small letters")
            << u"ß"_s.repeated(60) << QString() << int(PersonNameIssue::Length);
        QTest::newRow("digit") << u"Sari 2"_s << QString() << int(PersonNameIssue::Characters);
        QTest::newRow("other script") << u"王美"_s << QString() << int(PersonNameIssue::Characters);
        QTest::newRow("Cyrillic look-alike") << u"SАRI"_s << QString() << int(PersonNameIssue::Characters);
        QTest::newRow("bracket") << u"Sari (Dewi)"_s << QString() << int(PersonNameIssue::Characters);
        QTest::newRow("signs only") << u". -"_s << QString() << int(PersonNameIssue::NoLetter);
        QTest::newRow("nothing") << QString() << QString() << int(PersonNameIssue::Empty);
        QTest::newRow("blanks") << u"   "_s << QString() << int(PersonNameIssue::Empty);
        QTest::newRow("hundred")
            << u"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_s
            << u"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_s
            << -1;
        QTest::newRow("a hundred and one")
            << u"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_s
            << QString() << int(PersonNameIssue::Length);
    }
    void parse()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        QFETCH(int, issue);

        const auto value = PersonName::parse(typed);

        QCOMPARE(value ? -1 : int(value.error()), issue);
        if (!value) {
            QVERIFY(!problemCode(value.error()).isEmpty());
            return;
        }
        QCOMPARE(value.value().text(), stored);
        QVERIFY(PersonName::parse(stored)); // what is stored is read again, and is the same
        QCOMPARE(PersonName::parse(stored).value(), value.value());
    }
};

QTEST_APPLESS_MAIN(TestPersonName)
#include "tst_personname.moc"
