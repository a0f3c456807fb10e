// SPDX-License-Identifier: Apache-2.0
// The three-way merge by the table of an edition: a row for each line of reliability.md B.9, and every cell
// matters. The laws that hold whatever the table says: tst_merge.
#include "model/rulebook/tablespecs.h"
#include "tests/fakes/editionpatch.h"
#include "tests/sync/mergeparts.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

class TestMergeTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

void TestMergeTable::tableRows_data()
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

void TestMergeTable::tableRows()
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
    const Merged merged = Fakes::merged({{base, now}}, now, effect);
    const QJsonArray groups = merged.conflict.value("groups"_L1).toArray();
    QCOMPARE(groups.size(), group.isEmpty() ? 0 : 1);
    QCOMPARE(groups.at(0)["group"_L1].toString(), group);
    QCOMPARE(merged.notes, isNoted ? QStringList{mine} : QStringList());
    if (!group.isEmpty())
        QCOMPARE(merged.conflict.value("revision"_L1).toInt(), now.revision);
    else
        QCOMPARE(merged.effect, effect);
}

void TestMergeTable::laterRows_data()
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
void TestMergeTable::laterRows()
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

void TestMergeTable::aDecisionReplacesWhatWasPlanned()
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

void TestMergeTable::aDeathAfterWhichSomebodyPaidNeedsAPerson()
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

void TestMergeTable::anEditOfWhoDiedMeanwhileIsLate()
{
    const FamilyView base = familyOf(2);
    const QString card = base.members[1].card;
    const FamilyView now = applied(base, {{}, {}, {changeOf(card, u"status"_s, u"MENINGGAL"_s)}});
    const Merged merged
        = Fakes::merged({{base, now}}, now,
                        {{}, {}, {changeOf(card, u"fktp"_s, u"f1"_s), changeOf({}, u"phone"_s, u"p1"_s)}});
    QVERIFY(merged.isLate);
    QVERIFY(merged.conflict.isEmpty());
    QCOMPARE(merged.effect.changes.size(), 1);
    QCOMPARE(merged.effect.changes.first().field, u"phone"_s);
}

void TestMergeTable::aStepThatIsNotKeptCountsAsAChange()
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

void TestMergeTable::everyRowOfTheTableIsAsked()
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
void TestMergeTable::everyCellOfTheTableMatters()
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

QTEST_GUILESS_MAIN(TestMergeTable)
#include "tst_mergetable.moc"
