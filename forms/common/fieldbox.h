// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"

#include <QWidget>

class QLabel;

namespace Loket {

/// A label above, an editor, and what is wrong with it below. The label is the editor's accessible name and
/// moves the focus to it; an error is added to the accessible description.
class FieldBox : public QWidget
{
    Q_OBJECT

public:
    /// Takes the editor. Its objectName should be the field's path in the case.
    FieldBox(const QString &label, QWidget *editor, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    QString label() const;
    QWidget *editor() const { return m_editor; }
    template <typename T>
    T *editorAs() const
    {
        return qobject_cast<T *>(m_editor);
    }

    /// Words under the editor and its frame's tone; empty: nothing wrong.
    void setProblem(const QString &text, Tone tone = Tone::Danger);
    QString problem() const;
    /// Quiet words between editor and problem, e.g. the value before a change; empty: none.
    void setNote(const QString &text);
    QString note() const;

private:
    void applyMetrics();
    void describe();

    QLabel *m_label;
    QWidget *m_editor;
    QLabel *m_note;
    QLabel *m_problem;
};

} // namespace Loket
