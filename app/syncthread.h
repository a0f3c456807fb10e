// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/centrefactory.h"
#include "model/base/actor.h"
#include "model/services/assess.h"
#include "model/sync/syncengine.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <thread>

namespace Loket {

class Store;

/// How a run ended, and what has to be made known of it.
struct SyncEnd {
    Outcome<SyncSummary> outcome = SyncSummary();
    /// What the store works by now, when editions or lists came in this run; null: as before.
    std::shared_ptr<const RulebookLibrary> rulebooks = {};
    std::shared_ptr<const FacilityIndex> facilities = {};
    bool isWiping = false; ///< the mark of a wipe is left (wipe.h): close the store and delete its files
};

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
    void finished(const Loket::SyncEnd &end);

private:
    Store &m_store;
    const Context &m_context;
    const CentreFactory m_centre;
    QDate m_listDay; ///< on which the list of facilities was chosen
    std::thread m_thread;
    std::atomic_bool m_cancel = false;
    bool m_running = false;
};

} // namespace Loket
