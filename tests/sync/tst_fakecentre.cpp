// SPDX-License-Identifier: Apache-2.0
// Counters of several offices with one centre: what each of them sees of the other, and what a centre that
// was restored from an older copy gets back.
#include "tests/fakes/fakecentre.h"
#include "tests/fakes/fakeoffice.h"

#include <QJsonArray>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

/// A centre with two offices; both look after Jakarta Selatan, where registration() lives.
struct World {
    FixedClock clock{QDate(2022, 3, 1)};
    FakeOffice one, two;
    FakeCentre centre{clock, one.context()};
    World()
    {
        centre.addOffice(u"0901"_s, u"Jakarta Selatan"_s, {u"31.74"_s});
        centre.addOffice(u"0902"_s, u"Depok"_s, {u"31.74"_s, u"32.76"_s});
        one.enrol(centre, u"0901"_s);
        two.enrol(centre, u"0902"_s);
    }
};

} // namespace

class TestFakeCentre : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCaseIsAcceptedOnceAndSeenByTheOtherOffice();
    void aRestoredCentreGetsEverythingAgain();
    void numbersLeasedAfterTheBackupAreNotLeasedAgain();
    void aLeaseIsGrantedOncePerRequest();
    void aFeedThatIsTooOldIsGone();
    void aRolledBackEnvelopeLeavesNothing();
    void anAttachmentArrivesInPieces();
};

void TestFakeCentre::aCaseIsAcceptedOnceAndSeenByTheOtherOffice()
{
    World world;
    world.one.sync();
    const Case content = registration(1, 3);
    QCOMPARE(world.one.submit(content).kind, Submitted::Kind::Saved);
    QCOMPARE(world.one.sync().problem, QString());
    QCOMPARE(world.one.record(content.id).state, CaseState::Accepted);
    QCOMPARE(world.centre.book().effectsOf(content.id), 1);
    QCOMPARE(world.two.sync().problem, QString());
    QCOMPARE(world.two.family(content.family.kk).members.size(), 3);
    QCOMPARE(world.one.faults() + world.two.faults(), QStringList());
}

void TestFakeCentre::aRestoredCentreGetsEverythingAgain()
{
    World world;
    world.one.sync();
    world.one.submit(registration(1, 2));
    world.one.sync();
    const FakeCentre::Copy copy = world.centre.backup();
    const Case lost = registration(2, 2);
    world.one.submit(lost);
    world.one.sync();
    const QList<AssignedNumber> numbers = world.one.record(lost.id).numbers;
    world.centre.restore(copy);
    QVERIFY(!must(world.centre.book().family(lost.family.kk)));
    QCOMPARE(world.one.sync().problem, QString());
    const auto again = must(world.centre.book().family(lost.family.kk));
    QVERIFY(again);
    QCOMPARE(again->members.first().card, numbers.first().card);
    QCOMPARE(world.centre.book().effectsOf(lost.id), 1);
    QCOMPARE(world.one.record(lost.id).state, CaseState::Accepted);
}

void TestFakeCentre::numbersLeasedAfterTheBackupAreNotLeasedAgain()
{
    World world;
    const auto line = world.centre.connect(world.one.device());
    const FakeCentre::Copy copy = world.centre.backup();
    const LeaseGrant lost = must(line->lease({u"a"_s, 100}));
    world.centre.restore(copy);
    const LeaseGrant next = must(line->lease({u"b"_s, 100}));
    QVERIFY(next.low > lost.high);
    CounterState state;
    state.leases = {lost.proof};
    must(line->hello(state));
    QVERIFY(world.centre.book().leases().contains(lost.leaseId));
    const auto other = world.centre.connect(world.two.device());
    world.centre.restore(copy);
    must(other->hello(state)); // another counter's proof is worth nothing
    QVERIFY(!world.centre.book().leases().contains(lost.leaseId));
}

void TestFakeCentre::aLeaseIsGrantedOncePerRequest()
{
    World world;
    const auto line = world.centre.connect(world.one.device());
    const LeaseGrant first = must(line->lease({u"a"_s, 50}));
    QCOMPARE(must(line->lease({u"a"_s, 50})).leaseId, first.leaseId);
    QVERIFY(must(line->lease({u"b"_s, 50})).low > first.high);
    QVERIFY(readSignedText("LEASE", first.proof, world.centre.key().publicKey()));
    QVERIFY(line->returnLease(first.leaseId, first.low + 10));
    QVERIFY(line->returnLease(first.leaseId, first.low + 10));
    QVERIFY(!line->returnLease(first.leaseId, first.low + 11));
    const auto other = world.centre.connect(world.two.device());
    QVERIFY(!other->returnLease(first.leaseId, first.low));
}

void TestFakeCentre::aFeedThatIsTooOldIsGone()
{
    World world;
    world.one.sync();
    world.one.submit(registration(1));
    world.one.sync();
    const auto line = world.centre.connect(world.two.device());
    QVERIFY(line->changes(world.centre.epoch(), 0, 10, 0));
    world.centre.forgetFeed(world.centre.head());
    const auto page = line->changes(world.centre.epoch(), 0, 10, 0);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, FailureKind::Gone);
    QVERIFY(line->changes(world.centre.epoch(), world.centre.head(), 10, 0));
}

void TestFakeCentre::aRolledBackEnvelopeLeavesNothing()
{
    MemoryBook book;
    FamilyView family;
    family.kk = u"3174010101220001"_s;
    family.members.resize(1);
    family.members[0].nik = u"3174010203800001"_s;
    family.members[0].birthDate = QDate(1980, 3, 2);
    must(book.putFamily(family, u"first"_s));
    book.begin();
    family.members[0].nik = u"3174010203800002"_s;
    must(book.putFamily(family, u"second"_s));
    must(book.useCard(u"0004000000001"_s, u"second"_s, {}));
    must(book.tell({u"all"_s, u"family"_s, {}, {}}));
    QVERIFY(must(book.isNikKnown(u"3174010203800002"_s, {})));
    QCOMPARE(must(book.revision(family.kk)), 2);
    book.rollBack();
    QVERIFY(!must(book.isNikKnown(u"3174010203800002"_s, {})));
    QVERIFY(must(book.isNikKnown(u"3174010203800001"_s, {})));
    QVERIFY(!must(book.isNikKnown(u"3174010203800001"_s, family.kk)));
    QCOMPARE(must(book.revision(family.kk)), 1);
    QCOMPARE(must(book.familySource(family.kk)), std::optional(u"first"_s));
    QVERIFY(!must(book.familyAt(family.kk, 2)));
    QCOMPARE(must(book.bornOn(QDate(1980, 3, 2), {})).size(), 1);
    QVERIFY(book.cards().isEmpty());
    QVERIFY(book.feed().isEmpty());
}

void TestFakeCentre::anAttachmentArrivesInPieces()
{
    World world;
    const auto line = world.centre.connect(world.one.device());
    const QByteArray whole("a picture in two pieces");
    const QByteArray name = QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex();
    AttachmentPiece piece{name, whole.size(), u"image/jpeg"_s, 0, whole.left(10)};
    QCOMPARE(must(line->putAttachment(piece)), 10);
    QCOMPARE(must(line->putAttachment(piece)), 10); // again: not twice
    piece.offset = 12;
    piece.bytes = whole.mid(12);
    QCOMPARE(must(line->putAttachment(piece)), 10); // a hole is not jumped over
    piece.offset = 10;
    piece.bytes = whole.mid(10);
    QCOMPARE(must(line->putAttachment(piece)), whole.size());
    QCOMPARE(world.centre.attachment(name), whole);
    AttachmentPiece forged{QByteArray(64, 'a'), 4, u"image/jpeg"_s, 0, "nope"};
    QCOMPARE(must(line->putAttachment(forged)), 0);
}

QTEST_GUILESS_MAIN(TestFakeCentre)
#include "tst_fakecentre.moc"
