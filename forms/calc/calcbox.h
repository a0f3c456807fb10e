// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/suggestedit.h"
#include "forms/common/fieldbox.h"
#include "model/dues/calctexts.h"

#include <QDate>
#include <QJsonValue>

namespace Loket {

/// The editor of one field of a calculator. Esc gives back what stood there when the field was entered; Enter
/// goes on.
class CalcEdit : public SuggestEdit
{
    Q_OBJECT
public:
    using SuggestEdit::SuggestEdit;

Q_SIGNALS:
    void entered();  ///< Enter: on to the next field
    void restored(); ///< Esc: as before

protected:
    bool leaveBy(QKeyEvent *event) override;
    bool wantsEscape() const override { return isListOpen() || text() != m_before; }
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QString m_before;
};

/// One field of a calculator: label, editor, and what is wrong with it. `place` is its key, or
/// "children[0].born" in a list.
class CalcBox : public FieldBox
{
    Q_OBJECT
public:
    CalcBox(const QString &calculator, const CalcField &field, const QString &place, QDate today,
            QWidget *parent = nullptr);

    const QString &place() const { return m_place; }
    CalcEdit *edit() const { return editorAs<CalcEdit>(); }
    const QJsonValue &value() const { return m_value; } ///< undefined: nothing yet
    void put(const QJsonValue &value);
    bool isTyping() const;
    bool isClosed() const; ///< its words come from a list
    /// Pixels at 100 % text, and its share of what is left of the line.
    int room() const;
    int stretch() const;

Q_SIGNALS:
    void changed();
    void entered();

private:
    int editorRoom() const;

    const CalcField m_field;
    const QString m_place;
    const QDate m_today;
    QJsonValue m_value = QJsonValue::Undefined;
};

} // namespace Loket
