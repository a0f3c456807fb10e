// SPDX-License-Identifier: Apache-2.0
#include "forms/common/listtable.h"

#include "forms/common/celldelegate.h"
#include "forms/common/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <numeric>

namespace Loket {

namespace {

constexpr int kLeastRows = 5;   // of a list, always in sight
constexpr int kNarrowest = 110; ///< what is left of a text that had to be shortened
} // namespace

ListTable::ListTable(QWidget *parent)
    : QTableView(parent)
{
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab goes to the next control, as reading does
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(1);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex &at) { Q_EMIT opened(at.row()); });
    connect(this, &QTableView::clicked, this,
            [this](const QModelIndex &at) { Q_EMIT cellClicked(at.row(), at.column()); });
    connect(&Theme::current(), &Theme::changed, this, &ListTable::applyMetrics);
    applyMetrics();
}

void ListTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    for (const auto signal : {&QAbstractItemModel::modelReset})
        connect(model, signal, this, &ListTable::refit);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ListTable::refit);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ListTable::refit);
    connect(model, &QAbstractItemModel::dataChanged, this, &ListTable::refit);
    connect(model, &QAbstractItemModel::headerDataChanged, this, &ListTable::refit);
    refit();
}

void ListTable::setWeights(const QList<int> &weights)
{
    m_weights = weights;
    shareWidth();
}

void ListTable::setFitRows(int most)
{
    m_fitRows = most;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    refit();
}

void ListTable::selectRow(int row)
{
    if (!model() || row < 0 || row >= model()->rowCount()) {
        setCurrentIndex({});
        clearSelection();
        return;
    }
    setCurrentIndex(model()->index(row, 0));
}

void ListTable::moveBy(int rows)
{
    if (!model() || model()->rowCount() == 0)
        return;
    selectRow(qBound(0, currentRow() + rows, model()->rowCount() - 1));
}

QSize ListTable::hintFor(int most) const
{
    const int rows = qMin(most, model()->rowCount());
    int height = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->height();
    for (int row = 0; row < rows; ++row)
        height += rowHeight(row);
    if (m_scrolls)
        height += horizontalScrollBar()->sizeHint().height();
    return {QTableView::sizeHint().width(), height};
}

QSize ListTable::sizeHint() const
{
    return m_fitRows == 0 || !model() ? QTableView::sizeHint() : hintFor(m_fitRows);
}

QSize ListTable::minimumSizeHint() const
{
    // A long list scrolls inside a low window instead of making the window higher than the screen.
    return m_fitRows == 0 || !model() ? QTableView::minimumSizeHint()
                                      : QSize(1, hintFor(qMin(m_fitRows, kLeastRows)).height());
}

void ListTable::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentRow() >= 0) {
        Q_EMIT opened(currentRow());
        return;
    }
    if (isPlain && event->key() == Qt::Key_Delete && currentRow() >= 0) {
        Q_EMIT removeAsked(currentRow());
        return;
    }
    QTableView::keyPressEvent(event);
}

void ListTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void ListTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (currentRow() < 0)
        selectRow(0);
    viewport()->update();
}

void ListTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void ListTable::applyMetrics()
{
    horizontalHeader()->setFixedHeight(Theme::current().px(Metric::kRow));
    refit();
}

void ListTable::refit()
{
    if (model() && model()->rowCount() > 0) {
        const int hint = sizeHintForRow(0);
        verticalHeader()->setDefaultSectionSize(hint > 0 ? hint : Theme::current().px(Metric::kRow));
    }
    shareWidth();
    updateGeometry();
}

void ListTable::shareWidth()
{
    if (!model() || model()->columnCount() == 0 || viewport()->width() < 2)
        return;
    const int columns = model()->columnCount();
    QList<int> widths(columns);
    QList<int> titles(columns); // what the headers need
    QFont headerFont = Theme::current().font(Type::Small);
    const QFontMetrics metrics(headerFont);
    const auto *cells = qobject_cast<const CellDelegate *>(itemDelegate());
    for (int column = 0; column < columns; ++column) {
        if (isColumnHidden(column))
            continue;
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        int wanted = title.isEmpty() || horizontalHeader()->isHidden()
            ? 0
            : metrics.horizontalAdvance(title) + Theme::current().px(2 * 10) + 2;
        titles[column] = wanted;
        for (int row = 0; cells && row < qMin(model()->rowCount(), 60); ++row)
            wanted = qMax(wanted, cells->widthOf(model()->index(row, column)));
        widths[column] = wanted;
    }
    const int room = viewport()->width();
    const int narrowest = Theme::current().px(kNarrowest);
    QList<int> weights = m_weights;
    weights.resize(columns, m_weights.isEmpty() ? 1 : 0);
    const int spare = room - std::accumulate(widths.cbegin(), widths.cend(), 0);
    if (spare >= 0) {
        const int total = std::accumulate(weights.cbegin(), weights.cend(), 0);
        int left = spare;
        for (int column = 0; column < columns && total > 0; ++column) {
            const int part = spare * weights.at(column) / total;
            widths[column] += part;
            left -= part;
        }
        widths[columns - 1] += left;
    } else {
        // Too narrow: long texts of the heavier columns are shortened first; then the table scrolls.
        int missing = -spare;
        QVariantList shortened;
        for (int weight = *std::max_element(weights.cbegin(), weights.cend()); weight > 1 && missing > 0;
             --weight) {
            for (int column = columns - 1; column >= 0 && missing > 0; --column) {
                if (weights.at(column) != weight)
                    continue;
                const int least = qMax(narrowest, titles.at(column));
                const int give = qBound(0, widths.at(column) - least, missing);
                widths[column] -= give;
                missing -= give;
                if (give > 0 && Theme::current().scale() > 100)
                    shortened += column;
            }
        }
        // At 100 % a column that has to give way is a fault; large text is promised, not that all of it fits.
        setProperty("shortenedForSize", shortened);
    }
    const bool scrolls = std::accumulate(widths.cbegin(), widths.cend(), 0) > room;
    if (std::exchange(m_scrolls, scrolls) != scrolls)
        updateGeometry();
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, qMax(widths.at(column), 1));
}

} // namespace Loket
