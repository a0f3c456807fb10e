// SPDX-License-Identifier: Apache-2.0
#include "tests/central/sequencer.h"

#include "tests/central/pgpool.h"

#include <chrono>

namespace Loket::Central {

namespace {

using namespace std::chrono_literals;

/// How long a change of another process may wait that died before it could look itself.
constexpr auto kLookEvery = 150ms;
/// Changes that are committed close together get their places together.
constexpr auto kGather = 15ms;
/// Each holds a thread of the server.
constexpr int kMostWaiting = 150;

} // namespace

Sequencer::Sequencer(PgPool &pool)
    : m_pool(pool)
    , m_thread([this] { run(); })
{
}

Sequencer::~Sequencer()
{
    end();
    m_thread.join();
}

void Sequencer::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_wanted.notify_all();
    m_news.notify_all();
}

void Sequencer::poke()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isPoked = true;
    }
    m_wanted.notify_one();
}

void Sequencer::waitBeyond(qint64 position, int seconds)
{
    std::unique_lock lock(m_mutex);
    if (m_waiting >= kMostWaiting)
        return;
    ++m_waiting;
    m_news.wait_for(lock, std::chrono::seconds(seconds), [&] { return m_isEnding || m_head > position; });
    --m_waiting;
}

Outcome<qint64> Sequencer::place(PgPool &pool)
{
    return pool.inTransaction<qint64>([](pqxx::work &work) -> Outcome<qint64> {
        if (!work.exec_prepared1("sequencer-lock")[0].as<bool>())
            return qint64(0);
        const pqxx::result head = work.exec_prepared("place");
        return head.empty() ? 0 : numberOf(head[0][0]);
    });
}

void Sequencer::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        m_wanted.wait_for(lock, kLookEvery, [this] { return m_isPoked || m_isEnding; });
        if (m_isPoked && !m_isEnding)
            m_wanted.wait_for(lock, kGather, [this] { return m_isEnding; });
        m_isPoked = false;
        lock.unlock();
        const auto placed = place(m_pool);
        // Another process may have given the places: its head is ours.
        const auto head = placed && placed.value() > 0
            ? placed
            : m_pool.inSnapshot<qint64>([](pqxx::transaction_base &now) -> Outcome<qint64> {
                  return numberOf(now.exec1("SELECT seq FROM head")[0]);
              });
        lock.lock();
        if (head && head.value() != m_head) { // below after a restore: who waits has to be told of that, too
            m_head = head.value();
            m_news.notify_all();
        }
    }
}

} // namespace Loket::Central
