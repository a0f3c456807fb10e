// SPDX-License-Identifier: Apache-2.0
// Keys, clipboard and rows of the member grid.
#include "forms/casework/membergrid.h"

#include "forms/casework/membermodel.h"
#include "forms/casework/pastedrows.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

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
