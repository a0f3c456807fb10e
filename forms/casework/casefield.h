// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/suggestedit.h"
#include "forms/common/fieldbox.h"
#include "model/rulebook/catalogue.h"

namespace Loket {

class CaseDraft;
class NoteEdit;

/// One field of the catalogue on the page: label, editor of its kind, and what is wrong with it. Writes every
/// key into the draft and follows the draft. Its objectName and the editor's are the path in the case.
class CaseField : public FieldBox
{
    Q_OBJECT
public:
    /// `path` is the field's own, with a member's number for "[]". Takes `editor`; null: makes one.
    CaseField(const Field &field, const QString &path, CaseDraft &draft, QWidget *parent = nullptr,
              SuggestEdit *editor = nullptr);

    const Field &field() const { return m_field; }
    const QString &path() const { return m_path; }
    /// The same field of another member.
    void setPath(const QString &path);
    /// Null for a field of several lines.
    SuggestEdit *edit() const { return editorAs<SuggestEdit>(); }
    /// Focus with everything selected, so that typing replaces it.
    void enter(Qt::FocusReason reason = Qt::OtherFocusReason);
    /// How much room a field of this kind asks for: pixels at 100 % text, and its share of the rest.
    static int roomOf(const Field &field);
    static int stretchOf(const Field &field);
    static bool startsLine(const Field &field);

    /// Takes text and problems of the draft again. Problems are shown once the field was left or `showAll`.
    void refresh(bool showAll);
    void retranslate();

Q_SIGNALS:
    /// A whole value was given: taken from the list, or typed and left.
    void valueGiven(const QString &value);

private:
    void setUp();
    void setUpNote();
    void showText(const QString &text);
    void showOldValue();
    bool isTyping() const;
    NoteEdit *noteEdit() const;
    void type(const QString &text);
    void leave(const QString &text);
    void give(const QString &value);
    QString understood(const QString &typed) const;
    bool isClosed() const; ///< takes its words from a list
    SuggestEdit::Source source() const;

    Field m_field;
    QString m_path;
    CaseDraft &m_draft;
    bool m_wasLeft = false;
};

} // namespace Loket
