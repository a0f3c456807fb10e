// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace Loket::Central {

class PgPool;

/// Gives committed changes their place in the feed: dense and rising, one sequencer at a time in all
/// processes (an advisory lock of the database; who holds it when its process dies is let go with its
/// session). Also the place where long polls wait for news. Any thread.
class Sequencer
{
public:
    explicit Sequencer(PgPool &pool);
    ~Sequencer();
    Sequencer(const Sequencer &) = delete;
    Sequencer &operator=(const Sequencer &) = delete;

    /// A transaction with changes was committed: look soon.
    void poke();
    /// Waits until the feed is longer than `position`, at most so many seconds. Answers at once when the
    /// service ends or too many wait already.
    void waitBeyond(qint64 position, int seconds);
    /// Wakes who waits and ends the thread; again is harmless.
    void end();
    qint64 head() const { return m_head; } ///< as it was seen last

    /// Gives places once. Answers the new head; 0: nothing was there, or another one does it.
    static Outcome<qint64> place(PgPool &pool);

private:
    void run();

    PgPool &m_pool;
    std::mutex m_mutex;
    std::condition_variable m_wanted, m_news;
    bool m_isPoked = false, m_isEnding = false;
    int m_waiting = 0;
    std::atomic<qint64> m_head{0};
    std::thread m_thread;
};

} // namespace Loket::Central
