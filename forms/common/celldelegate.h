// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Loket {

/// Paints cells of all lists alike: words (bold parts, monospace, muted), pills, photos, icons; the current
/// row softly coloured, and framed while its list has the focus.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override;
    /// Shows the whole text of a cell that had to be shortened.
    bool helpEvent(QHelpEvent *, QAbstractItemView *, const QStyleOptionViewItem &,
                   const QModelIndex &) override;

    /// Width that the text of a cell needs, paddings included.
    int widthOf(const QModelIndex &) const;
};

} // namespace Loket
