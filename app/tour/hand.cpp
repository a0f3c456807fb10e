// SPDX-License-Identifier: Apache-2.0
#include "app/tour/hand.h"

#include "app/tour/script.h"

#include <QApplication>
#include <QTest>
#include <QWidget>
#include <QWindow>

namespace Loket {

namespace {

QWindow *keyWindow()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup->windowHandle();
    // A modal dialog gets the keys even where nobody made its window the active one (no window manager).
    if (QWidget *modal = QApplication::activeModalWidget()) {
        if (QApplication::activeWindow() != modal)
            modal->activateWindow();
        return modal->windowHandle();
    }
    if (QWidget *window = QApplication::activeWindow())
        return window->windowHandle();
    // The offscreen platform leaves nobody active when a dialog goes; a desktop gives the window below the
    // keys.
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && window->windowType() == Qt::Window) {
            window->activateWindow();
            return window->windowHandle();
        }
    }
    throw ScriptError(QStringLiteral("no window is shown"));
}

} // namespace

void Hand::type(const QString &datum)
{
    for (const QChar c : datum) {
        QTest::sendKeyEvent(QTest::Click, keyWindow(), Qt::Key(c.toUpper().unicode()), c, Qt::NoModifier);
        ++m_characters;
    }
}

void Hand::enter(const QString &datum, Qt::Key end)
{
    type(datum);
    QTest::keyClick(keyWindow(), end);
}

void Hand::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++m_acts;
    QTest::keyClick(keyWindow(), key, modifiers);
}

void Hand::click(QWidget *widget)
{
    ++m_acts;
    QTest::mouseClick(widget, Qt::LeftButton);
}

} // namespace Loket
