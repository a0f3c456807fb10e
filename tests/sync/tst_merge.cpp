// SPDX-License-Identifier: Apache-2.0
// Laws of the three-way merge on random families. What the table says of each field: tst_mergetable.
// LOKET_MERGES: how many; the nightly run takes 1,000,000.
#include "tests/fakes/seed.h"
#include "tests/sync/mergeparts.h"

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
        const Merged merged = Fakes::merged(triple.steps, triple.now, triple.mine);
        const Merged again = Fakes::merged(triple.steps, triple.now, triple.mine);
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
        const Merged merged = Fakes::merged(triple.steps, triple.now, triple.mine);
        if (!merged.conflict.isEmpty())
            continue;
        const FamilyView once = applied(triple.now, merged.effect);
        const bool isGone = std::any_of(merged.effect.changes.cbegin(), merged.effect.changes.cend(),
                                        [](const FieldChange &one) { return one.field == "left"_L1; });
        if (isGone) // the second time there is nobody whom it could concern
            continue;
        const Merged again = Fakes::merged(triple.steps, once, triple.mine);
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

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
