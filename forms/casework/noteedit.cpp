// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/noteedit.h"

#include "forms/casework/focusorder.h"
#include "forms/common/theme.h"

#include <QKeyEvent>

namespace Loket {

namespace {
constexpr int kNoteLines = 3;
}

NoteEdit::NoteEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (m_isShowing)
            return;
        m_isTyped = true;
        Q_EMIT typed(toPlainText());
    });
}

void NoteEdit::putText(const QString &text)
{
    if (toPlainText() == text)
        return;
    m_isShowing = true;
    setPlainText(text);
    m_isShowing = false;
}

bool NoteEdit::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
        if (isEnter && modifiers == Qt::ShiftModifier) {
            insertPlainText(QString(u'\n'));
            return true;
        }
        if (isEnter && modifiers == Qt::NoModifier)
            return focusNextOpen(this) || focusNextPrevChild(true);
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    return QPlainTextEdit::event(event);
}

void NoteEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    m_isTyped = false;
}

void NoteEdit::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        m_isTyped = false;
        Q_EMIT left();
    }
    QPlainTextEdit::focusOutEvent(event);
}

void NoteEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

QSize NoteEdit::sizeHint() const
{
    const int frame = 2 * (frameWidth() + int(document()->documentMargin()));
    return {Theme::current().px(240), fontMetrics().lineSpacing() * kNoteLines + frame};
}

QSize NoteEdit::minimumSizeHint() const
{
    return {Theme::current().px(120), sizeHint().height()};
}

} // namespace Loket
