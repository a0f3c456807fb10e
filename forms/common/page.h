// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Loket {

/// What a function key asks of the page in front.
enum class Act {
    Photo,       ///< F4
    NextProblem, ///< F6
    Submit,      ///< Ctrl+Enter
    Print,       ///< Ctrl+P
    SaveDraft    ///< Ctrl+S
};

/// A page of the main window. It says its texts anew on LanguageChange and takes sizes again on
/// Theme::changed.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(QWidget *parent = nullptr);

    virtual QString title() const = 0;            ///< for window title, tab and screen readers
    virtual bool can(Act) const { return false; } ///< whether the key does something here, now
    virtual void perform(Act) { }                 ///< only called when can()
    virtual void cameToFront() { }                ///< re-read; put the focus where work goes on
    virtual void leaving() { }                    ///< keep what was typed (autosave)

Q_SIGNALS:
    void titleChanged();
};

} // namespace Loket
