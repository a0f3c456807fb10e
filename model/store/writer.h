// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/connection.h"
#include "model/store/transaction.h"

#include <QFuture>
#include <QPromise>

#include <chrono>
#include <functional>
#include <memory>
#include <type_traits>

namespace Loket {

/// The thread that owns the writing connection of one file. A job is one transaction: it is begun before the
/// job runs and committed when the job answers with a value, rolled back when it answers with a failure. The
/// future is finished after the commit (with fsync), so a value means: it is on disk. Jobs run by priority,
/// within a priority in the order in which they were handed in. Callers never wait; any thread may call.
/// A Save or a Draft that meets a lock of another program (a virus scanner, a backup) waits for it kLockTries
/// times as long as the connection waits, and may be run again when the disk was full: it must not change
/// what it captured.
class Writer
{
public:
    enum class Priority { Save, Draft, Outcome, Feed };
    static constexpr int kLockTries = 3;

    /// When the write-ahead log is copied back. By default as fits small jobs, after each of which somebody
    /// may wait long. A bulk of jobs writes the same pages again and again, so its log is left alone until it
    /// is large or nobody wrote for a while.
    struct LogBudget {
        int idlePages = 200;                  ///< copied back when nobody waits …
        std::chrono::milliseconds idleTime{}; ///< … for so long
        int forcedPages = 8000;               ///< 32 MB: copied back even if somebody waits
    };
    static LogBudget bulkBudget() { return {200, std::chrono::milliseconds(1500), 10000}; }

    /// `afterJob` runs on the thread after every job, outside a transaction; it may only look.
    explicit Writer(std::unique_ptr<Connection> connection, std::function<void(Connection &)> afterJob = {});
    /// `makeRoom` is called on the thread when a Save or a Draft found the disk full; true: there is room
    /// now, and the job is run once more. Before the first job.
    void setRelief(std::function<bool()> makeRoom);
    /// From the next job on.
    void setLogBudget(const LogBudget &budget);
    ~Writer(); ///< stop()
    Q_DISABLE_COPY_MOVE(Writer)

    /// `job(Connection &)` answers with an Outcome<T>. It may not keep the connection and may not wait for
    /// another job. After stop() the answer is Cancelled. An exception in a job becomes Internal.
    template <typename Job>
    auto run(Priority priority, Job job) -> QFuture<std::invoke_result_t<Job &, Connection &>>
    {
        using Answer = std::invoke_result_t<Job &, Connection &>;
        auto task = std::make_unique<TransactionTask<Answer, Job>>(std::move(job));
        QFuture<Answer> future = task->start();
        hand(priority, std::move(task));
        return future;
    }

    /// The same outside a transaction: for backup, checkpoint and jobs that commit in several steps.
    template <typename Job>
    auto runBare(Priority priority, Job job) -> QFuture<std::invoke_result_t<Job &, Connection &>>
    {
        using Answer = std::invoke_result_t<Job &, Connection &>;
        auto task = std::make_unique<BareTask<Answer, Job>>(std::move(job));
        QFuture<Answer> future = task->start();
        hand(priority, std::move(task));
        return future;
    }

    /// Runs what was handed in before, closes the connection, ends the thread. Blocks.
    void stop();

private:
    struct Task {
        int lockTries = 1;              ///< how often it waits for somebody else's lock
        std::function<bool()> makeRoom; ///< empty: a full disk is its end
        virtual ~Task() = default;
        virtual void perform(Connection &) = 0;
        virtual void refuse() = 0; ///< answers Cancelled
    };

    template <typename Answer>
    struct AnsweringTask : Task {
        QPromise<Answer> promise;
        QFuture<Answer> start()
        {
            promise.start();
            return promise.future();
        }
        void answer(Answer value)
        {
            promise.addResult(std::move(value));
            promise.finish();
        }
        void refuse() override
        {
            answer(fail(Failure{FailureKind::Cancelled, QStringLiteral("the store is closing")}));
        }
        virtual Answer work(Connection &connection) = 0;
        void perform(Connection &connection) override
        {
            try {
                answer(work(connection));
            } catch (const std::exception &e) {
                answer(fail(Failure{FailureKind::Internal, QString::fromUtf8(e.what())}));
            } catch (...) {
                answer(fail(Failure{FailureKind::Internal, QStringLiteral("unknown exception")}));
            }
        }
    };

    template <typename Answer, typename Job>
    struct BareTask final : AnsweringTask<Answer> {
        explicit BareTask(Job j)
            : job(std::move(j))
        {
        }
        Answer work(Connection &connection) override { return job(connection); }
        Job job;
    };

    template <typename Answer, typename Job>
    struct TransactionTask final : AnsweringTask<Answer> {
        explicit TransactionTask(Job j)
            : job(std::move(j))
        {
        }
        Answer work(Connection &connection) override
        {
            bool hasMadeRoom = false;
            for (int locks = 1;;) {
                bool isBegun = false;
                Answer value = once(connection, isBegun);
                if (value)
                    return value;
                const FailureKind kind = value.error().kind;
                const bool isLocked = kind == FailureKind::Busy && !isBegun && locks < this->lockTries;
                const bool mayMakeRoom = kind == FailureKind::Full && !hasMadeRoom && this->makeRoom;
                if (isLocked)
                    ++locks;
                else if (!mayMakeRoom || !(hasMadeRoom = this->makeRoom()))
                    return value;
            }
        }
        Answer once(Connection &connection, bool &isBegun)
        {
            Transaction transaction(connection);
            if (!transaction.begun())
                return fail(transaction.begun().error());
            isBegun = true;
            Answer value = job(connection);
            if (!value)
                return value;
            const Outcome<Nothing> committed = transaction.commit();
            if (!committed)
                return fail(committed.error());
            return value;
        }
        Job job;
    };

    void hand(Priority priority, std::unique_ptr<Task> task);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Loket
