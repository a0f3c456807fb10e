// SPDX-License-Identifier: Apache-2.0
// What the centre has for good is cleared away at the counter, and only that.
#include "model/rulebook/rulebook.h"
#include "model/services/purging.h"
#include "model/store/audit.h"
#include "model/store/bytestore.h"
#include "model/store/writer.h"
#include "tests/fakes/faultvfs.h"
#include "tests/fakes/twooffices.h"

#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

constexpr int kDays = 14;

/// A counter and its centre, days apart at will.
struct World {
    QTemporaryDir folder;
    FixedClock clock{QDate(2022, 3, 1)};
    std::optional<FakeOffice> office{std::in_place, folder.path()};
    FakeCentre centre{clock, office->context()};

    World()
    {
        centre.addOffice(u"0901"_s, u"Jakarta Selatan"_s, {u"31.74"_s});
        office->enrol(centre, u"0901"_s);
        office->sync();
    }
    QString picture(const QByteArray &bytes)
    {
        return must(office->store().blobs().put(bytes, u"image/jpeg"_s).result());
    }
    QString submit(int number, const QByteArray &photo = {})
    {
        Case content = registration(number);
        if (!photo.isEmpty()) {
            content.family.members[0].photoWaived.clear();
            content.family.members[0].photo = picture(photo);
        }
        const Submitted saved = office->submit(content);
        if (saved.kind != Submitted::Kind::Saved)
            qFatal("not ready: %s", qPrintable(saved.assessment.problems.value(0).code));
        return saved.record->id.text();
    }
    /// Sent, decided, and in a backup of the centre that the counter hears of.
    void makeDurable()
    {
        office->sync();
        centre.markDurable();
        office->sync();
    }
    void pass(int days)
    {
        for (FixedClock *each : {&clock, &office->clock})
            each->advanceSeconds(qint64(days) * 24 * 3600);
    }
    PurgeCount purge() { return must(purgeAll(office->store(), office->actor, kDays)); }
    qint64 pictures() const { return QDir(folder.filePath(u"blobs"_s)).entryList(QDir::Files).size(); }
    /// Whether the bytes stand anywhere in a table of store.db.
    bool holds(const QString &text) const
    {
        const auto rows = must(office->look()->one(
            "SELECT count(*) FROM case_record c JOIN outbox o ON o.case_id = c.id WHERE instr(c.content, ?1) "
            "> 0"
            " OR instr(c.assessment, ?1) > 0 OR instr(CAST(o.payload AS TEXT), ?1) > 0",
            [](const Statement &s) { return s.integer(0); }, text));
        return rows.value_or(0) > 0;
    }
    /// Does something to store.db that no program does.
    void script(const QString &sql)
    {
        must(office->store()
                 .writer()
                 ->run(Writer::Priority::Save,
                       [sql](Connection &connection) { return connection.script(sql.toUtf8().constData()); })
                 .result());
    }
    void printCards()
    {
        must(
            office->store()
                .writer()
                ->run(
                    Writer::Priority::Save,
                    [](Connection &connection) {
                        return connection.exec(
                            "INSERT INTO print_log (what, reference, serial, state, reason, day, at, officer)"
                            " SELECT 'card', card, 1, 'out', '', '2022-03-01', 1, 'rina' FROM case_number");
                    })
                .result());
    }
};

/// Of the registration of family 1, in case `number`.
Case correctionOf(const QString &id, int number)
{
    Case better = registration(1);
    better.id = registration(number).id;
    better.corrects = id;
    better.family.email = u"benar@example.id"_s;
    return better;
}

} // namespace

class TestPurge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { FaultVfs::install(); }

    void theRulebookSaysHowLong()
    {
        const auto rules = RulebookLibrary::builtIn();
        for (const Rulebook &edition : rules->editions())
            QCOMPARE(purgeDays(edition), kDays);
    }

    void aDecidedCaseGoesFourteenDaysAfterTheBackup()
    {
        World world;
        const QString id = world.submit(1, "a photo");
        const CaseRecord before = world.office->record(id);
        world.makeDurable();
        world.printCards();
        const CaseRecord decided = world.office->record(id);
        QCOMPARE(decided.state, CaseState::Accepted);
        world.pass(kDays - 1);
        QCOMPARE(world.purge(), PurgeCount());
        QVERIFY(world.holds(u"ANDI WIJAYA"_s));
        world.pass(1);
        QCOMPARE(world.purge(), (PurgeCount{1, 1, false}));

        const CaseRecord after = world.office->record(id);
        QVERIFY(after.isPurged);
        QVERIFY(!world.holds(u"ANDI WIJAYA"_s));
        QVERIFY(!world.holds(before.content.family.members.first().nik));
        QCOMPARE(after.reference, before.reference);
        QCOMPARE(after.state, CaseState::Accepted);
        QCOMPARE(after.content.family.kk, before.content.family.kk);
        QCOMPARE(after.content.service, before.content.service);
        QCOMPARE(after.numbers.size(), 1);
        QCOMPARE(after.numbers.first().card, decided.numbers.first().card);
        QCOMPARE(world.pictures(), 0);
        const auto proof = must(world.office->look()->one("SELECT count(*) FROM verdict_proof",
                                                          [](const Statement &s) { return s.integer(0); }));
        QCOMPARE(proof.value_or(0), 1);
        const auto audited = must(world.office->look()->one(
            "SELECT object || ': ' || detail FROM audit WHERE action = 'store.purge'",
            [](const Statement &s) { return s.text(0); }));
        QCOMPARE(audited.value_or(QString()), u"1: 1 pictures"_s);
        QCOMPARE(world.office->faults(), QStringList());
        QCOMPARE(world.purge(), PurgeCount());
        // The same case once more is still the same one, another under its id is not.
        Case again = before.content;
        QCOMPARE(world.office->submit(again).kind, Submitted::Kind::Again);
        again.family.phone = u"081234567899"_s;
        QCOMPARE(world.office->submit(again).kind, Submitted::Kind::OtherContent);
    }

    void whatIsNotOverStays_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("in no backup") << u"UPDATE outbox SET durable_at = 0"_s;
        QTest::newRow("not decided") << u"UPDATE case_record SET state = 'received'"_s;
        QTest::newRow("to be corrected") << u"UPDATE case_record SET state = 'needs-correction'"_s;
        QTest::newRow("in conflict") << u"UPDATE case_record SET state = 'conflict'"_s;
        QTest::newRow("held") << u"UPDATE case_record SET state = 'parked'"_s;
        QTest::newRow("held as a whole") << u"UPDATE outbox SET state = 'parked'"_s;
        QTest::newRow("sent again") << u"UPDATE outbox SET resend = 1"_s;
    }
    void whatIsNotOverStays()
    {
        QFETCH(QString, how);
        World world;
        world.submit(1, "a photo");
        world.makeDurable();
        world.printCards();
        world.pass(400);
        world.script(how);
        QCOMPARE(world.purge(), PurgeCount());
        QVERIFY(world.holds(u"ANDI WIJAYA"_s));
        QCOMPARE(world.pictures(), 1);
    }

    void aPayloadThatVanishedWasNotClearedAway()
    {
        World world;
        world.submit(1);
        const QString damaged = world.submit(2);
        world.makeDurable();
        world.pass(kDays);
        world.script(u"UPDATE outbox SET payload = x'' WHERE device_seq = 2"_s);
        QCOMPARE(world.purge(), (PurgeCount{1, 0, false}));
        QVERIFY(!world.office->record(damaged).isPurged);
        QCOMPARE(world.office->faults(),
                 QStringList{u"envelope 2: its payload is gone, and was not cleared away"_s});
    }

    void whatADraftOrAnOpenCorrectionNamesStays()
    {
        World world;
        const QString first = world.submit(1);
        world.makeDurable();
        world.pass(kDays);
        const Case draft = correctionOf(first, 2);
        must(world.office->service().saveDraft(draft, world.office->actor).result());
        QCOMPARE(world.purge(), PurgeCount());
        // Saved, it takes the draft's place until the centre has decided.
        QCOMPARE(world.office->submit(draft).kind, Submitted::Kind::Saved);
        QCOMPARE(world.purge(), PurgeCount());
        QVERIFY(!world.office->record(first).isPurged);
        world.makeDurable();
        QCOMPARE(world.purge(), (PurgeCount{1, 0, false}));
        QVERIFY(world.office->record(first).isPurged);
        QVERIFY(!world.office->record(draft.id).isPurged);
    }

    void aDraftThatIsDiscardedLetsGo()
    {
        World world;
        const QString first = world.submit(1);
        world.makeDurable();
        world.pass(kDays);
        const Case draft = correctionOf(first, 2);
        must(world.office->service().saveDraft(draft, world.office->actor).result());
        QCOMPARE(world.purge(), PurgeCount());
        must(world.office->service().discardDraft(draft.id, world.office->actor).result());
        QCOMPARE(world.purge(), (PurgeCount{1, 0, false}));
    }

    void picturesThatAreStillNeededStay()
    {
        World world;
        const QString id = world.submit(1, "a photo"); // its card is not printed
        Case open = registration(2);
        open.family.members[0].photo = world.picture("of a draft");
        must(world.office->service().saveDraft(open, world.office->actor).result());
        world.picture("nobody's");
        world.makeDurable();
        QCOMPARE(world.pictures(), 3);
        world.pass(kDays);
        QCOMPARE(world.purge(), (PurgeCount{1, 1, false}));
        QVERIFY(world.office->record(id).isPurged);
        QCOMPARE(world.pictures(), 2);
        world.printCards();
        QCOMPARE(world.purge(), (PurgeCount{0, 1, false}));
        QVERIFY(must(world.office->store().blobs().has(open.family.members.first().photo)));
        QCOMPARE(world.office->faults(), QStringList());
    }

    void aTrialStoreKeepsEverything()
    {
        FakeOffice office;
        office.submit(registration(1));
        office.sync();
        office.clock.advanceSeconds(400LL * 24 * 3600);
        QCOMPARE(must(purgeAll(office.store(), office.actor, kDays)), PurgeCount());
    }

    void aPurgedCaseCanNotBeCorrected()
    {
        World world;
        const QString id = world.submit(1);
        world.makeDurable();
        Case better = world.office->record(id).content;
        world.pass(kDays);
        world.purge();
        better.id.clear();
        better.corrects = id;
        const Submitted refused = world.office->submit(better);
        QCOMPARE(refused.kind, Submitted::Kind::NotReady);
        QCOMPARE(refused.assessment.problems.first().code, u"case.purged"_s);
    }

    void aCentreThatWasRestoredIsNotOfferedItAgain()
    {
        World world;
        world.submit(1);
        world.makeDurable();
        const FakeCentre::Copy copy = world.centre.backup();
        world.pass(kDays);
        world.purge();
        const QString later = world.submit(2);
        world.office->sync();
        world.centre.restore(copy);
        const qint64 before = world.centre.deliveries();
        const SyncSummary summary = world.office->sync();
        QVERIFY(!summary.linkFailed);
        QCOMPARE(world.centre.deliveries() - before, 1); // the later one alone
        QCOMPARE(world.office->record(later).state, CaseState::Accepted);
        QCOMPARE(world.office->faults(), QStringList());
    }

    /// Cut or failing at any access to the files: nothing half, and the next start ends as if nothing had
    /// been.
    void aPurgeThatFailsIsMadeUpFor()
    {
        int reached = 0;
        const std::uint64_t step = qEnvironmentVariable("LOKET_FAULTS") == "full"_L1 ? 1 : 4;
        for (std::uint64_t at = 1;; at += step) {
            World world;
            for (int n = 1; n <= 3; ++n)
                world.submit(n, "photo " + QByteArray::number(n));
            world.makeDurable();
            world.printCards();
            world.pass(kDays);
            const Actor actor = world.office->actor;
            const QDateTime now = world.office->clock.nowUtc();
            world.office.reset();

            const FixedClock clock(now);
            bool isClean = false;
            {
                FaultVfs::use({});
                const auto store
                    = must(Store::open({world.folder.path(), FaultVfs::kName, false, true, &clock}));
                FaultPlan plan;
                plan.failOp = FileOp::Change;
                plan.failAt = at;
                plan.isForever = at / step % 2 == 0;
                FaultVfs::use(plan);
                isClean = bool(purgeAll(*store, actor, kDays)) && FaultVfs::count(FileOp::Change) < at;
                reached += isClean ? 0 : 1;
                FaultVfs::use({});
            }
            world.office.emplace(world.folder.path());
            world.office->clock = clock;
            world.purge();
            QCOMPARE(world.pictures(), 0);
            QVERIFY(!world.holds(u"ANDI WIJAYA"_s));
            QCOMPARE(world.office->faults(), QStringList());
            for (const CaseRecord &record : must(world.office->reader()->cases(0, 10)))
                QVERIFY(record.isPurged);
            if (isClean)
                break;
        }
        qInfo("%d places were reached", reached);
        QVERIFY(reached > 5);
    }
};

QTEST_GUILESS_MAIN(TestPurge)
#include "tst_purge.moc"
