// SPDX-License-Identifier: Apache-2.0
#include "forms/common/actcounter.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

namespace Loket {

ActCounter::ActCounter(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

ActCounter::~ActCounter()
{
    QCoreApplication::instance()->removeEventFilter(this);
}

void ActCounter::reset()
{
    m_typed = m_keys = m_clicks = 0;
}

/// An event that nobody takes goes on to the parents; it counts once.
bool ActCounter::isSameEvent(const QObject *receiver, const QEvent *event)
{
    const auto *widget = qobject_cast<const QWidget *>(receiver);
    const auto *before = qobject_cast<const QWidget *>(m_lastReceiver.data());
    const bool isOnItsWay
        = event == m_last || static_cast<const QInputEvent *>(event)->timestamp() == m_lastTime;
    return m_last && isOnItsWay && widget && before && (widget == before || widget->isAncestorOf(before));
}

bool ActCounter::eventFilter(QObject *receiver, QEvent *event)
{
    const bool isWidget
        = receiver->isWidgetType(); // the window system's own object sees it first: not counted
    switch (event->type()) {
    case QEvent::KeyRelease:
    case QEvent::MouseButtonRelease:
        m_last = nullptr;
        break;
    case QEvent::ShortcutOverride: { // comes for every key, also for those that a shortcut takes
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isModifier = key->key() == Qt::Key_Shift || key->key() == Qt::Key_Control
            || key->key() == Qt::Key_Alt || key->key() == Qt::Key_AltGr || key->key() == Qt::Key_Meta;
        if (!isWidget || key->isAutoRepeat() || isModifier || isSameEvent(receiver, event))
            break;
        const bool isCommand = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
        const bool isData = !isCommand && !key->text().isEmpty() && key->text().at(0).isPrint();
        ++(isData ? m_typed : m_keys);
        m_last = event;
        m_lastTime = static_cast<QInputEvent *>(event)->timestamp();
        m_lastReceiver = receiver;
        break;
    }
    case QEvent::MouseButtonPress:
        if (!isWidget || isSameEvent(receiver, event))
            break;
        ++m_clicks;
        m_last = event;
        m_lastTime = static_cast<QInputEvent *>(event)->timestamp();
        m_lastReceiver = receiver;
        break;
    default:
        break;
    }
    return QObject::eventFilter(receiver, event);
}

} // namespace Loket
