// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/photopreview.h"

#include "forms/common/theme.h"

#include <QPainter>

namespace Loket {

PhotoPreview::PhotoPreview(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void PhotoPreview::show(const Picture &picture, const QRectF &crop)
{
    m_image = picture.preview;
    const double scale = double(m_image.width()) / picture.size.width();
    m_part = QRectF(crop.topLeft() * scale, crop.size() * scale);
    update();
}

QSize PhotoPreview::sizeHint() const
{
    const Theme &theme = Theme::current();
    return {theme.px(114), theme.px(152)};
}

void PhotoPreview::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::current().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRect area(QPoint(), sizeHint().scaled(size(), Qt::KeepAspectRatio)); // also in a low window
    if (m_image.isNull())
        painter.fillRect(area, tokens.neutralSoft);
    else
        painter.drawImage(QRectF(area), m_image, m_part);
    painter.setPen(tokens.line);
    painter.drawRect(area.adjusted(0, 0, -1, -1));
}

} // namespace Loket
