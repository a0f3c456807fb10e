// SPDX-License-Identifier: Apache-2.0
// Counters of several offices with one centre: what each of them sees of the other, and what a centre that
// was restored from an older copy gets back.
#include "model/domain/casejson.h"
#include "tests/fakes/seed.h"
#include "tests/fakes/twooffices.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>
#include <vector>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

QByteArray payloadOf(const Case &content)
{
    return QJsonDocument(writeCase(content)).toJson(QJsonDocument::Compact);
}

/// A counter without a store: its key and the end of its chain.
struct Sender {
    QString device;
    DeviceKey key = DeviceKey::generate();
    qint64 seq = 0;
    QByteArray last;
    Envelope seal(const QString &id, const QByteArray &payload)
    {
        EnvelopeHeader header;
        header.submission = id;
        header.device = device;
        header.deviceSeq = ++seq;
        header.prevHash = last;
        header.generation = u"0190a1b2-0000-7000-a000-000000000001"_s;
        header.officer = u"rina"_s;
        header.service = u"REG-PBPU"_s;
        header.rulebook = u"handbook"_s;
        header.app = u"1.0"_s;
        header.time = u"2022-03-01T02:00:00.000Z"_s;
        header.timeCertainty = u"trusted"_s;
        const Envelope sealed = sealEnvelope(header, payload, key);
        last = envelopeHash(sealed).toHex();
        return sealed;
    }
};

Sender senderOf(FakeCentre &centre, int n)
{
    Sender sender;
    sender.device = u"0190a1b2-0000-7000-b000-%1"_s.arg(n, 12, 16, QLatin1Char('0'));
    centre.enrol({u"code"_s, sender.device, sender.key.publicKey(), QByteArray(32, 'x'), u"1.0"_s},
                 u"0901"_s);
    return sender;
}

/// Registrations of several counters, each counter's in its order.
QList<std::pair<QString, Envelope>> crowd(std::vector<Sender> &senders, int each)
{
    QList<std::pair<QString, Envelope>> all;
    int number = 0;
    for (Sender &sender : senders) {
        for (int i = 0; i < each; ++i) {
            const Case content = registration(++number, 2);
            all += std::pair(sender.device, sender.seal(content.id, payloadOf(content)));
        }
    }
    return all;
}

/// What a centre has in the end, without the order in which it came.
QStringList endState(FakeCentre &centre, const QList<std::pair<QString, Envelope>> &all)
{
    QStringList lines;
    for (const FamilyView &family : centre.book().families())
        lines += u"%1 %2 %3"_s.arg(family.kk).arg(family.revision).arg(family.members.first().card);
    for (const auto &[device, envelope] : all) {
        const auto state = must(centre.book().verdict(envelope.id));
        lines += envelope.id + (state ? caseStateWord(*state) : u"undecided"_s)
            + QString::number(centre.book().effectsOf(envelope.id));
    }
    return lines;
}

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
    void twoOfficesThatChangeOneAddressNeedAPerson();
    void twoOfficesThatChangeDifferentThingsAreMerged();
    void whatADayBringsIsTakenOnThatDay();
    void aShuffledCrowdEndsAsAnOrderedOne();
    void aTruncatedEnvelopeIsNeverTaken();
    void aCopiedCounterIsFrozenAndBothEnvelopesAreKept();
    void aRolledBackEnvelopeLeavesNothing();
    void anAttachmentArrivesInPieces();
};

void TestFakeCentre::aCaseIsAcceptedOnceAndSeenByTheOtherOffice()
{
    TwoOffices world;
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
    TwoOffices world;
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
    TwoOffices world;
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
    TwoOffices world;
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
    TwoOffices world;
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

void TestFakeCentre::twoOfficesThatChangeOneAddressNeedAPerson()
{
    TwoOffices world;
    world.settle();
    const Case first = newStreet(1, u"Jl. Melati 1"_s);
    const Case second = newStreet(2, u"Jl. Mawar 2"_s);
    QCOMPARE(world.one.submit(first).kind, Submitted::Kind::Saved);
    QCOMPARE(world.two.submit(second).kind, Submitted::Kind::Saved);
    world.one.sync();
    world.two.sync();
    QCOMPARE(world.one.record(first.id).state, CaseState::Accepted);
    QCOMPARE(world.two.record(second.id).state, CaseState::Conflict);
    const auto family = must(world.centre.book().family(first.family.kk));
    QCOMPARE(family->address.line, u"Jl. Melati 1"_s);
    const auto told = must(world.centre.book().toldVerdict(second.id));
    const QJsonValue group = told->body["conflict"_L1]["groups"_L1][0];
    QCOMPARE(group["group"_L1].toString(), u"address"_s);
    QCOMPARE(group["fields"_L1][0]["mine"_L1].toString(), u"Jl. Mawar 2"_s);
    QCOMPARE(group["fields"_L1][0]["theirs"_L1].toString(), u"Jl. Melati 1"_s);
    QVERIFY(readSignedText("VERDICT", told->proof, world.centre.key().publicKey()));
    QCOMPARE(world.one.faults() + world.two.faults(), QStringList());
}

void TestFakeCentre::twoOfficesThatChangeDifferentThingsAreMerged()
{
    TwoOffices world;
    world.settle();
    const Case street = newStreet(1, u"Jl. Melati 1"_s);
    const Case phone = changeOfFamily(2, u"CHG-KONTAK"_s, {{u"newPhone"_s, u"081299990000"_s}});
    world.one.submit(street);
    world.two.submit(phone);
    world.one.sync();
    world.two.sync();
    world.one.sync();
    QCOMPARE(world.two.record(phone.id).state, CaseState::Accepted);
    for (const FakeOffice *office : {&world.one, &world.two}) {
        const FamilyView family = office->family(street.family.kk);
        QCOMPARE(family.address.line, u"Jl. Melati 1"_s);
        QCOMPARE(family.phone, u"081299990000"_s);
    }
}

void TestFakeCentre::whatADayBringsIsTakenOnThatDay()
{
    TwoOffices world;
    world.settle();
    Case facility
        = changeOfFamily(1, u"CHG-FKTP"_s, {{u"newFktp"_s, u"03010701"_s}, {u"reason"_s, u"domicile"_s}});
    facility.documents += SeenDocument{u"DOMICILE-LETTER"_s, std::nullopt, {}};
    QCOMPARE(world.one.submit(facility).kind, Submitted::Kind::Saved);
    world.one.sync();
    struct Day {
        QDate day;
        QString status, fktp;
    };
    for (const Day &one : {Day{QDate(2022, 3, 14), u"MENUNGGU_BAYAR"_s, u"0138U020"_s},
                           Day{QDate(2022, 3, 15), u"AKTIF"_s, u"0138U020"_s},
                           Day{QDate(2022, 3, 31), u"AKTIF"_s, u"0138U020"_s},
                           Day{QDate(2022, 4, 1), u"AKTIF"_s, u"03010701"_s}}) {
        world.setToday(one.day);
        for (FakeOffice *office : {&world.one, &world.two}) {
            office->sync();
            const FamilyView family = office->family(facility.family.kk);
            QCOMPARE(family.status, one.status);
            for (const MemberView &member : family.members)
                QCOMPARE(member.fktp, one.fktp);
        }
    }
    QVERIFY(world.two.family(facility.family.kk).scheduled.isEmpty());
}

void TestFakeCentre::aShuffledCrowdEndsAsAnOrderedOne()
{
    constexpr int kCounters = 20;
    const int asked = qEnvironmentVariableIntValue("LOKET_CROWD"); // envelopes; a long run takes 9,980
    const int each = asked > 0 ? asked / kCounters : 10;
    TwoOffices world;
    std::vector<Sender> senders;
    for (int i = 0; i < kCounters; ++i)
        senders.push_back(senderOf(world.centre, i));
    auto all = crowd(senders, each);
    const FakeCentre::Copy empty = world.centre.backup();
    for (const auto &[device, envelope] : all)
        must(world.centre.connect(device)->submit({envelope}));
    const QStringList wanted = endState(world.centre, all);
    QVERIFY(wanted.filter(u"accepted1"_s).size() == all.size());

    world.centre.restore(empty);
    QList<std::pair<QString, Envelope>> deliveries;
    for (int i = 0; i < 5; ++i)
        deliveries += all;
    QRandomGenerator random(seedOfTest());
    std::shuffle(deliveries.begin(), deliveries.end(), random);
    for (const auto &[device, envelope] : deliveries)
        must(world.centre.connect(device)->submit({envelope}));
    QCOMPARE(endState(world.centre, all), wanted);
}

void TestFakeCentre::aTruncatedEnvelopeIsNeverTaken()
{
    TwoOffices world;
    Sender sender = senderOf(world.centre, 1);
    const Case content = registration(1, 1);
    const Envelope whole = sender.seal(content.id, payloadOf(content));
    const auto line = world.centre.connect(sender.device);
    for (QByteArray Envelope::*part : {&Envelope::header, &Envelope::payload, &Envelope::signature}) {
        for (qsizetype length = 0; length < (whole.*part).size(); ++length) {
            Envelope cut = whole;
            (cut.*part).truncate(length);
            QCOMPARE(must(line->submit({cut})).receipts.first().kind, Receipt::Kind::Refused);
        }
    }
    QCOMPARE(world.centre.book().submissions(), 0);
    QCOMPARE(must(line->submit({whole})).receipts.first().kind, Receipt::Kind::Received);
}

void TestFakeCentre::aCopiedCounterIsFrozenAndBothEnvelopesAreKept()
{
    TwoOffices world;
    Sender sender = senderOf(world.centre, 1);
    const auto line = world.centre.connect(sender.device);
    const Envelope first = sender.seal(registration(1).id, payloadOf(registration(1)));
    sender.seq = 0; // the copy goes its own way from here
    sender.last.clear();
    const Envelope other = sender.seal(registration(2).id, payloadOf(registration(2)));
    QCOMPARE(must(line->submit({first})).receipts.first().kind, Receipt::Kind::Received);
    const Receipt fork = must(line->submit({other})).receipts.first();
    QCOMPARE(fork.kind, Receipt::Kind::Refused);
    QCOMPARE(fork.reason, u"device.fork"_s);
    QCOMPARE(must(line->hello({})).device, Welcome::Device::Frozen);
    QCOMPARE(world.centre.book().submissions(), 2);
    QVERIFY(!must(world.centre.book().family(registration(2).family.kk)));
    QVERIFY(!line->lease({u"a"_s, 10}));
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
    QCOMPARE(must(book.bornOn(QDate(1980, 3, 2), {}, {})).size(), 1);
    QVERIFY(book.cards().isEmpty());
    QVERIFY(book.feed().isEmpty());
}

void TestFakeCentre::anAttachmentArrivesInPieces()
{
    TwoOffices world;
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
