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
    return cell.width > 0 ? Theme::current().px(cell.width) : cell.item->sizeHint().width();
}

int FieldFlow::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

/// Everything on one line.
QSize FieldFlow::sizeHint() const
{
    QSize size;
    for (const Cell &cell : m_cells) {
        if (cell.item->isEmpty())
            continue;
        size.rwidth() += leastWidth(cell) + (size.width() > 0 ? m_across : 0);
        size.setHeight(std::max(size.height(), cell.item->sizeHint().height()));
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize FieldFlow::minimumSize() const
{
    QSize size;
    for (const Cell &cell : m_cells) {
        if (!cell.item->isEmpty())
            size = size.expandedTo({cell.width > 0 ? leastWidth(cell) : cell.item->minimumSize().width(),
                                    cell.item->minimumSize().height()});
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FieldFlow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

qsizetype FieldFlow::lineEnd(const QList<Cell> &shown, qsizetype first, int room, int *taken) const
{
    *taken = 0;
    qsizetype last = first;
    while (last < shown.size()) {
        const int width = leastWidth(shown[last]) + (last > first ? m_across : 0);
        if (last > first && (shown[last].startsLine || *taken + width > room))
            break;
        *taken += width;
        ++last;
    }
    return last;
}

int FieldFlow::placeLine(const QList<Cell> &line, const QRect &room, int spare, bool move) const
{
    int stretch = 0;
    for (const Cell &cell : line)
        stretch += cell.stretch;
    QList<QRect> places;
    int x = room.x();
    int height = 0;
    for (const Cell &cell : line) {
        const int share = stretch > 0 ? spare * cell.stretch / stretch : 0;
        spare -= share;
        stretch -= cell.stretch;
        const int width = std::min(leastWidth(cell), room.width()) + share;
        const int wanted = cell.item->hasHeightForWidth() ? cell.item->heightForWidth(width)
                                                          : cell.item->sizeHint().height();
        places << QRect(x, room.y(), width, wanted);
        height = std::max(height, wanted);
        x += width + m_across;
    }
    for (qsizetype i = 0; move && i < line.size(); ++i) {
        const int down = m_isCentred ? (height - places[i].height()) / 2 : 0;
        line[i].item->setGeometry(places[i].translated(0, down));
    }
    return height;
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
    for (qsizetype first = 0; first < shown.size();) {
        int taken = 0;
        const qsizetype last = lineEnd(shown, first, room.width(), &taken);
        y += placeLine(shown.mid(first, last - first), QRect(room.x(), y, room.width(), 0),
                       std::max(0, room.width() - taken), move)
            + m_down;
        first = last;
    }
    return y - (shown.isEmpty() ? 0 : m_down) - room.y() + margins.top() + margins.bottom();
}

} // namespace Loket
