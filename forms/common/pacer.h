// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include <functional>

namespace Loket {

/// Does something at once, and while it is asked for again and again only once a pause: a batch writes many
/// lines a second, and every page that is in sight reads again at each.
class Pacer
{
public:
    Pacer(std::chrono::milliseconds pause, std::function<void()> act)
        : m_act(std::move(act))
    {
        m_pause.setSingleShot(true);
        m_pause.setInterval(pause);
        m_pause.callOnTimeout([this] {
            if (std::exchange(m_isAsked, false))
                ask();
        });
    }
    void ask()
    {
        if (m_pause.isActive()) {
            m_isAsked = true;
            return;
        }
        m_pause.start();
        m_act();
    }

private:
    const std::function<void()> m_act;
    QTimer m_pause;
    bool m_isAsked = false;
};

} // namespace Loket
