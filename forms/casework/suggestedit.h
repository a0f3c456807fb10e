// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/suggestlist.h"

#include <QLineEdit>
#include <QPointer>

#include <functional>

namespace Loket {

/// A line editor that offers what the typed text may mean. Up and Down choose, Tab or Enter takes the chosen
/// one and goes on, Escape closes the list. What is taken is the value; a text that matched nothing stays as
/// typed.
class SuggestEdit : public QLineEdit
{
    Q_OBJECT
public:
    /// Called for every key; must be fast (one frame) and answer a short list, best first.
    using Source = std::function<QList<Suggestion>(const QString &typed)>;

    explicit SuggestEdit(QWidget *parent = nullptr);
    ~SuggestEdit() override;

    /// An empty function: a plain line editor.
    void setSource(Source source);
    /// For short closed lists: show all of it as soon as the editor has the focus.
    void setOpensAtOnce(bool opensAtOnce) { m_opensAtOnce = opensAtOnce; }
    bool isListOpen() const;
    /// Takes the chosen suggestion (with `takes`, or when it is the only one), or tells of the typed text.
    void settle(bool takes);

Q_SIGNALS:
    /// A suggestion was taken, by key or mouse.
    void taken(const QString &value);
    /// The editor is being left with a text that was typed and for which nothing was taken.
    void leftAsTyped(const QString &text);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    /// Tab, Backtab, Enter after the text was taken. False: the usual.
    virtual bool leaveBy(QKeyEvent *event);
    /// Whether Escape means something in here, before it means something to the window.
    virtual bool wantsEscape() const { return isListOpen(); }
    void closeList();

private:
    void openList(const QString &typed);
    void take(int index);

    Source m_source;
    QPointer<SuggestList> m_list;
    bool m_opensAtOnce = false;
    bool m_isTyped = false;
};

} // namespace Loket
