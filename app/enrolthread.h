// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/office.h"

#include <QPromise>

#include <atomic>
#include <thread>

namespace Loket {

class Store;

/// Asks a centre to take this counter, on a thread of its own, one question at a time.
class EnrolThread
{
public:
    explicit EnrolThread(Store &store); ///< outlives it
    ~EnrolThread();                     ///< gives up and waits

    /// Busy while one is asked already.
    QFuture<Outcome<Nothing>> start(const EnrolInput &input, const Actor &actor);
    void cancel() { m_cancel = true; }

private:
    Store &m_store;
    std::thread m_thread;
    std::atomic_bool m_cancel = false;
    std::atomic_bool m_isRunning = false;
};

} // namespace Loket
