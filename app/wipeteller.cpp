// SPDX-License-Identifier: Apache-2.0
#include "app/wipeteller.h"

#include "model/sync/wipe.h"

#include <chrono>

namespace Loket {

using namespace std::chrono_literals;

WipeTeller::WipeTeller(const QString &dir, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_dir(dir)
    , m_clock(clock)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &WipeTeller::ask);
}

WipeTeller::~WipeTeller()
{
    m_cancel = true;
    if (m_thread.joinable())
        m_thread.join();
}

void WipeTeller::begin()
{
    m_again.start(0ms);
}

void WipeTeller::ask()
{
    if (m_thread.joinable())
        m_thread.join(); // ended; the timer was started by its answer
    m_thread = std::thread([this] {
        const bool isTold = bool(tellWiped(m_dir, m_clock, &m_cancel));
        QMetaObject::invokeMethod(this, [this, isTold] {
            if (isTold)
                Q_EMIT told();
            else
                m_again.start(60s);
        });
    });
}

} // namespace Loket
