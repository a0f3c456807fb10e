// SPDX-License-Identifier: Apache-2.0
// Orders of the centre to a counter: what it follows, what it puts aside, and what stays possible.
#include "model/store/bytestore.h"
#include "model/store/deviceorders.h"
#include "model/store/wipemark.h"
#include "model/store/writer.h"
#include "model/sync/courierfile.h"
#include "model/sync/wipe.h"
#include "model/vault/devicekey.h"
#include "tests/fakes/centralline.h"
#include "tests/fakes/twooffices.h"

#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

/// A counter, its centre, and orders with rising numbers.
struct World : TwoOffices {
    qint64 last = 0;

    World() { one.sync(); }
    QJsonObject body(const QString &word, qint64 number, const QString &device = {}) const
    {
        return {{u"device"_s, device.isEmpty() ? one.device() : device},
                {u"order"_s, word},
                {u"number"_s, number},
                {u"reason"_s, QJsonObject{{u"id"_s, u"Diperiksa"_s}, {u"en"_s, u"Looked into"_s}}}};
    }
    void order(const QString &word) { centre.order(one.device(), body(word, ++last)); }
    WorkState work() const { return must(one.reader()->status()).work; }
    QStringList aside() const
    {
        QStringList reasons;
        for (const AsideView &entry : must(one.reader()->outbox().aside(20)))
            reasons += entry.reason;
        return reasons;
    }
};

/// Takes no case now.
class NotNow final : public CentralLine
{
public:
    using CentralLine::CentralLine;
    Outcome<SubmitReply> submit(const QList<Envelope> &list) override
    {
        SubmitReply reply;
        for (const Envelope &envelope : list)
            reply.receipts += Receipt{envelope.id, Receipt::Kind::Later, u"answer.busy"_s};
        return reply;
    }
};

/// A counter whose folder outlives it, with an order to wipe on its way.
struct Doomed {
    QTemporaryDir folder;
    FixedClock clock{QDate(2022, 3, 1)};
    std::optional<FakeOffice> office{std::in_place, folder.path()};
    FakeCentre centre{clock, office->context()};
    QString device;

    Doomed()
    {
        centre.addOffice(u"0901"_s, u"Jakarta Selatan"_s, {u"31.74"_s});
        office->enrol(centre, u"0901"_s);
        device = office->device();
        office->sync();
    }
    void order()
    {
        centre.order(device,
                     {{u"device"_s, device},
                      {u"order"_s, u"wipe"_s},
                      {u"number"_s, 1},
                      {u"reason"_s, QJsonObject{{u"id"_s, u"Dicuri"_s}, {u"en"_s, u"Stolen"_s}}}});
    }
    QStringList files() const
    {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }
    FailureKind whyClosed(bool write) const
    {
        StoreOptions options;
        options.dir = folder.path();
        options.create = true;
        options.write = write;
        options.clock = &clock;
        const auto store = Store::open(options);
        return store ? FailureKind::Internal : store.error().kind;
    }
    void putPicture() { must(office->store().blobs().put("a picture", u"image/jpeg"_s).result()); }
    /// The envelopes of the sealed files.
    QStringList sealedCases() const
    {
        QStringList ids;
        for (const QString &name : must(readWipeMark(folder.path())).sealed) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("no %s", qPrintable(name));
            const auto opened = openCourierLoad(file.readAll(), centre.boxKey());
            if (!opened)
                qFatal("%s can't be opened", qPrintable(name));
            for (const Envelope &envelope : opened.value().load.envelopes)
                ids += envelope.id;
        }
        return ids;
    }
};

} // namespace

class TestOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFrozenCounterMakesNoNewCasesAndSendsWhatItHas()
    {
        World world;
        const QString before = world.one.submit(registration(1)).record->id.text();
        world.order(u"freeze"_s);
        QCOMPARE(world.one.sync().counts.value(u"orders"_s), 1);

        const WorkState work = world.work();
        QCOMPARE(work.stop, WorkStop::Frozen);
        QVERIFY(!work.mayBegin());
        QCOMPARE(work.reasonEn, u"Looked into"_s);
        QCOMPARE(work.reasonId, u"Diperiksa"_s);
        QCOMPARE(work.since, world.one.clock.nowUtc());
        QCOMPARE(world.one.record(before).state, CaseState::Accepted); // it went out all the same

        const Submitted refused = world.one.submit(registration(2));
        QCOMPARE(refused.kind, Submitted::Kind::Stopped);
        QCOMPARE(refused.assessment.decision, Decision::Refused);
        QCOMPARE(refused.assessment.problems.first().code, u"work.frozen"_s);
        const auto taken = must(world.one.service().voidCase(before, u"salah"_s, world.one.actor).result());
        QCOMPARE(taken, u"work.frozen"_s);
        // What was saved before is still answered as it was.
        QCOMPARE(world.one.submit(registration(1)).kind, Submitted::Kind::Again);
    }

    void aCaseThatWasNotSentGoesOutWhileTheCounterIsFrozen()
    {
        World world;
        const QString id = world.one.submit(registration(1)).record->id.text();
        world.order(u"freeze"_s);
        NotNow busy(world.one.line());
        world.one.sync(busy); // the order comes, the case does not go
        QCOMPARE(world.one.record(id).state, CaseState::Queued);
        QCOMPARE(world.work().stop, WorkStop::Frozen);
        world.one.clock.advanceSeconds(3600);
        world.one.sync();
        QCOMPARE(world.one.record(id).state, CaseState::Accepted);
    }

    void aFreezeStaysAfterARestartAndEndsWithAnOrder()
    {
        World world;
        world.order(u"freeze"_s);
        world.one.sync();
        world.one.closeAndOpen();
        QCOMPARE(world.work().stop, WorkStop::Frozen);
        world.order(u"unfreeze"_s);
        world.one.sync();
        QCOMPARE(world.work(), WorkState());
        QCOMPARE(world.one.submit(registration(1)).kind, Submitted::Kind::Saved);
        QCOMPARE(world.one.faults(), QStringList());
    }

    void aRevocationStaysWhateverIsFrozenOrUnfrozen()
    {
        World world;
        for (const char *word : {"revoke", "freeze"}) {
            world.order(QString::fromLatin1(word));
            world.one.sync();
            QCOMPARE(world.work().stop, WorkStop::Revoked);
        }
        const qint64 revokedAt = world.one.clock.nowUtc().toMSecsSinceEpoch();
        world.one.clock.advanceSeconds(3600);
        world.order(u"unfreeze"_s);
        world.one.sync();
        world.one.closeAndOpen();
        QCOMPARE(world.work().stop, WorkStop::Revoked);
        QCOMPARE(world.work().since.toMSecsSinceEpoch(), revokedAt);
        QCOMPARE(world.one.submit(registration(1)).assessment.problems.first().code, u"work.revoked"_s);
    }

    void anOrderOfBeforeTheFirstContactCounts()
    {
        FixedClock clock{QDate(2022, 3, 1)};
        FakeOffice office;
        FakeCentre centre(clock, office.context());
        centre.addOffice(u"0901"_s, u"Jakarta Selatan"_s, {u"31.74"_s});
        office.enrol(centre, u"0901"_s);
        centre.order(office.device(),
                     {{u"device"_s, office.device()},
                      {u"order"_s, u"freeze"_s},
                      {u"number"_s, 1},
                      {u"reason"_s, QJsonValue()}});
        office.sync();
        QCOMPARE(must(office.reader()->status()).work.stop, WorkStop::Frozen);
    }

    void anOldOrderIsNotFollowedAgain()
    {
        World world;
        world.order(u"freeze"_s);
        world.order(u"unfreeze"_s);
        world.one.sync();
        world.centre.order(world.one.device(), world.body(u"freeze"_s, 1)); // its very bytes
        world.one.sync();
        QCOMPARE(world.work(), WorkState());
        QCOMPARE(world.aside(), QStringList()); // known: a feed that is read again tells it again
        world.order(u"freeze"_s);
        world.order(u"unfreeze"_s);
        world.last += 10;
        world.order(u"freeze"_s);
        world.order(u"unfreeze"_s);
        world.one.sync();
        QTest::ignoreMessage(QtWarningMsg, "an order of the centre is not followed: aside.old-order");
        world.centre.order(world.one.device(), world.body(u"freeze"_s, 7)); // kept back by somebody
        world.one.sync();
        QCOMPARE(world.work(), WorkState());
        QCOMPARE(world.aside(), QStringList{u"aside.old-order"_s});
    }

    void whatIsNotForThisCounterOrNotGenuineIsPutAside_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("reason");
        QTest::newRow("for another counter") << 0 << u"aside.other-device"_s;
        QTest::newRow("signed by somebody else") << 1 << u"aside.unsigned"_s;
        QTest::newRow("not signed") << 2 << u"aside.unsigned"_s;
        QTest::newRow("signed as something else") << 3 << u"aside.unsigned"_s;
        QTest::newRow("another body than the signed one") << 4 << u"aside.unsigned"_s;
        QTest::newRow("an order that this version does not know") << 5 << u"aside.unknown"_s;
        QTest::newRow("without a number") << 6 << u"aside.unknown"_s;
    }
    void whatIsNotForThisCounterOrNotGenuineIsPutAside()
    {
        QFETCH(int, how);
        QFETCH(QString, reason);
        World world;
        const DeviceKey other = DeviceKey::generate();
        QJsonObject body = world.body(u"freeze"_s, 1);
        if (how == 0)
            body = world.body(u"freeze"_s, 1, world.two.device());
        if (how == 5)
            body = world.body(u"dance"_s, 1);
        if (how == 6)
            body.remove(u"number"_s);
        SignedText proof
            = signText(how == 3 ? "EDITION" : "ORDER", body, how == 1 ? other : world.centre.key());
        if (how == 2)
            proof = {};
        if (how == 4)
            body = world.body(u"wipe"_s, 2);
        must(world.centre.book().tell({u"device:"_s + world.one.device(), u"device"_s, body, proof}));
        if (how == 0)
            QTest::ignoreMessage(QtWarningMsg, "an order of the centre is not followed: aside.other-device");
        const SyncSummary summary = world.one.sync();
        QCOMPARE(summary.counts.value(u"errors"_s), 1);
        QCOMPARE(summary.counts.value(u"orders"_s), 0);
        QCOMPARE(world.aside(), QStringList{reason});
        QCOMPARE(world.work(), WorkState());
        QCOMPARE(world.one.submit(registration(1)).kind, Submitted::Kind::Saved);
    }

    void theCentreSaysThatTheCounterWasCopiedOrRevoked_data()
    {
        QTest::addColumn<Welcome::Device>("state");
        QTest::addColumn<WorkStop>("stop");
        QTest::newRow("frozen by the centre itself") << Welcome::Device::Frozen << WorkStop::Copied;
        QTest::newRow("revoked") << Welcome::Device::Revoked << WorkStop::Revoked;
    }
    void theCentreSaysThatTheCounterWasCopiedOrRevoked()
    {
        QFETCH(Welcome::Device, state);
        QFETCH(WorkStop, stop);
        World world;
        world.centre.setDevice(world.one.device(), state);
        world.one.sync();
        QCOMPARE(world.work().stop, stop);
        QCOMPARE(world.one.submit(registration(1)).kind, Submitted::Kind::Stopped);
        world.centre.setDevice(world.one.device(), Welcome::Device::Active);
        world.one.sync();
        QCOMPARE(world.work(), WorkState());
    }

    /// A stolen counter is revoked and wiped: the feed is closed to it, the greeting is not.
    void anOrderReachesWhomTheCentreDoesNotLetIn_data()
    {
        theCentreSaysThatTheCounterWasCopiedOrRevoked_data();
    }
    void anOrderReachesWhomTheCentreDoesNotLetIn()
    {
        QFETCH(Welcome::Device, state);
        World world;
        world.centre.setDevice(world.one.device(), state);
        world.order(u"wipe"_s);
        world.one.sync();
        QCOMPARE(world.work().stop, WorkStop::Wiping);
        QCOMPARE(world.work().reasonId, u"Diperiksa"_s);
        QCOMPARE(world.aside(), QStringList());
        world.one.sync(); // told again: known
        QCOMPARE(world.aside(), QStringList());
    }

    void aProgramThatIsTooOldMayFinishWhatIsOpen()
    {
        class Old final : public CentralLine
        {
        public:
            using CentralLine::CentralLine;
            Outcome<Welcome> hello(const CounterState &state) override
            {
                auto welcome = CentralLine::hello(state);
                if (welcome)
                    welcome.value().tooOldFrom = from;
                return welcome;
            }
            QString from;
        };
        World world;
        Old line(world.one.line());
        line.from = u"2022-03-15"_s;
        world.one.sync(line);
        QCOMPARE(world.work().tooOldFrom, QDate(2022, 3, 15));
        QVERIFY(world.work().mayBegin());
        line.from = u"2022-03-01"_s;
        world.one.sync(line);
        QCOMPARE(world.work().stop, WorkStop::ProgramTooOld);
        QVERIFY(!world.work().mayBegin());
        QVERIFY(world.work().maySave());
        QCOMPARE(world.one.submit(registration(1)).kind, Submitted::Kind::Saved);

        // The program is updated: what was said of the old one does not count, what is said of it does.
        must(world.one.store()
                 .writer()
                 ->run(Writer::Priority::Save,
                       [](Connection &connection) {
                           return connection.exec(
                               "UPDATE setting SET value = substr(value, 1, 10) || ' 0.0.1'"
                               " WHERE key = 'central.too-old-from'");
                       })
                 .result());
        QCOMPARE(world.work(), WorkState());
        world.one.sync(line);
        QCOMPARE(world.work().stop, WorkStop::ProgramTooOld);
        line.from.clear();
        world.one.sync(line);
        QCOMPARE(world.work(), WorkState());
    }

    void aCounterIsWipedWhenEverythingIsSent()
    {
        Doomed world;
        const QString id = world.office->submit(registration(1)).record->id.text();
        world.putPicture();
        world.order();
        const SyncSummary summary = world.office->sync();
        QVERIFY(summary.mustWipe);
        QCOMPARE(must(world.office->reader()->status()).work.stop, WorkStop::Wiping);
        QCOMPARE(world.office->submit(registration(2)).assessment.problems.first().code, u"work.wiping"_s);

        const WipeMark mark = must(beginWipe(world.office->store()));
        QCOMPARE(mark.reasonId(), u"Dicuri"_s);
        QCOMPARE(mark.reasonEn(), u"Stolen"_s);
        QCOMPARE(mark.cases, 1); // the centre has it, but in no verified backup
        QCOMPARE(world.sealedCases(), QStringList{id});
        world.office.reset();
        must(deleteStoreFiles(world.folder.path()));
        QCOMPARE(world.files(), (QStringList{u"store.lock"_s, mark.sealed.first(), u"wiped.json"_s}));
        QCOMPARE(world.whyClosed(true), FailureKind::Wiped);
        QCOMPARE(world.whyClosed(false), FailureKind::Wiped);

        const auto line = world.centre.connect(world.device);
        must(tellWiped(world.folder.path(), *line));
        const auto told = readSignedText("WIPED", world.centre.wipedReceipt(world.device),
                                         must(world.centre.book().device(world.device))->publicKey);
        QVERIFY(told);
        QCOMPARE((*told)["device"_L1].toString(), world.device);
        QCOMPARE((*told)["number"_L1].toInt(), 1);
        QCOMPARE((*told)["unsent"_L1].toInt(), 1);
        QVERIFY(must(readWipeMark(world.folder.path())).isTold);
    }

    void whatIsInABackupOfTheCentreIsNotSealed()
    {
        Doomed world;
        world.office->submit(registration(1));
        world.office->sync();
        world.centre.markDurable();
        world.order();
        QVERIFY(world.office->sync().mustWipe);
        QCOMPARE(must(beginWipe(world.office->store())).sealed, QStringList());
    }

    void whatCanNotBeSentHoldsTheWipeUpForTenMinutes()
    {
        Doomed world;
        const QString id = world.office->submit(registration(1)).record->id.text();
        world.order();
        NotNow busy(world.office->line());
        QVERIFY(!world.office->sync(busy).mustWipe);
        world.office->closeAndOpen(); // the order is not forgotten, nor when it came
        world.office->clock.advanceSeconds(kWipePatienceSeconds - 1);
        QVERIFY(!world.office->sync(busy).mustWipe);
        world.office->clock.advanceSeconds(1);
        QVERIFY(world.office->sync(busy).mustWipe);
        must(beginWipe(world.office->store()));
        QCOMPARE(world.sealedCases(), QStringList{id});
    }

    void aClockThatIsSetBackDoesNotHoldItUp()
    {
        Doomed world;
        world.office->submit(registration(1));
        world.order();
        NotNow busy(world.office->line());
        QVERIFY(!world.office->sync(busy).mustWipe);
        world.office->clock.advanceSeconds(-3600);
        QVERIFY(world.office->sync(busy).mustWipe);
    }

    /// The program ends after the mark, before any file or between two of them.
    void aWipeThatWasCutGoesOnWithTheNextStart_data()
    {
        QTest::addColumn<int>("deleted");
        for (const int deleted : {0, 1, 3, 100})
            QTest::addRow("%d files gone", deleted) << deleted;
    }
    void aWipeThatWasCutGoesOnWithTheNextStart()
    {
        QFETCH(int, deleted);
        Doomed world;
        world.putPicture();
        world.office->submit(registration(1));
        world.order();
        QVERIFY(world.office->sync().mustWipe);
        const WipeMark mark = must(beginWipe(world.office->store()));
        world.office.reset();
        const QStringList all = QDir(world.folder.path()).entryList(QDir::Files);
        int gone = 0;
        for (const QString &name : all) {
            if (name != "wiped.json"_L1 && name != mark.sealed.first() && gone++ < deleted)
                QVERIFY(QFile::remove(world.folder.filePath(name)));
        }
        QCOMPARE(world.whyClosed(false), FailureKind::Wiped); // who only reads deletes nothing
        QCOMPARE(world.whyClosed(true), FailureKind::Wiped);
        QCOMPARE(world.files(), (QStringList{u"store.lock"_s, mark.sealed.first(), u"wiped.json"_s}));
        QCOMPARE(must(readWipeMark(world.folder.path())), mark);
    }

    void withoutAnOrderNothingIsWiped()
    {
        World world;
        world.one.submit(registration(1));
        QVERIFY(!world.one.sync().mustWipe);
        QCOMPARE(beginWipe(world.one.store()).error().kind, FailureKind::Missing);
        QVERIFY(!isWiped(world.one.dir()));
    }
};

QTEST_GUILESS_MAIN(TestOrders)
#include "tst_orders.moc"
