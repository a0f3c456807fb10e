// SPDX-License-Identifier: Apache-2.0
// Services on a family that is there, the whole way: saved with what they change, laid over the family,
// decided by the trial centre, back through the feed.
#include "model/domain/casejson.h"
#include "model/store/mirrorfeed.h"
#include "model/store/outbox.h"
#include "model/store/writer.h"
#include "tests/fakes/centralline.h"
#include "tests/fakes/fakeoffice.h"

#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

qint64 number(const FakeOffice &office, const char *sql)
{
    return must(office.look()->one(sql, [](const Statement &s) { return s.integer(0); })).value_or(0);
}

/// A case of `service` on family 1, number `n` of the test.
Case change(const FakeOffice &office, const QString &service, int n, const QJsonObject &details)
{
    Case content;
    content.id = u"0190a1b2-0000-7000-9000-%1"_s.arg(n, 12, 16, QLatin1Char('0'));
    content.service = service;
    content.date = office.clock.today();
    content.channel = u"MCS"_s;
    content.family.kk = registration(1).family.kk;
    content.documents = {{u"KK"_s, std::nullopt, {}}};
    content.consent = Consent{u"2022-03-01T09:12:00+07:00"_s, u"2022-1"_s};
    content.details = details;
    return content;
}

Case newFacility(const FakeOffice &office, int n, const QString &member = {})
{
    QJsonObject details{{u"newFktp"_s, u"03010701"_s}};
    if (!member.isEmpty())
        details.insert(u"member"_s, member);
    return change(office, u"CHG-FKTP"_s, n, details);
}

Case newPhone(const FakeOffice &office, int n, const QString &phone)
{
    return change(office, u"CHG-KONTAK"_s, n, {{u"newPhone"_s, phone}});
}

Case newMember(const FakeOffice &office, int n)
{
    Case content = change(office, u"FAM-ADD"_s, n, {});
    content.family.members = registration(1, 4).family.members.mid(3);
    return content;
}

/// A family of three that was accepted and has paid, long ago.
std::unique_ptr<FakeOffice> settled()
{
    auto office = std::make_unique<FakeOffice>();
    office->submit(registration(1, 3));
    office->sync();
    office->clock.setToday(QDate(2022, 7, 4));
    office->sync();
    return office;
}

FamilyView family(const FakeOffice &office)
{
    return office.family(registration(1).family.kk);
}

/// Does something at the counter after everything was sent and before the first page of the feed comes. What
/// is saved by that does not get through.
class Meanwhile final : public CentralLine
{
public:
    Meanwhile(CentralPort &centre, std::function<void()> act)
        : CentralLine(centre)
        , m_act(std::move(act))
    {
    }
    Outcome<SubmitReply> submit(const QList<Envelope> &list) override
    {
        return m_act ? CentralLine::submit(list) : fail(Failure{FailureKind::Network, u"no route"_s});
    }
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int wait) override
    {
        if (const auto act = std::exchange(m_act, {}))
            act();
        return CentralLine::changes(epoch, cursor, limit, wait);
    }

private:
    std::function<void()> m_act;
};

EnvelopeHeader lastHeader(const FakeOffice &office)
{
    const auto items
        = must(envelopesAfter(*office.look(), number(office, "SELECT max(device_seq) - 1 FROM outbox"), 1));
    return readEnvelopeHeader(items.first().envelope.header).value();
}

QStringList codes(const Assessment &assessment)
{
    QStringList list;
    for (const Problem &problem : assessment.problems)
        list += problem.path + u' ' + problem.code;
    for (const DocumentNeed &need : assessment.documents)
        if (need.required && !need.seen)
            list += need.code;
    return list;
}

} // namespace

#define SAVED(submitted)                                                                                     \
    QVERIFY2((submitted).kind == Submitted::Kind::Saved,                                                     \
             qPrintable(codes((submitted).assessment).join(u", "_s)))

class TestChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeOfTodayIsLaidOverAndAccepted()
    {
        const auto office = settled();
        const FamilyView before = family(*office);
        QCOMPARE(before.status, u"AKTIF"_s);
        Case content = newPhone(*office, 1, u"081299998888"_s);
        content.details.insert(u"baseRevision"_s, QString::number(before.revision));
        const Submitted saved = office->submit(content);
        SAVED(saved);
        QVERIFY(saved.record->numbers.isEmpty());
        QCOMPARE(lastHeader(*office).baseRevision, before.revision);
        QCOMPARE(lastHeader(*office).family, before.kk);
        QVERIFY(lastHeader(*office).buildsOn.isEmpty());

        FamilyView waiting = family(*office);
        QCOMPARE(waiting.pendingCase, content.id);
        QVERIFY(waiting.phone.endsWith(u"81299998888"_s));
        QCOMPARE(waiting.members.size(), before.members.size());
        QVERIFY(waiting.history.first().isPending);

        const SyncSummary summary = office->sync();
        QCOMPARE(summary.counts.value(u"accepted"_s), 1);
        QCOMPARE(summary.counts.value(u"errors"_s), 0);
        const FamilyView after = family(*office);
        QVERIFY(after.pendingCase.isEmpty());
        QVERIFY(after.phone.endsWith(u"81299998888"_s));
        QCOMPARE(after.revision, before.revision + 1);
        QCOMPARE(after.members.first().card, before.members.first().card);
        QCOMPARE(after.history.first().state, CaseState::Accepted);
        QVERIFY(!after.history.first().isPending);
        QCOMPARE(office->faults(), QStringList());
    }

    void aChangeOfALaterDayTakesHoldWhenItComes()
    {
        const auto office = settled();
        const Case content = newFacility(*office, 1);
        SAVED(office->submit(content));
        FamilyView waiting = family(*office);
        QCOMPARE(waiting.members.first().fktp, u"0138U020"_s);
        QCOMPARE(waiting.scheduled.size(), 3);
        QCOMPARE(waiting.scheduled.first().effective, QDate(2022, 8, 1));
        QCOMPARE(waiting.scheduled.first().caseId, content.id);
        const auto onTheDay = office->reader()->lookup().family(waiting.kk, {}, QDate(2022, 8, 1), {});
        QCOMPARE(onTheDay->members.first().fktp, u"03010701"_s);

        office->sync();
        FamilyView decided = family(*office);
        QVERIFY(decided.pendingCase.isEmpty());
        QCOMPARE(decided.members.first().fktp, u"0138U020"_s);
        QCOMPARE(decided.scheduled.size(), 3);
        office->clock.setToday(QDate(2022, 7, 31));
        office->sync();
        QCOMPARE(family(*office).members.first().fktp, u"0138U020"_s);
        office->clock.setToday(QDate(2022, 8, 2));
        office->sync();
        const FamilyView then = family(*office);
        QVERIFY(then.scheduled.isEmpty());
        for (const MemberView &member : then.members) {
            QCOMPARE(member.fktp, u"03010701"_s);
            QCOMPARE(member.fktpSince, QDate(2022, 8, 1));
        }
        QVERIFY(office->sync().counts.isEmpty());
        QCOMPARE(office->faults(), QStringList());
    }

    void onlyNewPeopleGetNumbers()
    {
        const auto office = settled();
        const FamilyView before = family(*office);
        const Submitted saved = office->submit(newMember(*office, 1));
        SAVED(saved);
        QCOMPARE(saved.firstNumbers.size(), 1);
        QCOMPARE(saved.firstNumbers.first().member, 0);
        QCOMPARE(saved.firstNumbers.first().va, before.va);
        QVERIFY(saved.firstNumbers.first().card > before.members.last().card);
        const FamilyView waiting = family(*office);
        QCOMPARE(waiting.members.size(), 4);
        QVERIFY(waiting.members.last().isPending);
        QVERIFY(!waiting.members.first().isPending);
        QCOMPARE(waiting.members.last().card, saved.firstNumbers.first().card);
        // Only the new one is found by what the case says.
        QCOMPARE(number(*office, "SELECT count(*) FROM pending_member"), 1);
        QCOMPARE(must(office->reader()->search(u"citra"_s, 5)).hits.size(), 1);
        QCOMPARE(must(office->reader()->search(u"andi"_s, 5)).hits.size(), 1);
        QCOMPARE(must(office->reader()->familyByCard(waiting.members.last().card))->kk, before.kk);

        office->sync();
        const FamilyView after = family(*office);
        QCOMPARE(after.members.size(), 4);
        QCOMPARE(after.members.last().card, saved.firstNumbers.first().card);
        QCOMPARE(after.members.last().status, u"AKTIF"_s);
        QCOMPARE(office->record(newMember(*office, 1).id).numbers.first().state, u"confirmed"_s);
        QCOMPARE(office->submit(newMember(*office, 1)).firstNumbers, saved.firstNumbers);
        QCOMPARE(office->faults(), QStringList());
    }

    void aFamilyIsNamedByACard()
    {
        const auto office = settled();
        Case content = newPhone(*office, 1, u"081299998888"_s);
        content.family.card = family(*office).members.at(2).card;
        content.family.kk.clear();
        SAVED(office->submit(content));
        QCOMPARE(lastHeader(*office).family, registration(1).family.kk);
        QCOMPARE(family(*office).pendingCase, content.id);
        QCOMPARE(office->sync().counts.value(u"accepted"_s), 1);
        QVERIFY(family(*office).phone.endsWith(u"81299998888"_s));
        QCOMPARE(family(*office).history.first().caseId, content.id);
    }

    void aFamilyThatTheCentreDoesNotKnow()
    {
        FakeOffice office;
        const Case content = newPhone(office, 1, u"081299998888"_s);
        SAVED(office.submit(content));
        QCOMPARE(office.sync().counts.value(u"needs-correction"_s), 1);
        QVERIFY(office.record(content.id).reason.contains(u"KK"_s));
    }

    void waitingCasesOfAFamilyAreNamed()
    {
        const auto office = settled();
        const Case first = newPhone(*office, 1, u"081299998888"_s);
        const Case second = newMember(*office, 2);
        const Case third = newFacility(*office, 3, family(*office).members.first().card);
        SAVED(office->submit(first));
        SAVED(office->submit(second));
        QCOMPARE(lastHeader(*office).buildsOn, QStringList{first.id});
        SAVED(office->submit(third));
        QCOMPARE(lastHeader(*office).buildsOn, (QStringList{first.id, second.id}));
        QCOMPARE(number(*office, "SELECT count(*) FROM case_base"), 3);
        // A correction stands where the first one stood.
        Case better = newPhone(*office, 4, u"081277776666"_s);
        better.corrects = first.id;
        SAVED(office->submit(better));
        QCOMPARE(lastHeader(*office).buildsOn, QStringList{first.id});
        QVERIFY(family(*office).phone.endsWith(u"81277776666"_s));
        QCOMPARE(office->sync().counts.value(u"accepted"_s), 4);
        QVERIFY(family(*office).phone.endsWith(u"81277776666"_s));
        QCOMPARE(family(*office).members.size(), 4);
    }

    void whatBuildsOnARejectedCaseComesBack_data()
    {
        QTest::addColumn<bool>("sentTogether");
        QTest::newRow("the centre says so") << true;
        QTest::newRow("the counter says so before it is sent") << false;
    }
    /// The registration is not taken: its KK was registered by somebody else meanwhile.
    void whatBuildsOnARejectedCaseComesBack()
    {
        QFETCH(bool, sentTogether);
        FakeOffice office;
        office.submit(registration(1, 3));
        FamilyView other;
        other.kk = registration(1).family.kk;
        other.revision = 1;
        other.members = {MemberView()};
        other.members[0].name = u"ORANG LAIN"_s;
        other.members[0].relation = u"head"_s;
        const auto mirrored = [&] {
            must(office.store()
                     .mirrorWriter()
                     ->run(Writer::Priority::Feed,
                           [&](Connection &connection) { return putFamily(connection, other); })
                     .result());
        };
        const Case phone = newPhone(office, 1, u"081299998888"_s);
        const Case added = newMember(office, 2);
        if (sentTogether) {
            SAVED(office.submit(phone));
            SAVED(office.submit(added));
            mirrored();
        } else {
            mirrored();
            Meanwhile line(office.centre(), [&] {
                QCOMPARE(office.record(registration(1).id).state, CaseState::Received);
                SAVED(office.submit(phone));
                SAVED(office.submit(added));
            });
            office.sync(line);
            QCOMPARE(number(office, "SELECT count(*) FROM outbox WHERE state = 'queued'"), 2);
            QCOMPARE(office.record(phone.id).state, CaseState::NeedsCorrection);
            QVERIFY(office.record(phone.id).reason.contains(u"MCS2-000001"_s));
        }
        office.sync();
        QCOMPARE(office.record(registration(1).id).state, CaseState::Rejected);
        for (const Case &one : {phone, added}) {
            QCOMPARE(office.record(one.id).state, CaseState::NeedsCorrection);
            QVERIFY2(office.record(one.id).reason.contains(u"REG-PBPU, "_s),
                     qPrintable(office.record(one.id).reason));
        }
        QCOMPARE(number(office, "SELECT count(*) FROM pending_effect"), 0);
        QCOMPARE(
            number(office, "SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending', 'received')"),
            0);
        QVERIFY(family(office).pendingCase.isEmpty());
        QCOMPARE(office.faults(), QStringList());
    }

    /// The corrected one is taken back first: nobody is in the family twice.
    void correctionOfAnAcceptedAddition()
    {
        const auto office = settled();
        const FamilyView before = family(*office);
        Case wrong = change(*office, u"FAM-ADD"_s, 1, {});
        wrong.family.members = registration(1, 4).family.members.mid(3);
        SAVED(office->submit(wrong));
        office->sync();
        Case right = wrong;
        right.id = newPhone(*office, 2, {}).id;
        right.corrects = wrong.id;
        right.family.members[0].name = u"CITRA AYU WIJAYA"_s;
        const Submitted saved = office->submit(right);
        SAVED(saved);
        QCOMPARE(family(*office).members.size(), 4);
        QCOMPARE(family(*office).members.last().name, u"CITRA AYU WIJAYA"_s);
        QCOMPARE(office->sync().counts.value(u"accepted"_s), 1);
        const FamilyView after = family(*office);
        QCOMPARE(after.members.size(), 4);
        QCOMPARE(after.members.last().name, u"CITRA AYU WIJAYA"_s);
        QCOMPARE(after.members.last().card, saved.firstNumbers.first().card);
        QCOMPARE(after.members.mid(0, 3), before.members);
        QCOMPARE(office->faults(), QStringList());
    }

    void correctionOfAnAcceptedCase()
    {
        const auto office = settled();
        const Case wrong = newPhone(*office, 1, u"081299998888"_s);
        SAVED(office->submit(wrong));
        office->sync();
        Case right = newPhone(*office, 2, u"081277776666"_s);
        right.corrects = wrong.id;
        SAVED(office->submit(right));
        QCOMPARE(lastHeader(*office).corrects, wrong.id);
        QCOMPARE(office->sync().counts.value(u"accepted"_s), 1);
        QVERIFY(family(*office).phone.endsWith(u"81277776666"_s));
        QCOMPARE(office->record(wrong.id).state, CaseState::Accepted);
    }

    /// What the wrong one makes of the family is not in the way of the right one, also in the window.
    void correctionOfAWaitingChange()
    {
        const auto office = settled();
        Case wrong
            = change(*office, u"FAM-DEL-DIVORCE"_s, 1,
                     {{u"member"_s, family(*office).members.at(1).card}, {u"divorced"_s, u"2022-05-02"_s}});
        wrong.documents += {{u"DIVORCE-CERT"_s, std::nullopt, {}}, {u"KTP"_s, std::nullopt, {}}};
        SAVED(office->submit(wrong));
        QCOMPARE(family(*office).members.size(), 2);
        Case right = wrong;
        right.id = newPhone(*office, 2, {}).id;
        right.details.insert(u"divorced"_s, u"2022-05-03"_s);
        right.corrects = wrong.id;
        const auto reader = office->reader();
        Context context = office->context();
        context.today = office->clock.today();
        context.lookup = &reader->lookup();
        QCOMPARE(codes(assess(right, context)), QStringList());
        QCOMPARE(codes(assess(wrong, context)), QStringList()); // a window that did not hear the answer
        SAVED(office->submit(right));
        QCOMPARE(office->sync().counts.value(u"accepted"_s), 2);
        QCOMPARE(family(*office).members.size(), 2);
        QCOMPARE(office->faults(), QStringList());
    }

    void aChangeIsTakenBack_data()
    {
        QTest::addColumn<QString>("service");
        QTest::newRow("of today") << u"CHG-KONTAK"_s;
        QTest::newRow("of a later day") << u"CHG-FKTP"_s;
        QTest::newRow("with a new person") << u"FAM-ADD"_s;
    }
    void aChangeIsTakenBack()
    {
        QFETCH(QString, service);
        const auto office = settled();
        const FamilyView before = family(*office);
        const Case content = service == "CHG-KONTAK"_L1 ? newPhone(*office, 1, u"081299998888"_s)
            : service == "CHG-FKTP"_L1                  ? newFacility(*office, 1)
                                                        : newMember(*office, 1);
        SAVED(office->submit(content));
        QCOMPARE(must(office->service().voidCase(content.id, u"batal"_s, office->actor).result()), QString());
        FamilyView now = family(*office);
        QVERIFY(now.pendingCase.isEmpty());
        QCOMPARE(now.members, before.members);
        QVERIFY(now.scheduled.isEmpty());
        QCOMPARE(now.history.first().state, CaseState::Void);
        QCOMPARE(office->sync().counts.value(u"sent"_s), 2);
        now = family(*office);
        QCOMPARE(now.members, before.members);
        QCOMPARE(now.phone, before.phone);
        QVERIFY(now.scheduled.isEmpty());
        office->clock.setToday(QDate(2022, 8, 2));
        office->sync();
        QCOMPARE(family(*office).members.first().fktp, before.members.first().fktp);
        QCOMPARE(office->record(content.id).state, CaseState::Void);
        QCOMPARE(office->faults(), QStringList());
    }

    void whoDiedStaysInTheFamily()
    {
        const auto office = settled();
        const MemberView child = family(*office).members.at(2);
        Case content = change(
            *office, u"FAM-DEL-DEATH"_s, 1,
            {{u"member"_s, child.card}, {u"died"_s, u"2022-07-01"_s}, {u"deathSource"_s, u"family"_s}});
        content.documents += {u"DEATH-CERT"_s, std::nullopt, {}};
        SAVED(office->submit(content));
        QCOMPARE(family(*office).members.at(2).status, u"MENINGGAL"_s);
        QVERIFY(family(*office).members.at(2).isPending);
        office->sync();
        QCOMPARE(family(*office).members.size(), 3);
        QCOMPARE(family(*office).members.at(2).status, u"MENINGGAL"_s);
        QCOMPARE(family(*office).members.at(1).status, u"AKTIF"_s);
    }

    void aFamilyMovesToAnotherKk()
    {
        const auto office = settled();
        const FamilyView before = family(*office);
        const QString kk = registration(7).family.kk;
        SAVED(office->submit(change(
            *office, u"FAM-HEAD"_s, 1,
            {{u"headReason"_s, u"moved"_s}, {u"newHead"_s, before.members.at(1).card}, {u"newKk"_s, kk}})));
        office->sync();
        QCOMPARE(family(*office).members.size(), 3);
        office->clock.setToday(QDate(2022, 8, 1));
        office->sync();
        QVERIFY(family(*office).members.isEmpty());
        const FamilyView after = office->family(kk);
        QCOMPARE(after.members.size(), 3);
        QVERIFY(after.va.endsWith(before.members.at(1).card.right(11)));
        QCOMPARE(must(office->reader()->status()).participants, 3);
        QCOMPARE(must(office->reader()->familyByCard(before.members.at(2).card))->kk, kk);
        QCOMPARE(office->faults(), QStringList());
    }

    void aBabyGetsItsNik()
    {
        FakeOffice office;
        Case born = registration(1, 3);
        born.family.members[2].nik.clear();
        born.family.members[2].birthDate = u"2022-02-10"_s;
        office.submit(born);
        office.sync();
        FollowUpSpans spans{QDate(2022, 3, 2)};
        spans.babyMonths = 3;
        QCOMPARE(must(office.reader()->followUps(spans, 9)).size(), 1);
        const QString nik = u"3174015002220009"_s;
        SAVED(office.submit(change(
            office, u"CHG-KEPENDUDUKAN"_s, 1,
            {{u"member"_s, family(office).members.at(2).card}, {u"newNik"_s, nik}, {u"newSex"_s, u"P"_s}})));
        QCOMPARE(must(office.reader()->search(nik, 5)).hits.size(), 1); // while it waits, too
        office.sync();
        QCOMPARE(must(office.reader()->search(nik, 5)).hits.size(), 1);
        QCOMPARE(family(office).members.at(2).nik, nik);
        QVERIFY(must(office.reader()->followUps(spans, 9)).isEmpty());
    }

    /// A store whose trial centre was made by the first release.
    void aCentreOfTheFirstReleaseGoesOn()
    {
        const auto office = settled();
        office->whileClosed([&] {
            const auto book = must(openStore(office->dir() + u"/trial.db"_s, Access::Write));
            must(book->script(
                "DROP TABLE verdict; DROP TABLE undo; DROP INDEX family_to_change;"
                "ALTER TABLE family DROP COLUMN next_change; ALTER TABLE device DROP COLUMN generation;"
                "ALTER TABLE device DROP COLUMN state; DROP INDEX person_born; ALTER TABLE person"
                " DROP COLUMN born; ALTER TABLE person DROP COLUMN name; DROP TABLE family_was;"
                "PRAGMA user_version = 1"));
        });
        SAVED(office->submit(newFacility(*office, 1)));
        QCOMPARE(office->sync().counts.value(u"accepted"_s), 1);
        office->clock.setToday(QDate(2022, 8, 1));
        office->sync();
        QCOMPARE(family(*office).members.first().fktp, u"03010701"_s);
    }

    void historyHasCasesCardsAndDues()
    {
        const auto office = settled();
        const QString card = family(*office).members.first().card;
        must(office->service().notePrinted(u"card"_s, card, u"rusak"_s, office->actor).result());
        SAVED(office->submit(newPhone(*office, 1, u"081299998888"_s)));
        const auto history = family(*office).history;
        QList<HistoryLine::Kind> kinds;
        for (const HistoryLine &line : history)
            kinds += line.kind;
        using enum HistoryLine::Kind;
        QCOMPARE(kinds, (QList{Case, CardPrinted, DuesPaid, Case}));
        QCOMPARE(history.at(1).detail, card);
        QCOMPARE(history.at(1).reference, u"rusak"_s);
        QCOMPARE(history.at(2).detail, u"2022-03"_s);
        QVERIFY(history.at(0).isPending);
        QVERIFY(!history.at(3).isPending);
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
