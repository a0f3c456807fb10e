// SPDX-License-Identifier: Apache-2.0
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/print/cardbuild.h"
#include "model/print/receiptbuild.h"
#include "model/print/receiptseal.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"
#include "model/vault/devicekey.h"

#include <QRegularExpression>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

CaseRecord emptyRecord()
{
    return {*CaseId::fromText(u"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"_s),
            CaseState::Queued,
            {},
            {},
            {},
            0,
            {},
            {},
            {},
            {},
            0};
}

CaseRecord record()
{
    CaseRecord record = emptyRecord();
    record.state = CaseState::Queued;
    record.reference = u"MCS2-000017"_s;
    Case &c = record.content;
    c.service = u"REG-PBPU"_s;
    c.date = QDate(2022, 3, 1);
    c.segment = u"PBPU.MANDIRI"_s;
    c.family.kk = u"3174010101220001"_s;
    c.family.careClass = 3;
    c.family.phone = u"081234567890"_s;
    c.family.address = {u"Jl. Tebet  Raya 1"_s, u"001"_s, u"002"_s, u"31.74.01.1001"_s, u"12810"_s};
    CaseMember son;
    son.relation = u"child"_s;
    son.name = u"Bima Peters"_s;
    son.birthDate = u"2004-05-11"_s;
    son.nik = u"3174011105049992"_s;
    CaseMember head;
    head.relation = u"head"_s;
    head.name = u"sari  dewi"_s;
    head.birthDate = u"1965-09-29"_s;
    head.nik = u"3174016909659991"_s;
    CaseMember inLaw;
    inLaw.relation = u"extra"_s;
    inLaw.kin = u"mother-in-law"_s;
    inLaw.name = u"AMINAH"_s;
    inLaw.birthDate = u"1940"_s; // half typed
    c.family.members = {son, head, inLaw};
    c.documents = {{u"KK"_s, std::nullopt, {}}, {u"KTP"_s, 1, {}}, {u"KTP"_s, 1, {}}, {u"KTP"_s, 7, {}}};
    c.consent = Consent{u"2022-03-01T09:12:00+07:00"_s, u"2022-1"_s};
    DuesSum dues;
    dues.gross = 126000;
    dues.member = 105000;
    dues.government = 21000;
    record.assessment.dues = dues;
    record.assessment.dates.firstPaymentFrom = QDate(2022, 3, 15);
    record.assessment.dates.firstPaymentUntil = QDate(2022, 3, 31);
    record.numbers = {{1, u"9990000000001"_s, u"8888890000000001"_s, u"reserved"_s},
                      {0, u"9990000000002"_s, u"8888890000000001"_s, u"reserved"_s}};
    return record;
}

MemberView member()
{
    MemberView member;
    member.id = 12;
    member.card = u"9990000000001"_s;
    member.name = u"Sari Dewi"_s;
    member.birthDate = QDate(1965, 9, 29);
    member.nik = u"3174016909659991"_s;
    member.fktp = u"0138U020"_s;
    member.status = u"AKTIF"_s;
    return member;
}

} // namespace

class TestPaperFacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        auto regions = RegionIndex::load();
        QVERIFY(bool(regions));
        m_regions = regions.take();
        m_facilities = FacilityIndex::trial();
        m_rulebooks = RulebookLibrary::builtIn();
        m_world.rulebooks = m_rulebooks.get();
        m_world.regions = m_regions.get();
        m_world.facilities = m_facilities.get();
        m_world.office = u"MCS Kab. Garut"_s;
        m_world.now = QDateTime(QDate(2022, 3, 1), QTime(2, 30), Qt::UTC);
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void receiptOfACase()
    {
        const ReceiptFacts facts = receiptFacts(record(), {u"Rina Amelia"_s, 2, u"code"_s}, m_world);
        QCOMPARE(facts.reference, u"MCS2-000017"_s);
        QCOMPARE(facts.service, codeText(u"service"_s, u"REG-PBPU"_s, u"id"_s));
        QCOMPARE(facts.familyName, u"SARI DEWI"_s); // the head, wherever in the list
        QCOMPARE(facts.members.size(), 3);
        QCOMPARE(facts.members[0],
                 (ReceiptMember{u"BIMA PETERS"_s, u"Anak"_s, QDate(2004, 5, 11), u"3174011105049992"_s,
                                u"9990000000002"_s}));
        QCOMPARE(facts.members[1].card, u"9990000000001"_s);
        QCOMPARE(facts.members[2],
                 (ReceiptMember{u"AMINAH"_s, u"Ibu mertua"_s, QDate(), QString(), QString()}));
        QVERIFY2(facts.address.startsWith(u"Jl. Tebet Raya 1, RT 001/RW 002, "_s), qPrintable(facts.address));
        QVERIFY2(facts.address.endsWith(u" 12810"_s), qPrintable(facts.address));
        QVERIFY2(facts.address.contains(m_regions->name(u"31.74.01"_s)), qPrintable(facts.address));
        QCOMPARE(facts.documents,
                 (QStringList{u"Kartu Keluarga"_s, u"KTP elektronik (sari dewi)"_s, u"KTP elektronik"_s}));
        QCOMPARE(facts.va, u"8888890000000001"_s);
        QCOMPARE(facts.numbers, NumberState::Reserved);
        QCOMPARE(facts.dues->member, 105000);
        QCOMPARE(facts.payFrom, QDate(2022, 3, 15));
        QCOMPARE(facts.payUntil, QDate(2022, 3, 31));
        QVERIFY2(facts.consentText.contains(u"menyetujui"_s), qPrintable(facts.consentText));
        QCOMPARE(facts.consentAt.toUTC(), QDateTime(QDate(2022, 3, 1), QTime(2, 12), Qt::UTC));
        QCOMPARE(facts.officer, u"Rina Amelia"_s);
        QCOMPARE(facts.office, u"MCS Kab. Garut"_s);
        QCOMPARE(facts.copy, 2);
        QCOMPARE(facts.qrText, u"code"_s);
        QCOMPARE(facts.trial, false);
    }

    void receiptInEnglish()
    {
        PaperWorld world = m_world;
        world.language = u"en"_s;
        world.trial = true;
        const ReceiptFacts facts = receiptFacts(record(), {}, world);
        QCOMPARE(facts.members[0].relation, u"Child"_s);
        QCOMPARE(facts.documents.first(), u"Family card"_s);
        QVERIFY(facts.consentText.contains(u"agree"_s));
        QVERIFY(facts.trial);
    }

    void receiptOfAnEmptyCase()
    {
        const ReceiptFacts facts = receiptFacts(emptyRecord(), {}, PaperWorld());
        QCOMPARE(facts.numbers, NumberState::None);
        QVERIFY(facts.members.isEmpty() && facts.address.isEmpty() && facts.consentVersion.isEmpty());
    }

    void numberStates_data()
    {
        QTest::addColumn<QStringList>("states");
        QTest::addColumn<int>("expected");
        QTest::newRow("none") << QStringList() << int(NumberState::None);
        QTest::newRow("reserved") << QStringList{u"reserved"_s, u"reserved"_s} << int(NumberState::Reserved);
        QTest::newRow("one is left") << QStringList{u"confirmed"_s, u"reserved"_s}
                                     << int(NumberState::Reserved);
        QTest::newRow("confirmed") << QStringList{u"confirmed"_s, u"confirmed"_s}
                                   << int(NumberState::Confirmed);
    }
    void numberStates()
    {
        QFETCH(QStringList, states);
        QFETCH(int, expected);
        QList<AssignedNumber> numbers;
        for (const QString &state : states)
            numbers.append({int(numbers.size()), u"9990000000001"_s, u"8888890000000001"_s, state});
        QCOMPARE(int(numberState(numbers)), expected);
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("rt");
        QTest::addColumn<QString>("village");
        QTest::addColumn<QString>("expected");
        QTest::newRow("unknown village")
            << u"001"_s << u"99.99.99.9999"_s << u"Jalan 1, RT 001, 99.99.99.9999"_s;
        QTest::newRow("no village yet") << QString() << QString() << u"Jalan 1"_s;
    }
    void addresses()
    {
        QFETCH(QString, rt);
        QFETCH(QString, village);
        QFETCH(QString, expected);
        QCOMPARE(addressText({u" Jalan   1 "_s, rt, {}, village, {}}, m_regions.get()), expected);
    }

    void cardOfAMember()
    {
        FamilyView family;
        family.careClass = 2;
        family.address = {u"Jl. Tebet Raya 1"_s, u"001"_s, u"002"_s, u"31.74.01.1001"_s, u"12810"_s};
        family.members = {MemberView(), member()};
        family.history
            = {{u"x"_s, QDate(2022, 3, 1), u"REG-PBPU"_s, CaseState::Accepted, u"rina"_s, u"MCS2-000017"_s}};
        const MemberView *found = memberWithCard(family, u"9990000000001"_s);
        QCOMPARE(found, &family.members[1]);
        QVERIFY(!memberWithCard(family, u"9990000000009"_s));
        const CardFacts facts = cardFacts(family, *found, "jpeg", m_world);
        QCOMPARE(facts.reference, u"MCS2-000017"_s);
        QCOMPARE(facts.number, u"9990000000001"_s);
        QCOMPARE(facts.name, u"SARI DEWI"_s);
        QCOMPARE(facts.birthDate, QDate(1965, 9, 29));
        QCOMPARE(facts.nik, u"3174016909659991"_s);
        QCOMPARE(facts.fktp, m_facilities->facility(u"0138U020"_s)->name);
        QCOMPARE(facts.careClass, 2);
        QCOMPARE(facts.photo, QByteArray("jpeg"));
        QVERIFY(facts.address.contains(u"RT 001/RW 002"_s));
        family.history.clear();
        family.members[1].fktp = u"9999X999"_s;
        QCOMPARE(cardFacts(family, family.members[1], {}, m_world).fktp, u"9999X999"_s);
        QVERIFY(!cardFacts(family, family.members[1], {}, m_world).reference.contains(u"999"_s));
    }

    void refusals_data()
    {
        QTest::addColumn<MemberView>("member");
        QTest::addColumn<QString>("code");
        QTest::newRow("confirmed and active") << member() << QString();
        const auto with = [](auto change) {
            MemberView view = member();
            change(view);
            return view;
        };
        QTest::newRow("no number") << with([](MemberView &m) { m.card.clear(); }) << u"card.no-number"_s;
        QTest::newRow("only in a waiting case") << with([](MemberView &m) {
            m.id = 0;
            m.isPending = true;
            m.status = u"CALON"_s;
        }) << u"card.not-confirmed"_s;
        QTest::newRow("waits for payment")
            << with([](MemberView &m) { m.status = u"MENUNGGU_BAYAR"_s; }) << u"card.not-paid"_s;
        QTest::newRow("in arrears") << with([](MemberView &m) { m.status = u"NONAKTIF_MENUNGGAK"_s; })
                                    << u"card.not-active"_s;
        QTest::newRow("status not known")
            << with([](MemberView &m) { m.status.clear(); }) << u"card.not-active"_s;
        QTest::newRow("deceased") << with([](MemberView &m) { m.status = u"MENINGGAL"_s; })
                                  << u"card.deceased"_s;
        QTest::newRow("a change waits")
            << with([](MemberView &m) { m.isPending = true; }) << u"card.change-waiting"_s;
    }
    void refusals()
    {
        QFETCH(MemberView, member);
        QFETCH(QString, code);
        FamilyView family;
        family.segment = u"PBPU.MANDIRI"_s;
        const QDate day(2022, 3, 1);
        const CardStanding standing = cardStanding(m_rulebooks->on(day), family, member, day);
        QCOMPARE(standing.refusal, code);
        for (const QString &language : {u"id"_s, u"en"_s})
            QVERIFY(code.isEmpty()
                    || codeText(u"problem"_s, code, language) != code); // there are words for it
    }

    void sealIsProofOfTheReference()
    {
        const DeviceKey key = DeviceKey::generate();
        ReceiptSeal seal{u"MCS2-000017"_s, u"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"_s, {}};
        seal.signature = key.sign(receiptSealMessage(seal.reference, seal.caseId));
        const auto read = ReceiptSeal::parse(seal.text());
        QVERIFY(read);
        QCOMPARE(read->reference, seal.reference);
        QVERIFY(read->isGenuine(key.publicKey()));
        QVERIFY(!read->isGenuine(DeviceKey::generate().publicKey()));
        ReceiptSeal forged = *read;
        forged.reference = u"MCS2-000018"_s;
        QVERIFY(!forged.isGenuine(key.publicKey()));
        for (const QString &text :
             {QString(), u"https://example.id"_s, u"LOKET1|a|b|c"_s, seal.text().chopped(3),
              seal.text() + u"|"_s, seal.text().replace(u"LOKET1"_s, u"LOKET2"_s)})
            QVERIFY2(!ReceiptSeal::parse(text), qPrintable(text));
    }

private:
    std::shared_ptr<const RegionIndex> m_regions;
    std::shared_ptr<const FacilityIndex> m_facilities;
    std::shared_ptr<const RulebookLibrary> m_rulebooks;
    PaperWorld m_world;
};

QTEST_GUILESS_MAIN(TestPaperFacts)
#include "tst_paperfacts.moc"
