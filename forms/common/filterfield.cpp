// SPDX-License-Identifier: Apache-2.0
#include "forms/common/filterfield.h"

#include "forms/common/theme.h"

#include <QAction>
#include <QKeyEvent>

namespace Loket {

using namespace Qt::StringLiterals;

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
    , m_glass(addAction(QIcon(), QLineEdit::LeadingPosition))
{
    setProperty("role", u"search"_s);
    setMaxLength(200);
    connect(&Theme::current(), &Theme::changed, this, &FilterField::applyLook);
    applyLook();
}

bool FilterField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isUndoOfOthers = key->matches(QKeySequence::Undo) && !isUndoAvailable();
        const bool isEmptying = key->key() == Qt::Key_Escape && !text().isEmpty();
        if (isUndoOfOthers) { // belongs to the message that offers a way back
            event->ignore();
            return true;
        }
        if (isEmptying) { // before Esc leaves the page
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    constexpr int kPage = 8;
    switch (event->key()) {
    case Qt::Key_Down:
        Q_EMIT moveAsked(1);
        return;
    case Qt::Key_Up:
        Q_EMIT moveAsked(-1);
        return;
    case Qt::Key_PageDown:
        Q_EMIT moveAsked(kPage);
        return;
    case Qt::Key_PageUp:
        Q_EMIT moveAsked(-kPage);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier)
            break;
        Q_EMIT openAsked();
        return;
    case Qt::Key_Escape:
        if (!text().isEmpty()) {
            clear();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::applyLook()
{
    const Theme &theme = Theme::current();
    m_glass->setIcon(theme.icon(Icon::Search, theme.tokens().muted));
}

} // namespace Loket
