// SPDX-License-Identifier: Apache-2.0
#include "model/print/receiptdocument.h"

#include "model/print/printtexts.h"
#include "model/print/receiptparts.h"

namespace Loket {
namespace {

constexpr QSizeF kA5{148, 210};
constexpr double kRollWidth = 80;
constexpr double kFootHeight = 4.5;
// A page may be set tighter, with more room for names, before a second one is begun.
struct PageSetting {
    double density;
    bool twoLineRows;
};
constexpr PageSetting kSettings[]
    = {{1, false}, {0.95, false}, {0.97, true}, {0.92, true}, {0.88, true}, {0.84, true}};

QMarginsF marginsOf(ReceiptPaper paper)
{
    return paper == ReceiptPaper::Roll ? QMarginsF(4, 4, 4, 6) : QMarginsF(10, 8, 10, 5);
}

} // namespace

struct ReceiptDocument::Layout {
    struct Placed {
        const Block *block;
        double y;
    };
    ReceiptLook look;
    std::vector<ReceiptPart> parts;
    BlockPtr end;
    std::vector<std::vector<Placed>> pages;
    QSizeF size;
    double left = 0;
    double width = 0;

    Layout(const ReceiptFacts &facts, const ReceiptLook &wanted)
        : look(wanted)
        , parts(receiptParts(facts, look))
        , end(receiptEnd(facts, look))
    {
        const QMarginsF margins = marginsOf(look.paper);
        const double pageWidth = look.isRoll() ? kRollWidth : kA5.width();
        left = margins.left();
        width = pageWidth - margins.left() - margins.right();
        place(margins);
    }

private:
    /// Height of a part together with those that must not be parted from it.
    double needed(size_t index) const
    {
        double height = parts[index].block->height(width);
        while (parts[index].keepWithNext && index + 1 < parts.size()) {
            ++index;
            height += parts[index].gap + parts[index].block->height(width);
        }
        return height;
    }

    /// Begins a page with the last section, so that what stands at the end is not alone on it.
    void moveLastSection(double top)
    {
        size_t first = parts.size() - 1;
        while (first > 0 && !parts[first].keepWithNext)
            --first;
        std::vector<Placed> moved;
        std::vector<Placed> &page = pages.back();
        for (size_t i = parts.size();
             i-- > first && !page.empty() && page.back().block == parts[i].block.get();) {
            moved.insert(moved.begin(), page.back());
            page.pop_back();
        }
        const double up = moved.empty() ? 0 : moved.front().y - top;
        for (Placed &placed : moved)
            placed.y -= up;
        if (page.empty()) // the section had begun this page
            page = std::move(moved);
        else
            pages.push_back(std::move(moved));
    }

    void place(const QMarginsF &margins)
    {
        const double top = margins.top();
        const double bottom = look.isRoll() ? 1e9 : kA5.height() - margins.bottom() - kFootHeight;
        const Block *head = nullptr;
        pages.emplace_back();
        double y = top;
        for (size_t i = 0; i < parts.size(); ++i) {
            const ReceiptPart &part = parts[i];
            if (part.isTableHead)
                head = part.block.get();
            const double gap = pages.back().empty() ? 0 : part.gap;
            if (y + gap + needed(i) > bottom && !pages.back().empty()) {
                pages.emplace_back();
                y = top;
                if (head && part.isTableRow) {
                    pages.back().push_back({head, y});
                    y += head->height(width) + part.gap;
                }
            } else {
                y += gap;
            }
            pages.back().push_back({part.block.get(), y});
            y += part.block->height(width);
        }
        const double endHeight = end->height(width);
        const double endGap = look.gap(3);
        if (look.isRoll()) {
            pages.back().push_back({end.get(), y + endGap});
            size = QSizeF(kRollWidth, y + endGap + endHeight + margins.bottom());
            return;
        }
        if (y + endGap + endHeight > bottom)
            moveLastSection(top);
        pages.back().push_back({end.get(), bottom - endHeight});
        size = kA5;
    }
};

ReceiptDocument::ReceiptDocument(ReceiptFacts facts, ReceiptPaper paper)
    : m_facts(std::move(facts))
    , m_paper(paper)
{
    for (const PageSetting &setting : kSettings) {
        m_layout
            = std::make_unique<Layout>(m_facts, ReceiptLook{m_paper, setting.density, setting.twoLineRows});
        if (m_layout->pages.size() == 1)
            return;
    }
    m_layout = std::make_unique<Layout>(m_facts, ReceiptLook{m_paper, 1, true});
}

ReceiptDocument::~ReceiptDocument() = default;

QString ReceiptDocument::title() const
{
    return m_facts.reference;
}

int ReceiptDocument::pageCount() const
{
    return int(m_layout->pages.size());
}

QSizeF ReceiptDocument::pageSize() const
{
    return m_layout->size;
}

void ReceiptDocument::paintTrialMark(Canvas &canvas) const
{
    if (!m_facts.trial || m_paper == ReceiptPaper::Roll) // thermal paper knows no pale grey
        return;
    TextStyle mark;
    mark.size = 17;
    mark.bold = true;
    mark.colour = QColor(0, 0, 0, 14);
    canvas.turnedText(QRectF(QPointF(), m_layout->size), -52,
                      printText(QStringLiteral("print.trial"), m_facts.language), mark);
}

void ReceiptDocument::paintFoot(Canvas &canvas, int page) const
{
    if (m_paper == ReceiptPaper::Roll)
        return;
    TextStyle left = m_layout->look.label();
    left.size = 2.1;
    TextStyle right = left;
    right.align = Qt::AlignRight;
    const double y = m_layout->size.height() - marginsOf(m_paper).bottom() - kFootHeight + 1.4;
    const double half = m_layout->width / 2 - 1;
    canvas.fittedText(QRectF(m_layout->left, y, half, 3), m_facts.reference, left);
    const QString count = printText(QStringLiteral("receipt.page"), m_facts.language)
                              .arg(QString::number(page + 1), QString::number(pageCount()));
    canvas.fittedText(QRectF(m_layout->left + half + 2, y, half, 3), count, right);
}

void ReceiptDocument::paint(Canvas &canvas, int page) const
{
    paintTrialMark(canvas);
    for (const Layout::Placed &placed : m_layout->pages[size_t(page)])
        placed.block->paint(canvas, QPointF(m_layout->left, placed.y), m_layout->width);
    paintFoot(canvas, page);
}

} // namespace Loket
