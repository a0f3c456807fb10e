// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/clock.h"
#include "model/base/failure.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace Loket::Central {

class PgPool;
class Sequencer;

/// Offices lie in three time zones; the centre's day is Jakarta's.
QDate centreDay(const Clock &clock);

/// The system's clock, some days away: for tests that need another day.
class ShiftedClock final : public Clock
{
public:
    explicit ShiftedClock(qint64 days = 0)
        : m_days(days)
    {
    }
    /// So that the centre's day is `today`; null: the system's.
    static ShiftedClock on(QDate today);
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc().addDays(m_days); }

private:
    qint64 m_days;
};

/// Does what a day brings by itself (DayWork) to the end, beside whoever does it too: each family once. How
/// many families this call looked at.
Outcome<qint64> doDayWork(PgPool &pool, QDate today);

/// Does it when the service starts and whenever the centre's day begins, on a thread of its own.
class DayJob
{
public:
    /// All outlive it.
    DayJob(PgPool &pool, Sequencer &sequencer, const Clock &clock);
    ~DayJob();
    DayJob(const DayJob &) = delete;
    DayJob &operator=(const DayJob &) = delete;
    /// Again is harmless. What is begun is ended.
    void end();

private:
    void run();

    PgPool &m_pool;
    Sequencer &m_sequencer;
    const Clock &m_clock;
    std::mutex m_mutex;
    std::condition_variable m_wanted;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace Loket::Central
