// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/modules.h"
#include "model/print/textstyle.h"

#include <QImage>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace Loket {

/// Height in millimetres of a text wrapped to `width` millimetres; 0 for an empty text.
double textHeight(const QString &text, const TextStyle &style, double width);
/// Width in millimetres of a text on one line.
double textWidth(const QString &text, const TextStyle &style);

/// The style in which a text fits `room` (millimetres): smaller on one line down to `oneLine` of its size,
/// then on as many lines as there is room for.
TextStyle fittedStyle(const QString &text, const TextStyle &style, const QSizeF &room, double oneLine);

/// Where a text went. For tests: `used` must lie in `box`, and no two may overlap.
struct PlacedText {
    QString text;
    QRectF box;  ///< the room it was given
    QRectF used; ///< the room it took
    double size = 0;
};

/// Paints one page in millimetres from its upper left corner, the same on every device. Texts are laid out at
/// a resolution of their own, so lines break in the same places on screen, in a PDF and on a printer.
class Canvas
{
public:
    /// `painter` has millimetres as its units. With a null painter nothing is painted, only `placed` is
    /// filled.
    explicit Canvas(QPainter *painter, QList<PlacedText> *placed = nullptr);
    ~Canvas();
    Canvas(const Canvas &) = delete;
    Canvas &operator=(const Canvas &) = delete;

    /// Wraps the text to the width of `box`; it may run below the box (measure with textHeight()).
    void text(const QRectF &box, const QString &text, const TextStyle &style);
    /// Makes the text smaller until it fits `box`, first on one line down to `oneLine` of its size, then on
    /// as many lines as there is room for. It is never cut.
    void fittedText(const QRectF &box, const QString &text, const TextStyle &style, double oneLine = 0.8);
    /// The text on one line, turned by `degrees` around the middle of `box`.
    void turnedText(const QRectF &box, double degrees, const QString &text, const TextStyle &style);

    void fill(const QRectF &area, const QColor &colour, double radius = 0);
    void frame(const QRectF &area, const QColor &colour, double thick, double radius = 0);
    void line(const QPointF &from, const QPointF &to, const QColor &colour, double thick);
    /// Fills `area` with the modules; the quiet zone is the caller's.
    void modules(const QRectF &area, const Modules &modules);
    void image(const QRectF &area, const QImage &image);
    /// A drawing of the resources.
    void drawing(const QRectF &area, const QString &resource);

private:
    QPainter *m_painter;
    QList<PlacedText> *m_placed;
};

} // namespace Loket
