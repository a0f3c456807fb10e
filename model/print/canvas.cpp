// SPDX-License-Identifier: Apache-2.0
#include "model/print/canvas.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>
#include <QTextLayout>

#include <functional>

#include <map>
#include <memory>

namespace Loket {
namespace Setting {

// Type is laid out in hundredths of a millimetre: fine enough that rounding to whole font units does not
// show.
constexpr double kUnits = 100;
constexpr double kNoLigatures = 0.02; ///< a fiftieth of a unit: nothing that can be seen

static QFont fontOf(const TextStyle &style)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    font.setPixelSize(qMax(1, qRound(style.size * kUnits)));
    font.setBold(style.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    // Letter spacing keeps the type free of ligatures: with them "verifikasi" could not be found in a PDF.
    if (qFuzzyIsNull(style.tracking))
        font.setLetterSpacing(QFont::AbsoluteSpacing, kNoLigatures);
    else
        font.setLetterSpacing(QFont::PercentageSpacing, 100 + style.tracking);
    return font;
}

/// A text broken into lines; all lengths in units.
struct Lines {
    explicit Lines(const QString &text, const TextStyle &style, double width)
        : layout(QString(text).replace(u'\n', QChar::LineSeparator), fontOf(style))
    {
        QTextOption option(style.align);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setUseDesignMetrics(true);
        layout.setTextOption(option);
        layout.setCacheEnabled(true);
        const double step = style.size * style.lead * kUnits;
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            // The type stands in the middle of its line, whatever the font's own ascent is.
            line.setPosition(QPointF(0, height + (step - line.height()) / 2));
            height += step;
            widest = qMax(widest, line.naturalTextWidth());
        }
        layout.endLayout();
    }
    QTextLayout layout;
    double height = 0;
    double widest = 0;
};

static QRectF usedBy(const Lines &lines, const QRectF &box, const TextStyle &style, double top)
{
    const double width = lines.widest / kUnits;
    double left = box.left();
    if (style.align & Qt::AlignRight)
        left = box.right() - width;
    else if (style.align & Qt::AlignHCenter)
        left = box.center().x() - width / 2;
    return {left, top, width, lines.height / kUnits};
}

} // namespace Setting

double textHeight(const QString &text, const TextStyle &style, double width)
{
    if (text.isEmpty())
        return 0;
    return Setting::Lines(text, style, width * Setting::kUnits).height / Setting::kUnits;
}

double textWidth(const QString &text, const TextStyle &style)
{
    return Setting::Lines(text, style, 1e7).widest / Setting::kUnits;
}

TextStyle fittedStyle(const QString &text, const TextStyle &style, const QSizeF &room, double oneLine)
{
    const double natural = textWidth(text, style);
    const double shrink = natural > room.width() ? room.width() / natural * 0.999 : 1;
    const double high = qMin(1.0, room.height() / (style.size * style.lead));
    if (shrink >= oneLine && !text.contains(u'\n'))
        return style.scaled(qMin(shrink, high));
    // A little smaller each time; a text of any length fits in the end.
    TextStyle fitted = style;
    for (double by = 1; by > 0.02; by *= 0.97) {
        fitted = style.scaled(by);
        const Setting::Lines lines(text, fitted, room.width() * Setting::kUnits);
        if (lines.height / Setting::kUnits <= room.height() && lines.widest / Setting::kUnits <= room.width())
            break;
    }
    return fitted;
}

Canvas::Canvas(QPainter *painter, QList<PlacedText> *placed)
    : m_painter(painter)
    , m_placed(placed)
{
    if (!m_painter)
        return;
    m_painter->save();
    m_painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing
                              | QPainter::SmoothPixmapTransform);
}

Canvas::~Canvas()
{
    if (m_painter)
        m_painter->restore();
}

void Canvas::text(const QRectF &box, const QString &text, const TextStyle &style)
{
    if (text.isEmpty())
        return;
    const Setting::Lines lines(text, style, box.width() * Setting::kUnits);
    if (m_placed)
        m_placed->append({text, box, Setting::usedBy(lines, box, style, box.top()), style.size});
    if (!m_painter)
        return;
    m_painter->save();
    m_painter->translate(box.topLeft());
    m_painter->scale(1 / Setting::kUnits, 1 / Setting::kUnits);
    m_painter->setPen(style.colour);
    lines.layout.draw(m_painter, QPointF(0, 0));
    m_painter->restore();
}

void Canvas::fittedText(const QRectF &box, const QString &words, const TextStyle &style, double oneLine)
{
    if (!words.isEmpty())
        text(box, words, fittedStyle(words, style, box.size(), oneLine));
}

void Canvas::turnedText(const QRectF &box, double degrees, const QString &words, const TextStyle &style)
{
    if (!m_painter)
        return;
    m_painter->save();
    m_painter->translate(box.center());
    m_painter->rotate(degrees);
    const double width = textWidth(words, style) + 1;
    const double height = style.size * style.lead;
    TextStyle centred = style;
    centred.align = Qt::AlignHCenter;
    QList<PlacedText> *placed = std::exchange(m_placed, nullptr); // a watermark lies under other texts
    text(QRectF(-width / 2, -height / 2, width, height), words, centred);
    m_placed = placed;
    m_painter->restore();
}

void Canvas::fill(const QRectF &area, const QColor &colour, double radius)
{
    if (!m_painter)
        return;
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(colour);
    m_painter->drawRoundedRect(area, radius, radius);
}

void Canvas::frame(const QRectF &area, const QColor &colour, double thick, double radius)
{
    if (!m_painter)
        return;
    m_painter->setPen(QPen(colour, thick));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawRoundedRect(area, radius, radius);
}

void Canvas::line(const QPointF &from, const QPointF &to, const QColor &colour, double thick)
{
    if (!m_painter)
        return;
    m_painter->setPen(QPen(colour, thick, Qt::SolidLine, Qt::FlatCap));
    m_painter->drawLine(from, to);
}

void Canvas::modules(const QRectF &area, const Modules &modules)
{
    if (!m_painter || modules.columns == 0)
        return;
    const double wide = area.width() / modules.columns;
    const double high = area.height() / modules.rows;
    QPainterPath path; // one path: no hairlines between neighbours
    path.setFillRule(Qt::WindingFill);
    for (int row = 0; row < modules.rows; ++row) {
        for (int column = 0; column < modules.columns; ++column) {
            int end = column;
            while (end < modules.columns && modules.isDark(end, row))
                ++end;
            if (end == column)
                continue;
            path.addRect(area.left() + column * wide, area.top() + row * high, (end - column) * wide, high);
            column = end;
        }
    }
    m_painter->fillPath(path, Qt::black);
}

void Canvas::image(const QRectF &area, const QImage &image)
{
    if (m_painter && !image.isNull())
        m_painter->drawImage(area, image);
}

void Canvas::drawing(const QRectF &area, const QString &resource)
{
    if (!m_painter)
        return;
    // Read once a thread: a batch paints the same ground on every card.
    thread_local std::map<QString, std::unique_ptr<QSvgRenderer>> kept;
    std::unique_ptr<QSvgRenderer> &renderer = kept[resource];
    if (!renderer)
        renderer = std::make_unique<QSvgRenderer>(resource);
    Q_ASSERT(renderer->isValid());
    renderer->render(m_painter, area);
}

} // namespace Loket
