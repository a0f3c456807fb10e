// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/centrefactory.h"
#include "model/base/actor.h"
#include "model/services/assess.h"
#include "model/sync/syncengine.h"

#include <QObject>

#include <atomic>
#include <thread>

namespace Loket {

class Store;

/// Runs synchronisations, one at a time, on a thread of its own.
class SyncThread : public QObject
{
    Q_OBJECT

public:
    /// `store` and `context` outlive it.
    SyncThread(Store &store, const Context &context, CentreFactory centre, QObject *parent = nullptr);
    ~SyncThread() override; ///< stops a run between two steps and waits for it

    bool isRunning() const { return m_running; }
    bool isCancelling() const { return m_cancel; }
    /// `isForced`: nothing waits for its next try.
    void start(const Actor &actor, bool isForced);
    void cancel() { m_cancel = m_running; }

Q_SIGNALS:
    void progressed(const Loket::SyncProgress &progress); ///< on the window's thread
    /// On the window's thread. What was done is kept, whatever the outcome.
    void finished(const Loket::Outcome<Loket::SyncSummary> &outcome);

private:
    Store &m_store;
    const Context &m_context;
    const CentreFactory m_centre;
    std::thread m_thread;
    std::atomic_bool m_cancel = false;
    bool m_running = false;
};

} // namespace Loket
