// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/pictureview.h"

#include "forms/common/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace Loket {

/// In shares of the 3:4 part: three quarters of the height, in the middle.
static constexpr QRectF kHeadOval{0.22, 0.125, 0.56, 0.75};

PictureView::PictureView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void PictureView::setHint(const QString &hint)
{
    m_hint = hint;
    update();
}

QSize PictureView::sizeHint() const
{
    const Theme &theme = Theme::current();
    return {theme.px(440), theme.px(440)};
}

QSize PictureView::minimumSizeHint() const
{
    const Theme &theme = Theme::current();
    return {theme.px(240), theme.px(240)};
}

QRectF PictureView::areaOf(QSizeF picture, double edge, Qt::AspectRatioMode mode) const
{
    const QRectF room = QRectF(rect()).adjusted(edge, edge, -edge, -edge);
    QRectF area(QPointF(), picture.scaled(room.size(), mode));
    area.moveCenter(room.center());
    return area;
}

void PictureView::paintPart(QPainter &painter, const QRectF &area, const QPolygonF &part)
{
    const Tokens &tokens = Theme::current().tokens();
    QPainterPath outside;
    outside.addRect(area);
    outside.addPolygon(part);
    outside.closeSubpath();
    painter.fillPath(outside, tokens.veil);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.veil, 3)); // a light line on a dark one
    painter.drawPolygon(part);
    painter.setPen(QPen(tokens.guide, 1.5));
    painter.drawPolygon(part);
}

void PictureView::paintHeadOval(QPainter &painter, const QRectF &part)
{
    painter.setPen(QPen(Theme::current().tokens().guide, 1, Qt::DashLine));
    painter.drawEllipse(QRectF(part.left() + part.width() * kHeadOval.x(),
                               part.top() + part.height() * kHeadOval.y(), part.width() * kHeadOval.width(),
                               part.height() * kHeadOval.height()));
}

std::optional<QPointF> PictureView::arrowStep(int key, double step)
{
    switch (key) {
    case Qt::Key_Left:
        return QPointF(-step, 0);
    case Qt::Key_Right:
        return QPointF(step, 0);
    case Qt::Key_Up:
        return QPointF(0, -step);
    case Qt::Key_Down:
        return QPointF(0, step);
    default:
        return std::nullopt;
    }
}

void PictureView::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const Tokens &tokens = theme.tokens();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(QPen(tokens.line, 1, hasPicture() ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(tokens.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), Metric::kCorner, Metric::kCorner);
    if (hasPicture()) {
        painter.save();
        paintPicture(painter);
        painter.restore();
    } else {
        painter.setPen(tokens.text);
        const int room = theme.px(Metric::kSpace6);
        painter.drawText(rect().adjusted(room, room, -room, -room), Qt::AlignCenter | Qt::TextWordWrap,
                         m_hint);
    }
    if (hasFocus()) {
        painter.setPen(QPen(tokens.primary, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Metric::kCorner, Metric::kCorner);
    }
}

void PictureView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Loket
