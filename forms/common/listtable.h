// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace Loket {

/// A list of rows: one row is current, ↑↓ moves, Enter or double click opens, Del removes. Columns share the
/// width by weight but never fall below what their words need while there is room.
class ListTable : public QTableView
{
    Q_OBJECT

public:
    explicit ListTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *) override;
    /// How the spare width is shared among the columns; a weight of 0 keeps a column at its words' width.
    /// When there is too little, columns of weight 2 and more are shortened, the heaviest first.
    void setWeights(const QList<int> &weights);
    /// The table takes just the height of its rows (up to `most` rows), for lists inside a page that scrolls.
    void setFitRows(int most);
    int currentRow() const { return currentIndex().row(); }
    void selectRow(int row); ///< out of range: nothing selected
    void moveBy(int rows);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(int row);      ///< Enter, or double click
    void removeAsked(int row); ///< Del
    void cellClicked(int row, int column);

protected:
    void keyPressEvent(QKeyEvent *) override;
    void resizeEvent(QResizeEvent *) override;
    void focusInEvent(QFocusEvent *) override;
    void focusOutEvent(QFocusEvent *) override;

private:
    QSize hintFor(int most) const;
    void applyMetrics();
    void shareWidth();
    void refit();

    QList<int> m_weights;
    int m_fitRows = 0;
    bool m_scrolls = false; ///< sideways
};

} // namespace Loket
