// SPDX-License-Identifier: Apache-2.0
#include "model/store/centrestore.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/leasestore.h"
#include "model/store/syncstate.h"
#include "model/sync/centralof.h"
#include "model/sync/enrolment.h"
#include "model/sync/packing.h"
#include "model/sync/trialstart.h"
#include "model/sync/wire.h"
#include "model/vault/box.h"
#include "tests/fakes/fakeoffice.h"
#include "tests/fakes/tlsserver.h"

#include <QFile>
#include <QtTest>

#include <mutex>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

const TestCertificates &certificates()
{
    static const TestCertificates kOnes = makeCertificates();
    return kOnes;
}

DeviceKey centreKey()
{
    return *DeviceKey::fromSeed(QByteArray(32, 'c'));
}

Enrolment enrolmentFor(const QString &device)
{
    const DeviceKey key = centreKey();
    Enrolment out;
    out.centre = u"https://127.0.0.1:1"_s;
    out.ca = certificates().ca;
    out.office = u"0901"_s;
    out.officeName = u"Kantor Cabang Uji"_s;
    out.workstation = u"0901-3"_s;
    out.epoch = u"epoch-1"_s;
    out.centreKey = key.publicKey();
    out.centreBoxKey = BoxKey::of(key).publicKey();
    out.officers = {{u"sari"_s, u"Sari"_s, u"petugas"_s}, {u"dewi"_s, u"Dewi"_s, u"penyelia"_s}};
    out.certificate = signText("CERT", {{u"device"_s, device}, {u"office"_s, out.office}}, key);
    out.now = QDateTime::currentDateTimeUtc();
    return out;
}

/// Enrols whoever asks; the first `lost` answers are cut.
struct Centre {
    explicit Centre(int lost = 0)
        : server(certificates(), [this, lost](const Asked &asked) {
            const std::lock_guard lock(mutex);
            const auto body = unpackBody(asked.body, asked.headers.value("content-encoding"), 10000);
            const auto request = readEnrolRequest(body ? body.value() : QByteArray());
            if (!request)
                return Told{400, writeWireError({u"enrol.bad"_s, {}})};
            requests += request.value();
            const QByteArray answer = writeEnrolment(enrolmentFor(request.value().device));
            return Told{200, answer, {}, requests.size() <= lost ? 20 : -1};
        })
    {
    }
    std::mutex mutex;
    QList<EnrolRequest> requests;
    TlsServer server; ///< its threads use the above
};

/// Tables of store.db that have rows.
QStringList filledTables(Connection &connection)
{
    QStringList filled;
    const auto names = must(connection.all(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%' AND name NOT LIKE "
        "'sqlite_%' AND name NOT LIKE 'pending_name%'",
        [](const Statement &s) { return s.text(0); }));
    for (const QString &name : names) {
        const QByteArray sql = "SELECT count(*) FROM " + name.toLatin1();
        const auto rows
            = must(connection.one(sql.constData(), [](const Statement &s) { return s.integer(0); }));
        if (rows.value_or(0) > 0)
            filled += name;
    }
    filled.sort();
    return filled;
}

const QStringList kKept{u"audit"_s, u"device"_s, u"officer"_s, u"setting"_s};

qint64 count(Connection &connection, const char *sql)
{
    return must(connection.one(sql, [](const Statement &s) { return s.integer(0); })).value_or(-1);
}

} // namespace

class TestEnrolment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
    }

    void aTrialStoreBecomesACounter()
    {
        FakeOffice office;
        office.submit(registration(1, 3));
        office.sync();
        office.submit(registration(2, 2)); // waits
        const QString generation = must(deviceState(*office.look())).generation;
        const QString before = must(deviceState(*office.look())).id;
        QVERIFY(count(*office.look(u"mirror.db"_s), "SELECT count(*) FROM family") > 0);

        Centre centre;
        const auto enrolled
            = enrolWith(office.store(), centre.server.url(), certificates().ca, u"C0DE"_s, office.actor);
        QVERIFY2(enrolled, enrolled ? "" : qPrintable(enrolled.error().detail));
        QCOMPARE(centre.requests.size(), 1);
        QCOMPARE(centre.requests.first().code, u"C0DE"_s);

        const auto store = office.look();
        QCOMPARE(filledTables(*store), kKept);
        QCOMPARE(count(*office.look(u"mirror.db"_s), "SELECT count(*) FROM family"), 0);
        QCOMPARE(count(*office.look(u"mirror.db"_s), "SELECT participants FROM mirror_state"), 0);
        const DeviceState device = must(deviceState(*store));
        QCOMPARE(device.id, centre.requests.first().device);
        QVERIFY(device.id != before);
        QVERIFY(device.generation != generation);
        QCOMPARE(device.seq, 0);
        QCOMPARE(must(devicePublicKey(*store)), centre.requests.first().publicKey);
        const CentreAccess access = must(centreAccess(*store));
        QCOMPARE(access.url, centre.server.url());
        QCOMPARE(access.ca, certificates().ca);
        QCOMPARE(access.key, centreKey().publicKey());
        QCOMPARE(access.office, u"0901"_s);
        QCOMPARE(must(storeSetting(*store, u"workstation"_s)), u"0901-3"_s);
        QCOMPARE(must(storeSetting(*store, u"enrol.seed"_s)), QString());
        QVERIFY(!must(isTrialStore(*store)));
        QVERIFY(office.faults().isEmpty());
        QCOMPARE(must(office.reader()->officers()).size(), 2);

        const auto kept = office.look(u"trial-%1/store.db"_s.arg(generation));
        QCOMPARE(count(*kept, "SELECT count(*) FROM case_record"), 2);
        QCOMPARE(must(deviceState(*kept)).id, before);
    }

    void noTrialNumbersAfterwards()
    {
        FakeOffice office;
        const auto request = enrolRequest(office.store(), u"C"_s);
        must(enrolStore(office.store(), enrolmentFor(must(request).device), office.actor));
        QVERIFY(prepareTrial(office.store(), office.actor));
        QCOMPARE(count(*office.look(), "SELECT count(*) FROM number_lease"), 0);
        const auto central = centralOf(office.store(), office.context());
        QVERIFY(central);
        QVERIFY(!dynamic_cast<TrialCentre *>(central.value().get()));
    }

    void theCentreOfATrialStoreIsBuiltIn()
    {
        FakeOffice office;
        const auto central = centralOf(office.store(), office.context());
        QVERIFY(central);
        QVERIFY(dynamic_cast<TrialCentre *>(central.value().get()));
        QCOMPARE(centralOf(office.store(), office.context(), nullptr, u"https://x"_s).error().kind,
                 FailureKind::BadInput);
    }

    void aLostAnswerAsksAsTheSameCounter()
    {
        FakeOffice office;
        Centre centre(1);
        const auto enrol = [&] {
            return enrolWith(office.store(), centre.server.url(), certificates().ca, u"C"_s, office.actor);
        };
        QCOMPARE(enrol().error().kind, FailureKind::Network);
        QVERIFY(must(isTrialStore(*office.look())));
        office.closeAndOpen();
        QVERIFY(enrol());
        QCOMPARE(centre.requests.size(), 2);
        QCOMPARE(centre.requests.at(0).device, centre.requests.at(1).device);
        QCOMPARE(centre.requests.at(0).publicKey, centre.requests.at(1).publicKey);
        QCOMPARE(centre.requests.at(0).boxKey, centre.requests.at(1).boxKey);
    }

    void aCounterIsNotEnrolledAgain()
    {
        FakeOffice office;
        Centre centre;
        const auto first
            = enrolWith(office.store(), centre.server.url(), certificates().ca, u"C"_s, office.actor);
        QVERIFY(first);
        const QString generation = must(deviceState(*office.look())).generation;
        // The same answer again does nothing.
        QVERIFY(enrolStore(office.store(), first.value(), office.actor));
        QCOMPARE(must(deviceState(*office.look())).generation, generation);
        // Another one is refused, and nobody is asked.
        QCOMPARE(enrolStore(office.store(), enrolmentFor(u"another"_s), office.actor).error().kind,
                 FailureKind::BadInput);
        QCOMPARE(enrolWith(office.store(), centre.server.url(), certificates().ca, u"D"_s, office.actor)
                     .error()
                     .kind,
                 FailureKind::BadInput);
        QCOMPARE(centre.requests.size(), 1);
        QCOMPARE(must(deviceState(*office.look())).generation, generation);
    }

    void anAnswerForAnotherDeviceChangesNothing()
    {
        FakeOffice office;
        office.submit(registration(1));
        const auto before = filledTables(*office.look());
        const QString device = must(enrolRequest(office.store(), u"C"_s)).device;
        Enrolment unsigned_ = enrolmentFor(device);
        unsigned_.certificate.signature[3] = char(unsigned_.certificate.signature.at(3) ^ 1);
        Enrolment keyless = enrolmentFor(device);
        keyless.centreKey = QByteArray(32, 'x');
        for (const Enrolment &bad : {enrolmentFor(u"another"_s), unsigned_, keyless}) {
            QCOMPARE(enrolStore(office.store(), bad, office.actor).error().kind, FailureKind::BadInput);
            QVERIFY(must(isTrialStore(*office.look())));
            QCOMPARE(filledTables(*office.look()), before);
        }
    }

    void boxesOpenOnlyForTheirOwner()
    {
        const BoxKey box = BoxKey::of(centreKey());
        QCOMPARE(BoxKey::of(centreKey()).publicKey(), box.publicKey());
        QVERIFY(box.publicKey() != centreKey().publicKey());
        const QByteArray sealed = sealTo(box.publicKey(), "words").value();
        QCOMPARE(box.open(sealed).value(), QByteArray("words"));
        QVERIFY(!BoxKey::of(DeviceKey::generate()).open(sealed));
        for (qsizetype at = 0; at < sealed.size(); ++at) {
            QByteArray garbled = sealed;
            garbled[at] = char(garbled.at(at) ^ 1);
            QVERIFY(!box.open(garbled));
            QVERIFY(!box.open(sealed.first(at)));
        }
        QVERIFY(!sealTo("short", "words"));
    }
};

QTEST_GUILESS_MAIN(TestEnrolment)
#include "tst_enrolment.moc"
