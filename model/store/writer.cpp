// SPDX-License-Identifier: Apache-2.0
#include "model/store/writer.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace Loket {

struct Writer::Private {
    std::unique_ptr<Connection> connection; ///< the thread's own while it runs
    std::mutex mutex;
    std::condition_variable wake;
    std::array<std::deque<std::unique_ptr<Task>>, 4> queues; ///< by priority; under the mutex
    bool isStopping = false;                                 ///< under the mutex
    LogBudget budget;                                        ///< under the mutex
    std::function<void(Connection &)> afterJob;
    std::function<bool()> makeRoom; ///< under the mutex
    std::thread thread;

    /// None: stopping, or nothing was handed in for so long (null: it waits for ever).
    std::unique_ptr<Task> next(std::optional<std::chrono::milliseconds> patience)
    {
        const auto isReady = [this] {
            return isStopping || std::any_of(queues.begin(), queues.end(), [](const auto &queue) {
                       return !queue.empty();
                   });
        };
        std::unique_lock lock(mutex);
        if (patience)
            wake.wait_for(lock, *patience, isReady);
        else
            wake.wait(lock, isReady);
        for (auto &queue : queues) {
            if (queue.empty())
                continue;
            std::unique_ptr<Task> task = std::move(queue.front());
            queue.pop_front();
            return task;
        }
        return {};
    }

    LogBudget allowed()
    {
        const std::lock_guard lock(mutex);
        return budget;
    }

    void loop()
    {
        for (;;) {
            std::unique_ptr<Task> task = next(allowed().idleTime);
            if (!task) {
                if (connection->walPages() >= allowed().idlePages)
                    static_cast<void>(connection->checkpoint()); // tried again after the next commit
                task = next(std::nullopt);
            }
            if (!task)
                break;
            if (!connection->isOpen())                   // it could not be opened after it was replaced
                static_cast<void>(connection->reopen()); // a failure is told by the job's first statement
            task->perform(*connection);
            task.reset();
            if (afterJob)
                afterJob(*connection);
            if (connection->walPages() >= allowed().forcedPages)
                static_cast<void>(connection->checkpoint());
        }
        connection.reset();
    }
};

Writer::Writer(std::unique_ptr<Connection> connection, std::function<void(Connection &)> afterJob)
    : d(std::make_unique<Private>())
{
    d->connection = std::move(connection);
    d->afterJob = std::move(afterJob);
    d->thread = std::thread([this] { d->loop(); });
}

Writer::~Writer()
{
    stop();
}

void Writer::setRelief(std::function<bool()> makeRoom)
{
    const std::lock_guard lock(d->mutex);
    d->makeRoom = std::move(makeRoom);
}

void Writer::setLogBudget(const LogBudget &budget)
{
    const std::lock_guard lock(d->mutex);
    d->budget = budget;
}

void Writer::stop()
{
    {
        const std::lock_guard lock(d->mutex);
        d->isStopping = true;
    }
    d->wake.notify_one();
    if (d->thread.joinable())
        d->thread.join();
}

void Writer::hand(Priority priority, std::unique_ptr<Task> task)
{
    {
        const std::lock_guard lock(d->mutex);
        if (!d->isStopping) {
            if (priority == Priority::Save
                || priority == Priority::Draft) { // somebody's work; the rest waits
                task->lockTries = kLockTries;
                task->makeRoom = d->makeRoom;
            }
            d->queues[size_t(priority)].push_back(std::move(task));
            d->wake.notify_one();
            return;
        }
    }
    task->refuse();
}

} // namespace Loket
