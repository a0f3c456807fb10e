// SPDX-License-Identifier: Apache-2.0
#include "forms/common/notedelegate.h"

#include "forms/common/notelist.h"
#include "forms/common/pill.h"
#include "forms/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace Loket {

namespace {

/// Where the words of one row stand, from its top left corner.
struct NotePlaces {
    QRect title;
    QRect detail;
    QRect mark;
    int height = 0;
};

QRect wordsRect(const QFont &font, int width, const QString &words)
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, qMax(width, 1), 10000), Qt::TextWordWrap, words);
}

NotePlaces placesOf(const NoteRow &row, int width)
{
    const Theme &theme = Theme::current();
    const int padding = theme.px(14);
    const int space = theme.px(Metric::kSpace2);
    NotePlaces places;
    int room = width - 2 * padding;
    bool isBelow = false;
    if (!row.mark.isEmpty()) {
        const QSize size = Pill::sizeOf(row.mark, row.tone);
        places.mark = QRect(width - padding - size.width(), 0, size.width(), 0);
        isBelow = room - size.width() - space < room / 2; // large words: the mark gets a line of its own
        if (!isBelow)
            room -= size.width() + space;
    }
    const QFont font = theme.font(row.isHeading ? Type::Small : Type::Base);
    const int titleHeight = wordsRect(font, room, row.title).height();
    const int line = QFontMetrics(font).height();
    const int rowHeight = theme.px(row.isHeading ? 26 : Metric::kRow);
    const int above = (rowHeight - line) / 2;
    places.title = QRect(padding, above, room, titleHeight);
    places.mark.setTop(0);
    places.mark.setHeight(rowHeight - 1);
    places.height = qMax(rowHeight, above + titleHeight + above);
    if (!row.detail.isEmpty()) {
        const int detailWidth = width - 2 * padding;
        const int height = wordsRect(theme.font(Type::Small), detailWidth, row.detail).height();
        places.detail
            = QRect(padding, above + titleHeight + (row.mark.isEmpty() ? 0 : 2), detailWidth, height);
        places.height = places.detail.bottom() + 1 + above;
    }
    if (isBelow) {
        places.mark.moveLeft(padding);
        places.mark.moveTop(places.height - above);
        places.height += rowHeight - above;
    }
    return places;
}

} // namespace

int NoteDelegate::heightOf(const NoteRow &row, int width)
{
    return placesOf(row, width).height;
}

QRect NoteDelegate::markOf(const NoteRow &row, const QRect &cell)
{
    return row.mark.isEmpty() ? QRect() : placesOf(row, cell.width()).mark.translated(cell.topLeft());
}

void NoteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto *list = static_cast<const NoteList *>(parent());
    const NoteRow &row = list->row(index.row());
    const Theme &theme = Theme::current();
    const Tokens &tokens = theme.tokens();
    painter->save();
    const bool isCurrent = option.state & QStyle::State_Selected;
    const bool isUnderMouse = (option.state & QStyle::State_MouseOver) && !row.isHeading;
    painter->fillRect(option.rect,
                      row.isHeading                   ? tokens.header
                          : isCurrent || isUnderMouse ? tokens.primarySoft
                                                      : tokens.surface);
    painter->setPen(tokens.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const NotePlaces places = placesOf(row, option.rect.width());
    const QPoint corner = option.rect.topLeft();
    painter->setFont(theme.font(row.isHeading ? Type::Small : Type::Base));
    painter->setPen(row.isHeading || row.isQuiet ? tokens.muted : tokens.text);
    painter->drawText(places.title.translated(corner), Qt::TextWordWrap, row.title);
    if (!row.detail.isEmpty()) {
        painter->setFont(theme.font(Type::Small));
        painter->setPen(tokens.muted);
        painter->drawText(places.detail.translated(corner), Qt::TextWordWrap, row.detail);
    }
    if (!row.mark.isEmpty())
        Pill::paint(*painter, places.mark.translated(corner), row.mark, row.tone);
    if (isCurrent && list->hasFocus()) {
        painter->setPen(QPen(tokens.primary, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QSize NoteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *list = static_cast<const NoteList *>(parent());
    const NoteRow &row = list->row(index.row());
    const Theme &theme = Theme::current();
    // What can't be made narrower: the longest word, and the mark, which may stand below it.
    const QFontMetrics metrics(theme.font(Type::Base));
    int longest = 0;
    for (const QString &word : row.title.split(QLatin1Char(' ')))
        longest = qMax(longest, metrics.horizontalAdvance(word));
    const int mark
        = row.mark.isEmpty() ? 0 : Pill::sizeOf(row.mark, row.tone).width() + theme.px(Metric::kSpace2);
    return {longest + mark + theme.px(2 * 14), heightOf(row, list->viewport()->width())};
}

} // namespace Loket
