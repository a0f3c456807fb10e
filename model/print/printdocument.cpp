// SPDX-License-Identifier: Apache-2.0
#include "model/print/printdocument.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace Loket {
namespace PdfBytes {

constexpr int kResolution = 1200;
constexpr double kMmPerInch = 25.4;
constexpr double kPointsPerInch = 72;

/// A number in exactly `width` characters, with as many decimals as there is room for.
static QByteArray numberOfWidth(double value, qsizetype width)
{
    const QByteArray number = QByteArray::number(value, 'f', 9);
    return number.size() >= width ? number.left(width) : number.leftJustified(width, '0');
}

/// Qt rounds a page to whole points. The box has a constant width in the file, so the exact size can take its
/// place without moving anything.
static void setExactPages(QByteArray &pdf, QSizeF millimetres)
{
    const QByteArray key("/MediaBox [0 0 ");
    for (qsizetype at = pdf.indexOf(key); at >= 0; at = pdf.indexOf(key, at + key.size())) {
        const qsizetype first = at + key.size();
        const qsizetype space = pdf.indexOf(' ', first);
        const qsizetype end = pdf.indexOf(']', first);
        if (space < 0 || end < space)
            return;
        const double scale = kPointsPerInch / kMmPerInch;
        pdf.replace(first, space - first, numberOfWidth(millimetres.width() * scale, space - first));
        pdf.replace(space + 1, end - space - 1, numberOfWidth(millimetres.height() * scale, end - space - 1));
    }
}

/// The writer stamps the system's time; the program's clock is asked instead.
static void setCreationDate(QByteArray &pdf, const QDateTime &created)
{
    const QByteArray key("/CreationDate (D:");
    const qsizetype at = pdf.indexOf(key);
    if (at < 0)
        return;
    const qsizetype first = at + key.size();
    const qsizetype end = pdf.indexOf(')', first);
    // "yyyymmddhhmmss" and then "Z" or an offset of hours and minutes.
    const QByteArray stamp = created.toUTC().toString(u"yyyyMMddHHmmss").toLatin1();
    const QByteArray zone = end - first >= stamp.size() + 6 ? QByteArray("+00'00'") : QByteArray("Z");
    if (end - first >= stamp.size() + 1)
        pdf.replace(first, end - first, (stamp + zone).left(end - first).leftJustified(end - first, '\''));
}

} // namespace PdfBytes

PrintDocument::~PrintDocument() = default;

void paintPage(const PrintDocument &document, int page, QPainter &painter)
{
    Canvas canvas(&painter);
    document.paint(canvas, page);
}

QImage rasterPage(const PrintDocument &document, int page, double dotsPerInch)
{
    const double scale = dotsPerInch / PdfBytes::kMmPerInch;
    const QSizeF size = document.pageSize() * scale;
    QImage image(qRound(size.width()), qRound(size.height()), QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(scale * 1000));
    image.setDotsPerMeterY(qRound(scale * 1000));
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintPage(document, page, painter);
    return image;
}

QByteArray pdfOf(const PrintDocument &document, const QDateTime &created, const QPointF &offset)
{
    QByteArray pdf;
    QBuffer buffer(&pdf); // its own bytes: a batch is large
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setCreator(QStringLiteral("Loket"));
        writer.setTitle(document.title());
        writer.setResolution(PdfBytes::kResolution);
        // Portrait even where the page is wider than high: Qt would turn it otherwise.
        const QPageSize size(document.pageSize(), QPageSize::Millimeter, QString(), QPageSize::ExactMatch);
        QPageLayout layout(size, QPageLayout::Portrait, QMarginsF());
        layout.setMode(QPageLayout::FullPageMode);
        writer.setPageLayout(layout);
        QPainter painter(&writer);
        const double scale = PdfBytes::kResolution / PdfBytes::kMmPerInch;
        for (int page = 0; page < document.pageCount(); ++page) {
            if (page > 0)
                writer.newPage();
            painter.resetTransform();
            painter.scale(scale, scale);
            painter.translate(offset);
            paintPage(document, page, painter);
        }
    }
    buffer.close();
    PdfBytes::setExactPages(pdf, document.pageSize());
    PdfBytes::setCreationDate(pdf, created);
    return pdf;
}

QList<PlacedText> placedTexts(const PrintDocument &document, int page)
{
    QList<PlacedText> placed;
    Canvas canvas(nullptr, &placed);
    document.paint(canvas, page);
    return placed;
}

} // namespace Loket
