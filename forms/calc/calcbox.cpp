// SPDX-License-Identifier: Apache-2.0
#include "forms/calc/calcbox.h"

#include "forms/calc/calctyping.h"
#include "forms/common/language.h"
#include "forms/common/theme.h"

#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

bool CalcEdit::leaveBy(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    Q_EMIT entered();
    return true;
}

void CalcEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !isListOpen() && text() != m_before) {
        setText(m_before);
        selectAll();
        Q_EMIT restored();
        return;
    }
    SuggestEdit::keyPressEvent(event);
}

void CalcEdit::focusInEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        m_before = text();
    SuggestEdit::focusInEvent(event);
}

CalcBox::CalcBox(const QString &calculator, const CalcField &field, const QString &place, QDate today,
                 QWidget *parent)
    : FieldBox({}, new CalcEdit, parent)
    , m_field(field)
    , m_place(place)
    , m_today(today)
{
    setObjectName(u"box "_s + place);
    edit()->setObjectName(place);
    edit()->setSource(calcSource(field));
    edit()->setOpensAtOnce(isCalcClosed(field));
    if (field.kind == "nik"_L1)
        edit()->setProperty("role", u"mono"_s);
    connect(edit(), &QLineEdit::textEdited, this, [this](const QString &text) {
        m_value = calcTyped(m_field, text, m_today, false);
        Q_EMIT changed();
    });
    connect(edit(), &SuggestEdit::taken, this, [this](const QString &value) {
        put(calcTaken(m_field, value));
        edit()->setModified(false);
        Q_EMIT changed();
    });
    connect(edit(), &SuggestEdit::leftAsTyped, this, [this](const QString &text) {
        edit()->setModified(false);
        put(calcTyped(m_field, text, m_today, true));
        Q_EMIT changed();
    });
    connect(edit(), &CalcEdit::restored, this, [this] {
        m_value = calcTyped(m_field, edit()->text(), m_today, true);
        edit()->setModified(false);
        Q_EMIT changed();
    });
    connect(edit(), &CalcEdit::entered, this, &CalcBox::entered);
    const QString language = currentLanguage();
    setLabel(calcShortLabel(calculator, place, language));
    edit()->setAccessibleName(calcLabel(calculator, place, language));
}

void CalcBox::put(const QJsonValue &value)
{
    m_value = value;
    const QString text = calcShown(m_field, value);
    if (edit()->text() != text)
        edit()->setText(text);
}

bool CalcBox::isTyping() const
{
    return edit()->hasFocus() && edit()->isModified();
}

bool CalcBox::isClosed() const
{
    return isCalcClosed(m_field);
}

int CalcBox::room() const
{
    const Theme &theme = Theme::current();
    const int label
        = QFontMetrics(theme.font(Type::Small)).horizontalAdvance(this->label()) * 100 / theme.scale();
    return std::max(editorRoom(), label + 6);
}

int CalcBox::editorRoom() const
{
    if (m_place.contains(u'['))
        return m_field.kind == "flag"_L1 ? 72 : 110;
    if (m_field.kind == "date"_L1 || m_field.kind == "month"_L1 || m_field.kind == "count"_L1)
        return 150;
    if (m_field.kind == "code"_L1 || m_field.kind == "nik"_L1)
        return 220;
    if (m_field.kind == "dates"_L1 || m_field.kind == "months"_L1 || m_field.kind == "codes"_L1)
        return 240;
    return m_field.kind == "money"_L1 ? 180 : 120;
}

int CalcBox::stretch() const
{
    static const QStringList kinds = {u"code"_s, u"dates"_s, u"months"_s, u"codes"_s};
    return kinds.contains(m_field.kind) ? 1 : 0;
}

} // namespace Loket
