// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/sync/backoff.h"

#include <QString>

#include <optional>

namespace Loket {

/// When a counter synchronises by itself: shortly after something was saved, and once a minute, each counter
/// at its own second of it; after a failure of the link as backoffMilliseconds() says. Counts in milliseconds
/// of a clock that is never set (`now`); only the second of the minute is the wall clock's (`wall`, since
/// 1970). Says when, does nothing: whoever runs it tells what happened.
class SyncPlan
{
public:
    /// `device` decides the second.
    SyncPlan(const QString &device, Random random);

    /// The program began, or synchronising was turned on again.
    void begin(qint64 now, qint64 wall);
    void turnOff() { m_isOn = false; }
    /// Several saves in a row are sent together.
    void saved(qint64 now);
    void runBegan();
    /// `retryAfter` in seconds; 0: not said.
    void runEnded(qint64 now, qint64 wall, bool hasLinkFailed, int retryAfter);

    /// When the next run is due; none: it is off, or a run goes on.
    std::optional<qint64> due() const;
    int failures() const { return m_failures; } ///< of the link, in a row

    static constexpr qint64 kPeriod = 60'000;     ///< milliseconds from one run to the next
    static constexpr qint64 kAfterSaving = 2'000; ///< so long after the last save

private:
    qint64 untilSlot(qint64 wall) const;

    const qint64 m_slot;
    const Random m_random;
    bool m_isOn = false;
    bool m_isRunning = false;
    int m_failures = 0;
    qint64 m_regular = 0;
    std::optional<qint64> m_afterSaving;
};

} // namespace Loket
