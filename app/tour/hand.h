// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <Qt>

class QWidget;

namespace Loket {

/// An officer's hands: keys and clicks that go the way real ones go (shortcuts, focus, input methods apart),
/// and are counted. Typing a datum is not an act, nor is the one key that ends it; every other key press and
/// every click is one.
class Hand
{
public:
    /// Types a datum into whatever has the focus.
    void type(const QString &datum);
    /// Types a datum and the key that ends it and moves on.
    void enter(const QString &datum, Qt::Key end = Qt::Key_Tab);
    /// One act: a key with its modifiers.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// One act: a click in the middle of a widget.
    void click(QWidget *widget);
    /// The counted acts so far.
    int acts() const { return m_acts; }
    /// Characters typed as data so far.
    int characters() const { return m_characters; }

private:
    int m_acts = 0;
    int m_characters = 0;
};

} // namespace Loket
