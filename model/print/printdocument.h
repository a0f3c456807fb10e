// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/canvas.h"

#include <QByteArray>
#include <QDateTime>
#include <QImage>
#include <QPointF>
#include <QSizeF>
#include <QString>

namespace Loket {

/// Something that is printed: pages of one size, painted in millimetres. The one painter serves window, PDF,
/// raster and printer. Immutable; needs a QGuiApplication for its fonts.
class PrintDocument
{
public:
    virtual ~PrintDocument();
    /// Title of file and print job: a reference only, nothing personal.
    virtual QString title() const = 0;
    virtual int pageCount() const = 0;
    virtual QSizeF pageSize() const = 0; ///< millimetres
    virtual void paint(Canvas &canvas, int page) const = 0;
};

/// Paints a page on a painter whose units are millimetres.
void paintPage(const PrintDocument &document, int page, QPainter &painter);

/// The page as a picture on white.
QImage rasterPage(const PrintDocument &document, int page, double dotsPerInch = 300);

/// The document as a PDF with embedded fonts, pages of exactly pageSize(), and `created` as its date. What is
/// on the pages moves by `offset` millimetres, for a printer whose page begins elsewhere.
QByteArray pdfOf(const PrintDocument &document, const QDateTime &created, const QPointF &offset = {});

/// Where the texts of a page went, without painting it.
QList<PlacedText> placedTexts(const PrintDocument &document, int page);

} // namespace Loket
