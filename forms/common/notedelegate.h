// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Loket {

struct NoteRow;

/// Paints the rows of a NoteList.
class NoteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override;

    static int heightOf(const NoteRow &row, int width);
    /// Where the mark stands in a row of this rectangle; empty: it has none.
    static QRect markOf(const NoteRow &row, const QRect &cell);
};

} // namespace Loket
