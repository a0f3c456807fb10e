// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/liveview.h"

#include "forms/common/theme.h"
#include "model/imaging/crop.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace Loket {

static constexpr double kFrameEdge = 2; // pixels around the picture

LiveView::LiveView(Subject subject, QWidget *parent)
    : PictureView(parent)
    , m_subject(subject)
{
    retranslate();
}

void LiveView::retranslate()
{
    setAccessibleName(tr("Camera"));
}

void LiveView::show(const QImage &frame)
{
    m_frame = frame;
    setHint({});
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

void LiveView::showPage(const QPolygonF &page)
{
    m_page = page;
    update();
}

void LiveView::clear(const QString &message)
{
    m_frame = {};
    m_head = {};
    m_page = {};
    setHint(message);
    setAccessibleDescription(message);
    update();
}

void LiveView::paintPicture(QPainter &painter)
{
    if (m_subject == Subject::Page)
        paintPage(painter);
    else
        paintPerson(painter);
}

void LiveView::paintPage(QPainter &painter)
{
    const QRectF area = areaOf(m_frame.size(), kFrameEdge);
    painter.drawImage(area, m_frame);
    if (m_page.isEmpty())
        return;
    QPolygonF page;
    for (const QPointF &corner : m_page)
        page << QPointF(area.left() + corner.x() * area.width(), area.top() + corner.y() * area.height());
    paintPart(painter, area, page);
    painter.setPen(QPen(Theme::current().tokens().success, 3));
    painter.drawPolygon(page);
}

void LiveView::paintPerson(QPainter &painter)
{
    const Tokens &tokens = Theme::current().tokens();
    // As large as it gets: the part that is taken is in the middle, and the sides may go beyond the view.
    const QRectF area = areaOf(m_frame.size(), kFrameEdge, Qt::KeepAspectRatioByExpanding);
    painter.setClipRect(QRectF(rect()).adjusted(kFrameEdge, kFrameEdge, -kFrameEdge, -kFrameEdge));
    painter.drawImage(area, m_frame);

    const QRectF crop = defaultCrop(m_frame.size());
    const double scale = area.width() / m_frame.width();
    const QRectF part(area.topLeft() + crop.topLeft() * scale, crop.size() * scale);
    paintPart(painter, area, part);
    if (m_head.isNull()) {
        paintHeadOval(painter, part);
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

} // namespace Loket
