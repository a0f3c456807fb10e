// SPDX-License-Identifier: Apache-2.0
#include "app/devices/qtprinter.h"
#include "model/print/carddocument.h"
#include "model/print/receiptdocument.h"
#include "papercheck.h"
#include "printsamples.h"

#include <QFile>
#include <QPrinter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestQtPrinter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPageInItsOwnSize_data()
    {
        QTest::addColumn<bool>("isCard");
        QTest::addColumn<int>("pages");
        QTest::addColumn<QSizeF>("points");
        QTest::newRow("card") << true << 1 << QSizeF(242.65, 153.01);
        QTest::newRow("receipt of three pages") << false << 3 << QSizeF(419.53, 595.28);
    }
    void everyPageInItsOwnSize()
    {
        QFETCH(bool, isCard);
        QFETCH(int, pages);
        QFETCH(QSizeF, points);
        const CardDocument card(PrintSamples::card(), CardStock::Blank);
        const ReceiptDocument receipt(PrintSamples::longReceipt(20), ReceiptPaper::A5);
        const PrintDocument &document = isCard ? static_cast<const PrintDocument &>(card) : receipt;
        QCOMPARE(document.pageCount(), pages);
        QTemporaryDir dir;
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(dir.filePath(u"job.pdf"_s));

        QVERIFY(bool(QtPrinter::printOn(printer, document)));

        QFile file(dir.filePath(u"job.pdf"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pdf = file.readAll();
        const QString info = PaperCheck::toolSays(pdf, u"pdfinfo"_s, {u"FILE"_s});
        const auto size = QRegularExpression(u"Page size:\\s+([0-9.]+) x ([0-9.]+) pts"_s).match(info);
        QVERIFY(qAbs(size.captured(1).toDouble() - points.width())
                <= 0.6); // the queue's driver gets whole points
        QVERIFY(qAbs(size.captured(2).toDouble() - points.height()) <= 0.6);
        QVERIFY(info.contains(QRegularExpression(u"Pages:\\s+%1\\n"_s.arg(pages))));
        if (isCard)
            QCOMPARE(PaperCheck::codeIn(PaperCheck::pageOf(pdf, 300), u"Code128"_s),
                     PrintSamples::card().number);
    }

    void targetThatCantBeOpened()
    {
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(u"/nonexistent/job.pdf"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"QPainter::begin.*"_s));
        QVERIFY(!QtPrinter::printOn(printer, CardDocument(PrintSamples::card(), CardStock::Blank)));
    }

    void printerThatIsNotThere()
    {
        QtPrinter printer;
        std::optional<Outcome<Nothing>> answer;
        printer.print(std::make_shared<CardDocument>(PrintSamples::card(), CardStock::Blank),
                      u"no such queue"_s, [&](Outcome<Nothing> said) { answer = said; });
        QVERIFY(!answer); // later, never inside the call
        QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }));
        QVERIFY(!*answer);
        QCOMPARE(answer->error().kind, FailureKind::Missing);
    }
};

QTEST_MAIN(TestQtPrinter)
#include "tst_qtprinter.moc"
