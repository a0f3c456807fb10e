// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/liveview.h"

#include "forms/capture/cropview.h"
#include "forms/common/theme.h"
#include "model/imaging/crop.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace Loket {

LiveView::LiveView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    retranslate();
}

void LiveView::retranslate()
{
    setAccessibleName(tr("Camera"));
}

void LiveView::show(const QImage &frame)
{
    m_frame = frame;
    m_message.clear();
    setAccessibleDescription({});
    update();
}

void LiveView::showHead(const QRectF &head, QSize frame, bool isGood)
{
    m_head = head.isNull() ? QRectF()
                           : QRectF(head.x() / frame.width(), head.y() / frame.height(),
                                    head.width() / frame.width(), head.height() / frame.height());
    m_isGood = isGood;
    update();
}

void LiveView::clear(const QString &message)
{
    m_frame = {};
    m_head = {};
    m_message = message;
    setAccessibleDescription(message);
    update();
}

QSize LiveView::sizeHint() const
{
    const Theme &theme = Theme::current();
    return {theme.px(440), theme.px(440)};
}

QSize LiveView::minimumSizeHint() const
{
    const Theme &theme = Theme::current();
    return {theme.px(240), theme.px(240)};
}

void LiveView::paintFrame(QPainter &painter) const
{
    const Tokens &tokens = Theme::current().tokens();
    const QRectF room = QRectF(rect()).adjusted(2, 2, -2, -2);
    // As large as it gets: the part that is taken is in the middle, and the sides may go beyond the view.
    const QSizeF size = QSizeF(m_frame.size()).scaled(room.size(), Qt::KeepAspectRatioByExpanding);
    const QRectF area(room.center() - QPointF(size.width() / 2, size.height() / 2), size);
    painter.setClipRect(room);
    painter.drawImage(area, m_frame);

    const QRectF crop = defaultCrop(m_frame.size());
    const double scale = area.width() / m_frame.width();
    const QRectF part(area.topLeft() + crop.topLeft() * scale, crop.size() * scale);
    QPainterPath outside;
    outside.addRect(area);
    outside.addRect(part);
    painter.fillPath(outside, tokens.veil);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.veil, 3)); // a light line on a dark one is seen on every picture
    painter.drawRect(part);
    painter.setPen(QPen(tokens.guide, 1.5));
    painter.drawRect(part);
    if (m_head.isNull()) {
        // Where the head should be.
        painter.setPen(QPen(tokens.guide, 1, Qt::DashLine));
        painter.drawEllipse(QRectF(part.left() + part.width() * kHeadOval.x(),
                                   part.top() + part.height() * kHeadOval.y(),
                                   part.width() * kHeadOval.width(), part.height() * kHeadOval.height()));
        return;
    }
    const QRectF head(area.left() + m_head.x() * area.width(), area.top() + m_head.y() * area.height(),
                      m_head.width() * area.width(), m_head.height() * area.height());
    painter.setPen(QPen(tokens.veil, 5));
    painter.drawEllipse(head);
    // Not by colour alone: a head with something against it has a dashed line.
    painter.setPen(QPen(m_isGood ? tokens.success : tokens.guide, m_isGood ? 3 : 2,
                        m_isGood ? Qt::SolidLine : Qt::DashLine));
    painter.drawEllipse(head);
}

void LiveView::paintEvent(QPaintEvent *)
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
        paintFrame(painter);
        painter.restore();
    } else {
        painter.setPen(tokens.text);
        const int room = theme.px(Metric::kSpace6);
        painter.drawText(rect().adjusted(room, room, -room, -room), Qt::AlignCenter | Qt::TextWordWrap,
                         m_message);
    }
    if (hasFocus()) {
        painter.setPen(QPen(tokens.primary, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Metric::kCorner, Metric::kCorner);
    }
}

void LiveView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Loket
