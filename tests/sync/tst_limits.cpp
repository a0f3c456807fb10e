// SPDX-License-Identifier: Apache-2.0
// The limit of what may wait unsent: a counter without a centre for days, on a clock that is set.
#include "model/domain/casejson.h"
#include "model/rulebook/rulebook.h"
#include "model/services/beginning.h"
#include "model/store/outbox.h"
#include "model/store/writer.h"
#include "tests/fakes/centralline.h"
#include "tests/fakes/ctlprocess.h"
#include "tests/fakes/editionpatch.h"
#include "tests/fakes/fakecentre.h"
#include "tests/fakes/fakeoffice.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDay = 24 * 60 * 60;

/// The centre, out of reach until it is not.
class Away final : public CentralLine
{
public:
    using CentralLine::CentralLine;
    bool isAway = true;
    Outcome<Welcome> hello(const CounterState &state) override
    {
        if (isAway)
            return fail(Failure{FailureKind::Network, u"no route"_s});
        return CentralLine::hello(state);
    }
    Outcome<SubmitReply> submit(const QList<Envelope> &list) override
    {
        if (isAway)
            return fail(Failure{FailureKind::Network, u"no route"_s});
        return CentralLine::submit(list);
    }
};

/// One family more, today.
Case familyOf(int number, const FakeOffice &office)
{
    Case content = registration(number);
    content.date = office.clock.today();
    content.consent->at = office.clock.nowUtc().toLocalTime().toOffsetFromUtc(7 * 3600).toString(Qt::ISODate);
    return content;
}

struct World {
    FakeOffice office;
    FakeCentre centre{office.clock, office.context()};
    std::unique_ptr<Away> line;
    World()
    {
        centre.addOffice(u"0901"_s, u"Kantor Uji"_s);
        office.enrol(centre, u"0901"_s);
        line = std::make_unique<Away>(office.line());
        line->isAway = false;
        office.sync(*line); // numbers
        line->isAway = true;
    }
    const Rulebook &rules() const { return office.context().rulebooks->on(office.clock.today()); }
    UnsentStanding standing() const
    {
        const StoreStatus status = must(office.reader()->status());
        return unsentStanding(status.unsent, status.isTrial, rules(), office.clock.nowUtc());
    }
    /// What of the store an officer or the centre could tell from before.
    QStringList kept() const { return dumpOf(office.dir() + u"/store.db"_s); }
};

} // namespace

class TestLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void standing_data()
    {
        QTest::addColumn<int>("cases");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("pressure");
        QTest::addColumn<bool>("isByAge");
        QTest::newRow("nothing waits, whatever the clock") << 0 << 100 * kDay << u"none"_s << false;
        QTest::newRow("five days") << 40 << 5 * kDay << u"none"_s << true;
        QTest::newRow("a second below half") << 40 << 7 * kDay - 1 << u"none"_s << true;
        QTest::newRow("half of the days") << 40 << 7 * kDay << u"warning"_s << true;
        QTest::newRow("eleven days") << 40 << 11 * kDay << u"warning"_s << true;
        QTest::newRow("twelve days") << 40 << 12 * kDay << u"urgent"_s << true;
        QTest::newRow("a second below all") << 40 << 14 * kDay - 1 << u"urgent"_s << true;
        QTest::newRow("fourteen days") << 1 << 14 * kDay << u"frozen"_s << true;
        QTest::newRow("one below half of the cases") << 2499 << qint64(60) << u"none"_s << false;
        QTest::newRow("half of the cases") << 2500 << qint64(60) << u"warning"_s << false;
        QTest::newRow("four fifths") << 4000 << qint64(60) << u"urgent"_s << false;
        QTest::newRow("one below all") << 4999 << qint64(60) << u"urgent"_s << false;
        QTest::newRow("all") << 5000 << qint64(60) << u"frozen"_s << false;
        QTest::newRow("both, the cases further") << 6000 << 15 * kDay << u"frozen"_s << false;
        QTest::newRow("both, the days further") << 5000 << 15 * kDay << u"frozen"_s << true;
        QTest::newRow("the fuller of the two") << 4000 << 8 * kDay << u"urgent"_s << false;
        QTest::newRow("saved after now: the clock was set back") << 40 << -400 * kDay << u"none"_s << false;
    }
    void standing()
    {
        QFETCH(int, cases);
        QFETCH(qint64, seconds);
        QFETCH(QString, pressure);
        QFETCH(bool, isByAge);
        const auto library = RulebookLibrary::builtIn();
        const Rulebook &rules = library->on(QDate(2022, 3, 1));
        const QDateTime now(QDate(2022, 3, 20), QTime(2, 0), Qt::UTC);
        const UnsentCases unsent{cases, cases > 0 ? now.addSecs(-seconds) : QDateTime(), true};
        const UnsentStanding standing = unsentStanding(unsent, false, rules, now);
        QCOMPARE(pressureWord(standing.pressure), pressure);
        QCOMPARE(standing.isByAge, isByAge);
        const auto problem = unsentProblem(standing, rules);
        QCOMPARE(problem.has_value(), pressure == "frozen"_L1);
        if (problem)
            QVERIFY(problem->rule == rules.parameterRule(isByAge ? u"unsent.days"_s : u"unsent.cases"_s));
        // A training store has no limit, and a wrong clock tells no age.
        QCOMPARE(unsentStanding(unsent, true, rules, now).pressure, Pressure::None);
        UnsentCases wrong = unsent;
        wrong.isAgeKnown = false;
        const bool isByCases = cases >= 2500;
        QCOMPARE(unsentStanding(wrong, false, rules, now).pressure != Pressure::None, isByCases);
    }

    void fourteenDaysAway()
    {
        World world;
        FakeOffice &office = world.office;
        int made = 0;
        const auto workADay = [&] {
            QCOMPARE(office.submit(familyOf(++made, office)).kind, Submitted::Kind::Saved);
            QVERIFY(office.sync(*world.line).linkFailed);
        };
        const QStringList wanted = {u"none"_s,    u"none"_s,    u"none"_s,    u"none"_s,    u"none"_s,
                                    u"none"_s,    u"none"_s,    u"warning"_s, u"warning"_s, u"warning"_s,
                                    u"warning"_s, u"warning"_s, u"urgent"_s,  u"urgent"_s,  u"frozen"_s};
        for (int day = 0; day < 14; ++day) {
            QCOMPARE(pressureWord(world.standing().pressure), wanted.at(day));
            workADay();
            QCOMPARE(world.standing().days, day);
            QCOMPARE(world.standing().from, QDate(2022, 3, 15));
            office.clock.advanceSeconds(kDay);
        }
        QCOMPARE(pressureWord(world.standing().pressure), wanted.last());
        QCOMPARE(world.standing().cases, 14);

        // Nothing new, and nothing is changed by the try; what was saved answers as it did.
        const QStringList before = world.kept();
        const Submitted refused = office.submit(familyOf(made + 1, office));
        QCOMPARE(refused.kind, Submitted::Kind::Stopped);
        QCOMPARE(refused.assessment.problems.size(), 1);
        QCOMPARE(refused.assessment.problems.first().code, u"unsent.limit"_s);
        QCOMPARE(refused.assessment.problems.first().args.value("days"_L1).toInt(), 14);
        QVERIFY(!refused.assessment.problems.first().source.isEmpty());
        QCOMPARE(world.kept(), before);
        Case known = registration(1);
        known.consent->at
            = QDateTime(QDate(2022, 3, 1), QTime(9, 0)).toOffsetFromUtc(7 * 3600).toString(Qt::ISODate);
        QCOMPARE(office.submit(known).kind, Submitted::Kind::Again);

        // A draft is kept, printing is noted, a search finds, and the store starts again.
        const Case draft = familyOf(made + 1, office);
        must(office.service().saveDraft(draft, office.actor).result());
        must(office.service().notePrinted(u"receipt"_s, draft.id, {}, office.actor).result());
        QCOMPARE(must(office.reader()->search(u"ANDI"_s, 50)).hits.size(), made);
        QVERIFY(office.sync(*world.line).linkFailed);
        office.closeAndOpen();
        QCOMPARE(world.standing().pressure, Pressure::Frozen);

        // The link is back: everything goes out, and the draft becomes a case.
        world.line->isAway = false;
        office.clock.advanceSeconds(3600);
        QVERIFY(!office.sync(*world.line).linkFailed);
        QCOMPARE(world.centre.deliveries(), made);
        for (int i = 1; i <= made; ++i)
            QCOMPARE(office.record(registration(i).id).state, CaseState::Accepted);
        QCOMPARE(world.standing(), unsentStanding({}, false, world.rules(), office.clock.nowUtc()));
        QCOMPARE(office.submit(draft).kind, Submitted::Kind::Saved);
        QVERIFY(office.faults().isEmpty());
        qInfo("14 days away, %d cases: warned from day 7, urgently from day 12, frozen on day 14, all "
              "delivered",
              made);
    }

    void countsOnlyWhatTheCentreLacks()
    {
        World world;
        FakeOffice &office = world.office;
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(office.submit(familyOf(i, office)).record);
            office.clock.advanceSeconds(60);
        }
        world.line->isAway = false;
        office.clock.advanceSeconds(3600);
        office.sync(*world.line);
        QCOMPARE(world.standing().cases, 0);
        world.line->isAway = true;
        const QDateTime second = office.clock.nowUtc();
        QVERIFY(office.submit(familyOf(4, office)).record);
        office.clock.advanceSeconds(10 * kDay);
        QVERIFY(office.submit(familyOf(5, office)).record);
        QCOMPARE(world.standing().cases, 2);
        QCOMPARE(world.standing().oldest, second);
        QCOMPARE(world.standing().days, 10);
        // What is held was offered, and is a person's: it does not close the counter.
        must(office.store()
                 .writer()
                 ->run(Writer::Priority::Outcome,
                       [](Connection &connection) {
                           return markParked(connection, registration(4).id, u"broken"_s);
                       })
                 .result());
        QCOMPARE(world.standing().cases, 1);
        QCOMPARE(world.standing().days, 0);
        // Taking back is no new case: it is possible, and what it makes waits too.
        QCOMPARE(must(office.service().voidCase(registration(5).id, u"salah orang"_s, office.actor).result()),
                 QString());
        QCOMPARE(world.standing().cases, 2);
    }

    void theNumberOfCasesFreezesToo()
    {
        World world;
        FakeOffice &office = world.office;
        EditionPatch patch;
        patch.setParameter(u"unsent.cases"_s, u"3"_s);
        const auto library = patch.load();
        QVERIFY(library);
        Context context = office.context();
        context.rulebooks = library.value().get();
        CaseService service(office.store(), context);
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(must(service.submit(familyOf(i, office), office.actor).result()).kind,
                     Submitted::Kind::Saved);
        const Submitted refused = must(service.submit(familyOf(4, office), office.actor).result());
        QCOMPARE(refused.kind, Submitted::Kind::Stopped);
        QCOMPARE(refused.assessment.problems.first().args.value("mostCases"_L1).toInt(), 3);
        world.line->isAway = false;
        office.sync(*world.line);
        QCOMPARE(must(service.submit(familyOf(4, office), office.actor).result()).kind,
                 Submitted::Kind::Saved);
    }

    void aTrainingStoreHasNoLimit()
    {
        FakeOffice office;
        QVERIFY(office.submit(familyOf(1, office)).record);
        office.clock.advanceSeconds(60 * kDay);
        QCOMPARE(office.submit(familyOf(2, office)).kind, Submitted::Kind::Saved);
    }

    void aClockThatWasSetBackTellsNoAge()
    {
        World world;
        FakeOffice &office = world.office;
        QVERIFY(office.submit(familyOf(1, office)).record);
        office.clock.advanceSeconds(-365 * kDay);
        QVERIFY(!must(office.reader()->status()).unsent.isAgeKnown);
        QCOMPARE(world.standing().pressure, Pressure::None);
        QCOMPARE(office.submit(familyOf(2, office)).kind, Submitted::Kind::Saved);
    }

    void theConsoleRefusesInOneLine()
    {
        World world;
        FakeOffice &office = world.office;
        QVERIFY(office.submit(familyOf(1, office)).record);
        office.clock.advanceSeconds(14 * kDay);
        QTemporaryDir inputs;
        const QString file = inputs.filePath(u"case.json"_s);
        QFile json(file);
        QVERIFY(json.open(QIODevice::WriteOnly));
        json.write(QJsonDocument(writeCase(familyOf(2, office))).toJson());
        json.close();
        QStringList before, after;
        CtlRun refused, status, late;
        office.whileClosed([&] {
            before = world.kept();
            refused = runLoketctl(office.dir(), {u"submit"_s, file}, {}, u"2022-03-15"_s);
            after = world.kept();
            status = runLoketctl(office.dir(), {u"status"_s}, {}, u"2022-03-15"_s);
            late = runLoketctl(office.dir(), {u"status"_s}, {}, u"2022-03-13"_s);
        });
        QCOMPARE(refused.exitCode, 1);
        QVERIFY(refused.out.isEmpty());
        QCOMPARE(refused.errors().size(), 1);
        QVERIFY2(
            refused.err.contains("unsent.limit: 1 cases have not been sent to the centre, the oldest for 14"),
            refused.err);
        QCOMPARE(after, before);
        QCOMPARE(status.exitCode, 0);
        const QJsonObject unsent = status.answer().value("unsent"_L1).toObject();
        QCOMPARE(unsent.value("pressure"_L1).toString(), u"frozen"_s);
        QCOMPARE(unsent.value("frozenFrom"_L1).toString(), u"2022-03-15"_s);
        QCOMPARE(unsent.value("cases"_L1).toInt(), 1);
        QCOMPARE(late.answer().value("unsent"_L1).toObject().value("pressure"_L1).toString(), u"urgent"_s);
        QVERIFY(status.answer().value("freeBytes"_L1).toDouble() > 0);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
