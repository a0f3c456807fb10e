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
    // An empty last row is one stop, so that Tab goes on to the next section.
    if (forward && m_model->isEntryRow(row))
        return false;
    if (forward && column >= MemberModel::Columns) {
        if (m_detailsOf && m_detailsOf(row, false)) {
            Q_EMIT detailsWanted(row);
            return true;
        }
        ++row;
        column = m_model->isEntryRow(row) && row == 0 ? int(MemberModel::Number) : int(MemberModel::Relation);
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
        setCurrentIndex(m_model->index(0, isEmpty ? MemberModel::Number : MemberModel::Photo));
        if (!isEmpty)
            stepOpen();
    } else if (event->reason() == Qt::BacktabFocusReason) {
        setCurrentIndex(m_model->index(m_model->rowCount() - 1, MemberModel::Relation));
    }
    viewport()->update();
}

bool MemberGrid::event(QEvent *event)
{
    // Keys that mean something in here come before the same keys of the page.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Cut)
            || key->matches(QKeySequence::Paste)
            || (key->modifiers() == Qt::AltModifier
                && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

bool MemberGrid::runKey(QKeyEvent *event)
{
    const int row = currentIndex().row();
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->matches(QKeySequence::Cut)) {
        copySelection();
        clearCells();
    } else if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::ControlModifier) {
        removeSelectedRows();
    } else if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
               && event->modifiers() == Qt::NoModifier) {
        clearCells();
    } else if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Up) {
        moveCurrentRow(-1);
    } else if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Down) {
        moveCurrentRow(1);
    } else if (currentIndex().column() == MemberModel::Photo && !m_model->isEntryRow(row)
               && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return
                   || event->key() == Qt::Key_Enter)) {
        Q_EMIT photoWanted(row);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
               && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        if (!stepOpen())
            leave(true);
    } else {
        return false;
    }
    return true;
}

void MemberGrid::keyPressEvent(QKeyEvent *event)
{
    if (state() != EditingState && currentIndex().isValid() && runKey(event))
        return;
    QTableView::keyPressEvent(event);
}

void MemberGrid::copySelection() const
{
    const QString text = m_model->copied(selectionModel()->selectedIndexes());
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void MemberGrid::clearCells()
{
    m_draft.endStep();
    QList<MemberTexts> rows;
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    if (selected.isEmpty())
        return;
    const auto byRow = std::minmax_element(selected.cbegin(), selected.cend(),
                                           [](const auto &a, const auto &b) { return a.row() < b.row(); });
    const int first = byRow.first->row();
    const int last = std::min(byRow.second->row(), m_draft.memberCount() - 1);
    for (int row = first; row <= last; ++row)
        rows << MemberTexts();
    for (const QModelIndex &cell : selected) {
        if (cell.column() != MemberModel::Photo && cell.row() <= last)
            rows[cell.row() - first].insert(MemberModel::fieldOf(cell.column()), QString());
    }
    m_draft.pasteMembers(first, rows);
}

void MemberGrid::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    const QModelIndex now = currentIndex().isValid()
        ? currentIndex()
        : m_model->index(m_model->rowCount() - 1, MemberModel::Relation);
    const QDate today = m_draft.port().today();
    PastedRows pasted = readPastedRows(text, today);
    if (!pasted.isRecognised) {
        // Nothing tells which column is what: cell by cell from here on, as a spreadsheet does.
        for (const QStringList &cells : pastedCells(text)) {
            MemberTexts member;
            int column = std::max(now.column(), int(MemberModel::Relation));
            for (const QString &cell : cells) {
                if (column < MemberModel::Columns)
                    member.insert(MemberModel::fieldOf(column),
                                  memberTextFrom(MemberModel::fieldOf(column), cell, today));
                ++column;
            }
            pasted.rows << member;
        }
    }
    if (pasted.rows.isEmpty())
        return;
    m_draft.pasteMembers(now.row(), pasted.rows);
    setCurrentIndex(m_model->index(std::min(now.row() + int(pasted.rows.size()), m_model->rowCount() - 1),
                                   pasted.isRecognised ? int(MemberModel::Relation) : now.column()));
}

void MemberGrid::removeSelectedRows()
{
    QModelIndexList selected = selectionModel()->selectedIndexes();
    if (selected.isEmpty())
        selected << currentIndex();
    const auto byRow = std::minmax_element(selected.cbegin(), selected.cend(),
                                           [](const auto &a, const auto &b) { return a.row() < b.row(); });
    const int first = byRow.first->row();
    m_draft.removeMembers(first, byRow.second->row() - first + 1);
    setCurrentIndex(m_model->index(std::min(first, m_model->rowCount() - 1), currentIndex().column()));
}

void MemberGrid::moveCurrentRow(int by)
{
    const QModelIndex now = currentIndex();
    const int to = now.row() + by;
    if (m_model->isEntryRow(now.row()) || to < 0 || to >= m_draft.memberCount())
        return;
    m_draft.moveMember(now.row(), to);
    setCurrentIndex(m_model->index(to, now.column()));
}

void MemberGrid::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const bool isMember = currentIndex().isValid() && !m_model->isEntryRow(currentIndex().row());
    const int row = currentIndex().row();
    menu.addAction(tr("Copy"), QKeySequence::Copy, this, &MemberGrid::copySelection);
    menu.addAction(tr("Paste"), QKeySequence::Paste, this, &MemberGrid::paste);
    menu.addSeparator();
    menu.addAction(tr("Photo"), QKeySequence(Qt::Key_F4), this, [this, row] { Q_EMIT photoWanted(row); })
        ->setEnabled(isMember);
    menu.addAction(tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up), this, [this] { moveCurrentRow(-1); })
        ->setEnabled(isMember && row > 0);
    menu.addAction(tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down), this, [this] { moveCurrentRow(1); })
        ->setEnabled(isMember && row + 1 < m_draft.memberCount());
    menu.addAction(tr("Remove member"), QKeySequence(Qt::CTRL | Qt::Key_Delete), this,
                   &MemberGrid::removeSelectedRows)
        ->setEnabled(isMember);
    menu.exec(event->globalPos());
}

} // namespace Loket
