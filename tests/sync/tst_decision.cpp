// SPDX-License-Identifier: Apache-2.0
// From two offices that change one thing at the same time to a family that all three have alike: the
// conflict, the decision of a person at the second office, the case that carries it, and what is kept of it.
#include "model/centre/feedteller.h"
#include "model/domain/casejson.h"
#include "model/services/conflictresolution.h"
#include "model/services/voiding.h"
#include "model/store/familyjson.h"
#include "tests/fakes/twooffices.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kReason = "KTP asli diperlihatkan";

ConflictView onlyConflict(const FakeOffice &office)
{
    const auto list = must(office.reader()->inbox().conflicts());
    if (list.size() != 1)
        qFatal("%d conflicts", int(list.size()));
    return list.first();
}

/// Decides the office's only conflict on the next day. `sides` by group; what is not named is left to the
/// centre.
ConflictAnswer decide(TwoOffices &world, FakeOffice &office, const QStringList &mine)
{
    world.setToday(world.clock.today().addDays(1));
    const ConflictView conflict = onlyConflict(office);
    ConflictDecision decision{{}, QString::fromLatin1(kReason)};
    for (const ConflictGroup &group : conflict.groups)
        decision.sides.insert(group.key(),
                              mine.contains(group.group) ? ConflictSide::Mine : ConflictSide::Theirs);
    return must(office.service().resolveConflict(conflict.record.id.text(), decision, office.actor).result());
}

/// Both offices until nobody has anything new.
void syncAll(TwoOffices &world)
{
    for (FakeOffice *office : {&world.one, &world.two, &world.one, &world.two})
        QCOMPARE(office->sync().problem, QString());
}

QJsonObject atCentre(TwoOffices &world)
{
    const auto family = must(world.centre.book().family(registration(1).family.kk));
    return family ? familyToJson(*family) : QJsonObject();
}

void compareAll(TwoOffices &world)
{
    const QString kk = registration(1).family.kk;
    QCOMPARE(familyToJson(world.one.family(kk)), atCentre(world));
    QCOMPARE(familyToJson(world.two.family(kk)), atCentre(world));
    QCOMPARE(world.one.faults() + world.two.faults(), QStringList());
}

/// Two streets for one family: the second office's case is in conflict.
struct Streets {
    TwoOffices world;
    const Case first = newStreet(1, u"Jl. Melati 1"_s);
    const Case second = newStreet(2, u"Jl. Mawar 2"_s);
    Streets()
    {
        world.settle();
        world.one.submit(first);
        world.two.submit(second);
        syncAll(world);
    }
};

/// The centre changes the family by itself, as by a list of a bank or employer; both offices hear of it.
template <typename Change>
void changeAtCentre(TwoOffices &world, Change change)
{
    FamilyView family = *must(world.centre.book().family(registration(1).family.kk));
    change(family);
    must(FeedTeller(world.centre.book(), &world.centre.key(), {}).put(family, std::nullopt));
    syncAll(world);
}

BankAccount otherBank()
{
    return {u"BCA"_s, u"7770001112"_s, u"ANDI WIJAYA"_s};
}

BankAccount ownBank()
{
    return {u"MANDIRI"_s, u"1230004445556"_s, u"SARI DEWI"_s};
}

Case withBank(Case content, const BankAccount &bank)
{
    content.family.bank = bank;
    content.documents += SeenDocument{u"BANK-BOOK"_s, std::nullopt, {}};
    return content;
}

/// A baby whose case names a bank account too, as the family pays by itself.
Case newborn(int n, const FamilyView &family, const BankAccount &bank)
{
    Case content = changeOfFamily(n, u"NEWBORN"_s, {}, family.revision);
    CaseMember baby;
    baby.relation = u"child"_s;
    baby.name = u"BAYI NY SARI"_s;
    baby.birthPlace = u"JAKARTA"_s;
    baby.birthDate = u"2022-02-10"_s;
    baby.sex = u"P"_s;
    baby.marital = u"single"_s;
    baby.citizenship = u"WNI"_s;
    baby.fktp = u"0138U020"_s;
    baby.photoWaived = u"bayi baru lahir"_s;
    content.family.members = {baby};
    content.details.insert("motherMember"_L1, family.members.at(1).card);
    content.documents += {SeenDocument{u"MOTHER-DATA"_s, std::nullopt, {}},
                          SeenDocument{u"BIRTH-STATEMENT"_s, std::nullopt, {}}};
    return withBank(content, bank);
}

} // namespace

class TestDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mineBecomesANewCaseThatHolds();
    void theirsWithdrawsTheCase();
    void whatWasNotInConflictIsKept();
    void eachGroupIsDecidedByItself_data();
    void eachGroupIsDecidedByItself();
    void theSecondDecisionMeetsAThirdChange();
    void whoDecidedAndWhenIsKept();
};

void TestDecision::mineBecomesANewCaseThatHolds()
{
    Streets streets;
    TwoOffices &world = streets.world;
    QCOMPARE(world.two.record(streets.second.id).state, CaseState::Conflict);
    const int revision = onlyConflict(world.two).revision;
    const ConflictAnswer answer = decide(world, world.two, {u"address"_s});
    QCOMPARE(answer.problem, QString());
    QVERIFY(!answer.newCase.isEmpty());
    syncAll(world);
    QCOMPARE(world.two.record(answer.newCase).state, CaseState::Accepted);
    QCOMPARE(world.centre.book().effectsOf(answer.newCase), 1);
    QCOMPARE(world.centre.book().effectsOf(streets.second.id), 0);
    const QJsonObject family = atCentre(world);
    QCOMPARE(family["address"_L1]["line"_L1].toString(), u"Jl. Mawar 2"_s);
    QCOMPARE(family["revision"_L1].toInt(), revision + 1);
    QVERIFY(!onlyConflict(world.two).isOpen());
    compareAll(world);
}

void TestDecision::theirsWithdrawsTheCase()
{
    Streets streets;
    TwoOffices &world = streets.world;
    const QJsonObject before = atCentre(world);
    const ConflictAnswer answer = decide(world, world.two, {});
    QCOMPARE(answer.problem, QString());
    QVERIFY(answer.newCase.isEmpty());
    syncAll(world);
    QCOMPARE(world.two.record(streets.second.id).state, CaseState::Void);
    QCOMPARE(must(world.centre.book().verdict(streets.second.id)), CaseState::Void);
    const ConflictView decided = onlyConflict(world.two);
    QVERIFY(decided.isWithdrawn() && decided.decidedBy);
    QCOMPARE(decided.decidedBy->content.service, kVoidService);
    QCOMPARE(must(world.centre.book().verdict(decided.decidedBy->id.text())), CaseState::Accepted);
    QCOMPARE(atCentre(world), before);
    compareAll(world);
}

/// The account is the other office's, the baby is nobody else's.
void TestDecision::whatWasNotInConflictIsKept()
{
    TwoOffices world;
    world.settle();
    changeAtCentre(world, [](FamilyView &family) { family.bank = {}; }); // so that both cases ask for it
    Case account = withBank(
        changeOfFamily(1, u"AUTODEBIT"_s,
                       {{u"holderRelation"_s, u"head"_s}, {u"debitPhone"_s, u"081234567002"_s}}, 2),
        otherBank());
    const Case baby = newborn(2, world.two.family(registration(1).family.kk), ownBank());
    account.channel = u"KC"_s;
    QCOMPARE(world.one.submit(account).kind, Submitted::Kind::Saved);
    QCOMPARE(world.two.submit(baby).kind, Submitted::Kind::Saved);
    syncAll(world);
    QCOMPARE(world.one.record(account.id).state, CaseState::Accepted);
    QCOMPARE(world.two.record(baby.id).state, CaseState::Conflict);
    QCOMPARE(onlyConflict(world.two).groups.size(), 1);
    QCOMPARE(onlyConflict(world.two).groups.first().group, u"bank"_s);
    const ConflictAnswer answer = decide(world, world.two, {});
    QCOMPARE(answer.problem, QString());
    QVERIFY(!answer.newCase.isEmpty());
    syncAll(world);
    QCOMPARE(world.two.record(answer.newCase).state, CaseState::Accepted);
    const QJsonObject family = atCentre(world);
    QCOMPARE(family["bank"_L1]["account"_L1].toString(), otherBank().account);
    QCOMPARE(family["members"_L1].toArray().size(), 4);
    compareAll(world);
}

void TestDecision::eachGroupIsDecidedByItself_data()
{
    QTest::addColumn<QStringList>("mine");
    QTest::addColumn<int>("careClass");
    QTest::addColumn<QString>("account");
    QTest::newRow("the counter's class, the centre's account")
        << QStringList{u"right"_s} << 1 << otherBank().account;
    QTest::newRow("the centre's class, the counter's account")
        << QStringList{u"bank"_s} << 2 << ownBank().account;
    QTest::newRow("all of the counter") << QStringList{u"bank"_s, u"right"_s} << 1 << ownBank().account;
    QTest::newRow("all of the centre") << QStringList() << 2 << otherBank().account;
}

/// Both offices change the class from next month on and give an account, each its own.
void TestDecision::eachGroupIsDecidedByItself()
{
    QFETCH(QStringList, mine);
    TwoOffices world;
    world.settle();
    world.setToday(QDate(2023, 3, 15)); // more than a year in one class
    syncAll(world);
    changeAtCentre(world, [](FamilyView &family) {
        family.bank = {};
        family.paidUntil = u"2023-03"_s;
    });
    const int base = world.one.family(registration(1).family.kk).revision;
    const auto change = [&](int n, const QString &careClass, const BankAccount &bank) {
        return withBank(
            changeOfFamily(n, u"CHG-KELAS-PBPU"_s, {{u"newClass"_s, careClass}}, base, QDate(2023, 3, 15)),
            bank);
    };
    const Case first = change(1, u"2"_s, otherBank()), second = change(2, u"1"_s, ownBank());
    QCOMPARE(world.one.submit(first).kind, Submitted::Kind::Saved);
    QCOMPARE(world.two.submit(second).kind, Submitted::Kind::Saved);
    syncAll(world);
    QCOMPARE(world.one.record(first.id).state, CaseState::Accepted);
    QCOMPARE(world.two.record(second.id).state, CaseState::Conflict);
    QCOMPARE(onlyConflict(world.two).groups.size(), 2);

    const ConflictAnswer answer = decide(world, world.two, mine);
    QCOMPARE(answer.problem, QString());
    QCOMPARE(answer.newCase.isEmpty(), mine.isEmpty());
    syncAll(world);
    if (!mine.isEmpty())
        QCOMPARE(world.two.record(answer.newCase).state, CaseState::Accepted);
    compareAll(world);
    world.setToday(QDate(2023, 4, 1)); // when the class begins
    syncAll(world);
    compareAll(world);
    const QJsonObject family = atCentre(world);
    QTEST(family["class"_L1].toInt(), "careClass");
    QTEST(family["bank"_L1]["account"_L1].toString(), "account");
    QCOMPARE(family["scheduled"_L1].toArray().size(), 0);
}

/// While the person decided, the first office changed the street once more: nobody's word is lost.
void TestDecision::theSecondDecisionMeetsAThirdChange()
{
    Streets streets;
    TwoOffices &world = streets.world;
    Case third = newStreet(3, u"Jl. Kenanga 3"_s);
    third.details.insert("baseRevision"_L1, 2);
    QCOMPARE(world.one.submit(third).kind, Submitted::Kind::Saved);
    world.one.sync();
    const ConflictAnswer answer = decide(world, world.two, {u"address"_s});
    QCOMPARE(answer.problem, QString());
    syncAll(world);
    QCOMPARE(world.two.record(answer.newCase).state, CaseState::Conflict);
    const auto all = must(world.two.reader()->inbox().conflicts());
    const auto open = std::find_if(all.cbegin(), all.cend(), [](const auto &one) { return one.isOpen(); });
    QVERIFY(open != all.cend());
    QCOMPARE(open->record.id.text(), answer.newCase);
    QCOMPARE(open->groups.first().fields.first().theirs, u"Jl. Kenanga 3"_s);
    const auto last
        = must(world.two.service()
                   .resolveConflict(answer.newCase, {{{u"address"_s, ConflictSide::Mine}}, u"tetap"_s},
                                    world.two.actor)
                   .result());
    QCOMPARE(last.problem, QString());
    syncAll(world);
    QCOMPARE(world.two.record(last.newCase).state, CaseState::Accepted);
    QCOMPARE(atCentre(world)["address"_L1]["line"_L1].toString(), u"Jl. Mawar 2"_s);
    compareAll(world);
}

void TestDecision::whoDecidedAndWhenIsKept()
{
    Streets streets;
    TwoOffices &world = streets.world;
    const ConflictAnswer answer = decide(world, world.two, {u"address"_s});
    const QDateTime when = world.clock.nowUtc();
    syncAll(world);
    // At the counter: the audit row, and the case that decided it.
    const auto audit = must(world.two.look()->one(
        "SELECT officer, at, object, detail FROM audit WHERE action = 'conflict.decide'",
        [](const Statement &row) { return std::tuple(row.text(0), row.time(1), row.text(2), row.text(3)); }));
    QVERIFY(audit);
    QCOMPARE(*audit,
             std::tuple(world.two.actor.officer, when, streets.second.id,
                        u"address=counter: "_s + QString::fromLatin1(kReason)));
    const ConflictView decided = onlyConflict(world.two);
    QCOMPARE(decided.decidedBy->officer, world.two.actor.officer);
    QCOMPARE(decided.decidedBy->savedAt, when);
    // At the centre: signed by the counter, with the reason, naming the case that it stands for.
    const auto kept = must(world.centre.book().submission(answer.newCase));
    QVERIFY(kept);
    const auto header = readEnvelopeHeader(kept->header);
    QVERIFY(header);
    QCOMPARE(header.value().officer, world.two.actor.officer);
    QCOMPARE(header.value().corrects, streets.second.id);
    QCOMPARE(QDateTime::fromString(header.value().time, Qt::ISODateWithMs), when);
    const auto content = readCase(kept->payload, QDate());
    QVERIFY(content);
    QCOMPARE(content.value().overrides.size(), 1);
    QCOMPARE(content.value().overrides.first().code, kConflictMine.toString());
    QCOMPARE(content.value().overrides.first().path, u"address"_s);
    QCOMPARE(content.value().overrides.first().reason, QString::fromLatin1(kReason));
    // The case in conflict stays as it was sent.
    QVERIFY(must(world.centre.book().submission(streets.second.id)));
    QCOMPARE(must(world.centre.book().verdict(streets.second.id)), CaseState::Conflict);
}

QTEST_GUILESS_MAIN(TestDecision)
#include "tst_decision.moc"
