// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/fieldflow.h"

#include "forms/common/theme.h"

#include <QWidget>

#include <algorithm>

namespace Loket {

FieldFlow::FieldFlow(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FieldFlow::~FieldFlow()
{
    while (QLayoutItem *item = takeAt(0))
        delete item;
}

void FieldFlow::addField(QWidget *field, int width, int stretch, bool startsLine)
{
    addChildWidget(field);
    m_cells.append({new QWidgetItem(field), width, stretch, startsLine});
    invalidate();
}

void FieldFlow::insertField(int at, QWidget *field, int width, int stretch)
{
    addChildWidget(field);
    m_cells.insert(at, {new QWidgetItem(field), width, stretch, false});
    invalidate();
}

void FieldFlow::setGaps(int across, int down)
{
    m_across = across;
    m_down = down;
    invalidate();
}

void FieldFlow::addItem(QLayoutItem *item)
{
    m_cells.append({item, 0, 1, false});
}

QLayoutItem *FieldFlow::itemAt(int index) const
{
    return index >= 0 && index < m_cells.size() ? m_cells[index].item : nullptr;
}

QLayoutItem *FieldFlow::takeAt(int index)
{
    return index >= 0 && index < m_cells.size() ? m_cells.takeAt(index).item : nullptr;
}

int FieldFlow::leastWidth(const Cell &cell) const
{
    return Theme::current().px(cell.width);
}

int FieldFlow::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FieldFlow::sizeHint() const
{
    return minimumSize();
}

QSize FieldFlow::minimumSize() const
{
    QSize size;
    for (const Cell &cell : m_cells)
        size = size.expandedTo({leastWidth(cell), cell.item->minimumSize().height()});
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FieldFlow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FieldFlow::arrange(const QRect &rect, bool move) const
{
    const QMargins margins = contentsMargins();
    const QRect room = rect.marginsRemoved(margins);
    QList<Cell> shown;
    for (const Cell &cell : m_cells) {
        if (!cell.item->isEmpty()) // hidden ones take no room
            shown.append(cell);
    }
    int y = room.y();
    qsizetype first = 0;
    while (first < shown.size()) {
        int taken = 0;
        int stretch = 0;
        qsizetype last = first;
        while (last < shown.size()) {
            const int width = leastWidth(shown[last]) + (last > first ? m_across : 0);
            if (last > first && (shown[last].startsLine || taken + width > room.width()))
                break;
            taken += width;
            stretch += shown[last].stretch;
            ++last;
        }
        int spare = std::max(0, room.width() - taken);
        int x = room.x();
        int height = 0;
        for (qsizetype i = first; i < last; ++i) {
            const int share = stretch > 0 ? spare * shown[i].stretch / stretch : 0;
            spare -= share;
            stretch -= shown[i].stretch;
            const int width = std::min(leastWidth(shown[i]), room.width()) + share;
            QLayoutItem *item = shown[i].item;
            const int wanted
                = item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
            height = std::max(height, wanted);
            if (move)
                item->setGeometry(QRect(x, y, width, wanted));
            x += width + m_across;
        }
        y += height + m_down;
        first = last;
    }
    return y - (shown.isEmpty() ? 0 : m_down) - room.y() + margins.top() + margins.bottom();
}

} // namespace Loket
