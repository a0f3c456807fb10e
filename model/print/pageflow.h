// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/block.h"

#include <QMarginsF>
#include <QSizeF>

namespace Loket {

/// A block and the room above it; one that keeps the next is never the last of a page.
struct FlowPart {
    BlockPtr block;
    double gap = 0; ///< millimetres; none at the top of a page
    bool keepsNext = false;
};

/// Blocks one below the other on as many pages as they need, the page's number at the foot of each.
class PageFlow
{
public:
    /// `foot`: room for the number, above the lower margin. All lengths in millimetres.
    PageFlow(std::vector<FlowPart> parts, const QSizeF &page, const QMarginsF &margins, double foot);

    int pageCount() const { return int(m_pages.size()); }
    double width() const { return m_page.width() - m_margins.left() - m_margins.right(); }
    /// `left`: what stands in the foot beside the number.
    void paint(Canvas &canvas, int page, const QString &language, const QString &left = {}) const;

private:
    struct Placed {
        const Block *block;
        double y;
    };
    double needed(size_t index) const;

    std::vector<FlowPart> m_parts;
    std::vector<std::vector<Placed>> m_pages;
    QSizeF m_page;
    QMarginsF m_margins;
    double m_foot;
};

} // namespace Loket
