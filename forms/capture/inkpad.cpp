// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/inkpad.h"

#include "forms/common/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>
#include <QTouchEvent>

#include <algorithm>

namespace Loket {

static constexpr double kThin = 2.4;  ///< a pen that hardly touches, in units of the field
static constexpr double kBroad = 4.2; ///< one pressed hard
static constexpr double kUsual = 0.5; ///< pressure of what has none
static constexpr double kLine = 0.78; ///< of the height: the line to sign on
static constexpr double kLineEdge = 0.05;

InkPad::InkPad(Ink &ink, bool takesPen, QWidget *parent)
    : QWidget(parent)
    , m_ink(ink)
    , m_takesPen(takesPen)
{
    setAttribute(Qt::WA_AcceptTouchEvents, takesPen);
    setAttribute(Qt::WA_OpaquePaintEvent, false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    if (takesPen)
        setCursor(Qt::CrossCursor);
    connect(&ink, &Ink::changed, this, qOverload<>(&QWidget::update));
}

QSize InkPad::sizeHint() const
{
    const int width = Theme::current().px(600);
    return {width, heightForWidth(width)};
}

int InkPad::heightForWidth(int width) const
{
    return qRound(width * Ink::kField.height() / Ink::kField.width());
}

QRectF InkPad::field() const
{
    QRectF area(QPointF(), Ink::kField.scaled(size(), Qt::KeepAspectRatio));
    area.moveCenter(QRectF(rect()).center());
    return area;
}

InkPoint InkPad::inkAt(const QPointF &at, double pressure) const
{
    const QRectF area = field();
    const double scale = Ink::kField.width() / area.width();
    const QPointF inside(std::clamp(at.x(), area.left(), area.right()),
                         std::clamp(at.y(), area.top(), area.bottom()));
    return {(inside - area.topLeft()) * scale, kThin + (kBroad - kThin) * pressure};
}

bool InkPad::event(QEvent *event)
{
    const bool isTouch = event->type() == QEvent::TouchBegin || event->type() == QEvent::TouchUpdate
        || event->type() == QEvent::TouchEnd || event->type() == QEvent::TouchCancel;
    if (!m_takesPen || !isTouch)
        return QWidget::event(event);
    if (event->type() == QEvent::TouchCancel)
        m_finger = kNone;
    // One finger draws; a palm that touches too is not ink.
    for (const QEventPoint &point : static_cast<QTouchEvent *>(event)->points()) {
        if (point.state() == QEventPoint::Pressed && m_finger == kNone) {
            m_finger = point.id();
            m_ink.begin(inkAt(point.position(), kUsual));
        } else if (point.id() != m_finger) {
            continue;
        } else if (point.state() == QEventPoint::Updated) {
            m_ink.extend(inkAt(point.position(), kUsual));
        } else if (point.state() == QEventPoint::Released) {
            m_finger = kNone;
        }
    }
    event->accept();
    return true;
}

void InkPad::mousePressEvent(QMouseEvent *event)
{
    if (m_takesPen && event->button() == Qt::LeftButton)
        m_ink.begin(inkAt(event->position(), kUsual));
}

void InkPad::mouseMoveEvent(QMouseEvent *event)
{
    if (m_takesPen && event->buttons().testFlag(Qt::LeftButton))
        m_ink.extend(inkAt(event->position(), kUsual));
}

void InkPad::tabletEvent(QTabletEvent *event)
{
    if (!m_takesPen)
        return;
    if (event->type() == QEvent::TabletPress)
        m_ink.begin(inkAt(event->position(), event->pressure()));
    else if (event->type() == QEvent::TabletMove && event->pressure() > 0)
        m_ink.extend(inkAt(event->position(), event->pressure()));
    event->accept(); // else Qt makes a mouse event of it, and every line twice
}

void InkPad::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::current().tokens();
    const Tokens &paper = lightTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = field();
    const double corner = Theme::current().px(Metric::kCorner);
    painter.setPen(tokens.line);
    painter.setBrush(paper.surface);
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter.setPen(paper.line);
    const double y = area.top() + area.height() * kLine;
    painter.drawLine(QPointF(area.left() + area.width() * kLineEdge, y),
                     QPointF(area.right() - area.width() * kLineEdge, y));
    if (hasFocus()) {
        painter.setPen(QPen(tokens.primary, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), corner, corner);
    }
    painter.translate(area.topLeft());
    painter.scale(area.width() / Ink::kField.width(), area.height() / Ink::kField.height());
    painter.setPen(paper.text);
    for (const Stroke &stroke : m_ink.strokes())
        paintStroke(painter, stroke);
}

} // namespace Loket
