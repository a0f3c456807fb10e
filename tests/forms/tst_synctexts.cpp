// SPDX-License-Identifier: Apache-2.0
// What a run did is told in words, every number of it.
#include "forms/sync/summarytext.h"
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
};

QTEST_MAIN(TestSyncTexts)
#include "tst_synctexts.moc"
