// SPDX-License-Identifier: Apache-2.0
// Every reason that a centre gives for not taking an envelope has a sentence for the officer.
#include "model/rulebook/codes.h"
#include "model/vault/envelopeheader.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestReceiptCodes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDeskOfACentre()
    {
        QFile source(qEnvironmentVariable("LOKET_TEST_DATA") + u"/../../model/centre/centredesk.cpp"_s);
        QVERIFY(source.open(QIODevice::ReadOnly));
        static const QRegularExpression literal(u"u\"((?:device|submission|envelope)\\.[a-z-]+)\"_s"_s);
        auto found = literal.globalMatch(QString::fromUtf8(source.readAll()));
        int codes = 0;
        for (; found.hasNext(); ++codes) {
            const QString code = found.next().captured(1);
            QVERIFY2(isCode(u"verdict"_s, code), qPrintable(code));
        }
        QVERIFY(codes >= 6);
    }

    void everyFaultOfAnEnvelope()
    {
        for (int fault = 0; !envelopeFaultWord(EnvelopeFault(fault)).isEmpty(); ++fault) {
            const QString code = u"envelope."_s + envelopeFaultWord(EnvelopeFault(fault)).replace(u' ', u'-');
            QVERIFY2(isCode(u"verdict"_s, code), qPrintable(code));
        }
        QVERIFY(!envelopeFaultWord(EnvelopeFault::NotJson).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestReceiptCodes)
#include "tst_receiptcodes.moc"
