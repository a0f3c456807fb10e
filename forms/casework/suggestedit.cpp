// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/suggestedit.h"

#include "forms/casework/focusorder.h"

#include <QKeyEvent>

namespace Loket {

SuggestEdit::SuggestEdit(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textEdited, this, [this](const QString &typed) {
        m_isTyped = true;
        openList(typed);
    });
}

SuggestEdit::~SuggestEdit()
{
    delete m_list;
}

void SuggestEdit::setSource(Source source)
{
    m_source = std::move(source);
}

bool SuggestEdit::isListOpen() const
{
    return m_list && m_list->isVisible();
}

void SuggestEdit::openList(const QString &typed)
{
    if (!m_source || isReadOnly())
        return;
    const QList<Suggestion> suggestions
        = typed.trimmed().isEmpty() && !m_opensAtOnce ? QList<Suggestion>() : m_source(typed);
    if (suggestions.isEmpty()) {
        closeList();
        return;
    }
    if (!m_list || m_list->parentWidget() != window()) {
        delete m_list;
        m_list = new SuggestList(window());
        connect(m_list, &SuggestList::clicked, this, &SuggestEdit::take);
    }
    // Nothing typed yet: nothing chosen, so that going through a field changes nothing.
    m_list->open(this, suggestions, m_isTyped && !typed.trimmed().isEmpty() ? 0 : -1);
}

void SuggestEdit::closeList()
{
    if (m_list)
        m_list->hide();
}

void SuggestEdit::take(int index)
{
    const Suggestion suggestion = m_list->at(index);
    closeList();
    m_isTyped = false;
    setText(suggestion.text);
    Q_EMIT taken(suggestion.value);
}

void SuggestEdit::settle(bool takes)
{
    // Leaving with the mouse says nothing about the list, so only what can't be mistaken is taken then.
    if (isListOpen() && m_list->current() >= 0 && (takes || m_list->count() == 1))
        take(m_list->current());
    closeList();
    if (std::exchange(m_isTyped, false))
        Q_EMIT leftAsTyped(text());
}

bool SuggestEdit::leaveBy(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return false;
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    return focusNextOpen(this) || focusNextPrevChild(true);
}

bool SuggestEdit::event(QEvent *event)
{
    // Here and not in keyPressEvent(): QWidget::event() moves the focus on Tab before that is called.
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isBack = key->key() == Qt::Key_Backtab;
        if (isBack || key->key() == Qt::Key_Tab || key->key() == Qt::Key_Return
            || key->key() == Qt::Key_Enter) {
            settle(!isBack);
            if (leaveBy(key))
                return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && wantsEscape()) {
            event->accept();
            return true;
        }
        // Undo is the page's: it knows more than the text of one editor.
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    return QLineEdit::event(event);
}

void SuggestEdit::keyPressEvent(QKeyEvent *event)
{
    if (isListOpen()) {
        switch (event->key()) {
        case Qt::Key_Down:
        case Qt::Key_Up:
            m_list->step(event->key() == Qt::Key_Down ? 1 : -1);
            m_isTyped = true;
            return;
        case Qt::Key_Escape:
            closeList();
            return;
        default:
            break;
        }
    } else if (event->key() == Qt::Key_Down && m_source && event->modifiers() == Qt::NoModifier) {
        openList(text());
        if (isListOpen())
            return;
    }
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) {
        event->ignore();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SuggestEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    m_isTyped = false;
    if (m_opensAtOnce && event->reason() != Qt::ActiveWindowFocusReason
        && event->reason() != Qt::PopupFocusReason)
        openList({});
}

void SuggestEdit::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        settle(event->reason() != Qt::MouseFocusReason);
    QLineEdit::focusOutEvent(event);
}

void SuggestEdit::hideEvent(QHideEvent *event)
{
    closeList();
    QLineEdit::hideEvent(event);
}

} // namespace Loket
