// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/catalogue.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"

#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

/// What the built-in edition answers.
class TestRulebook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInEditionIsSound()
    {
        const auto library = RulebookLibrary::builtIn();
        QCOMPARE(library->ids(), (QStringList{u"handbook"_s, u"2023-01"_s, u"2024-05"_s, u"2025-02"_s}));
        QCOMPARE(library->on(QDate(1999, 1, 1)).id(), u"handbook"_s);
        QCOMPARE(library->on(QDate(2023, 1, 8)).id(), u"handbook"_s);
        QCOMPARE(library->on(QDate(2023, 1, 9)).id(), u"2023-01"_s);
        QCOMPARE(library->on(QDate(2024, 5, 7)).id(), u"2023-01"_s);
        QCOMPARE(library->on(QDate(2024, 5, 8)).id(), u"2024-05"_s);
        QCOMPARE(library->on(QDate(2025, 1, 31)).id(), u"2024-05"_s);
        QCOMPARE(library->on(QDate(2099, 1, 1)).id(), u"2025-02"_s);
    }

    void firstRowThatFitsAnswersAndIsTraced()
    {
        const auto library = RulebookLibrary::builtIn();
        RuleTrace trace;
        Facts facts = segmentFacts(u"PBPU.MANDIRI"_s);
        facts.insert(u"class"_s, u"3"_s);
        const auto row
            = library->on(QDate(2022, 3, 1)).table(u"rates"_s).first(facts, QDate(2020, 7, 1), &trace);
        QVERIFY(row);
        QCOMPARE(row->number(u"member"_s), 25500);
        QCOMPARE(row->number(u"government"_s), 16500);
        QCOMPARE(trace.rules().size(), 1);
        QVERIFY2(trace.rules().first().file.startsWith(u"handbook/rates.csv:"_s),
                 qPrintable(trace.rules().first().file));
        QCOMPARE(trace.rules().first().source, u"Perpres 64/2020"_s);
    }

    void parametersAreTyped()
    {
        RuleTrace trace;
        const auto library = RulebookLibrary::builtIn();
        QCOMPARE(library->on(QDate(2022, 3, 1)).number(u"first-payment.from-days"_s, &trace), 14);
        QCOMPARE(trace.rules().first().row, u"first-payment.from-days"_s);
    }

    void catalogueKnowsTheRegistration()
    {
        const auto library = RulebookLibrary::builtIn();
        const Service *registration = service(library->on(QDate(2022, 3, 1)), u"REG-PBPU"_s);
        QVERIFY(registration);
        QVERIFY(registration->needsConsent);
        for (const QString &id : registration->fields)
            QVERIFY2(field(library->on(QDate(2022, 3, 1)), id), qPrintable(id));
    }

    void codesHaveBothTexts()
    {
        QVERIFY(isCode(u"problem"_s, u"nik.length"_s));
        QCOMPARE(codeText(u"state"_s, u"queued"_s, u"id"_s), u"Tersimpan"_s);
        QCOMPARE(codeText(u"state"_s, u"no-such"_s, u"id"_s), u"no-such"_s);
    }
};

QTEST_APPLESS_MAIN(TestRulebook)
#include "tst_rulebook.moc"
