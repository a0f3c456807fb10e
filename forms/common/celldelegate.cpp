// SPDX-License-Identifier: Apache-2.0
#include "forms/common/celldelegate.h"

#include "forms/common/cells.h"
#include "forms/common/pill.h"
#include "forms/common/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace Loket {

namespace {

QFont fontOf(CellLook look)
{
    const Theme &theme = Theme::current();
    switch (look) {
    case CellLook::Strong:
        return theme.font(Type::Strong);
    case CellLook::Mono:
        return theme.font(Type::Mono);
    case CellLook::Normal:
    case CellLook::Muted:
    case CellLook::Link:
        break;
    }
    return theme.font(Type::Base);
}

QColor colourOf(CellLook look)
{
    const Tokens &tokens = Theme::current().tokens();
    return look == CellLook::Muted ? tokens.muted : look == CellLook::Link ? tokens.primary : tokens.text;
}

struct Run {
    QString text;
    bool isBold = false;
};

QList<Run> runsOf(const QString &text, const QVariant &bold)
{
    const auto ranges = bold.value<QList<int>>();
    QList<Run> runs;
    qsizetype at = 0;
    for (qsizetype i = 0; i + 1 < ranges.size(); i += 2) {
        const qsizetype start = qBound(at, qsizetype(ranges.at(i)), text.size());
        const qsizetype length = qBound(qsizetype(0), qsizetype(ranges.at(i + 1)), text.size() - start);
        if (start > at)
            runs += {text.sliced(at, start - at), false};
        if (length > 0)
            runs += {text.sliced(start, length), true};
        at = start + length;
    }
    if (at < text.size())
        runs += {text.sliced(at), false};
    return runs;
}

void paintRuns(QPainter &painter, const QRect &box, const QString &text, const QVariant &bold,
               const QFont &font)
{
    QFont heavy = font;
    heavy.setWeight(QFont::Bold);
    int x = box.left();
    for (const Run &run : runsOf(text, bold)) {
        painter.setFont(run.isBold ? heavy : font);
        const QRect place(x, box.top(), box.right() - x + 1, box.height());
        const QString shown = painter.fontMetrics().elidedText(run.text, Qt::ElideRight, place.width());
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
        x += painter.fontMetrics().horizontalAdvance(run.text);
        if (x >= box.right())
            return;
    }
}

void paintPicture(QPainter &painter, const QRect &box, const QImage &image)
{
    const Theme &theme = Theme::current();
    const int height = box.height() - theme.px(Metric::kSpace1) - 2;
    const QRect frame(box.left(), box.top() + (box.height() - height) / 2, height * 3 / 4, height);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!image.isNull()) {
        painter.drawImage(frame, image);
        return;
    }
    painter.fillRect(frame, theme.tokens().neutralSoft);
    const int side = theme.px(Metric::kIcon);
    painter.drawPixmap(
        frame.center() - QPoint(side / 2, side / 2),
        iconPixmap(Icon::Officer, theme.tokens().muted, side, painter.device()->devicePixelRatioF()));
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const Tokens &tokens = theme.tokens();
    painter->save();
    const bool isCurrent = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, isCurrent ? tokens.primarySoft : tokens.surface);
    painter->setPen(tokens.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const int padding = theme.px(10);
    const QRect box = option.rect.adjusted(padding, 0, -padding / 2, -1);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QVariant tone = index.data(CellRole::kTone);
    const QVariant picture = index.data(CellRole::kPicture);
    const QVariant icon = index.data(CellRole::kIcon);
    if (picture.isValid()) {
        paintPicture(*painter, box, picture.value<QImage>());
    } else if (icon.isValid()) {
        const int side = theme.px(Metric::kIcon);
        painter->drawPixmap(
            QRect(option.rect.center() - QPoint(side / 2, side / 2), QSize(side, side)),
            iconPixmap(Icon(icon.toInt()), tokens.muted, side, painter->device()->devicePixelRatioF()));
    } else if (tone.isValid()) {
        if (!text.isEmpty())
            Pill::paint(*painter, box, text, Tone(tone.toInt()));
    } else {
        const CellLook look = CellLook(index.data(CellRole::kLook).toInt());
        painter->setPen(colourOf(look));
        paintRuns(*painter, box, text, index.data(CellRole::kBold), fontOf(look));
    }

    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (isCurrent && view && view->hasFocus()) {
        // One frame around the whole row: each cell draws its part of it.
        QRect row = view->visualRect(index.siblingAtColumn(0));
        row = row.united(view->visualRect(index.siblingAtColumn(index.model()->columnCount() - 1)));
        painter->setClipRect(option.rect);
        painter->setPen(QPen(tokens.primary, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(row.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const bool hasPicture = index.data(CellRole::kPicture).isValid();
    return {widthOf(index), theme.px(hasPicture ? Metric::kPhotoRow : Metric::kRow)};
}

int CellDelegate::widthOf(const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const int padding = theme.px(10) + theme.px(10) / 2 + 2;
    if (index.data(CellRole::kPicture).isValid())
        return theme.px(Metric::kPhotoRow) * 3 / 4 + padding;
    if (index.data(CellRole::kIcon).isValid())
        return theme.px(Metric::kIcon) + padding;
    const QString text = index.data(Qt::DisplayRole).toString();
    const QVariant tone = index.data(CellRole::kTone);
    if (tone.isValid())
        return text.isEmpty() ? padding : Pill::sizeOf(text, Tone(tone.toInt())).width() + padding;
    QFont font = fontOf(CellLook(index.data(CellRole::kLook).toInt()));
    if (index.data(CellRole::kBold).isValid())
        font.setWeight(QFont::Bold);
    return QFontMetrics(font).horizontalAdvance(text) + padding;
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() == QEvent::ToolTip && index.data(Qt::ToolTipRole).isNull()
        && widthOf(index) > option.rect.width()) {
        QToolTip::showText(event->globalPos(), index.data(Qt::DisplayRole).toString(), view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace Loket
