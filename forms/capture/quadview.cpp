// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/quadview.h"

#include "forms/common/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace Loket {

namespace {

constexpr double kStep = 2;       // pixels on the screen
constexpr double kFarMove = 15;   // with Shift
constexpr double kHandle = 7;     // radius of a corner
constexpr double kReach = 28;     // how near the mouse must be to take it
constexpr int kLensSide = 120;    // the part around the chosen corner, enlarged
constexpr double kLensFactor = 3; // against what is shown

QPolygonF polygonOf(const PageQuad &quad)
{
    QPolygonF polygon;
    for (const QPointF &corner : quad.corners)
        polygon << corner;
    return polygon;
}

} // namespace

QuadView::QuadView(QWidget *parent)
    : PictureView(parent)
{
    retranslate();
}

void QuadView::retranslate()
{
    setAccessibleName(tr("Edges of the document"));
    setAccessibleDescription(
        tr("1 to 4 choose a corner, the arrow keys move it, Home takes the whole picture, "
           "End the found edges, R turns the picture"));
}

void QuadView::setPicture(const QImage &picture, const std::optional<PageQuad> &found)
{
    m_picture = picture;
    m_shown = {};
    m_found = found;
    m_quad = found.value_or(wholeQuad(picture.size()));
    m_corner = 0;
    m_isDragging = false;
    update();
    Q_EMIT changed();
}

void QuadView::takeWhole()
{
    if (hasPicture())
        setQuad(wholeQuad(m_picture.size()));
}

void QuadView::takeFound()
{
    if (m_found)
        setQuad(*m_found);
}

void QuadView::turn()
{
    if (!hasPicture())
        return;
    m_quad = turnedQuad(m_quad, m_picture.size());
    if (m_found)
        m_found = turnedQuad(*m_found, m_picture.size());
    m_picture = m_picture.transformed(QTransform().rotate(90));
    m_corner = (m_corner + 1) % 4; // the same corner of the document
    m_shown = {};
    update();
    Q_EMIT changed();
}

QRectF QuadView::shownArea() const
{
    return areaOf(m_picture.size(), kHandle + 3);
}

double QuadView::scale() const
{
    return shownArea().width() / m_picture.width();
}

QPointF QuadView::toWidget(const QPointF &point) const
{
    return shownArea().topLeft() + point * scale();
}

void QuadView::setQuad(const PageQuad &quad)
{
    if (quad == m_quad)
        return;
    m_quad = quad;
    update();
    Q_EMIT changed();
}

void QuadView::choose(int corner)
{
    m_corner = corner;
    update();
    if (QAccessible::isActive()) {
        setAccessibleDescription(tr("Corner %1").arg(corner + 1));
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void QuadView::paintPicture(QPainter &painter)
{
    if (m_shown.isNull()) {
        const QSize size = (shownArea().size() * devicePixelRatioF()).toSize();
        m_shown = m_picture.scaled(size.expandedTo({1, 1}), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    const Tokens &tokens = Theme::current().tokens();
    painter.drawImage(shownArea(), m_shown);
    PageQuad shown;
    for (size_t i = 0; i < 4; ++i)
        shown.corners[i] = toWidget(m_quad.corners[i]);
    paintPart(painter, shownArea(), polygonOf(shown));
    for (int i = 0; i < 4; ++i) {
        const bool isChosen = i == m_corner;
        painter.setPen(QPen(isChosen ? tokens.primary : tokens.veil, 2));
        painter.setBrush(isChosen ? tokens.guide : QColor(Qt::transparent));
        painter.drawEllipse(shown.corners[size_t(i)], kHandle, kHandle);
    }
    if (hasFocus() || m_isDragging)
        paintLens(painter);
}

/// What lies under the chosen corner, enlarged, in the corner of the view that is farthest from it.
void QuadView::paintLens(QPainter &painter) const
{
    const double side = qMin(double(kLensSide), qMin(width(), height()) / 3.0);
    const QPointF at = m_quad.corners[size_t(m_corner)];
    const QPointF shown = toWidget(at);
    const QRectF lens(shown.x() > width() / 2.0 ? 8 : width() - side - 8,
                      shown.y() > height() / 2.0 ? 8 : height() - side - 8, side, side);
    const double part = side / (scale() * kLensFactor);
    painter.save();
    painter.setClipRect(lens);
    painter.fillRect(lens, Theme::current().tokens().window);
    painter.drawImage(lens, m_picture, QRectF(at.x() - part / 2, at.y() - part / 2, part, part));
    painter.setPen(QPen(Theme::current().tokens().primary, 1));
    painter.drawLine(QPointF(lens.left(), lens.center().y()), QPointF(lens.right(), lens.center().y()));
    painter.drawLine(QPointF(lens.center().x(), lens.top()), QPointF(lens.center().x(), lens.bottom()));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::current().tokens().line, 2));
    painter.drawRect(lens);
    painter.restore();
}

bool QuadView::moveByKey(int key, bool far)
{
    const auto by = arrowStep(key, (far ? kFarMove : kStep) / scale());
    if (by)
        setQuad(movedCorner(m_quad, m_corner, *by, m_picture.size()));
    return by.has_value();
}

void QuadView::keyPressEvent(QKeyEvent *event)
{
    if (!hasPicture() || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int key = event->key();
    if (moveByKey(key, event->modifiers().testFlag(Qt::ShiftModifier)))
        return;
    if (key >= Qt::Key_1 && key <= Qt::Key_4)
        choose(key - Qt::Key_1);
    else if (key == Qt::Key_Space)
        choose((m_corner + 1) % 4);
    else if (key == Qt::Key_Home)
        takeWhole();
    else if (key == Qt::Key_End)
        takeFound();
    else if (key == Qt::Key_R)
        turn();
    else
        QWidget::keyPressEvent(event);
}

void QuadView::mousePressEvent(QMouseEvent *event)
{
    if (!hasPicture() || event->button() != Qt::LeftButton)
        return;
    double nearest = kReach;
    for (int i = 0; i < 4; ++i) {
        const double away = QLineF(toWidget(m_quad.corners[size_t(i)]), event->position()).length();
        if (away < nearest) {
            nearest = away;
            choose(i);
            m_isDragging = true;
        }
    }
}

void QuadView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isDragging)
        return;
    const QPointF to = (event->position() - shownArea().topLeft()) / scale();
    setQuad(movedCorner(m_quad, m_corner, to - m_quad.corners[size_t(m_corner)], m_picture.size()));
}

void QuadView::mouseReleaseEvent(QMouseEvent *)
{
    m_isDragging = false;
    update();
}

void QuadView::resizeEvent(QResizeEvent *event)
{
    m_shown = {};
    QWidget::resizeEvent(event);
}

} // namespace Loket
