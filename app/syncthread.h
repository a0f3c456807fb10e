// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/services/assess.h"
#include "model/sync/syncengine.h"

#include <QObject>

#include <atomic>
#include <thread>

namespace Loket {

class Store;

/// Runs synchronisations, one at a time, on a thread of its own. The centre of a trial store is the built-in
/// one.
class SyncThread : public QObject
{
    Q_OBJECT

public:
    SyncThread(Store &store, const Context &context, QObject *parent = nullptr);
    ~SyncThread() override; ///< stops a run between two steps and waits for it

    bool isRunning() const { return m_running; }
    bool isCancelling() const { return m_cancel; }
    void start(const Actor &actor);
    void cancel() { m_cancel = m_running; }

Q_SIGNALS:
    /// On the window's thread. What was done is kept, whatever the outcome.
    void finished(const Loket::Outcome<Loket::SyncSummary> &outcome);

private:
    Store &m_store;
    const Context &m_context;
    std::thread m_thread;
    std::atomic_bool m_cancel = false;
    bool m_running = false;
};

} // namespace Loket
