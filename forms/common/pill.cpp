// SPDX-License-Identifier: Apache-2.0
#include "forms/common/pill.h"

#include "forms/common/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace Loket {

namespace {

QFont pillFont(Tone tone)
{
    QFont font = Theme::current().font(Type::Small);
    if (tone == Tone::Neutral)
        font.setWeight(QFont::Medium);
    return font;
}

int symbolRoom(Tone tone, bool symbol)
{
    return symbol && tone != Tone::Neutral ? Theme::current().px(Metric::kSpace3) : 0;
}

void paintSymbol(QPainter &painter, const QRectF &box, Tone tone)
{
    QPainterPath path;
    switch (tone) {
    case Tone::Ok:
        path.addEllipse(box);
        break;
    case Tone::Warning:
        path.moveTo(box.center().x(), box.top());
        path.lineTo(box.bottomRight());
        path.lineTo(box.bottomLeft());
        path.closeSubpath();
        break;
    case Tone::Danger:
        path.addRect(box);
        break;
    case Tone::Info:
        path.moveTo(box.center().x(), box.top());
        path.lineTo(box.right(), box.center().y());
        path.lineTo(box.center().x(), box.bottom());
        path.lineTo(box.left(), box.center().y());
        path.closeSubpath();
        break;
    case Tone::Neutral:
        return;
    }
    painter.fillPath(path, painter.pen().color());
}

} // namespace

Pill::Pill(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

Pill::Pill(const QString &text, Tone tone, QWidget *parent)
    : Pill(parent)
{
    set(text, tone);
}

void Pill::set(const QString &text, Tone tone)
{
    if (text == m_text && tone == m_tone)
        return;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Pill::setSymbolVisible(bool visible)
{
    m_symbol = visible;
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return sizeOf(m_text, m_tone, m_symbol);
}

QSize Pill::sizeOf(const QString &text, Tone tone, bool symbol)
{
    const Theme &theme = Theme::current();
    const QFontMetricsF metrics(pillFont(tone));
    const int height = qMax(theme.px(Metric::kPill), int(metrics.height()) + 2);
    return {int(std::ceil(metrics.horizontalAdvance(text))) + 1 + 2 * theme.px(Metric::kSpace2)
                + symbolRoom(tone, symbol),
            height};
}

QRect Pill::paint(QPainter &painter, const QRect &cell, const QString &text, Tone tone, bool symbol)
{
    const Theme &theme = Theme::current();
    const Tokens &tokens = theme.tokens();
    const QSize wanted = sizeOf(text, tone, symbol);
    const QRect box(cell.left(), cell.top() + (cell.height() - wanted.height()) / 2,
                    qMin(wanted.width(), cell.width()), wanted.height());

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.toneSoft(tone));
    painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
    painter.setPen(tokens.tone(tone));

    const int room = symbolRoom(tone, symbol);
    QRect words = box.adjusted(theme.px(Metric::kSpace2), 0, -theme.px(Metric::kSpace2), 0);
    if (room > 0) {
        const qreal side = theme.px(Metric::kSpace2);
        paintSymbol(painter, QRectF(words.left(), box.top() + (box.height() - side) / 2.0, side, side), tone);
        words.setLeft(words.left() + room);
    }
    painter.setFont(pillFont(tone));
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    painter.restore();
    return box;
}

void Pill::paintEvent(QPaintEvent *)
{
    if (m_text.isEmpty())
        return;
    QPainter painter(this);
    paint(painter, rect(), m_text, m_tone, m_symbol);
}

} // namespace Loket
