// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/clock.h"

#include <atomic>

namespace Loket {

/// The system's clock, moved by whole days when somebody asks for another day (--today, or the training day
/// of a trial store). The time of day goes on. Any thread.
class CounterClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc().addDays(m_days); }

    /// The day at the counter becomes `day`; a null date: the real day again.
    void moveTo(QDate day) { m_days = day.isValid() ? QDate::currentDate().daysTo(day) : 0; }
    bool isMoved() const { return m_days != 0; }

private:
    std::atomic<qint64> m_days = 0;
};

} // namespace Loket
