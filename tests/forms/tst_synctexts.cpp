// SPDX-License-Identifier: Apache-2.0
// What a run did is told in words, every number of it.
#include "forms/common/language.h"
#include "forms/common/texts.h"
#include "forms/sync/deliverytext.h"
#include "forms/sync/summarytext.h"
#include "model/rulebook/codes.h"
#include "model/sync/syncengine.h"

#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

static OutboxLine waitingLine()
{
    OutboxLine line{{CaseId(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
                     CaseState::Queued,
                     {},
                     {},
                     {},
                     0,
                     {},
                     {},
                     {},
                     {},
                     0},
                    {}};
    return line;
}

class TestSyncTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCountIsTold_data()
    {
        QTest::addColumn<QString>("count");
        for (const auto &count :
             {u"sent"_s, u"accepted"_s, u"accepted-changed"_s, u"needs-correction"_s, u"rejected"_s,
              u"conflict"_s, u"parked"_s, u"families"_s, u"numbers"_s, u"attachments"_s, u"errors"_s})
            QTest::newRow(qPrintable(count)) << count;
    }
    void everyCountIsTold()
    {
        QFETCH(QString, count);
        SyncSummary summary;
        const QString nothing = syncSummaryText(summary);
        summary.counts.insert(count, 7);
        QVERIFY(syncSummaryText(summary) != nothing);
        QVERIFY(syncSummaryText(summary).contains(u'7'));
    }

    /// One is not told as many, in the language that tells them apart.
    void oneIsNotMany_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("many");
        QTest::newRow("families") << u"families"_s << u"1 family renewed"_s << u"1,200 families renewed"_s;
        QTest::newRow("numbers") << u"numbers"_s << u"1 card number received"_s
                                 << u"1,200 card numbers received"_s;
        QTest::newRow("pictures") << u"attachments"_s << u"1 picture sent"_s << u"1,200 pictures sent"_s;
        QTest::newRow("errors") << u"errors"_s << u"1 error"_s << u"1,200 errors"_s;
        QTest::newRow("sent") << u"sent"_s << u"1 sent"_s << u"1,200 sent"_s;
    }
    void oneIsNotMany()
    {
        QFETCH(QString, kind);
        QFETCH(QString, one);
        QFETCH(QString, many);
        Language language;
        language.set(u"en"_s);
        SyncSummary summary;
        summary.counts.insert(kind, 1);
        QCOMPARE(syncSummaryText(summary), one);
        summary.counts.insert(kind, 1200);
        QCOMPARE(syncSummaryText(summary), many);
        language.set(u"id"_s);
        QVERIFY(syncSummaryText(summary).startsWith(u"1.200 "_s));
        QVERIFY(!syncSummaryText(summary).contains(u'('));
    }

    void aBatchThatWasRefusedIsNotSilence()
    {
        OutboxLine line = waitingLine();
        line.delivery.lastError = u"batch.refused"_s;
        const QString refused = deliveryErrorText(line);
        line.delivery.lastError = u"link.no-answer"_s;
        const QString silence = deliveryErrorText(line);
        QVERIFY(refused != silence);
        for (const QString &words : {refused, silence})
            QVERIFY2(!words.contains(u"batch."_s) && !words.contains(u"link."_s), qPrintable(words));
    }

    void aReasonOfTheCentreIsTold_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, FailureKind kind, const QString &detail, const QString &words) {
            QTest::newRow(name) << int(kind) << detail << words + u'.';
        };
        const auto text = [](const QString &kind, const QString &code) {
            return codeText(kind, code, currentLanguage());
        };
        row("frozen", FailureKind::Denied, u"device.frozen"_s, text(u"verdict"_s, u"device.frozen"_s));
        row("a code that was used", FailureKind::Denied, u"enrol.code-used"_s,
            text(u"answer"_s, u"enrol.code-used"_s));
        row("restored", FailureKind::Gone, u"epoch.other"_s, text(u"answer"_s, u"epoch.other"_s));
        row("with the place", FailureKind::BadInput, u"body.form: receipts[0].kind"_s,
            text(u"answer"_s, u"body.form"_s));
        row("of the engine itself", FailureKind::BadInput, u"ca.empty: the authority's file is empty"_s,
            text(u"fault"_s, u"ca.empty"_s));
        // English for support is never shown to an officer.
        QTest::newRow("without words") << int(FailureKind::BadInput) << u"a plain sentence"_s
                                       << failureText({FailureKind::BadInput, {}});
        // What the disk says is never taken for an answer of the centre.
        QTest::newRow("of the disk") << int(FailureKind::Full) << u"later"_s
                                     << failureText({FailureKind::Full, {}});
        QTest::newRow("not known") << int(FailureKind::Denied) << u"moon.full"_s
                                   << failureText({FailureKind::Denied, {}});
    }
    void aReasonOfTheCentreIsTold()
    {
        QFETCH(int, kind);
        QFETCH(QString, detail);
        QFETCH(QString, words);
        QCOMPARE(failureText({FailureKind(kind), detail}), words);
    }

    /// The case that waits says why, not with the code.
    void aRefusedCaseSaysWhy()
    {
        for (const QString &kind : {u"answer"_s, u"verdict"_s, u"fault"_s}) {
            for (const QString &code : codesOf(kind)) {
                OutboxLine line = waitingLine();
                line.delivery.lastError = code;
                QVERIFY2(deliveryErrorText(line).startsWith(codeText(kind, code, currentLanguage())),
                         qPrintable(code));
                line.delivery.lastError += u": which field"_s;
                QVERIFY2(!deliveryErrorText(line).contains("which field"_L1), qPrintable(code));
            }
        }
    }
};

QTEST_MAIN(TestSyncTexts)
#include "tst_synctexts.moc"
