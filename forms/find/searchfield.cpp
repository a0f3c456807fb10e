// SPDX-License-Identifier: Apache-2.0
#include "forms/find/searchfield.h"

#include "forms/common/theme.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>

namespace Loket {

using namespace Qt::StringLiterals;

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_glass(addAction(QIcon(), QLineEdit::LeadingPosition))
{
    setObjectName("search"_L1);
    setProperty("role", u"search"_s);
    setMaxLength(200);
    connect(&Theme::current(), &Theme::changed, this, &SearchField::applyLook);
    applyLook();
    retranslate();
}

bool SearchField::event(QEvent *event)
{
    // Ctrl+Z with nothing typed belongs to the message that offers a way back, not to the field.
    if (event->type() == QEvent::ShortcutOverride && !isUndoAvailable()
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
        event->ignore();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const int page = 8;
    switch (event->key()) {
    case Qt::Key_Down:
        Q_EMIT moveAsked(1);
        return;
    case Qt::Key_Up:
        Q_EMIT moveAsked(-1);
        return;
    case Qt::Key_PageDown:
        Q_EMIT moveAsked(page);
        return;
    case Qt::Key_PageUp:
        Q_EMIT moveAsked(-page);
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

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SearchField::retranslate()
{
    setAccessibleName(tr("Search participants"));
    setAccessibleDescription(tr("NIK, KK, card number, VA, phone or name"));
}

void SearchField::setHints(const QStringList &hints)
{
    m_hints = hints;
    pickHint();
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    pickHint();
}

void SearchField::pickHint()
{
    // The glass at the left and the frame take three of its sizes.
    const int room = width() - 3 * Theme::current().px(Metric::kIcon);
    QString fitting;
    for (const QString &hint : m_hints) {
        fitting = hint;
        if (fontMetrics().horizontalAdvance(hint) <= room)
            break;
    }
    setPlaceholderText(fitting);
}

void SearchField::speak(const QString &words)
{
    setAccessibleDescription(words.isEmpty() ? tr("NIK, KK, card number, VA, phone or name") : words);
}

void SearchField::applyLook()
{
    const Theme &theme = Theme::current();
    m_glass->setIcon(theme.icon(Icon::Search, theme.tokens().muted));
}

} // namespace Loket
