// SPDX-License-Identifier: Apache-2.0
#include "model/print/pageflow.h"

#include "model/print/printtexts.h"
#include "model/print/receiptlook.h"

namespace Loket {

PageFlow::PageFlow(std::vector<FlowPart> parts, const QSizeF &page, const QMarginsF &margins, double foot)
    : m_parts(std::move(parts))
    , m_page(page)
    , m_margins(margins)
    , m_foot(foot)
{
    const double bottom = m_page.height() - m_margins.bottom() - m_foot;
    double y = m_margins.top();
    m_pages.emplace_back();
    for (size_t i = 0; i < m_parts.size(); ++i) {
        const double gap = m_pages.back().empty() ? 0 : m_parts[i].gap;
        if (!m_pages.back().empty() && y + gap + needed(i) > bottom) {
            m_pages.emplace_back();
            y = m_margins.top();
        } else {
            y += gap;
        }
        m_pages.back().push_back({m_parts[i].block.get(), y});
        y += m_parts[i].block->height(width());
    }
}

double PageFlow::needed(size_t index) const
{
    double height = m_parts[index].block->height(width());
    while (m_parts[index].keepsNext && index + 1 < m_parts.size()) {
        ++index;
        height += m_parts[index].gap + m_parts[index].block->height(width());
    }
    return height;
}

void PageFlow::paint(Canvas &canvas, int page, const QString &language, const QString &left) const
{
    for (const Placed &placed : m_pages[size_t(page)])
        placed.block->paint(canvas, QPointF(m_margins.left(), placed.y), width());
    TextStyle foot = ReceiptLook().label();
    foot.size = 2.1;
    const double y = m_page.height() - m_margins.bottom() - m_foot + 1.4;
    canvas.fittedText(QRectF(m_margins.left(), y, width() * 0.7, 3), left, foot);
    foot.align = Qt::AlignRight;
    const QString count = printText(QStringLiteral("receipt.page"), language)
                              .arg(QString::number(page + 1), QString::number(pageCount()));
    canvas.fittedText(QRectF(m_margins.left() + width() * 0.7, y, width() * 0.3, 3), count, foot);
}

} // namespace Loket
