// SPDX-License-Identifier: Apache-2.0
#include "app/syncpilot.h"

#include "model/base/clock.h"

namespace Loket {

SyncPilot::SyncPilot(const QString &device, const Clock &wall, Random random, std::function<qint64()> steady,
                     QObject *parent)
    : QObject(parent)
    , m_wall(wall)
    , m_steady(std::move(steady))
    , m_plan(device, std::move(random))
{
    m_elapsed.start();
    if (!m_steady)
        m_steady = [this] { return m_elapsed.elapsed(); };
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SyncPilot::look);
}

qint64 SyncPilot::wallNow() const
{
    return m_wall.nowUtc().toMSecsSinceEpoch();
}

void SyncPilot::begin()
{
    m_plan.begin(m_steady(), wallNow());
    look();
}

void SyncPilot::end()
{
    m_plan.turnOff();
    look();
}

void SyncPilot::saved()
{
    m_plan.saved(m_steady());
    look();
}

void SyncPilot::runBegan()
{
    m_plan.runBegan();
    look();
}

void SyncPilot::runEnded(bool hasLinkFailed, int retryAfter)
{
    m_plan.runEnded(m_steady(), wallNow(), hasLinkFailed, retryAfter);
    look();
}

std::optional<qint64> SyncPilot::untilNext() const
{
    const auto due = m_plan.due();
    return due ? std::optional(qMax(qint64(0), *due - m_steady())) : std::nullopt;
}

void SyncPilot::look()
{
    const auto wait = untilNext();
    if (!wait) {
        m_timer.stop();
    } else if (*wait > 0) {
        m_timer.start(int(*wait));
    } else {
        m_timer.stop();
        Q_EMIT due();
    }
}

} // namespace Loket
