// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/catalogue.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"
#include "model/services/availability.h"

#include <QJsonArray>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

/// What is possible for a family, at a channel, on a day.
class TestAvailability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_context.rulebooks = m_rulebooks.get(); }
    void everyStateHasItsWords();
    void registrationByChannel_data();
    void registrationByChannel();
    void ofAFamily_data();
    void ofAFamily();
    void eachMemberHasAnAnswer();
    void aReasonLiftsARefusal();
    void whatNoCounterDecidesSaysWhere();
    void everyServiceIsListed();

private:
    static FamilyView familyOf(const QString &segment);
    static QString words(const PossibilityAnswer &answer);
    static const ServiceAvailability *find(const QList<ServiceAvailability> &list, const QString &service)
    {
        for (const ServiceAvailability &one : list) {
            if (one.service == service)
                return &one;
        }
        return nullptr;
    }

    std::shared_ptr<const RulebookLibrary> m_rulebooks = RulebookLibrary::builtIn();
    Context m_context;
};

void TestAvailability::everyStateHasItsWords()
{
    for (const Possibility state : {Possibility::Available, Possibility::NotYet, Possibility::BackOffice,
                                    Possibility::Refused, Possibility::Elsewhere})
        QVERIFY2(isCode(u"possibility"_s, possibilityWord(state)), qPrintable(possibilityWord(state)));
}

void TestAvailability::registrationByChannel_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<bool>("offered");
    for (const QString &channel : {u"KC"_s, u"KLOK"_s, u"MPP"_s, u"MCS"_s, u"PANDAWA"_s})
        QTest::newRow(qPrintable(channel)) << channel << true;
    QTest::newRow("CARE165") << u"CARE165"_s << false;
}

void TestAvailability::registrationByChannel()
{
    QFETCH(QString, channel);
    QFETCH(bool, offered);
    const QDate day(2022, 3, 1);
    for (const auto &list : {availability(std::nullopt, channel, day, m_context),
                             channelAvailability(channel, day, m_context)}) {
        const ServiceAvailability *registration = find(list, u"REG-PBPU"_s);
        QVERIFY(registration);
        QCOMPARE(registration->isPossible(), offered);
        if (offered) {
            QCOMPARE(registration->answer.state, Possibility::Available);
            QVERIFY(!registration->answer.problem);
            continue;
        }
        QCOMPARE(registration->answer.state, Possibility::Elsewhere);
        QCOMPARE(registration->answer.problem->code, u"channel.not-offered"_s);
        QVERIFY(!registration->answer.problem->source.isEmpty());
        QCOMPARE(registration->answer.problem->args.value("offeredAt"_L1).toArray(),
                 QJsonArray({u"KC"_s, u"KLOK"_s, u"MPP"_s, u"MCS"_s, u"PANDAWA"_s}));
    }
    FamilyView family;
    family.kk = u"3174010101220001"_s;
    QVERIFY(!find(availability(family, channel, day, m_context), u"REG-PBPU"_s));
}

FamilyView TestAvailability::familyOf(const QString &segment)
{
    FamilyView family;
    family.kk = u"3174010101220001"_s;
    family.segment = segment;
    family.careClass = 3;
    family.status = u"AKTIF"_s;
    family.paidUntil = u"2022-03"_s;
    family.classSince = QDate(2021, 6, 1);
    family.revision = 4;
    for (int i = 0; i < 2; ++i) {
        MemberView one;
        one.relation = i == 0 ? u"head"_s : u"wife"_s;
        one.name = i == 0 ? u"BUDI"_s : u"SARI"_s;
        one.card = u"000999999999%1"_s.arg(i + 1);
        one.nik = u"3174016909659991"_s;
        one.sex = i == 0 ? u"L"_s : u"P"_s;
        one.birthDate = QDate(1980, 1, 1);
        one.status = u"AKTIF"_s;
        one.fktpSince = i == 0 ? QDate(2022, 2, 1) : QDate(2022, 1, 10);
        family.members += one;
    }
    return family;
}

/// "not-yet 2022-04-10 fktp.three-months".
QString TestAvailability::words(const PossibilityAnswer &answer)
{
    QStringList parts{possibilityWord(answer.state)};
    if (answer.earliest.isValid())
        parts += answer.earliest.toString(Qt::ISODate);
    if (answer.problem)
        parts += answer.problem->code;
    return parts.join(u' ');
}

void TestAvailability::ofAFamily_data()
{
    QTest::addColumn<QString>("segment");
    QTest::addColumn<QString>("change"); // "field=value" of the family
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("expected");
    const QString self = u"PBPU.MANDIRI"_s;
    const QString worker = u"PPU-BU.SWASTA"_s;
    const QString village = u"PPU-PN.KADES"_s;
    const auto add = [](const char *name, const QString &segment, const QString &change,
                        const QString &service, const QString &channel, const QString &expected) {
        QTest::newRow(name) << segment << change << service << channel << expected;
    };
    const QString yes = u"available"_s;
    add("address", self, {}, u"CHG-ALAMAT"_s, u"MCS"_s, yes);
    add("facility, of whom it may be first", self, {}, u"CHG-FKTP"_s, u"MCS"_s,
        u"not-yet 2022-04-10 fktp.three-months"_s);
    add("class", self, {}, u"CHG-KELAS-PBPU"_s, u"MCS"_s, u"not-yet 2022-06-01 class.one-year"_s);
    add("class after a year", self, u"classSince=2021-03-05"_s, u"CHG-KELAS-PBPU"_s, u"MCS"_s, yes);
    add("class of a family in arrears", self, u"status=NONAKTIF_MENUNGGAK"_s, u"CHG-KELAS-PBPU"_s, u"MCS"_s,
        u"refused class.inactive"_s);
    add("class of the subsidised", u"PBI"_s, {}, u"CHG-KELAS-PBPU"_s, u"MCS"_s, u"refused class.segment"_s);
    add("class of pensioners", u"BP-PN.PENSIUN"_s, {}, u"CHG-KELAS-PPU"_s, u"MCS"_s,
        u"refused class.by-rank"_s);
    add("class of a worker by choice", worker, {}, u"CHG-KELAS-PBPU"_s, u"MCS"_s,
        u"refused segment.not-allowed"_s);
    add("class by a wage that nobody has", self, {}, u"CHG-KELAS-PPU"_s, u"MCS"_s,
        u"refused segment.not-allowed"_s);
    add("class of a worker", worker, {}, u"CHG-KELAS-PPU"_s, u"MCS"_s, yes);
    add("autodebit in the van", self, {}, u"AUTODEBIT"_s, u"MCS"_s, u"elsewhere channel.not-offered"_s);
    add("autodebit at the office", self, {}, u"AUTODEBIT"_s, u"KC"_s, yes);
    add("instalments without arrears", self, {}, u"REHAB"_s, u"MCS"_s, u"refused rehab.no-arrears"_s);
    add("cover after dismissal", worker, {}, u"PHK"_s, u"MCS"_s, yes);
    add("cover after dismissal of nobody's worker", self, {}, u"PHK"_s, u"MCS"_s,
        u"refused segment.not-allowed"_s);
    add("village officials", village, {}, u"CHG-ALAMAT"_s, u"MCS"_s, u"back-office kades.collective-only"_s);
    add("members by decree", u"PBI"_s, {}, u"FAM-ADD"_s, u"MCS"_s, u"back-office member.by-decree"_s);
    add("card", self, {}, u"KIS-PRINT"_s, u"MCS"_s, yes);
    add("card before the first payment", self, u"status=MENUNGGU_BAYAR"_s, u"KIS-PRINT"_s, u"MCS"_s,
        u"refused card.not-paid"_s);
    add("card by telephone", self, {}, u"KIS-PRINT"_s, u"CARE165"_s, u"elsewhere channel.not-offered"_s);
    add("information everywhere", self, {}, u"INFO"_s, u"CARE165"_s, yes);
}

void TestAvailability::ofAFamily()
{
    QFETCH(QString, segment);
    QFETCH(QString, change);
    QFETCH(QString, service);
    QFETCH(QString, channel);
    QFETCH(QString, expected);
    FamilyView family = familyOf(segment);
    if (!change.isEmpty()) {
        const QString value = change.section(u'=', 1);
        if (change.startsWith("classSince"_L1))
            family.classSince = QDate::fromString(value, Qt::ISODate);
        else
            family.status = value;
        for (MemberView &one : family.members)
            one.status = family.status;
    }
    const auto list = availability(family, channel, QDate(2022, 3, 5), m_context);
    const ServiceAvailability *one = find(list, service);
    QVERIFY(one);
    QCOMPARE(words(one->answer), expected);
    QCOMPARE(one->isPossible(), expected == "available"_L1 || !one->lifted.isEmpty());
    if (one->answer.state != Possibility::Elsewhere)
        QVERIFY(!one->answer.rules.isEmpty());
}

void TestAvailability::eachMemberHasAnAnswer()
{
    const FamilyView family = familyOf(u"PBPU.MANDIRI"_s);
    const auto list = availability(family, u"MCS"_s, QDate(2022, 4, 15), m_context);
    const ServiceAvailability *facility = find(list, u"CHG-FKTP"_s);
    QVERIFY(facility);
    QCOMPARE(facility->members.size(), 2);
    QCOMPARE(facility->members.at(0).key, memberKey(family.members.at(0)));
    QCOMPARE(words(facility->members.at(0).answer), u"not-yet 2022-05-01 fktp.three-months"_s);
    QCOMPARE(words(facility->members.at(1).answer), u"available"_s);
    QCOMPARE(words(facility->answer), u"available"_s);
    QVERIFY(facility->lifted.isEmpty());
    QVERIFY(find(list, u"CHG-ALAMAT"_s)->members.isEmpty());
}

void TestAvailability::aReasonLiftsARefusal()
{
    const auto list = availability(familyOf(u"PBPU.MANDIRI"_s), u"MCS"_s, QDate(2022, 3, 5), m_context);
    const ServiceAvailability *facility = find(list, u"CHG-FKTP"_s);
    QStringList reasons;
    for (const LiftingChoice &one : facility->lifted)
        reasons += one.code;
    QCOMPARE(reasons, codesOf(u"fktp-reason"_s));
    QVERIFY(facility->isPossible());
    const auto byPhone
        = availability(familyOf(u"PBPU.MANDIRI"_s), u"CARE165"_s, QDate(2022, 3, 5), m_context);
    QVERIFY(find(byPhone, u"CHG-FKTP"_s)->lifted.isEmpty());
}

void TestAvailability::whatNoCounterDecidesSaysWhere()
{
    const auto all = channelAvailability(u"KC"_s, QDate(2022, 3, 5), m_context);
    const ServiceAvailability *subsidised = find(all, u"REG-PBI"_s);
    QVERIFY(subsidised);
    QCOMPARE(subsidised->answer.state, Possibility::Elsewhere);
    QVERIFY(std::any_of(subsidised->answer.rules.cbegin(), subsidised->answer.rules.cend(),
                        [](const FiredRule &rule) { return rule.table == "elsewhere"_L1; }));
}

/// Every service stands in one of the two lists, those for anybody in both.
void TestAvailability::everyServiceIsListed()
{
    const QDate day(2022, 3, 5);
    const auto with = availability(familyOf(u"PBPU.MANDIRI"_s), u"KC"_s, day, m_context);
    const auto without = availability(std::nullopt, u"KC"_s, day, m_context);
    const auto all = channelAvailability(u"KC"_s, day, m_context);
    QCOMPARE(all.size(), services(m_rulebooks->on(day)).size());
    for (const Service &one : services(m_rulebooks->on(day))) {
        QCOMPARE(find(with, one.code) != nullptr, one.family == "existing"_L1 || one.family == "any"_L1);
        QCOMPARE(find(without, one.code) != nullptr, one.family != "existing"_L1);
        QVERIFY(find(all, one.code));
    }
}

QTEST_GUILESS_MAIN(TestAvailability)
#include "tst_availability.moc"
