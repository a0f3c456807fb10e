// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/scanview.h"

#include "forms/common/theme.h"

#include <QPainter>

namespace Loket {

ScanView::ScanView(const QString &what, const QImage &scan, QWidget *parent)
    : QDialog(parent)
    , m_scan(scan)
{
    setModal(true);
    setWindowTitle(what);
    setAccessibleName(tr("Scan: %1").arg(what));
    const Theme &theme = Theme::current();
    resize(scan.size().scaled(theme.px(900), theme.px(640), Qt::KeepAspectRatio));
}

void ScanView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().tokens().window);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSizeF size = QSizeF(m_scan.size()).scaled(QSizeF(this->size()), Qt::KeepAspectRatio);
    painter.drawImage(QRectF(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size),
                      m_scan);
}

} // namespace Loket
