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
        for (const QString &kind : {u"answer"_s, u"verdict"_s}) {
            for (const QString &code : codesOf(kind)) {
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
