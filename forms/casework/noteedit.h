// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace Loket {

/// Text of several lines among the other fields: Tab and Enter go on as everywhere on the page, Shift+Enter
/// begins a new line. Undo is the page's.
class NoteEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit NoteEdit(QWidget *parent = nullptr);

    bool isTyped() const { return m_isTyped; }
    /// Puts a text that nobody typed here.
    void putText(const QString &text);

Q_SIGNALS:
    void typed(const QString &text);
    void left();

protected:
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    bool m_isShowing = false;
    bool m_isTyped = false;
};

} // namespace Loket
