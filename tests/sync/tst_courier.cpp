// SPDX-License-Identifier: Apache-2.0
#include "model/store/centrestore.h"
#include "model/store/devicestore.h"
#include "model/store/syncstate.h"
#include "model/store/writer.h"
#include "model/sync/courier.h"
#include "model/sync/courierfile.h"
#include "model/sync/enrolment.h"
#include "tests/fakes/twooffices.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

DeviceKey centreKey()
{
    return *DeviceKey::fromSeed(QByteArray(32, 'c'));
}

/// What a centre does, as little as a courier needs: keeps, accepts at once, tells it in a signed feed.
class AcceptingCentre : public CentralPort
{
public:
    QList<Envelope> kept;
    QList<FeedEntry> feed;
    int grants = 0;

    Outcome<Welcome> hello(const CounterState &) override
    {
        Welcome welcome;
        welcome.epoch = u"epoch-1"_s;
        welcome.now = QDateTime(QDate(2022, 3, 5), QTime(1, 0), Qt::UTC);
        welcome.expectedSeq = kept.size() + 1;
        welcome.highestSeq = kept.size();
        if (!kept.isEmpty())
            welcome.highestHash = envelopeHash(kept.last()).toHex();
        welcome.head = feed.size();
        return welcome;
    }
    Outcome<SubmitReply> submit(const QList<Envelope> &envelopes) override
    {
        SubmitReply reply;
        for (const Envelope &envelope : envelopes) {
            const bool isKnown = kept.contains(envelope);
            reply.receipts += Receipt{
                envelope.id, isKnown ? Receipt::Kind::AlreadyKnown : Receipt::Kind::Received, {}, {}};
            if (isKnown)
                continue;
            kept += envelope;
            tell(u"verdict"_s, {{u"case"_s, envelope.id}, {u"state"_s, u"accepted"_s}}, "VERDICT");
        }
        return reply;
    }
    Outcome<FeedPage> changes(const QString &, qint64 cursor, int limit, int) override
    {
        FeedPage page{u"epoch-1"_s, feed.mid(cursor, limit), 0, false, 0};
        page.next = cursor + page.entries.size();
        page.more = page.next < feed.size();
        return page;
    }
    Outcome<LeaseGrant> lease(const LeaseRequest &) override
    {
        ++grants;
        LeaseGrant grant{u"L1"_s, 9'990'000'000'001, 9'990'000'000'100, {}, {}};
        grant.proof
            = signText("LEASE", {{u"lease"_s, grant.leaseId}, {u"low"_s, grant.low}, {u"high"_s, grant.high}},
                       centreKey());
        return grant;
    }
    Outcome<Nothing> returnLease(const QString &, qint64) override { return Nothing(); }
    Outcome<qint64> putAttachment(const AttachmentPiece &piece) override
    {
        return piece.offset + piece.bytes.size();
    }
    Outcome<SnapshotManifest> snapshot() override { return fail(Failure{FailureKind::Gone, u"none"_s}); }
    Outcome<QByteArray> snapshotBytes(const QByteArray &, qint64, qint64) override
    {
        return fail(Failure{FailureKind::Gone, u"none"_s});
    }
    Outcome<SignedText> edition(const QString &) override
    {
        return fail(Failure{FailureKind::Gone, u"none"_s});
    }
    Outcome<QByteArray> carry(const QByteArray &) override { return fail(Failure{}); }

private:
    void tell(const QString &kind, const QJsonObject &body, const QByteArray &sign)
    {
        feed += FeedEntry{feed.size() + 1, kind, body, signText(sign, body, centreKey())};
    }
};

/// A counter that never had a network: enrolled by an answer that was brought.
struct FarCounter {
    FarCounter()
    {
        const QString device = must(enrolRequest(office.store(), u"C"_s)).device;
        Enrolment enrolment;
        enrolment.centre = u"https://centre.example"_s;
        enrolment.ca = "ca";
        enrolment.office = u"0901"_s;
        enrolment.officeName = u"Kantor"_s;
        enrolment.workstation = u"0901-7"_s;
        enrolment.epoch = u"epoch-1"_s;
        enrolment.centreKey = centreKey().publicKey();
        enrolment.centreBoxKey = BoxKey::of(centreKey()).publicKey();
        enrolment.officers = {{u"rina"_s, u"Rina"_s, u"petugas"_s}};
        enrolment.certificate = signText("CERT", {{u"device"_s, device}}, centreKey());
        enrolment.now = QDateTime::currentDateTimeUtc();
        must(enrolStore(office.store(), enrolment, office.actor));
    }
    OpenedLoad carryOut() { return opened(must(exportCourier(office.store())).file); }
    static OpenedLoad opened(const QByteArray &file)
    {
        auto load = openCourierLoad(file, BoxKey::of(centreKey()));
        if (!load)
            qFatal("%s", qPrintable(load.error().line()));
        return load.take();
    }
    QByteArray answer(const OpenedLoad &load, CentralPort &centre, qint64 mostBytes = kMostCarriedBytes) const
    {
        return *writeCourierReply(must(serveCourier(load.load, centre, mostBytes)), centreKey(),
                                  load.load.boxKey);
    }
    FakeOffice office;
};

} // namespace

class TestCourier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// A mirror that came on a stick stands before what the store has heard.
    void theFileAsksForWhatTheMirrorLacks()
    {
        FarCounter far;
        AcceptingCentre centre;
        Store &store = far.office.store();
        far.office.submit(registration(1));
        must(importCourier(store, far.answer(far.carryOut(), centre), far.office.actor));
        const qint64 head = far.carryOut().load.state.cursor;
        QVERIFY(head > 0);
        must(store.mirrorWriter()
                 ->run(Writer::Priority::Feed,
                       [&](Connection &mirror) {
                           return moveMirrorPosition(mirror, {u"epoch-1"_s, 0}, store.clock().nowUtc());
                       })
                 .result());
        const OpenedLoad load = far.carryOut();
        QCOMPARE(load.load.state.cursor, 0);
        must(importCourier(store, far.answer(load, centre), far.office.actor));
        QCOMPARE(must(mirrorPosition(*far.office.look(u"mirror.db"_s))), (FeedPosition{u"epoch-1"_s, head}));
        QCOMPARE(far.carryOut().load.state.cursor, head);
    }

    void casesGoAndAnswersComeBack()
    {
        FarCounter far;
        AcceptingCentre centre;
        const QString one = far.office.submit(registration(1, 2)).record->id.text();
        const QString two = far.office.submit(registration(2, 4)).record->id.text();

        const OpenedLoad load = far.carryOut();
        QCOMPARE(load.load.envelopes.size(), 2);
        QVERIFY(load.isSignedBy(must(devicePublicKey(*far.office.look()))));
        QVERIFY(!load.isSignedBy(centreKey().publicKey()));
        const QString later = far.office.submit(registration(3)).record->id.text(); // after the file was made
        const QByteArray file = far.answer(load, centre);
        QCOMPARE(centre.kept.size(), 2);

        const SyncSummary summary = must(importCourier(far.office.store(), file, far.office.actor)).summary;
        QVERIFY2(!summary.linkFailed, qPrintable(summary.problem));
        QCOMPARE(summary.counts.value(u"accepted"_s), 2);
        QCOMPARE(summary.counts.value(u"numbers"_s), 100);
        QCOMPARE(far.office.record(one).state, CaseState::Accepted);
        QCOMPARE(far.office.record(two).state, CaseState::Accepted);
        QCOMPARE(far.office.record(later).state, CaseState::Queued);
        QVERIFY(far.office.faults().isEmpty());
        // The centre's time in the file is days old and says nothing of now.
        QCOMPARE(must(storeSetting(*far.office.look(), u"time.told"_s)), QString());

        // The next trip takes the rest, and nothing twice.
        const OpenedLoad next = far.carryOut();
        QCOMPARE(next.load.number, load.load.number + 1);
        QCOMPARE(next.load.envelopes.size(), 1);
        must(importCourier(far.office.store(), far.answer(next, centre), far.office.actor));
        QCOMPARE(far.office.record(later).state, CaseState::Accepted);
        QCOMPARE(centre.kept.size(), 3);
    }

    void againDoesNoHarm()
    {
        FarCounter far;
        AcceptingCentre centre;
        const QString one = far.office.submit(registration(1, 2)).record->id.text();
        const OpenedLoad load = far.carryOut();
        const QByteArray file = far.answer(load, centre);
        const QByteArray carriedTwice = far.answer(load, centre);
        QCOMPARE(centre.kept.size(), 1);
        must(importCourier(far.office.store(), file, far.office.actor));
        for (const QByteArray &again : {file, carriedTwice}) {
            const SyncSummary summary
                = must(importCourier(far.office.store(), again, far.office.actor)).summary;
            QVERIFY(!summary.linkFailed);
            QCOMPARE(summary.counts.value(u"accepted"_s), 0);
            QCOMPARE(summary.counts.value(u"numbers"_s), 0);
            QCOMPARE(far.office.record(one).state, CaseState::Accepted);
        }
        // An older answer than the last one is refused.
        must(importCourier(far.office.store(), far.answer(far.carryOut(), centre), far.office.actor));
        QCOMPARE(importCourier(far.office.store(), file, far.office.actor).error().kind,
                 FailureKind::BadInput);
    }

    void aFileThatWasLostIsMadeAgain()
    {
        FarCounter far;
        AcceptingCentre centre;
        const QString one = far.office.submit(registration(1)).record->id.text();
        const OpenedLoad lost = far.carryOut();
        const OpenedLoad again = far.carryOut();
        QCOMPARE(again.load.envelopes, lost.load.envelopes);
        QCOMPARE(again.load.leaseRequest, lost.load.leaseRequest);
        must(importCourier(far.office.store(), far.answer(again, centre), far.office.actor));
        QCOMPARE(far.office.record(one).state, CaseState::Accepted);
    }

    void aDamagedOrForeignFileChangesNothing()
    {
        FarCounter far, other;
        AcceptingCentre centre;
        const QString one = far.office.submit(registration(1)).record->id.text();
        const QByteArray out = must(exportCourier(far.office.store())).file;
        const QByteArray file = far.answer(FarCounter::opened(out), centre);
        const auto refused = [&](const QByteArray &bad) {
            const auto outcome = importCourier(far.office.store(), bad, far.office.actor);
            return !outcome && outcome.error().kind == FailureKind::BadInput;
        };
        for (qsizetype at = 0; at < file.size(); at += 7) {
            QByteArray garbled = file;
            garbled[at] = char(garbled.at(at) ^ 4);
            QVERIFY(refused(garbled));
            QVERIFY(refused(file.first(at)));
            QVERIFY(!openCourierLoad(out.first(qMin(at, out.size() - 1)), BoxKey::of(centreKey())));
        }
        QVERIFY(refused(out)); // its own
        QVERIFY(refused("PK\x03\x04"));
        QCOMPARE(importCourier(other.office.store(), file, other.office.actor).error().kind,
                 FailureKind::BadInput); // sealed for another counter
        const OpenedLoad load = FarCounter::opened(out);
        const DeviceKey stranger = DeviceKey::generate();
        QVERIFY(
            refused(*writeCourierReply(must(serveCourier(load.load, centre)), stranger, load.load.boxKey)));
        QCOMPARE(far.office.record(one).state, CaseState::Queued);
        QVERIFY(!refused(file));
    }

    /// A file that is full says so, and the next one goes on where it ended: nothing twice, nothing left out.
    void whatDoesNotFitComesWithTheNextFile()
    {
        FarCounter far;
        AcceptingCentre centre;
        QStringList cases;
        for (int i = 1; i <= 9; ++i)
            cases += far.office.submit(registration(i)).record->id.text();
        constexpr qint64 kRoomForThree = 1500;
        int files = 0, told = 0;
        for (bool hasMore = true; hasMore; ++files) {
            QVERIFY(files < 9);
            const auto taken = must(importCourier(
                far.office.store(), far.answer(far.carryOut(), centre, kRoomForThree), far.office.actor));
            QVERIFY2(!taken.summary.linkFailed, qPrintable(taken.summary.problem));
            QVERIFY(taken.summary.counts.value(u"accepted"_s) > 0);
            told += taken.summary.counts.value(u"accepted"_s);
            hasMore = taken.hasMore;
        }
        QVERIFY(files > 1);
        QCOMPARE(told, 9);
        QCOMPARE(centre.kept.size(), 9);
        for (const QString &id : cases)
            QCOMPARE(far.office.record(id).state, CaseState::Accepted);
        QVERIFY(!must(importCourier(far.office.store(), far.answer(far.carryOut(), centre), far.office.actor))
                     .hasMore);
    }

    /// One office has a line, the other has not: its file goes with the first, and everything comes back with
    /// the answer, the rules too.
    void anotherCounterCarriesIt()
    {
        TwoOffices world;
        const QJsonObject note{{u"id"_s, u"2027-01"_s}, {u"effectiveFrom"_s, u"2027-01-01"_s}};
        QJsonObject package = note;
        package.insert("files"_L1, QJsonObject{{u"edition.json"_s, u"{}"_s}});
        world.centre.publishEdition(note, package);
        FakeOffice &far = world.two;
        const auto trip = [&] {
            const QByteArray file = must(exportCourier(far.store())).file;
            QVERIFY(!file.contains("ANDI")); // who carries it can't read it
            const QByteArray answer = must(world.one.line().carry(file));
            QCOMPARE(must(world.one.line().carry(file)).size() > 0, true); // twice does no harm
            const auto taken = must(importCourier(far.store(), answer, far.actor));
            QVERIFY2(!taken.summary.linkFailed, qPrintable(taken.summary.problem));
            QVERIFY(!taken.hasMore);
        };
        const QString id = far.submit(registration(1, 2)).record->id.text();
        world.one.submit(registration(2));
        world.one.sync();
        trip();
        QCOMPARE(far.record(id).state, CaseState::Accepted);
        QCOMPARE(must(missingEditions(*far.look())), QStringList());
        const auto edition = must(far.look()->one("SELECT body FROM edition WHERE id = '2027-01'",
                                                  [](const Statement &s) { return s.blob(0); }));
        QVERIFY(edition.has_value());
        QCOMPARE(QJsonDocument::fromJson(*edition).object(), package);
        // A package that was told and did not come is asked for again.
        must(
            far.store()
                .writer()
                ->run(Writer::Priority::Save,
                      [](Connection &connection) { return connection.exec("UPDATE edition SET body = x''"); })
                .result());
        trip();
        QCOMPARE(must(missingEditions(*far.look())), QStringList());
        // A stranger's file is refused, and a damaged one.
        QByteArray damaged = must(exportCourier(far.store())).file;
        damaged[damaged.size() / 2] = char(damaged.at(damaged.size() / 2) ^ 1);
        QCOMPARE(world.one.line().carry(damaged).error().detail, u"courier.damaged"_s);
    }

    void aTrialStoreSendsNothing()
    {
        FakeOffice office;
        office.submit(registration(1));
        QCOMPARE(exportCourier(office.store()).error().kind, FailureKind::BadInput);
        QCOMPARE(importCourier(office.store(), "x", office.actor).error().kind, FailureKind::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
