// SPDX-License-Identifier: Apache-2.0
#include "model/store/syncstate.h"
#include "model/store/writer.h"
#include "model/sync/storededitions.h"
#include "model/vault/devicekey.h"
#include "tests/fakes/fakeoffice.h"

#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

/// An edition of 2027 whose one change is the days until the first payment.
QJsonObject package(const QString &file = u"parameters.csv"_s, const QString &body = {})
{
    const QString parameters
        = u"name,type,value,unit,from,source,note\nfirst-payment.from-days,number,21,days,,Uji 1/2027,\n"_s;
    return {{u"id"_s, u"2027-01"_s},
            {u"effectiveFrom"_s, u"2027-01-01"_s},
            {u"files"_s,
             QJsonObject{{u"edition.json"_s,
                          u"{\"id\":\"2027-01\",\"title\":\"Uji\",\"effectiveFrom\":\"2027-01-01\","
                          "\"extends\":\"2025-02\",\"source\":\"Uji\",\"signature\":null}"_s},
                         {file, body.isEmpty() ? parameters : body}}}};
}

void keep(FakeOffice &office, const SignedText &text, const QByteArray &centreKey)
{
    must(office.store()
             .writer()
             ->run(Writer::Priority::Save,
                   [&](Connection &connection) -> Outcome<Nothing> {
                       const QJsonObject note{{u"id"_s, u"2027-01"_s}, {u"effectiveFrom"_s, u"2027-01-01"_s}};
                       if (const auto noted = noteEdition(connection, note); !noted)
                           return fail(noted.error());
                       if (auto put = putStoreSetting(connection, u"central.key"_s,
                                                      QString::fromLatin1(centreKey.toHex()));
                           !put)
                           return put;
                       return putEdition(connection, u"2027-01"_s, text.text, text.signature);
                   })
             .result());
}

} // namespace

class TestEditions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSignedEditionIsInForceBesideTheOthers()
    {
        FakeOffice office;
        QCOMPARE(editionsOf(office.store()).value(),
                 RulebookLibrary::builtIn()); // the same object: nothing was loaded
        const DeviceKey key = DeviceKey::generate();
        keep(office, signText("EDITION", package(), key), key.publicKey());
        QStringList faults;
        const auto library = editionsOf(office.store(), &faults).value();
        QCOMPARE(faults, QStringList());
        QCOMPARE(library->ids().size(), RulebookLibrary::builtIn()->ids().size() + 1);
        QCOMPARE(library->on(QDate(2027, 1, 1)).id(), u"2027-01"_s);
        QCOMPARE(library->on(QDate(2027, 1, 1)).number(u"first-payment.from-days"_s), 21);
        QCOMPARE(library->on(QDate(2026, 12, 31)).number(u"first-payment.from-days"_s), 14);
    }

    void whatCanNotBeProvenIsLeftOut_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("signed by somebody else") << 0;
        QTest::newRow("signed as something else") << 1;
        QTest::newRow("a table that is none") << 2;
        QTest::newRow("a name that leads out of its folder") << 3;
    }
    void whatCanNotBeProvenIsLeftOut()
    {
        QFETCH(int, how);
        FakeOffice office;
        const DeviceKey key = DeviceKey::generate();
        const DeviceKey other = DeviceKey::generate();
        const QJsonObject content = how == 2 ? package(u"rates.csv"_s, u"nonsense\n"_s)
            : how == 3                       ? package(u"../evil.csv"_s)
                                             : package();
        keep(office, signText(how == 1 ? "VERDICT" : "EDITION", content, how == 0 ? other : key),
             key.publicKey());
        QStringList faults;
        const auto library = editionsOf(office.store(), &faults).value();
        QCOMPARE(library->ids(), RulebookLibrary::builtIn()->ids());
        QCOMPARE(faults.size(), 1);
        QVERIFY(faults.first().startsWith(u"2027-01: "_s));
    }
};

QTEST_GUILESS_MAIN(TestEditions)
#include "tst_editions.moc"
