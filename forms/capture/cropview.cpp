// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/cropview.h"

#include "forms/common/theme.h"
#include "model/imaging/crop.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <cmath>

namespace Loket {

static constexpr double kZoomStep = 1.1;
static constexpr double kMoveStep = 0.02; // of the crop's height
static constexpr double kFarStep = 0.1;

CropView::CropView(QWidget *parent)
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

void CropView::retranslate()
{
    setAccessibleName(tr("Part of the picture"));
    setAccessibleDescription(tr("Arrow keys move the part, + and - zoom, Home brings it to the middle"));
}

void CropView::setPicture(const Picture &picture)
{
    m_picture = picture;
    m_crop = m_start = defaultCrop(picture.size);
    m_dragFrom.reset();
    setCursor(Qt::OpenHandCursor);
    update();
    Q_EMIT cropChanged();
}

void CropView::propose(const QRectF &crop)
{
    if (!m_picture)
        return;
    const bool isUntouched = m_crop == m_start && !m_dragFrom;
    m_start = fittedCrop(crop, m_picture->size);
    if (isUntouched)
        setCrop(m_start);
}

void CropView::setHint(const QString &hint)
{
    m_hint = hint;
    update();
}

QSize CropView::sizeHint() const
{
    const Theme &theme = Theme::current();
    return {theme.px(440), theme.px(440)};
}

QSize CropView::minimumSizeHint() const
{
    const Theme &theme = Theme::current();
    return {theme.px(240), theme.px(240)};
}

QRectF CropView::shownArea() const
{
    const QRectF room = QRectF(rect()).adjusted(2, 2, -2, -2);
    const QSizeF size = QSizeF(m_picture->size).scaled(room.size(), Qt::KeepAspectRatio);
    return {room.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

double CropView::scale() const
{
    return shownArea().width() / m_picture->size.width();
}

QPointF CropView::toPicture(const QPointF &position) const
{
    return (position - shownArea().topLeft()) / scale();
}

QRectF CropView::toWidget(const QRectF &part) const
{
    return {shownArea().topLeft() + part.topLeft() * scale(), part.size() * scale()};
}

void CropView::setCrop(const QRectF &crop)
{
    if (crop == m_crop)
        return;
    m_crop = crop;
    update();
    Q_EMIT cropChanged();
}

void CropView::zoomBy(double factor, const QPointF &about)
{
    if (m_picture)
        setCrop(zoomedCrop(m_crop, factor, about, m_picture->size));
}

void CropView::zoomIn()
{
    zoomBy(kZoomStep, m_crop.center());
}

void CropView::zoomOut()
{
    zoomBy(1 / kZoomStep, m_crop.center());
}

void CropView::centre()
{
    if (m_picture)
        setCrop(m_start);
}

void CropView::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const Tokens &tokens = theme.tokens();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(QPen(tokens.line, 1, m_picture ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(tokens.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), Metric::kCorner, Metric::kCorner);
    if (m_picture) {
        paintPicture(painter);
    } else {
        painter.setPen(tokens.muted);
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

void CropView::paintPicture(QPainter &painter) const
{
    const QRectF area = shownArea();
    const QRectF part = toWidget(m_crop);
    painter.drawImage(area, m_picture->preview);
    QPainterPath outside;
    outside.addRect(area);
    outside.addRect(part);
    painter.fillPath(outside, Theme::current().tokens().veil);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(Theme::current().tokens().veil, 3)); // a light line on a dark one is seen on every picture
    painter.drawRect(part);
    painter.setPen(QPen(Theme::current().tokens().guide, 1.5));
    painter.drawRect(part);
    // Where the head should be.
    painter.setPen(QPen(Theme::current().tokens().guide, 1, Qt::DashLine));
    painter.drawEllipse(QRectF(part.left() + part.width() * kHeadOval.x(),
                               part.top() + part.height() * kHeadOval.y(), part.width() * kHeadOval.width(),
                               part.height() * kHeadOval.height()));
}

bool CropView::moveByKey(int key, bool far)
{
    const double step = m_crop.height() * (far ? kFarStep : kMoveStep);
    QPointF by;
    switch (key) {
    case Qt::Key_Left:
        by = {-step, 0};
        break;
    case Qt::Key_Right:
        by = {step, 0};
        break;
    case Qt::Key_Up:
        by = {0, -step};
        break;
    case Qt::Key_Down:
        by = {0, step};
        break;
    default:
        return false;
    }
    setCrop(movedCrop(m_crop, by, m_picture->size));
    return true;
}

void CropView::keyPressEvent(QKeyEvent *event)
{
    if (!m_picture || moveByKey(event->key(), event->modifiers().testFlag(Qt::ShiftModifier))) {
        if (!m_picture)
            QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift
        zoomIn();
        return;
    case Qt::Key_Minus:
        zoomOut();
        return;
    case Qt::Key_Home:
        centre();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CropView::mousePressEvent(QMouseEvent *event)
{
    if (!m_picture || event->button() != Qt::LeftButton)
        return;
    m_dragFrom = toPicture(event->position());
    setCursor(Qt::ClosedHandCursor);
}

void CropView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragFrom)
        return;
    const QPointF now = toPicture(event->position());
    setCrop(movedCrop(m_crop, now - *m_dragFrom, m_picture->size));
    m_dragFrom = now;
}

void CropView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragFrom.reset();
    if (m_picture)
        setCursor(Qt::OpenHandCursor);
}

void CropView::wheelEvent(QWheelEvent *event)
{
    if (!m_picture)
        return;
    zoomBy(std::pow(kZoomStep, event->angleDelta().y() / 120.0), toPicture(event->position()));
    event->accept();
}

void CropView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Loket
