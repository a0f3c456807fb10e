// SPDX-License-Identifier: Apache-2.0
#include "forms/common/inspectparts.h"

#include "forms/common/celldelegate.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTableView>

namespace Loket::Inspecting {

using namespace Qt::StringLiterals;

namespace {

void addCut(const QWidget *widget, const QString &words, int needed, int room, QList<Finding> &found)
{
    found += {u"cut"_s, pathOf(widget),
              u"“%1” needs %2 of %3 pixels"_s.arg(words.left(60)).arg(needed).arg(room)};
}

void lookAtLabel(const QLabel *label, QList<Finding> &found)
{
    if (label->text().isEmpty())
        return;
    if (label->wordWrap()) {
        const int needed = label->heightForWidth(label->width());
        if (needed > label->height() + 1)
            addCut(label, label->text(), needed, label->height(), found);
        return;
    }
    const int needed = label->sizeHint().width();
    if (needed > label->width() + 1)
        addCut(label, label->text(), needed, label->width(), found);
    else if (label->sizeHint().height() > label->height() + 2)
        addCut(label, label->text(), label->sizeHint().height(), label->height(), found);
}

void lookAtEdit(const QLineEdit *edit, QList<Finding> &found)
{
    const QString words = wordsOf(edit);
    // Frame and padding of the style sheet: what the size hint has around seventeen letters is too much, so
    // the room is asked from the style.
    const QMargins margins = edit->textMargins();
    int room = edit->width() - margins.left() - margins.right()
        - 2 * edit->style()->pixelMetric(QStyle::PM_DefaultFrameWidth, nullptr, edit);
    for (const QWidget *inside : edit->findChildren<QWidget *>()) {
        if (inside->isVisibleTo(edit))
            room -= inside->width();
    }
    const int needed = edit->fontMetrics().horizontalAdvance(words);
    if (needed > room)
        addCut(edit, words, needed, room, found);
}

void lookAtBox(const QComboBox *box, QList<Finding> &found)
{
    QStyleOptionComboBox option;
    option.initFrom(box);
    option.subControls = QStyle::SC_All;
    const int room = box->style()
                         ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box)
                         .width();
    const int needed = box->fontMetrics().horizontalAdvance(box->currentText());
    if (needed > room)
        addCut(box, box->currentText(), needed, room, found);
}

/// What is wider than an area that never scrolls sideways can't be seen at all.
void lookAtArea(const QScrollArea *area, QList<Finding> &found)
{
    const QWidget *content = area->widget();
    if (!content || area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
        return;
    if (content->width() > area->viewport()->width() + 1)
        addCut(area, u"the content of a column"_s, content->width(), area->viewport()->width(), found);
}

void lookAtHeader(const QHeaderView *header, QList<Finding> &found)
{
    if (!header->isVisible() || !header->model() || header->orientation() != Qt::Horizontal)
        return;
    for (int section = 0; section < header->count(); ++section) {
        const QString words = header->model()->headerData(section, Qt::Horizontal).toString();
        if (header->isSectionHidden(section) || words.isEmpty())
            continue;
        const int needed = header->fontMetrics().horizontalAdvance(words);
        if (needed > header->sectionSize(section))
            addCut(header, words, needed, header->sectionSize(section), found);
    }
}

void lookAtCells(const QAbstractItemView *view, QList<Finding> &found)
{
    if (!view->model())
        return;
    if (const auto *table = qobject_cast<const QTableView *>(view))
        lookAtHeader(table->horizontalHeader(), found);
    const QVariantList mayShorten
        = view->property("mayShorten").toList() + view->property("shortenedForSize").toList();
    const QRect shown = view->viewport()->rect();
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        for (int column = 0; column < view->model()->columnCount(); ++column) {
            const QModelIndex index = view->model()->index(row, column);
            const QRect cell = view->visualRect(index);
            if (mayShorten.contains(column) || !cell.intersects(shown))
                continue;
            QStyleOptionViewItem option;
            option.initFrom(view);
            option.font = view->font();
            const auto *delegate = view->itemDelegateForIndex(index);
            const auto *cells = qobject_cast<const CellDelegate *>(delegate);
            const int needed = cells ? cells->widthOf(index) : delegate->sizeHint(option, index).width();
            if (needed > cell.width() + 1)
                addCut(view, index.data().toString(), needed, cell.width(), found);
        }
    }
}

} // namespace

void findCutText(QWidget *widget, QList<Finding> &found)
{
    if (const auto *label = qobject_cast<QLabel *>(widget)) {
        lookAtLabel(label, found);
    } else if (const auto *edit = qobject_cast<QLineEdit *>(widget)) {
        lookAtEdit(edit, found);
    } else if (const auto *box = qobject_cast<QComboBox *>(widget)) {
        lookAtBox(box, found);
    } else if (const auto *area = qobject_cast<QScrollArea *>(widget)) {
        lookAtArea(area, found);
    } else if (const auto *view = qobject_cast<QAbstractItemView *>(widget)) {
        lookAtCells(view, found);
    } else if (!wordsOf(widget).isEmpty() && widget->hasHeightForWidth()) { // words that wrap
        const int needed = widget->heightForWidth(widget->width());
        if (needed > widget->height() + 2)
            addCut(widget, wordsOf(widget), needed, widget->height(), found);
    } else if (!wordsOf(widget).isEmpty()) { // buttons, pills, key caps: their hint is what the words need
        const QSize needed = widget->sizeHint();
        if (needed.width() > widget->width() + 1)
            addCut(widget, wordsOf(widget), needed.width(), widget->width(), found);
        else if (needed.height() > widget->height() + 2)
            addCut(widget, wordsOf(widget), needed.height(), widget->height(), found);
    }
}

} // namespace Loket::Inspecting
