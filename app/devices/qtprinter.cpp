// SPDX-License-Identifier: Apache-2.0
#include "app/devices/qtprinter.h"

#include "model/print/printdocument.h"

#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QTimer>

namespace Loket {

using namespace Qt::StringLiterals;

static constexpr int kPrinterDots = 300; // card printers and office printers alike; queues default to 1200
static constexpr double kMillimetresToInch = 1 / 25.4;

QList<PrinterInfo> QtPrinter::printers() const
{
    QList<PrinterInfo> list;
    const QString usual = QPrinterInfo::defaultPrinterName();
    for (const QPrinterInfo &printer : QPrinterInfo::availablePrinters()) {
        const QString name = printer.description().isEmpty() ? printer.printerName() : printer.description();
        list.append({printer.printerName(), name, printer.printerName() == usual});
    }
    return list;
}

Outcome<Nothing> QtPrinter::printOn(QPrinter &printer, const PrintDocument &document)
{
    printer.setDocName(document.title()); // a reference only: job titles are seen by everybody
    printer.setResolution(kPrinterDots);
    printer.setFullPage(true);
    const QPageSize size(document.pageSize(), QPageSize::Millimeter, QString(), QPageSize::ExactMatch);
    printer.setPageLayout(QPageLayout(size, QPageLayout::Portrait, QMarginsF()));
    QPainter painter;
    if (!painter.begin(&printer))
        return fail(Failure{FailureKind::Io, u"the printer %1 can't be opened"_s.arg(printer.printerName())});
    const double scale = printer.resolution() * kMillimetresToInch;
    for (int page = 0; page < document.pageCount(); ++page) {
        if (page > 0 && !printer.newPage())
            return fail(Failure{FailureKind::Io, u"the printer gave no new page"_s});
        painter.resetTransform();
        painter.scale(scale, scale);
        paintPage(document, page, painter);
    }
    if (!painter.end() || printer.printerState() == QPrinter::Error)
        return fail(Failure{FailureKind::Io, u"the printer refused the job"_s});
    return Nothing();
}

void QtPrinter::print(std::shared_ptr<const PrintDocument> document, const QString &printerId,
                      std::function<void(Outcome<Nothing>)> done)
{
    // Later, so that the caller has left its own function before it is answered.
    QTimer::singleShot(0, [document = std::move(document), printerId, done = std::move(done)] {
        const QPrinterInfo info = QPrinterInfo::printerInfo(printerId);
        if (info.isNull()) {
            done(fail(Failure{FailureKind::Missing, u"no printer %1"_s.arg(printerId)}));
            return;
        }
        QPrinter printer(info, QPrinter::HighResolution);
        done(printOn(printer, *document));
    });
}

} // namespace Loket
