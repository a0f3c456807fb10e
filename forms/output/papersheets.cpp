// SPDX-License-Identifier: Apache-2.0
#include "forms/output/papersheets.h"

#include "forms/common/theme.h"
#include "model/print/printdocument.h"

#include <QPainter>

namespace Loket {

static constexpr double kMillimetresPerInch = 25.4;

PaperSheets::PaperSheets(QWidget *parent)
    : QWidget(parent)
{
}

void PaperSheets::setDocument(std::shared_ptr<const PrintDocument> document)
{
    m_document = std::move(document);
    m_rasters.clear();
    resize(sizeHint());
    update();
}

void PaperSheets::setScale(double pixelsPerMillimetre)
{
    if (qFuzzyCompare(m_scale, pixelsPerMillimetre))
        return;
    m_scale = pixelsPerMillimetre;
    m_rasters.clear();
    resize(sizeHint());
    update();
}

double PaperSheets::scaleFor(const QSize &room) const
{
    if (!m_document)
        return m_scale;
    const int margin = 2 * Metric::kSpace4;
    const QSizeF page = m_document->pageSize();
    return qMax(0.5, qMin((room.width() - margin) / page.width(), (room.height() - margin) / page.height()));
}

QRect PaperSheets::pageArea(int page) const
{
    const QSize size = (m_document->pageSize() * m_scale).toSize();
    const int top = Metric::kSpace4 + page * (size.height() + Metric::kSpace4);
    return {QPoint((width() - size.width()) / 2, top), size};
}

QSize PaperSheets::sizeHint() const
{
    if (!m_document)
        return {1, 1};
    const QSize size = (m_document->pageSize() * m_scale).toSize();
    return {size.width() + 2 * Metric::kSpace4,
            Metric::kSpace4 + m_document->pageCount() * (size.height() + Metric::kSpace4)};
}

const QImage &PaperSheets::raster(int page)
{
    auto found = m_rasters.find(page);
    if (found == m_rasters.end()) {
        const double ratio = devicePixelRatioF();
        QImage image = rasterPage(*m_document, page, m_scale * ratio * kMillimetresPerInch);
        image.setDevicePixelRatio(ratio);
        found = m_rasters.insert(page, image);
    }
    return *found;
}

void PaperSheets::paintEvent(QPaintEvent *)
{
    if (!m_document)
        return;
    const Tokens &tokens = Theme::current().tokens();
    QPainter painter(this);
    for (int page = 0; page < m_document->pageCount(); ++page) {
        const QRect area = pageArea(page);
        if (!visibleRegion().intersects(area))
            continue;
        painter.drawImage(area.topLeft(), raster(page));
        painter.setPen(tokens.line);
        painter.drawRect(area.adjusted(-1, -1, 0, 0));
    }
}

} // namespace Loket
