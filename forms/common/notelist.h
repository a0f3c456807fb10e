// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"

#include <QAbstractListModel>
#include <QListView>

namespace Loket {

/// One line of a NoteList: what it is about, at the right a mark, below it more words.
struct NoteRow {
    QString key;    ///< tells rows apart when the list is filled anew; not shown
    QString title;  ///< wraps when it has to
    QString detail; ///< quiet words below; empty: none
    QString mark;   ///< shown as a pill; empty: none
    Tone tone = Tone::Neutral;
    QString tip;
    bool isHeading = false; ///< a title over the rows below it; can't be chosen
    bool isQuiet = false;   ///< can't be done now: the title in the colour of quiet words
    friend bool operator==(const NoteRow &, const NoteRow &) = default;
};

class NoteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole + 100 };

    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<NoteRow> &rows);
    const QList<NoteRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<NoteRow> m_rows;
};

/// A list of notes under headings. ↑↓ moves over what can be chosen, Enter or a click opens, a click on the
/// mark asks why. Nothing is cut: rows grow with their words.
class NoteList : public QListView
{
    Q_OBJECT

public:
    explicit NoteList(QWidget *parent = nullptr);

    void setRows(const QList<NoteRow> &rows); ///< the current row stays, found by its key
    const NoteRow &row(int row) const { return m_model->rows().at(row); }
    int rows() const { return int(m_model->rows().size()); }
    int currentRow() const { return currentIndex().row(); } ///< -1: none
    void setCurrent(int row);                               ///< out of range: none
    void moveBy(int rows);                                  ///< over headings
    int firstRow() const;                                   ///< that can be chosen; -1: none

    /// Takes the height of its rows, of at most `most` of them, and scrolls when it has less; `least`: how
    /// many stay in sight.
    void setFits(int least, int most);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(int row);
    void whyAsked(int row);

protected:
    void keyPressEvent(QKeyEvent *) override;
    void mouseReleaseEvent(QMouseEvent *) override;
    void mouseMoveEvent(QMouseEvent *) override;
    void resizeEvent(QResizeEvent *) override;
    void focusInEvent(QFocusEvent *) override;
    void focusOutEvent(QFocusEvent *) override;

private:
    int heightOf(int rows) const;
    void refit();

    NoteModel *m_model;
    int m_fittedWidth = -1; ///< of the whole list, for which it was last fitted
    int m_least = 0;        ///< 0: takes what room there is
    int m_most = 0;
};

} // namespace Loket
