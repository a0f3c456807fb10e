// SPDX-License-Identifier: Apache-2.0
#include "casecorpus.h"

#include "model/rulebook/rulebook.h"
#include "model/services/effects.h"
#include "model/store/familyjson.h"
#include "tests/fakes/editionfile.h"

#include <QJsonArray>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

const MemberView *memberOf(const FamilyView &family, const QString &card)
{
    for (const MemberView &one : family.members) {
        if (one.card == card)
            return &one;
    }
    return nullptr;
}

/// The value of a field in the form of the centre's feed.
QString valueIn(const FamilyView &family, const QString &card, const QString &field)
{
    const MemberView *member = card.isEmpty() ? nullptr : memberOf(family, card);
    if (field == "left"_L1)
        return member ? u"no"_s : u"yes"_s;
    QJsonValue value = familyToJson(family);
    if (member)
        value = value["members"_L1].toArray().at(member->position);
    for (const QString &key : field.split(u'.'))
        value = value[key];
    return value.toVariant().toString();
}

} // namespace

/// What a case makes of its family: each row of effects.csv, and that nothing else changes.
class TestEffects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeTakesHold_data();
    void everyChangeTakesHold();
    void everyRowIsUsed();
    void aNewHeadComesFirst_data();
    void aNewHeadComesFirst();
    void whoHasNoCardKeepsEveryChange_data();
    void whoHasNoCardKeepsEveryChange();
    void aDismissalGivesTheClassOfTheParameter();
    void aNewMemberIsAdded();

private:
    const CorpusCase &named(const QString &name) const
    {
        for (const CorpusCase &one : m_corpus.cases()) {
            if (one.name == name)
                return one;
        }
        qFatal("%s: no such case", qPrintable(name));
    }
    FamilyView knownOf(const CorpusCase &one) const
    {
        return *familyFromJson(one.world.value("family"_L1).toObject());
    }
    /// The family once the case is decided: what has no day yet is in force, the rest scheduled.
    FamilyView decided(const CorpusCase &one) const
    {
        FamilyView family = knownOf(one);
        for (const FieldChange &change : m_corpus.effect(one, *m_library).changes) {
            if (change.effective.isValid())
                family.scheduled += change;
            else if (!applyChange(family, change))
                qFatal("%s: %s", qPrintable(one.name), qPrintable(CaseCorpus::changeLine(change)));
        }
        return family;
    }

    CaseCorpus m_corpus;
    std::shared_ptr<const RulebookLibrary> m_library = RulebookLibrary::builtIn();
};

void TestEffects::everyChangeTakesHold_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(m_corpus.cases().size()); ++i) {
        const CorpusCase &one = m_corpus.cases()[size_t(i)];
        if (!one.expected.value("changes"_L1).toArray().isEmpty())
            QTest::newRow(qPrintable(one.name)) << i;
    }
}

/// A change with a day holds from that day and not the day before; one without at once.
void TestEffects::everyChangeTakesHold()
{
    QFETCH(int, index);
    const CorpusCase &one = m_corpus.cases()[size_t(index)];
    const FamilyView before = knownOf(one);
    const FamilyView family = decided(one);
    const QList<FieldChange> changes = m_corpus.effect(one, *m_library).changes;
    QVERIFY(!changes.isEmpty());
    for (const FieldChange &change : changes) {
        const auto found = std::find_if(
            before.members.cbegin(), before.members.cend(),
            [&change](const MemberView &member) { return memberKey(member) == change.member; });
        QVERIFY2(change.member.isEmpty() || found != before.members.cend(), qPrintable(change.member));
        if (!change.member.isEmpty() && found->card.isEmpty())
            continue; // whoHasNoCardKeepsEveryChange()
        const QByteArray line = CaseCorpus::changeLine(change).toUtf8();
        if (!change.effective.isValid()) {
            QVERIFY2(valueIn(family, change.member, change.field) == change.value, line);
            continue;
        }
        const FamilyView dayBefore = asOf(family, change.effective.addDays(-1));
        const FamilyView onTheDay = asOf(family, change.effective);
        QVERIFY2(valueIn(onTheDay, change.member, change.field) == change.value, line);
        QVERIFY2(valueIn(dayBefore, change.member, change.field)
                     == valueIn(before, change.member, change.field),
                 line);
        QVERIFY2(dayBefore.scheduled.contains(change) && !onTheDay.scheduled.contains(change), line);
        if (change.field == "fktp"_L1)
            QVERIFY2(memberOf(onTheDay, change.member)->fktpSince == change.effective, line);
        if (change.field == "class"_L1)
            QVERIFY2(onTheDay.classSince == change.effective, line);
        if (change.field == "segment"_L1)
            QVERIFY2(onTheDay.segmentSince == change.effective, line);
    }
    // Once more: the same case on a family that has it already changes nothing.
    FamilyView again = asOf(family, QDate(9999, 1, 1));
    const FamilyView once = again;
    for (const FieldChange &change : changes) {
        if (change.field != "left"_L1 && change.member.isEmpty())
            applyChange(again, change);
    }
    QCOMPARE(again, once);
}

void TestEffects::everyRowIsUsed()
{
    QSet<QString> used;
    for (const CorpusCase &one : m_corpus.cases()) {
        if (!one.expected.contains("changes"_L1) && !one.expected.contains("registered"_L1))
            continue;
        RuleTrace trace;
        (void)m_corpus.effect(one, *m_library, &trace);
        for (const FiredRule &rule : trace.rules())
            used.insert(rule.file);
    }
    const EditionFile file(u"handbook/effects.csv"_s);
    QStringList silent;
    for (const CsvRow &row : file.rows()) {
        const QString id = u"%1:%2"_s.arg(file.name()).arg(row.line);
        if (!used.contains(id))
            silent += id;
    }
    qInfo("rows of effects.csv that change something: %d of %d", int(file.rows().size() - silent.size()),
          int(file.rows().size()));
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u", "_s)));
}

void TestEffects::aNewHeadComesFirst_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("relations");
    QTest::addColumn<QString>("statusOfBefore");
    QTest::newRow("died") << u"FAM-HEAD"_s << QStringList{u"head"_s, u"husband"_s, u"child"_s, u"child"_s}
                          << u"MENINGGAL"_s;
    QTest::newRow("divorced") << u"FAM-HEAD: divorced"_s << QStringList{u"head"_s, u"child"_s, u"child"_s}
                              << QString();
    QTest::newRow("moved") << u"FAM-HEAD: moved"_s
                           << QStringList{u"head"_s, u"husband"_s, u"child"_s, u"child"_s} << u"AKTIF"_s;
    QTest::newRow("split") << u"FAM-HEAD: split"_s << QStringList{u"head"_s, u"husband"_s} << u"AKTIF"_s;
}

/// There is one head, in the first place; the VA is that of the new one from the next month on.
void TestEffects::aNewHeadComesFirst()
{
    QFETCH(QString, name);
    QFETCH(QStringList, relations);
    QFETCH(QString, statusOfBefore);
    const CorpusCase &one = named(name);
    const FamilyView before = knownOf(one);
    const FamilyView family = decided(one);
    QStringList found;
    for (qsizetype i = 0; i < family.members.size(); ++i) {
        found += family.members.at(i).relation;
        QCOMPARE(family.members.at(i).position, int(i));
    }
    QCOMPARE(found, relations);
    QCOMPARE(family.members.first().card, before.members.at(1).card);
    const MemberView *old = memberOf(family, before.members.first().card);
    QCOMPARE(old ? old->status : QString(), statusOfBefore);
    QCOMPARE(family.va, before.va);
    QCOMPARE(asOf(family, QDate(2022, 3, 31)).va, before.va);
    QCOMPARE(asOf(family, QDate(2022, 4, 1)).va.right(11), before.members.at(1).card.right(11));
}

void TestEffects::whoHasNoCardKeepsEveryChange_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("nik");
    QTest::addColumn<QString>("changed");
    QTest::newRow("named by the name")
        << u"CHG-KEPENDUDUKAN: the first NIK of a baby"_s << u"3174015002229999"_s << u"RATNA HARTONO"_s;
    QTest::newRow("named by the NIK") << u"CHG-KEPENDUDUKAN: the NIK of somebody without a card"_s
                                      << u"3174010109159999"_s << u"AGUS HARTONO PUTRA"_s;
}

/// NIK or name are what they are named by, so each change must still find them after the other.
void TestEffects::whoHasNoCardKeepsEveryChange()
{
    QFETCH(QString, name);
    QFETCH(QString, nik);
    QFETCH(QString, changed);
    const FamilyView family = decided(named(name));
    const MemberView *member = memberOf(family, {});
    QVERIFY(member);
    QCOMPARE(member->nik, nik);
    QCOMPARE(member->name, changed);
}

void TestEffects::aDismissalGivesTheClassOfTheParameter()
{
    const CorpusCase &one = named(u"PHK"_s);
    const FamilyView family = decided(one);
    QCOMPARE(family.careClass, 1);
    QCOMPARE(asOf(family, QDate(2022, 2, 13)).careClass, 1);
    QCOMPARE(asOf(family, QDate(2022, 2, 14)).careClass, 3);
    const EditionFile file(u"handbook/parameters.csv"_s);
    for (const CsvRow &row : file.rows()) {
        if (file.cell(row, u"name"_s) != "phk.class"_L1)
            continue;
        const auto other = m_library->with(file.name(), file.with(row, u"value"_s, u"2"_s));
        QVERIFY(other);
        QCOMPARE(CaseCorpus::changeLine(m_corpus.effect(one, *other.value()).changes.first()),
                 u"class=2 2022-02-14"_s);
    }
}

/// A new member comes after the others, with the facility since today.
void TestEffects::aNewMemberIsAdded()
{
    for (const QString &name : {u"NEWBORN"_s, u"FAM-ADD"_s}) {
        const CorpusCase &one = named(name);
        const FamilyEffect effect = m_corpus.effect(one, *m_library);
        QVERIFY(!effect.registered);
        QCOMPARE(effect.added.size(), 1);
        const MemberView &added = effect.added.first();
        QCOMPARE(added.position, int(knownOf(one).members.size()));
        QCOMPARE(added.fktpSince, QDate(2022, 3, 1));
        QCOMPARE(added.status, u"CALON"_s);
        QCOMPARE(added.name, name == "NEWBORN"_L1 ? u"BAYI NY SRI"_s : u"SITI RAHAYU"_s);
    }
    const FamilyEffect registered = m_corpus.effect(named(u"REG-PPUBU"_s), *m_library);
    QVERIFY(registered.registered && registered.added.isEmpty() && registered.changes.isEmpty());
    QCOMPARE(registered.registered->members.size(), 3);
    QCOMPARE(registered.registered->wage, 5000000);
    QCOMPARE(registered.registered->employer, u"PT CONTOH SEJAHTERA"_s);
    QVERIFY(!registered.registered->members.first().isPending);
}

QTEST_APPLESS_MAIN(TestEffects)
#include "tst_effects.moc"
