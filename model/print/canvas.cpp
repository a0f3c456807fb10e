// SPDX-License-Identifier: Apache-2.0
#include "model/print/canvas.h"

#include <QCache>
#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>
#include <QTextLayout>
#include <QThread>

#include <cmath>
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
    Lines(const QString &text, const TextStyle &style, double width)
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
            advance = qMax(advance, line.horizontalAdvance());
        }
        layout.endLayout();
    }
    QTextLayout layout;
    double height = 0;
    double widest = 0;
    double advance = 0;
};

/// What decides how a text breaks into lines.
struct LinesKey {
    QString text;
    double size, lead, tracking, width;
    bool bold;
    Qt::Alignment align;
    friend bool operator==(const LinesKey &, const LinesKey &) = default;
    friend size_t qHash(const LinesKey &key, size_t seed) noexcept
    {
        return qHashMulti(seed, key.text, key.size, key.tracking, key.width, key.bold);
    }
};

constexpr int kKeptTexts = 256;
using Kept = QCache<LinesKey, std::shared_ptr<Lines>>;

/// A text is measured before it is painted, and labels return on every card of a batch: shaping them once is
/// what makes a batch fast. One a thread; the window's thread lets go of its fonts before they go.
static Kept &kept()
{
    thread_local Kept cache(kKeptTexts);
    thread_local const bool isWatched = [] {
        if (QThread::currentThread() == qApp->thread())
            qAddPostRoutine([] { kept().clear(); });
        return true;
    }();
    Q_UNUSED(isWatched)
    return cache;
}

static LinesKey keyOf(const QString &text, const TextStyle &style, double width)
{
    return {text, style.size, style.lead, style.tracking, width, style.bold, style.align};
}

static std::shared_ptr<Lines> broken(const QString &text, const TextStyle &style, double width)
{
    const LinesKey key = keyOf(text, style, width);
    if (const std::shared_ptr<Lines> *known = kept().object(key))
        return *known;
    auto lines = std::make_shared<Lines>(text, style, width);
    kept().insert(key, new std::shared_ptr<Lines>(lines));
    return lines;
}

/// On one line however long it is (on as many as it has line feeds), flush left.
static std::shared_ptr<Lines> unbroken(const QString &text, const TextStyle &style)
{
    TextStyle flush = style;
    flush.align = Qt::AlignLeft;
    return broken(text, flush, 1e7);
}

/// A text as it stands in a box: its lines and how far they stand from its left edge.
struct Placing {
    std::shared_ptr<Lines> lines;
    double left = 0;
};

static Placing placing(const QString &text, const TextStyle &style, double width)
{
    if (text.contains(u'\n') || kept().contains(keyOf(text, style, width)))
        return {broken(text, style, width), 0};
    const auto line = unbroken(text, style);
    if (line->widest > width)
        return {broken(text, style, width), 0};
    const double spare = width - line->advance;
    const double left = style.align & Qt::AlignRight ? spare : style.align & Qt::AlignHCenter ? spare / 2 : 0;
    return {line, left};
}

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
    return Setting::placing(text, style, width * Setting::kUnits).lines->height / Setting::kUnits;
}

double textWidth(const QString &text, const TextStyle &style)
{
    return Setting::unbroken(text, style)->widest / Setting::kUnits;
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
        // It can't stand on fewer lines than its length fills: too many need no layout.
        const double fewest = qMax(1.0, std::ceil(natural * by * 0.98 / room.width()));
        if (fewest * fitted.size * fitted.lead > room.height())
            continue;
        const auto lines = Setting::broken(text, fitted, room.width() * Setting::kUnits);
        if (lines->height / Setting::kUnits <= room.height()
            && lines->widest / Setting::kUnits <= room.width())
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
    const Setting::Placing placing = Setting::placing(text, style, box.width() * Setting::kUnits);
    if (m_placed)
        m_placed->append({text, box, Setting::usedBy(*placing.lines, box, style, box.top()), style.size});
    if (!m_painter)
        return;
    m_painter->save();
    m_painter->translate(box.topLeft());
    m_painter->scale(1 / Setting::kUnits, 1 / Setting::kUnits);
    m_painter->setPen(style.colour);
    placing.lines->layout.draw(m_painter, QPointF(placing.left, 0));
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
