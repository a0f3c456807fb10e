// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <coroutine>
#include <exception>
#include <functional>
#include <stdexcept>

namespace Loket {

/// A step of a script could not be done; what() is one English line.
class ScriptError : public std::runtime_error
{
public:
    explicit ScriptError(const QString &what)
        : std::runtime_error(what.toStdString())
    {
    }
};

/// A sequence of steps on the window's thread that reads top to bottom and waits without blocking: a
/// coroutine that the event loop resumes. Starts when awaited or when run() is called; a script that throws
/// tells its awaiter. Name what has a destructor before a co_await instead of making it inside the
/// expression: g++ 12 destroys some of those temporaries twice.
class [[nodiscard]] Script
{
public:
    struct promise_type;
    using Handle = std::coroutine_handle<promise_type>;
    struct FinalAwaiter {
        bool await_ready() noexcept { return false; }
        std::coroutine_handle<> await_suspend(Handle handle) noexcept;
        void await_resume() noexcept { }
    };
    struct promise_type {
        Script get_return_object() { return Script(Handle::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        FinalAwaiter final_suspend() noexcept { return {}; }
        void return_void() { }
        void unhandled_exception() { error = std::current_exception(); }
        std::coroutine_handle<> awaiter;
        std::function<void(std::exception_ptr)> finished;
        std::exception_ptr error;
    };

    Script(Script &&other) noexcept
        : m_handle(std::exchange(other.m_handle, {}))
    {
    }
    Script &operator=(Script &&) = delete;
    ~Script()
    {
        if (m_handle)
            m_handle.destroy();
    }

    /// Starts the script at once. `finished` gets null, or what a step threw. The script must be kept alive
    /// until then.
    void run(std::function<void(std::exception_ptr)> finished)
    {
        m_handle.promise().finished = std::move(finished);
        m_handle.resume();
    }

    // Awaiting a script from another one runs it to its end.
    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiter)
    {
        m_handle.promise().awaiter = awaiter;
        return m_handle;
    }
    void await_resume()
    {
        if (m_handle.promise().error)
            std::rethrow_exception(m_handle.promise().error);
    }

private:
    explicit Script(Handle handle)
        : m_handle(handle)
    {
    }
    Handle m_handle;
};

inline std::coroutine_handle<> Script::FinalAwaiter::await_suspend(Handle handle) noexcept
{
    promise_type &promise = handle.promise();
    if (promise.awaiter)
        return promise.awaiter;
    if (promise.finished)
        promise.finished(promise.error);
    return std::noop_coroutine();
}

/// `co_await Until(what, condition)`: goes on once the condition holds, looked at after every turn of the
/// event loop; throws a ScriptError that names `what` when it does not come true in time.
class Until : public QObject
{
public:
    Until(const QString &what, const std::function<bool()> &condition,
          std::chrono::milliseconds limit = std::chrono::seconds(20))
        : m_what(what)
        , m_condition(condition)
        , m_limit(limit)
    {
    }
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> handle)
    {
        m_elapsed.start();
        connect(&m_timer, &QTimer::timeout, this, [this, handle] {
            if (!m_condition() && m_elapsed.elapsed() < m_limit.count())
                return;
            m_timer.stop();
            handle.resume();
        });
        m_timer.start(2);
    }
    void await_resume() const
    {
        if (!m_condition())
            throw ScriptError(QStringLiteral("waited in vain for: ") + m_what);
    }

private:
    QString m_what;
    std::function<bool()> m_condition;
    std::chrono::milliseconds m_limit;
    QElapsedTimer m_elapsed;
    QTimer m_timer;
};

} // namespace Loket
