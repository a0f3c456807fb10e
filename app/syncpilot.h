// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/sync/syncplan.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Loket {

class Clock;

/// Says when a counter should synchronise by itself (SyncPlan) by a timer of the window's thread. Does
/// nothing until begin().
class SyncPilot : public QObject
{
    Q_OBJECT

public:
    /// `steady`: milliseconds of a clock that is never set; empty: the machine's. `wall` outlives the pilot.
    SyncPilot(const QString &device, const Clock &wall, Random random = systemRandom(),
              std::function<qint64()> steady = {}, QObject *parent = nullptr);

    void begin(); ///< from now on; also after end()
    void end();
    void saved();
    void runBegan();
    void runEnded(bool hasLinkFailed, int retryAfter);
    /// Milliseconds until the next run by itself; none: none is planned.
    std::optional<qint64> untilNext() const;
    void look(); ///< emits due() when it is time, else waits on

Q_SIGNALS:
    void due();

private:
    qint64 wallNow() const;

    const Clock &m_wall;
    std::function<qint64()> m_steady;
    QElapsedTimer m_elapsed;
    SyncPlan m_plan;
    QTimer m_timer;
};

} // namespace Loket
