// SPDX-License-Identifier: Apache-2.0
// Laws of the three-way merge on random families, and a row for each line of reliability.md B.9.
// LOKET_MERGES: how many; the nightly run takes 1,000,000.
#include "model/centre/merge.h"
#include "model/rulebook/rulebook.h"
#include "model/rulebook/tablespecs.h"
#include "tests/fakes/editionpatch.h"
#include "tests/fakes/seed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSet>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

const QStringList kFamilyFields{u"phone"_s,           u"email"_s,     u"address.line"_s,
                                u"address.village"_s, u"bank.code"_s, u"bank.account"_s,
                                u"class"_s,           u"segment"_s,   u"wage"_s};
const QStringList kMemberFields{u"name"_s,    u"nik"_s,    u"sex"_s, u"fktp"_s,
                                u"marital"_s, u"status"_s, u"left"_s};

FamilyView familyOf(int people)
{
    FamilyView family;
    family.kk = u"3174010101220001"_s;
    family.phone = u"p0"_s;
    family.email = u"e0"_s;
    family.address = {u"a0"_s, u"001"_s, u"002"_s, u"31.74.01.1001"_s, u"12810"_s};
    family.bank = {u"BRI"_s, u"b0"_s, u"h0"_s};
    family.careClass = 3;
    family.segment = u"PBPU.MANDIRI"_s;
    family.paidUntil = u"2022-03"_s;
    family.revision = 5;
    for (int i = 0; i < people; ++i) {
        MemberView member;
        member.position = i;
        member.card = u"000400000000%1"_s.arg(i);
        member.nik = u"317401020380000%1"_s.arg(i);
        member.name = u"n%1"_s.arg(i);
        member.relation = i == 0 ? u"head"_s : u"child"_s;
        member.sex = u"L"_s;
        member.fktp = u"f0"_s;
        member.marital = u"single"_s;
        member.status = u"AKTIF"_s;
        family.members += member;
    }
    return family;
}

const Rulebook &rules()
{
    return RulebookLibrary::builtIn()->on(QDate(2022, 3, 1));
}

Merged merged(const QList<ForeignStep> &steps, const FamilyView &now, const FamilyEffect &mine,
              const Rulebook &rulebook = rules())
{
    return mergeChanges(rulebook, steps, now, mine);
}

QString groupOf(const QString &field)
{
    return mergeGroupOf(rules(), field);
}

FieldChange changeOf(const QString &member, const QString &field, const QString &value)
{
    FieldChange change;
    change.member = member;
    change.field = field;
    change.value = value;
    return change;
}

FamilyView applied(FamilyView family, const FamilyEffect &effect)
{
    for (const MemberView &member : effect.added)
        putMember(family, member);
    for (const FieldChange &change : effect.changes)
        applyChange(family, change);
    return family;
}

QString randomValue(QRandomGenerator &random, const QString &field)
{
    if (field == "left"_L1)
        return u"yes"_s;
    if (field == "status"_L1)
        return u"MENINGGAL"_s;
    if (field == "class"_L1 || field == "wage"_L1)
        return QString::number(1 + random.bounded(3));
    return u"v%1"_s.arg(random.bounded(3)); // few, so that both sides often say the same
}

FamilyEffect randomEffect(QRandomGenerator &random, const FamilyView &family)
{
    FamilyEffect effect;
    QSet<QString> taken;
    const int count = 1 + int(random.bounded(3));
    for (int i = 0; i < count; ++i) {
        const bool isOfMember = random.bounded(2) == 0;
        const QString &field = isOfMember ? kMemberFields.at(random.bounded(int(kMemberFields.size())))
                                          : kFamilyFields.at(random.bounded(int(kFamilyFields.size())));
        const QString member
            = isOfMember ? family.members.at(random.bounded(int(family.members.size()))).card : QString();
        if (taken.contains(member + field))
            continue;
        taken += member + field;
        effect.changes += changeOf(member, field, randomValue(random, field));
    }
    return effect;
}

/// Base, what others made of it step by step, and what the case wants.
struct Triple {
    FamilyView base, now;
    QList<ForeignStep> steps;
    FamilyEffect mine;
};

Triple randomTriple(QRandomGenerator &random)
{
    Triple triple;
    triple.base = familyOf(2 + int(random.bounded(3)));
    triple.now = triple.base;
    triple.mine = randomEffect(random, triple.base);
    const int others = int(random.bounded(3));
    for (int i = 0; i < others && triple.now.members.size() > 1; ++i) {
        const FamilyView before = triple.now;
        triple.now = applied(before, randomEffect(random, before));
        if (random.bounded(6) == 0)
            triple.now.paidUntil = u"2022-0%1"_s.arg(4 + random.bounded(3));
        triple.now.revision = before.revision + 1;
        triple.steps += {before, triple.now};
    }
    return triple;
}

bool isTold(const Merged &merged, const FieldChange &change)
{
    for (const QJsonValue &group : merged.conflict.value("groups"_L1).toArray()) {
        for (const QJsonValue &one : group["fields"_L1].toArray()) {
            const bool isField = one["field"_L1] == change.field && one["mine"_L1] == change.value;
            if (group["member"_L1] == change.member && (isField || group["group"_L1] == "membership"_L1))
                return true;
        }
    }
    return false;
}

/// What two effects touch, coarsely: a member's death or leaving touches all of the member.
bool isDisjoint(const FamilyEffect &one, const FamilyEffect &other)
{
    for (const FieldChange &a : one.changes) {
        for (const FieldChange &b : other.changes) {
            const bool isEnd = groupOf(a.field) == "end"_L1 || groupOf(b.field) == "end"_L1;
            if (a.member == b.member && (isEnd || groupOf(a.field) == groupOf(b.field)))
                return false;
        }
    }
    return true;
}

QString described(const Triple &triple)
{
    QStringList words;
    for (const FieldChange &one : triple.mine.changes)
        words += one.member + u'.' + one.field + u'=' + one.value;
    return words.join(u' ') + u" after %1 steps"_s.arg(triple.steps.size());
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyValueIsTakenOrTold();
    void whatIsPutAgainChangesNothing();
    void disjointChangesCommute();
    void tableRows_data();
    void tableRows();
    void laterRows_data();
    void laterRows();
    void aDecisionReplacesWhatWasPlanned();
    void aDeathAfterWhichSomebodyPaidNeedsAPerson();
    void anEditOfWhoDiedMeanwhileIsLate();
    void aStepThatIsNotKeptCountsAsAChange();
    void everyRowOfTheTableIsAsked();
    void everyCellOfTheTableMatters();

private:
    int m_count = 20'000;
    quint32 m_seed = 0;
};

void TestMerge::initTestCase()
{
    m_seed = seedOfTest();
    if (qEnvironmentVariableIsSet("LOKET_MERGES"))
        m_count = qEnvironmentVariableIntValue("LOKET_MERGES");
}

void TestMerge::everyValueIsTakenOrTold()
{
    QRandomGenerator random(m_seed);
    int conflicts = 0;
    for (int i = 0; i < m_count; ++i) {
        const Triple triple = randomTriple(random);
        const Merged merged = ::merged(triple.steps, triple.now, triple.mine);
        const Merged again = ::merged(triple.steps, triple.now, triple.mine);
        QVERIFY2(merged.effect == again.effect && merged.conflict == again.conflict
                     && merged.notes == again.notes && merged.isLate == again.isLate,
                 qPrintable(described(triple)));
        conflicts += merged.conflict.isEmpty() ? 0 : 1;
        for (const FieldChange &change : triple.mine.changes) {
            const bool isLost = !merged.effect.changes.contains(change) && !isTold(merged, change)
                && !(merged.isLate && !change.member.isEmpty())
                && applied(triple.now, {{}, {}, {change}}) != triple.now; // both sides say it
            QVERIFY2(!isLost, qPrintable(u"%1: %2 %3"_s.arg(i).arg(described(triple), change.field)));
        }
        for (const FieldChange &change : merged.effect.changes)
            QVERIFY2(triple.mine.changes.contains(change), qPrintable(described(triple)));
        if (triple.steps.isEmpty())
            QVERIFY2(merged.conflict.isEmpty()
                         && applied(triple.now, merged.effect) == applied(triple.now, triple.mine),
                     qPrintable(described(triple)));
    }
    qInfo("%d merges, %d need a person", m_count, conflicts);
    QVERIFY(conflicts > m_count / 50);
    QVERIFY(conflicts < m_count);
}

void TestMerge::whatIsPutAgainChangesNothing()
{
    QRandomGenerator random(m_seed + 1);
    for (int i = 0; i < m_count; ++i) {
        const Triple triple = randomTriple(random);
        const Merged merged = ::merged(triple.steps, triple.now, triple.mine);
        if (!merged.conflict.isEmpty())
            continue;
        const FamilyView once = applied(triple.now, merged.effect);
        const bool isGone = std::any_of(merged.effect.changes.cbegin(), merged.effect.changes.cend(),
                                        [](const FieldChange &one) { return one.field == "left"_L1; });
        if (isGone) // the second time there is nobody whom it could concern
            continue;
        const Merged again = ::merged(triple.steps, once, triple.mine);
        QVERIFY2(again.conflict.isEmpty(), qPrintable(described(triple)));
        QVERIFY2(applied(once, again.effect) == once, qPrintable(described(triple)));
    }
}

void TestMerge::disjointChangesCommute()
{
    QRandomGenerator random(m_seed + 2);
    int compared = 0;
    for (int i = 0; i < m_count; ++i) {
        const FamilyView base = familyOf(3);
        const FamilyEffect a = randomEffect(random, base);
        const FamilyEffect b = randomEffect(random, base);
        if (!isDisjoint(a, b))
            continue;
        ++compared;
        const FamilyView afterA = applied(base, a), afterB = applied(base, b);
        const Merged bOnA = merged({{base, afterA}}, afterA, b);
        const Merged aOnB = merged({{base, afterB}}, afterB, a);
        QVERIFY2(bOnA.conflict.isEmpty() && aOnB.conflict.isEmpty(), qPrintable(QString::number(i)));
        QVERIFY2(applied(afterA, bOnA.effect) == applied(afterB, aOnB.effect),
                 qPrintable(QString::number(i)));
    }
    QVERIFY(compared > m_count / 4);
}

void TestMerge::tableRows_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("group"); // of the conflict; empty: none
    QTest::addColumn<bool>("isNoted");
    const QString head = u"0004000000000"_s;
    const auto row = [](const char *name, const QString &member, const char *mine, const char *other,
                        const char *group, bool isNoted = false) {
        QTest::newRow(name) << member << QString::fromLatin1(mine) << QString::fromLatin1(other)
                            << QString::fromLatin1(group) << isNoted;
    };
    row("name, both", head, "name", "name", "identity");
    row("name here, NIK there", head, "name", "nik", "identity");
    row("birth date here, sex there", head, "birthDate", "sex", "identity");
    row("name, here alone", head, "name", "fktp", "");
    row("address, both", {}, "address.line", "address.line", "address");
    row("street here, village there", {}, "address.line", "address.village", "address");
    row("address, here alone", {}, "address.line", "phone", "");
    row("phone, both", {}, "phone", "phone", "", true);
    row("phone here, e-mail there", {}, "phone", "email", "");
    row("facility, both", head, "fktp", "fktp", "", true);
    row("class, both", {}, "class", "class", "", true);
    row("segment, here alone", {}, "segment", "class", "");
    row("bank, both", {}, "bank.account", "bank.code", "bank");
    row("bank, here alone", {}, "bank.account", "phone", "");
    row("leaving here, edit there", head, "left", "name", "");
    row("edit here, leaving there", head, "name", "left", "membership");
    row("death here, edit there", head, "status", "name", "");
    row("relation, both", head, "relation", "relation", "membership");
}

void TestMerge::tableRows()
{
    QFETCH(QString, member);
    QFETCH(QString, mine);
    QFETCH(QString, other);
    QFETCH(QString, group);
    QFETCH(bool, isNoted);
    const auto value = [](const QString &field, int side) {
        return field == "left"_L1     ? u"yes"_s
            : field == "status"_L1    ? u"MENINGGAL"_s
            : field == "class"_L1     ? QString::number(side)
            : field == "birthDate"_L1 ? u"1980-01-0%1"_s.arg(side)
                                      : u"side %1"_s.arg(side);
    };
    const FamilyView base = familyOf(2);
    FamilyView now = applied(base, {{}, {}, {changeOf(member, other, value(other, 2))}});
    now.revision = base.revision + 1;
    const FamilyEffect effect{{}, {}, {changeOf(member, mine, value(mine, 1))}};
    const Merged merged = ::merged({{base, now}}, now, effect);
    const QJsonArray groups = merged.conflict.value("groups"_L1).toArray();
    QCOMPARE(groups.size(), group.isEmpty() ? 0 : 1);
    QCOMPARE(groups.at(0)["group"_L1].toString(), group);
    QCOMPARE(merged.notes, isNoted ? QStringList{mine} : QStringList());
    if (!group.isEmpty())
        QCOMPARE(merged.conflict.value("revision"_L1).toInt(), now.revision);
    else
        QCOMPARE(merged.effect, effect);
}

void TestMerge::laterRows_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("other"); // that somebody else decided for a later day
    QTest::addColumn<QString>("group"); // of the conflict; empty: both stay
    QTest::addColumn<bool>("isNoted");
    const QString head = u"0004000000000"_s;
    const auto row = [](const char *name, const QString &member, const char *mine, const char *other,
                        const char *group, bool isNoted = false) {
        QTest::newRow(name) << member << QString::fromLatin1(mine) << QString::fromLatin1(other)
                            << QString::fromLatin1(group) << isNoted;
    };
    row("class, both", {}, "class", "class", "right");
    row("class here, segment there", {}, "class", "segment", "right");
    row("segment here, wage there", {}, "segment", "wage", "right");
    row("facility, both", head, "fktp", "fktp", "facility");
    row("facility of another member", head, "fktp", "*fktp", "");
    row("class here, facility there", {}, "class", "*fktp", "");
    row("facility here, class there", head, "fktp", "^class", "");
    row("class here, address there", {}, "class", "address.line", "");
    row("address, both", {}, "address.line", "address.line", "address");
    row("bank, both", {}, "bank.account", "bank.code", "bank");
    row("phone, both", {}, "phone", "phone", "", true);
    row("term, both", head, "validUntil", "validUntil", "", true);
    row("leaving here, facility there", head, "left", "fktp", "");
}

/// "*" names the other member, "^" the family.
void TestMerge::laterRows()
{
    QFETCH(QString, member);
    QFETCH(QString, mine);
    QFETCH(QString, other);
    QFETCH(QString, group);
    QFETCH(bool, isNoted);
    const auto value = [](const QString &field, int side) {
        return field == "left"_L1      ? u"yes"_s
            : field == "class"_L1      ? QString::number(side)
            : field == "validUntil"_L1 ? u"2023-01-0%1"_s.arg(side)
                                       : QString::number(100 + side);
    };
    const FamilyView base = familyOf(2);
    const QString second = base.members[1].card;
    const QString whose = other.startsWith(u'*') ? second : other.startsWith(u'^') ? QString() : member;
    const QString field = other.startsWith(u'*') || other.startsWith(u'^') ? other.mid(1) : other;
    FamilyView now = base;
    FieldChange planned = changeOf(whose, field, value(field, 2));
    planned.effective = QDate(2022, 5, 1);
    now.scheduled += planned;
    now.revision = base.revision + 1;
    FieldChange own = changeOf(member, mine, value(mine, 1));
    for (const QDate day : {QDate(), QDate(2022, 4, 1), QDate(2022, 6, 1)}) { // at once, before, after
        own.effective = day;
        const FamilyEffect effect{{}, {}, {own}};
        const Merged both = merged({{base, now}}, now, effect);
        const QJsonArray groups = both.conflict.value("groups"_L1).toArray();
        QCOMPARE(groups.size(), group.isEmpty() ? 0 : 1);
        QCOMPARE(groups.at(0)["group"_L1].toString(), group);
        QCOMPARE(both.notes, isNoted ? QStringList{mine} : QStringList());
        if (group.isEmpty())
            QCOMPARE(both.effect, effect);
        else
            QVERIFY(isTold(both, own));
        // Known to the case, or said by both alike: nothing to decide.
        QVERIFY(merged({}, now, effect).conflict.isEmpty());
        QVERIFY(merged({{now, now}}, now, effect).conflict.isEmpty());
        const FamilyEffect same{{}, {}, {planned}};
        QVERIFY(merged({{base, now}}, now, same).conflict.isEmpty());
    }
}

void TestMerge::aDecisionReplacesWhatWasPlanned()
{
    FamilyView family = familyOf(2);
    const QString card = family.members[1].card;
    for (const auto &[member, field] : {std::pair(QString(), u"class"_s), std::pair(QString(), u"wage"_s),
                                        std::pair(card, u"fktp"_s), std::pair(QString(), u"phone"_s)}) {
        FieldChange planned = changeOf(member, field, u"2"_s);
        planned.effective = QDate(2022, 5, 1);
        family.scheduled += planned;
    }
    const auto left = [&](const QList<FieldChange> &changes, const QStringList &groups) {
        QStringList fields;
        for (const FieldChange &one : withoutReplaced(rules(), family, changes, groups).scheduled)
            fields += one.field;
        return fields.join(u' ');
    };
    QCOMPARE(left({}, {}), u"class wage fktp phone"_s);
    QCOMPARE(left({changeOf({}, u"class"_s, u"1"_s)}, {}), u"wage fktp phone"_s);
    QCOMPARE(left({changeOf({}, u"class"_s, u"1"_s)}, {u"right"_s}), u"fktp phone"_s);
    // A member is who has the card or the NIK.
    QCOMPARE(left({changeOf(family.members[1].nik, u"fktp"_s, u"1"_s)}, {}), u"class wage phone"_s);
    QCOMPARE(left({changeOf(family.members[0].card, u"fktp"_s, u"1"_s)}, {}), u"class wage fktp phone"_s);
    QCOMPARE(left({}, {u"facility "_s + card}), u"class wage phone"_s);
    QCOMPARE(left({}, {u"facility"_s}), u"class wage fktp phone"_s);
}

void TestMerge::aDeathAfterWhichSomebodyPaidNeedsAPerson()
{
    const FamilyView base = familyOf(2);
    FamilyView now = base;
    now.paidUntil = u"2022-04"_s;
    for (const auto &field : {u"status"_s, u"left"_s}) {
        const QString value = field == "left"_L1 ? u"yes"_s : u"MENINGGAL"_s;
        const FamilyEffect end{{}, {}, {changeOf(base.members[1].card, field, value)}};
        const QJsonArray groups = merged({{base, now}}, now, end).conflict.value("groups"_L1).toArray();
        QCOMPARE(groups.size(), 1);
        QCOMPARE(groups.at(0)["group"_L1].toString(), u"end"_s);
        QVERIFY(merged({}, now, end).conflict.isEmpty()); // paid before the case was made
    }
}

void TestMerge::anEditOfWhoDiedMeanwhileIsLate()
{
    const FamilyView base = familyOf(2);
    const QString card = base.members[1].card;
    const FamilyView now = applied(base, {{}, {}, {changeOf(card, u"status"_s, u"MENINGGAL"_s)}});
    const Merged merged
        = ::merged({{base, now}}, now,
                   {{}, {}, {changeOf(card, u"fktp"_s, u"f1"_s), changeOf({}, u"phone"_s, u"p1"_s)}});
    QVERIFY(merged.isLate);
    QVERIFY(merged.conflict.isEmpty());
    QCOMPARE(merged.effect.changes.size(), 1);
    QCOMPARE(merged.effect.changes.first().field, u"phone"_s);
}

void TestMerge::aStepThatIsNotKeptCountsAsAChange()
{
    const FamilyView now = familyOf(2);
    const FamilyEffect effect{{}, {}, {changeOf({}, u"address.line"_s, u"a1"_s)}};
    QVERIFY(!merged({{std::nullopt, now}}, now, effect).conflict.isEmpty());
    const FamilyEffect same{{}, {}, {changeOf({}, u"phone"_s, now.phone)}};
    QVERIFY(merged({{std::nullopt, now}}, now, same).conflict.isEmpty());
}

/// What becomes of every two fields, changed now or later, with and without a payment in between: all that
/// the table can say. `about`: one of the two is this field; empty: all.
static QByteArray allAnswers(const Rulebook &rulebook, const QString &about = {}, RuleTrace *trace = nullptr)
{
    const QStringList ofMember{u"nik"_s,    u"name"_s,    u"birthPlace"_s, u"birthDate"_s, u"sex"_s,
                               u"fktp"_s,   u"dentist"_s, u"relation"_s,   u"kin"_s,       u"marital"_s,
                               u"status"_s, u"left"_s,    u"letterDate"_s, u"validUntil"_s};
    const auto value = [](const QString &field, int side) {
        const bool isDay = field == "birthDate"_L1 || field == "letterDate"_L1 || field == "validUntil"_L1;
        return isDay ? u"2020-01-0%1"_s.arg(side) : QString::number(side);
    };
    QJsonArray answers;
    const FamilyView base = familyOf(2);
    const QStringList fields = familyFieldWords().split(u'|');
    const auto whose
        = [&](const QString &field) { return ofMember.contains(field) ? base.members[1].card : QString(); };
    for (const QString &mine : fields) {
        const FamilyEffect effect{{}, {}, {changeOf(whose(mine), mine, value(mine, 1))}};
        for (const QString &other : fields) {
            if (!about.isEmpty() && mine != about && other != about)
                continue;
            const FieldChange theirs = changeOf(whose(other), other, value(other, 2));
            FamilyView now = applied(base, {{}, {}, {theirs}}), later = base, paid = now;
            later.scheduled += theirs;
            paid.paidUntil = u"2022-09"_s;
            for (const FamilyView &after : {now, later, paid}) {
                const Merged both = mergeChanges(rulebook, {{base, after}}, after, effect, trace);
                answers += QJsonArray{both.conflict, QJsonArray::fromStringList(both.notes), both.isLate};
            }
        }
    }
    return QJsonDocument(answers).toJson(QJsonDocument::Compact);
}

void TestMerge::everyRowOfTheTableIsAsked()
{
    for (const Rulebook &edition : RulebookLibrary::builtIn()->editions()) {
        RuleTrace trace;
        allAnswers(edition, {}, &trace);
        QStringList silent;
        const RuleTable &table = edition.table(u"merge-groups"_s);
        for (qsizetype i = 0; i < table.size(); ++i)
            silent += table.row(i).fired().file;
        const qsizetype rows = silent.size();
        for (const FiredRule &rule : trace.rules())
            silent.removeAll(rule.file);
        qInfo("%s: %d of %d rows are asked", qPrintable(edition.id()), int(rows - silent.size()), int(rows));
        QCOMPARE(silent, QStringList());
        QCOMPARE(rows, familyFieldWords().split(u'|').size());
    }
}

/// Every cell changed to every other word: some answer is another, or the loader refuses it.
void TestMerge::everyCellOfTheTableMatters()
{
    EditionPatch patch;
    QHash<QString, QByteArray> usual;
    for (const QString &field : familyFieldWords().split(u'|'))
        usual.insert(field, allAnswers(rules(), field));
    const QString file = u"merge-groups.csv"_s;
    int changed = 0;
    QStringList unnoticed;
    for (const ColumnSpec &column : tableSpec(u"merge-groups"_s)->columns) {
        for (const int line : patch.rowLines(file)) {
            patch.restore();
            const QString before = patch.cell(file, line, column.name);
            const bool isNewest = patch.cell(file, line, u"both"_s) == "newer"_L1
                && patch.cell(file, line, u"later"_s) == "newer"_L1;
            const QStringList words = column.domain.split(u'|');
            const QString next = words.at((words.indexOf(before) + 1) % words.size());
            // Another field is a field twice and one not at all: one is as good as any.
            for (const QString &other : column.name == "field"_L1 ? QStringList{next} : words) {
                // Where nobody is asked, it is all one which values nobody is asked about together; and who
                // left or died has no field but that.
                if (other == before || (column.name == "group"_L1 && isNewest))
                    continue;
                patch.restore();
                const QString field = patch.cell(file, line, u"field"_s);
                patch.setCell(file, line, column.name, other);
                const auto library = patch.load();
                ++changed;
                if (library
                    && allAnswers(library.value()->on(QDate(2022, 3, 1)), field) == usual.value(field))
                    unnoticed += u"%1 %2: %3 may be %4"_s.arg(patch.cell(file, line, u"field"_s), column.name,
                                                              before, other);
            }
        }
    }
    qInfo("%d changes by one, %d unnoticed", changed, int(unnoticed.size()));
    QVERIFY2(unnoticed.isEmpty(), qPrintable(unnoticed.join(u"; "_s)));
}

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
