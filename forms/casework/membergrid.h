// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/casedraft.h"

#include <QTableView>

#include <functional>

namespace Loket {

class MemberDelegate;
class MemberModel;

/// The members of a family, entered like a spreadsheet. Typing starts a cell; Tab goes to the next cell,
/// Enter to the next one that is still empty; the last row adds a member. As high as its rows, never
/// scrolling by itself.
class MemberGrid : public QTableView
{
    Q_OBJECT
public:
    /// `draft` outlives the grid.
    explicit MemberGrid(CaseDraft &draft, QWidget *parent = nullptr);
    ~MemberGrid() override;

    MemberModel &members() { return *m_model; }
    /// Selects a cell and takes the focus.
    void showCell(int row, int column);
    /// Goes on after the fields that a row has outside the grid.
    void continueAfter(int row, bool forward);
    /// What is being typed goes into the draft, as when the cell is left.
    void commitEditing();
    /// Whether a row has fields outside the grid; `onlyOpen`: that are still empty.
    void setDetailsOf(std::function<bool(int row, bool onlyOpen)> detailsOf)
    {
        m_detailsOf = std::move(detailsOf);
    }
    void retranslate();

    void copySelection() const;
    void paste();
    void removeSelectedRows();
    void moveCurrentRow(int by);

    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void photoWanted(int row);
    void detailsWanted(int row);
    void currentRowChanged(int row);

protected:
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool event(QEvent *event) override;

private:
    bool goOn(int key);
    bool stepCell(bool forward);
    bool stepOpen();
    void leave(bool forward);
    void clearCells();
    void applyMetrics();
    void placeColumns();
    bool runKey(QKeyEvent *event);

    CaseDraft &m_draft;
    MemberModel *m_model;
    MemberDelegate *m_delegate;
    std::function<bool(int, bool)> m_detailsOf;
};

} // namespace Loket
