// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/focusorder.h"

#include "forms/casework/memberchooser.h"
#include "forms/casework/membergrid.h"
#include "forms/casework/noteedit.h"
#include "forms/casework/suggestedit.h"

#include <QCheckBox>
#include <QLayout>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

void collectStopsOf(QLayout *layout, QList<QWidget *> &stops);

bool isWaiting(QWidget *widget)
{
    if (!widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus))
        return false;
    if (widget->property("optional").toBool()) // Tab goes there, Enter goes past
        return false;
    if (const auto *edit = qobject_cast<SuggestEdit *>(widget))
        return edit->text().isEmpty();
    if (const auto *box = qobject_cast<QCheckBox *>(widget))
        return !box->isChecked();
    if (const auto *note = qobject_cast<NoteEdit *>(widget))
        return note->document()->isEmpty();
    if (const auto *chooser = qobject_cast<MemberChooser *>(widget))
        return chooser->isWaiting();
    return qobject_cast<MemberGrid *>(widget) != nullptr;
}

/// What takes the focus below `widget`, in the order of the layouts.
void collectStops(QWidget *widget, QList<QWidget *> &stops)
{
    if (widget->focusPolicy() & Qt::TabFocus)
        stops << widget;
    if (qobject_cast<QAbstractItemView *>(widget))
        return; // one stop, whatever is in it
    if (auto *area = qobject_cast<QScrollArea *>(widget)) {
        collectStops(area->widget(), stops);
        return;
    }
    if (widget->layout())
        collectStopsOf(widget->layout(), stops);
}

void collectStopsOf(QLayout *layout, QList<QWidget *> &stops)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (item->widget())
            collectStops(item->widget(), stops);
        else if (item->layout())
            collectStopsOf(item->layout(), stops);
    }
}

} // namespace

bool focusNextOpen(QWidget *from)
{
    for (QWidget *next = from->nextInFocusChain(); next && next != from; next = next->nextInFocusChain()) {
        // The page's head is passed once everything below was: nothing is open, so on to submitting.
        const bool isEnd = next->objectName() == u"submitCase" && next->isEnabled();
        if (next->window() == from->window() && !from->isAncestorOf(next) && (isEnd || isWaiting(next))) {
            next->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return false;
}

void putInReadingOrder(QWidget *page)
{
    QList<QWidget *> stops;
    collectStops(page, stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}

} // namespace Loket
