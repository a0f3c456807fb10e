// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/focusorder.h"

#include "forms/casework/membergrid.h"
#include "forms/casework/suggestedit.h"

#include <QCheckBox>

namespace Loket {

namespace {

bool isWaiting(QWidget *widget)
{
    if (!widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus))
        return false;
    if (const auto *edit = qobject_cast<SuggestEdit *>(widget))
        return edit->text().isEmpty();
    if (const auto *box = qobject_cast<QCheckBox *>(widget))
        return !box->isChecked();
    return qobject_cast<MemberGrid *>(widget) != nullptr;
}

} // namespace

bool focusNextOpen(QWidget *from)
{
    for (QWidget *next = from->nextInFocusChain(); next && next != from; next = next->nextInFocusChain()) {
        if (next->window() == from->window() && !from->isAncestorOf(next) && isWaiting(next)) {
            next->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return false;
}

} // namespace Loket
