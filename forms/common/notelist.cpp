// SPDX-License-Identifier: Apache-2.0
#include "forms/common/notelist.h"

#include "forms/common/notedelegate.h"
#include "forms/common/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace Loket {

using namespace Qt::StringLiterals;

void NoteModel::setRows(const QList<NoteRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int NoteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant NoteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NoteRow &one = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return one.title;
    case Qt::ToolTipRole:
        return one.tip.isEmpty() ? QVariant() : QVariant(one.tip);
    case Qt::AccessibleTextRole: {
        QStringList words{one.title, one.mark, one.detail};
        words.removeAll(QString());
        return words.join(u". "_s);
    }
    case KeyRole:
        return one.key;
    default:
        return {};
    }
}

Qt::ItemFlags NoteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows.at(index.row()).isHeading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

NoteList::NoteList(QWidget *parent)
    : QListView(parent)
    , m_model(new NoteModel(this))
{
    setModel(m_model);
    setItemDelegate(new NoteDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    viewport()->setAttribute(Qt::WA_Hover);
    connect(&Theme::current(), &Theme::changed, this, &NoteList::refit);
}

void NoteList::setRows(const QList<NoteRow> &rows)
{
    const QString key = currentRow() >= 0 ? row(currentRow()).key : QString();
    m_model->setRows(rows);
    if (!key.isEmpty()) {
        for (int i = 0; i < int(rows.size()); ++i) {
            if (rows.at(i).key == key && !rows.at(i).isHeading)
                setCurrent(i);
        }
    }
    refit();
}

void NoteList::setCurrent(int row)
{
    const QModelIndex at = row < 0 ? QModelIndex() : m_model->index(row);
    setCurrentIndex(at);
    if (at.isValid())
        scrollTo(at);
    else
        clearSelection();
}

int NoteList::firstRow() const
{
    for (int i = 0; i < rows(); ++i) {
        if (!row(i).isHeading)
            return i;
    }
    return -1;
}

void NoteList::moveBy(int by)
{
    const int step = by < 0 ? -1 : 1;
    int at = currentRow();
    if (at < 0) {
        setCurrent(firstRow());
        return;
    }
    for (int left = qAbs(by); left > 0; --left) {
        int next = at + step;
        while (next >= 0 && next < rows() && row(next).isHeading)
            next += step;
        if (next < 0 || next >= rows())
            break;
        at = next;
    }
    setCurrent(at);
    if (at == firstRow())
        scrollToTop(); // its heading too
}

void NoteList::setFits(int least, int most)
{
    m_least = least;
    m_most = most;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    refit();
}

int NoteList::heightOf(int rows) const
{
    // As if the scroll bar were there: a height that depends on whether it is would call it up and send it
    // away again.
    const int width = contentsRect().width() - verticalScrollBar()->sizeHint().width();
    int height = 0;
    for (int i = 0; i < qMin(rows, this->rows()); ++i)
        height += NoteDelegate::heightOf(row(i), width);
    return height;
}

QSize NoteList::sizeHint() const
{
    return m_least == 0 ? QListView::sizeHint() : QSize(QListView::sizeHint().width(), heightOf(m_most));
}

QSize NoteList::minimumSizeHint() const
{
    return {1, m_least == 0 ? Theme::current().px(5 * Metric::kRow) : heightOf(m_least)};
}

void NoteList::refit()
{
    scheduleDelayedItemsLayout();
    updateGeometry();
}

void NoteList::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentRow() >= 0) {
        Q_EMIT opened(currentRow());
        return;
    }
    QListView::keyPressEvent(event);
}

void NoteList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex at = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !at.isValid() || row(at.row()).isHeading)
        return;
    setCurrent(at.row());
    if (NoteDelegate::markOf(row(at.row()), visualRect(at)).contains(event->pos()))
        Q_EMIT whyAsked(at.row());
    else
        Q_EMIT opened(at.row());
}

void NoteList::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const QModelIndex at = indexAt(event->pos());
    viewport()->setCursor(at.isValid() && !row(at.row()).isHeading ? Qt::PointingHandCursor
                                                                   : Qt::ArrowCursor);
}

void NoteList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (std::exchange(m_fittedWidth, width()) != width())
        refit();
}

void NoteList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (currentRow() < 0)
        setCurrent(firstRow());
    viewport()->update();
}

void NoteList::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
}

} // namespace Loket
