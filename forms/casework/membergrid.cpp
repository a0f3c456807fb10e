// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/membergrid.h"

#include "forms/casework/focusorder.h"
#include "forms/casework/memberdelegate.h"
#include "forms/casework/membermodel.h"
#include "forms/casework/pastedrows.h"
#include "forms/common/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

// Widths at 100 % text; the name takes what is left.
constexpr std::array<int, MemberModel::Columns> kColumnWidths = {54, 84, 138, 0, 94, 90, 42, 84, 56, 112};
constexpr int kLeastName = 124;

} // namespace

MemberGrid::MemberGrid(CaseDraft &draft, QWidget *parent)
    : QTableView(parent)
    , m_draft(draft)
    , m_model(new MemberModel(draft, this))
    , m_delegate(new MemberDelegate(draft, *m_model, this))
{
    setProperty("mayShorten", QVariantList{MemberModel::Facility}); // whole when pointed at
    setObjectName(u"family.members"_s);
    setModel(m_model);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | AnyKeyPressed | EditKeyPressed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_delegate, &MemberDelegate::cellLeft, this, [this](int key) { goOn(key); });
    connect(m_delegate, &MemberDelegate::rowsPasted, this, &MemberGrid::paste);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &QWidget::updateGeometry);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &QWidget::updateGeometry);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == MemberModel::Photo && !m_model->isEntryRow(index.row()))
            Q_EMIT photoWanted(index.row());
    });
    connect(&Theme::current(), &Theme::changed, this, &MemberGrid::applyMetrics);
    applyMetrics();
    retranslate();
}

MemberGrid::~MemberGrid() = default;

void MemberGrid::retranslate()
{
    setAccessibleName(tr("Members"));
    m_model->retranslate();
}

void MemberGrid::applyMetrics()
{
    const Theme &theme = Theme::current();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(theme.px(Metric::kRow + 2));
    horizontalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setFixedHeight(theme.px(28));
    placeColumns();
    updateGeometry();
}

void MemberGrid::placeColumns()
{
    const Theme &theme = Theme::current();
    int taken = 0;
    for (int column = 0; column < MemberModel::Columns; ++column) {
        if (column == MemberModel::Name)
            continue;
        setColumnWidth(column, theme.px(kColumnWidths[size_t(column)]));
        taken += columnWidth(column);
    }
    setColumnWidth(MemberModel::Name, std::max(theme.px(kLeastName), viewport()->width() - taken));
}

void MemberGrid::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeColumns();
    verticalScrollBar()->setValue(0);
}

QSize MemberGrid::sizeHint() const
{
    const int rows = m_model->rowCount() * verticalHeader()->defaultSectionSize();
    const int bar = horizontalScrollBar()->isVisible() ? horizontalScrollBar()->sizeHint().height() : 0;
    return {QTableView::sizeHint().width(), horizontalHeader()->height() + rows + bar + 2 * frameWidth()};
}

QSize MemberGrid::minimumSizeHint() const
{
    return {Theme::current().px(400), sizeHint().height()};
}

/// Only sideways: the grid is as high as its rows, and the page around it scrolls.
void MemberGrid::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    verticalScrollBar()->setValue(0);
}

void MemberGrid::showCell(int row, int column)
{
    setFocus(Qt::OtherFocusReason);
    setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1),
                                   std::clamp(column, 0, int(MemberModel::Columns) - 1)));
}

void MemberGrid::commitEditing()
{
    if (state() != EditingState)
        return;
    if (QWidget *editor = indexWidget(currentIndex())) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

void MemberGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the whole row is marked
    if (current.row() != previous.row())
        Q_EMIT currentRowChanged(current.row());
}

bool MemberGrid::goOn(int key)
{
    const QModelIndex now = currentIndex();
    switch (key) {
    case Qt::Key_Tab:
        return stepCell(true);
    case Qt::Key_Backtab:
        return stepCell(false);
    case Qt::Key_Up:
    case Qt::Key_Down:
        setCurrentIndex(
            m_model->index(std::clamp(now.row() + (key == Qt::Key_Down ? 1 : -1), 0, m_model->rowCount() - 1),
                           now.column()));
        return true;
    default:
        return stepOpen();
    }
}

bool MemberGrid::stepCell(bool forward)
{
    const QModelIndex now = currentIndex();
    int row = now.row();
    int column = now.column() + (forward ? 1 : -1);
    while (column > MemberModel::Photo && column < MemberModel::Columns && !m_model->isAsked(column))
        column += forward ? 1 : -1;
    // An empty last row is one stop, so that Tab goes on to the next section.
    if (forward && m_model->isEntryRow(row))
        return false;
    if (forward && column >= MemberModel::Columns) {
        if (m_detailsOf && m_detailsOf(row, false)) {
            Q_EMIT detailsWanted(row);
            return true;
        }
        ++row;
        column = m_model->isEntryRow(row) ? m_model->entryColumn() : int(MemberModel::Relation);
    } else if (!forward && (column < MemberModel::Relation || m_model->isEntryRow(row))) {
        if (--row < 0)
            return false;
        column = MemberModel::Columns - 1;
    }
    setCurrentIndex(m_model->index(row, column));
    return true;
}

bool MemberGrid::stepOpen()
{
    const QModelIndex now = currentIndex();
    if (m_model->isEntryRow(now.row())) {
        leave(true);
        return true;
    }
    int column = now.column() + 1;
    for (int row = now.row(); row < m_model->rowCount(); ++row, column = 0) {
        for (; column < MemberModel::Columns; ++column) {
            if (m_model->isOpen(m_model->index(row, column))) {
                setCurrentIndex(m_model->index(row, column));
                return true;
            }
        }
        if (!m_model->isEntryRow(row) && m_detailsOf && m_detailsOf(row, true)) {
            Q_EMIT detailsWanted(row);
            return true;
        }
    }
    return false;
}

void MemberGrid::continueAfter(int row, bool forward)
{
    setFocus(Qt::OtherFocusReason);
    setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), MemberModel::Columns - 1));
    if (!forward)
        return;
    const int next = std::min(row + 1, m_model->rowCount() - 1);
    setCurrentIndex(m_model->index(next, MemberModel::Photo));
    if (m_model->isEntryRow(next) || !stepOpen())
        setCurrentIndex(m_model->index(next, MemberModel::Relation));
}

void MemberGrid::leave(bool forward)
{
    if (forward && focusNextOpen(this))
        return;
    QTableView::focusNextPrevChild(forward);
}

bool MemberGrid::focusNextPrevChild(bool next)
{
    return stepCell(next) || QTableView::focusNextPrevChild(next);
}

void MemberGrid::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason
        || (event->reason() != Qt::MouseFocusReason && !currentIndex().isValid())) {
        const bool isEmpty = m_model->rowCount() == 1;
        setCurrentIndex(m_model->index(0, isEmpty ? m_model->entryColumn() : int(MemberModel::Photo)));
        if (!isEmpty)
            stepOpen();
    } else if (event->reason() == Qt::BacktabFocusReason) {
        setCurrentIndex(m_model->index(m_model->rowCount() - 1, MemberModel::Relation));
    }
    viewport()->update();
}

} // namespace Loket
