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
    : PictureView(parent)
{
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

QRectF CropView::shownArea() const
{
    return areaOf(m_picture->size, 2);
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

void CropView::paintPicture(QPainter &painter)
{
    const QRectF part = toWidget(m_crop);
    painter.drawImage(shownArea(), m_picture->preview);
    paintPart(painter, shownArea(), part);
    paintHeadOval(painter, part);
}

bool CropView::moveByKey(int key, bool far)
{
    const auto by = arrowStep(key, m_crop.height() * (far ? kFarStep : kMoveStep));
    if (by)
        setCrop(movedCrop(m_crop, *by, m_picture->size));
    return by.has_value();
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

} // namespace Loket
