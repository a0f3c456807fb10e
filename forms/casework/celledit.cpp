// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/celledit.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace Loket {

CellEdit::CellEdit(QWidget *parent)
    : SuggestEdit(parent)
{
    setProperty("role", u"cell"_s);
    setFrame(false);
}

bool CellEdit::leaveBy(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    Q_EMIT left(event->key() == Qt::Key_Enter ? int(Qt::Key_Return) : event->key());
    return true;
}

void CellEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isUpDown = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (isUpDown && !isListOpen() && event->modifiers() == Qt::NoModifier) {
        Q_EMIT left(event->key());
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        const QString text = QGuiApplication::clipboard()->text().trimmed();
        if (text.contains(u'\t') || text.contains(u'\n')) {
            Q_EMIT rowsPasted();
            return;
        }
    }
    SuggestEdit::keyPressEvent(event);
}

} // namespace Loket
