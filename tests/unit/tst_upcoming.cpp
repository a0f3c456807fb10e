// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"
#include "model/services/upcoming.h"
#include "tests/fakes/editionpatch.h"

#include <QJsonDocument>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

QDate day(const QString &iso)
{
    return QDate::fromString(iso, Qt::ISODate);
}

MemberView person(const QString &relation, const QString &born, const QString &nik = u"3174016909659991"_s)
{
    MemberView one;
    one.relation = relation;
    one.name = relation.toUpper();
    one.birthDate = day(born);
    one.nik = nik;
    one.status = u"AKTIF"_s;
    return one;
}

MemberView student(const QString &born, const QString &letter)
{
    MemberView one = person(u"child"_s, born);
    one.letterDate = day(letter);
    return one;
}

FamilyView familyOf(const QString &segment, const QList<MemberView> &members = {})
{
    FamilyView family;
    family.kk = u"3174010101220001"_s;
    family.segment = segment;
    family.careClass = 3;
    family.members = QList<MemberView>{person(u"head"_s, u"1965-09-29"_s)} + members;
    return family;
}

const QString kWorker = u"PPU-BU.SWASTA"_s;
const QString kSelf = u"PBPU.MANDIRI"_s;

QString line(const Upcoming &one)
{
    QStringList parts{one.day.toString(Qt::ISODate), one.code};
    for (const int member : one.members)
        parts += u"#%1"_s.arg(member);
    if (!one.args.isEmpty())
        parts += QString::fromUtf8(QJsonDocument(one.args).toJson(QJsonDocument::Compact));
    return parts.join(u' ');
}

} // namespace

/// What changes soon for a family. Every number comes from the rulebook.
class TestUpcoming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void list_data();
    void list();
    void everyLineHasACodeAndARule();
    void endOfACover_data();
    void endOfACover();
    void numbersAreTheRulebooks_data();
    void numbersAreTheRulebooks();

private:
    static void addChildren();
    static void addMembers();
    static void addMoney();
    static void add(const char *name, const FamilyView &family, const QString &today,
                    const QStringList &expected)
    {
        QTest::newRow(name) << family << day(today) << expected;
    }
};

Q_DECLARE_METATYPE(Loket::FamilyView)

void TestUpcoming::addChildren()
{
    const QString age = u" child.age #1 {\"age\":21}"_s;
    const QString studentAge = u" child.student-age #1 {\"age\":25}"_s;
    const auto with = [](const MemberView &child) { return familyOf(kWorker, {child}); };
    add("21 in five weeks", with(person(u"child"_s, u"2001-05-03"_s)), u"2022-03-25"_s,
        {u"2022-05-03"_s + age});
    add("21 in a year and a day", with(person(u"child"_s, u"2002-03-26"_s)), u"2022-03-25"_s, {});
    add("21 in a year", with(person(u"child"_s, u"2002-03-25"_s)), u"2022-03-25"_s, {u"2023-03-25"_s + age});
    add("born on 29 February", with(person(u"child"_s, u"2000-02-29"_s)), u"2021-01-10"_s,
        {u"2021-03-01"_s + age});
    add("29 February, 25 in a year without one", with(student(u"2000-02-29"_s, u"2024-08-01"_s)),
        u"2025-01-10"_s, {u"2025-03-01"_s + studentAge});
    add("21 since last year, no letter", with(person(u"child"_s, u"2000-05-03"_s)), u"2022-03-25"_s,
        {u"2021-05-03"_s + age});
    add("student: the letter counts instead", with(student(u"2001-05-03"_s, u"2022-01-15"_s)),
        u"2022-03-25"_s, {u"2023-01-15 letter.expires #1"_s});
    add("letter that ends before 21 is none", with(student(u"2001-05-03"_s, u"2021-04-15"_s)),
        u"2022-03-25"_s, {u"2022-05-03"_s + age});
    add("letter that ends on the birthday", with(student(u"2001-05-03"_s, u"2021-05-03"_s)), u"2022-03-25"_s,
        {u"2022-05-03 letter.expires #1"_s});
    add("letter has expired", with(student(u"2000-05-03"_s, u"2021-03-01"_s)), u"2022-03-25"_s,
        {u"2022-03-01 letter.expires #1"_s});
    add("25 before the letter ends", with(student(u"1997-10-01"_s, u"2022-03-01"_s)), u"2022-03-25"_s,
        {u"2022-10-01"_s + studentAge});
    add("25 already", with(student(u"1997-03-01"_s, u"2021-09-01"_s)), u"2022-03-25"_s,
        {u"2022-03-01"_s + studentAge});
    add("ages don't count where everybody is registered",
        familyOf(kSelf, {person(u"child"_s, u"2001-05-03"_s)}), u"2022-03-25"_s, {});
    MemberView gone = person(u"child"_s, u"2001-05-03"_s);
    gone.status = u"MENINGGAL"_s;
    add("nothing changes for the dead", with(gone), u"2022-03-25"_s, {});
}

void TestUpcoming::addMembers()
{
    const MemberView baby = person(u"child"_s, u"2022-11-30"_s, {});
    add("NIK of a baby", familyOf(kSelf, {baby}), u"2022-12-05"_s, {u"2023-02-28 nik.due #1"_s});
    add("NIK of a baby, overdue", familyOf(kSelf, {baby}), u"2023-06-05"_s, {u"2023-02-28 nik.due #1"_s});
    add("twins", familyOf(kSelf, {baby, baby}), u"2022-12-05"_s, {u"2023-02-28 nik.due #1 #2"_s});

    FamilyView free = familyOf(kSelf, {person(u"wife"_s, u"1970-01-01"_s)});
    free.members[0].fktpSince = day(u"2022-01-10"_s);
    free.members[1].fktpSince = day(u"2021-06-01"_s);
    free.classSince = day(u"2021-03-30"_s);
    add("facility and class", free, u"2022-03-25"_s,
        {u"2022-03-30 class.free"_s, u"2022-04-10 fktp.free #0"_s});
    add("facility on its day", free, u"2022-04-10"_s, {u"2022-04-10 fktp.free #0"_s});
    add("facility and class, later", free, u"2022-04-11"_s, {});
    free.segment = kWorker;
    add("an employee's class has no waiting time", free, u"2022-03-25"_s, {u"2022-04-10 fktp.free #0"_s});

    FamilyView term = familyOf(u"PPU-PN.DPRD"_s);
    term.members[0].validUntil = day(u"2022-09-30"_s);
    add("term of office", term, u"2022-03-25"_s, {u"2022-09-30 term.ends #0"_s});
    add("term of office, over", term, u"2022-10-25"_s, {u"2022-09-30 term.ends #0"_s});

    FamilyView soon = familyOf(kSelf);
    soon.scheduled = {{{}, u"class"_s, u"2"_s, day(u"2022-04-01"_s), u"case-1"_s, u"CHG-KELAS-PBPU"_s},
                      {memberKey(soon.members[0]), u"fktp"_s, u"0138U020"_s, day(u"2022-05-01"_s),
                       u"case-2"_s, u"CHG-FKTP"_s},
                      {{}, u"phone"_s, u"0811"_s, QDate(), u"case-3"_s, u"CHG-KONTAK"_s}};
    add("changes to come", soon, u"2022-03-25"_s,
        {u"2022-04-01 change.effective "
         "{\"case\":\"case-1\",\"field\":\"class\",\"service\":\"CHG-KELAS-PBPU\",\"value\":\"2\"}"_s,
         u"2022-05-01 change.effective #0 "
         "{\"case\":\"case-2\",\"field\":\"fktp\",\"service\":\"CHG-FKTP\",\"value\":\"0138U020\"}"_s});
}

void TestUpcoming::addMoney()
{
    FamilyView waits = familyOf(kSelf);
    waits.firstPaymentFrom = day(u"2022-03-15"_s);
    waits.firstPaymentUntil = day(u"2022-03-31"_s);
    const QString window = u"2022-03-31 payment.first {\"from\":\"2022-03-15\"}"_s;
    add("first payment", waits, u"2022-03-02"_s, {window});
    add("first payment on the last day", waits, u"2022-03-31"_s, {window});
    add("first payment, lapsed", waits, u"2022-04-02"_s, {window});
    waits.paidUntil = u"2022-03"_s;
    add("first payment, done", waits, u"2022-03-20"_s, {});

    FamilyView owes = familyOf(kSelf);
    owes.paidUntil = u"2022-02"_s;
    add("the month that runs", owes, u"2022-03-20"_s,
        {u"2022-04-01 arrears.suspended {\"month\":\"2022-03\"}"_s});
    add("the month before it begins", owes, u"2022-02-20"_s, {});
    add("suspended", owes, u"2022-04-01"_s, {u"2022-04-01 arrears.suspended {\"month\":\"2022-03\"}"_s});
    add("suspended for long", owes, u"2023-06-01"_s,
        {u"2022-04-01 arrears.suspended {\"month\":\"2022-03\"}"_s,
         u"2024-03-01 arrears.most {\"months\":24}"_s});
    owes.segment = kWorker;
    add("an employer's arrears", owes, u"2022-04-01"_s, {});

    FamilyView moved = familyOf(kWorker);
    moved.paidUntil = u"2021-12"_s;
    moved.segmentSince = day(u"2022-04-01"_s);
    add("arrears of the old segment", moved, u"2022-05-01"_s, {u"2022-10-01 arrears.due"_s});
    add("arrears of the old segment, overdue", moved, u"2022-11-01"_s, {u"2022-10-01 arrears.due"_s});
    moved.paidUntil = u"2022-03"_s;
    add("no arrears in the old segment", moved, u"2022-05-01"_s, {});
}

void TestUpcoming::list_data()
{
    QTest::addColumn<FamilyView>("family");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QStringList>("expected");
    addChildren();
    addMembers();
    addMoney();
}

void TestUpcoming::list()
{
    QFETCH(FamilyView, family);
    QFETCH(QDate, today);
    QFETCH(QStringList, expected);
    QStringList lines;
    for (const Upcoming &one : upcoming(family, today, RulebookLibrary::builtIn()->on(today)))
        lines += line(one);
    QCOMPARE(lines, expected);
}

void TestUpcoming::everyLineHasACodeAndARule()
{
    FamilyView family
        = familyOf(kWorker,
                   {person(u"child"_s, u"2001-05-03"_s), student(u"2001-01-01"_s, u"2021-06-01"_s),
                    student(u"1997-06-01"_s, u"2022-01-01"_s), person(u"child"_s, u"2022-01-01"_s, {})});
    family.members[0].fktpSince = day(u"2022-02-01"_s);
    family.members[0].validUntil = day(u"2022-12-31"_s);
    family.firstPaymentUntil = day(u"2022-03-31"_s);
    const QDate today = day(u"2022-03-25"_s);
    const auto list = upcoming(family, today, RulebookLibrary::builtIn()->on(today));
    QCOMPARE(list.size(), 7);
    for (const Upcoming &one : list) {
        QVERIFY2(isCode(u"upcoming"_s, one.code), qPrintable(one.code));
        if (one.code != "term.ends"_L1) // its service is in editions that have it
            QVERIFY2(!one.rule.source.isEmpty() && !one.rule.file.isEmpty(), qPrintable(one.code));
    }
}

void TestUpcoming::endOfACover_data()
{
    QTest::addColumn<QStringList>("cases"); // "service state saved until"
    QTest::addColumn<QStringList>("expected");
    const QStringList told{u"2022-08-14 cover.ends"_s};
    QTest::newRow("accepted") << QStringList{u"PHK accepted 1 2022-08-14"_s} << told;
    QTest::newRow("waits") << QStringList{u"PHK queued 1 2022-08-14"_s} << told;
    QTest::newRow("rejected") << QStringList{u"PHK rejected 1 2022-08-14"_s} << QStringList();
    QTest::newRow("taken back") << QStringList{u"PHK void 1 2022-08-14"_s} << QStringList();
    QTest::newRow("the newest counts")
        << QStringList{u"PHK accepted 2 2022-08-14"_s, u"PHK accepted 1 2022-04-01"_s} << told;
    QTest::newRow("another segment since")
        << QStringList{u"MUT-SEG accepted 2 -"_s, u"PHK accepted 1 2022-08-14"_s} << QStringList();
    QTest::newRow("another segment before")
        << QStringList{u"PHK accepted 2 2022-08-14"_s, u"MUT-SEG accepted 1 -"_s} << told;
    QTest::newRow("other cases say nothing") << QStringList{u"CHG-FKTP accepted 1 -"_s} << QStringList();
}

void TestUpcoming::endOfACover()
{
    QFETCH(QStringList, cases);
    QFETCH(QStringList, expected);
    QList<CaseRecord> records;
    for (const QString &text : cases) {
        const QStringList parts = text.split(u' ');
        CaseRecord one{*CaseId::fromText(u"01930000-0000-7000-8000-000000000001"_s),
                       *caseStateFromWord(parts.at(1)),
                       {},
                       {},
                       {},
                       0,
                       {},
                       {},
                       {},
                       {},
                       0};
        one.content.service = parts.at(0);
        one.savedAt = QDateTime(QDate(2022, 3, parts.at(2).toInt()), QTime(8, 0), Qt::UTC);
        one.assessment.dates.until = day(parts.at(3));
        records += one;
    }
    const QDate today = day(u"2022-03-25"_s);
    QStringList lines;
    for (const Upcoming &one :
         upcoming(familyOf(kWorker), today, RulebookLibrary::builtIn()->on(today), records))
        lines += line(one);
    QCOMPARE(lines, expected);
}

void TestUpcoming::numbersAreTheRulebooks_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::newRow("age") << u"dependants.age"_s;
    QTest::newRow("student age") << u"dependants.student-age"_s;
    QTest::newRow("letter") << u"dependants.letter-months"_s;
    QTest::newRow("NIK") << u"newborn.nik-months"_s;
    QTest::newRow("facility") << u"fktp.months"_s;
    QTest::newRow("arrears") << u"arrears.max-months"_s;
    QTest::newRow("arrears after a change") << u"mutation.arrears-months"_s;
}

void TestUpcoming::numbersAreTheRulebooks()
{
    QFETCH(QString, parameter);
    FamilyView family
        = familyOf(kWorker,
                   {person(u"child"_s, u"2002-05-03"_s), student(u"2001-01-01"_s, u"2021-06-01"_s),
                    student(u"1998-02-01"_s, u"2022-01-01"_s), person(u"child"_s, u"2022-01-01"_s, {})});
    family.members[0].fktpSince = day(u"2022-02-01"_s);
    family.segmentSince = day(u"2022-02-01"_s);
    family.paidUntil = u"2021-01"_s;
    FamilyView self = familyOf(kSelf);
    self.paidUntil = u"2020-05"_s;
    const QDate today = day(u"2022-03-25"_s);
    const auto days = [&](const RulebookLibrary &library) {
        QStringList out;
        for (const Upcoming &one : upcoming(family, today, library.on(today), {}, 60)
                 + upcoming(self, today, library.on(today), {}, 60))
            out += line(one);
        return out;
    };
    const auto original = RulebookLibrary::builtIn();
    const qint64 value = original->on(today).number(parameter);
    for (const qint64 other : {value - 1, value + 1}) {
        EditionPatch patch;
        QVERIFY(patch.setParameter(parameter, QString::number(other)));
        const auto changed = patch.load();
        QVERIFY(changed);
        QVERIFY2(days(*changed.value()) != days(*original), qPrintable(QString::number(other)));
    }
}

QTEST_GUILESS_MAIN(TestUpcoming)
#include "tst_upcoming.moc"
