// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/memberchooser.h"

#include "forms/casework/focusorder.h"
#include "forms/casework/knownmembermodel.h"

#include <QKeyEvent>

#include <utility>

namespace Loket {

MemberChooser::MemberChooser(KnownMemberModel &model, QWidget *parent)
    : ListTable(parent)
    , m_model(model)
{
    setModel(&model);
    connect(this, &ListTable::cellClicked, this, [this](int row) {
        if (m_isChoosing)
            choose(row);
    });
}

void MemberChooser::setChoosing(bool choosing)
{
    m_isChoosing = choosing;
    setFocusPolicy(choosing ? Qt::StrongFocus : Qt::NoFocus);
    setSelectionMode(choosing ? QAbstractItemView::SingleSelection : QAbstractItemView::NoSelection);
}

bool MemberChooser::isWaiting() const
{
    return m_isChoosing && m_model.rowCount() > 0 && m_model.chosenRow() < 0;
}

void MemberChooser::choose(int row)
{
    selectRow(row);
    setTyped({});
    m_isMoved = false;
    if (row >= 0)
        Q_EMIT chosen(m_model.keyAt(row));
}

void MemberChooser::setTyped(const QString &typed)
{
    if (std::exchange(m_typed, typed) != typed)
        Q_EMIT typedChanged(typed);
}

bool MemberChooser::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_isChoosing) {
        const auto *key = static_cast<QKeyEvent *>(event);
        // Before the focus moves: what was gone to is meant.
        if (key->key() == Qt::Key_Tab && m_isMoved)
            choose(currentRow());
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && !m_typed.isEmpty()) {
            event->accept();
            return true;
        }
    }
    return ListTable::event(event);
}

/// A figure chooses at once; letters look for a name.
bool MemberChooser::typeInto(const QKeyEvent &event)
{
    const QString text = event.text();
    if (text.isEmpty() || !text.at(0).isPrint()
        || (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        return false;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (m_typed.isEmpty() && isNumber) {
        const int row = m_model.rowOfNumber(number);
        if (row >= 0) {
            choose(row);
            focusNextOpen(this);
        }
        return true;
    }
    if (m_typed.isEmpty() && text == QLatin1String(" ")) {
        choose(currentRow());
        return true;
    }
    const int row = m_model.rowNamed(m_typed + text);
    if (row >= 0) { // a letter that leads nowhere is not taken
        setTyped(m_typed + text);
        selectRow(row);
        m_isMoved = true;
    }
    return true;
}

void MemberChooser::keyPressEvent(QKeyEvent *event)
{
    if (!m_isChoosing) {
        ListTable::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) {
            event->ignore();
            return;
        }
        choose(currentRow());
        if (!focusNextOpen(this))
            focusNextPrevChild(true);
        return;
    case Qt::Key_Backspace:
        setTyped(m_typed.chopped(m_typed.isEmpty() ? 0 : 1));
        return;
    case Qt::Key_Escape:
        setTyped({});
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        setTyped({});
        m_isMoved = true;
        break;
    default:
        if (typeInto(*event))
            return;
    }
    ListTable::keyPressEvent(event);
}

void MemberChooser::focusInEvent(QFocusEvent *event)
{
    if (m_model.chosenRow() >= 0)
        selectRow(m_model.chosenRow());
    m_isMoved = false;
    ListTable::focusInEvent(event);
}

void MemberChooser::focusOutEvent(QFocusEvent *event)
{
    setTyped({});
    ListTable::focusOutEvent(event);
}

} // namespace Loket
