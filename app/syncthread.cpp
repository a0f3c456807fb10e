// SPDX-License-Identifier: Apache-2.0
#include "app/syncthread.h"

#include "model/sync/trialcentre.h"

namespace Loket {

SyncThread::SyncThread(Store &store, const Context &context, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_context(context)
{
}

SyncThread::~SyncThread()
{
    m_cancel = true;
    if (m_thread.joinable())
        m_thread.join();
}

void SyncThread::start(const Actor &actor)
{
    if (m_running)
        return;
    if (m_thread.joinable())
        m_thread.join(); // ended; its outcome has been told
    m_running = true;
    m_cancel = false;
    Context context = m_context;
    context.lookup = nullptr; // the window's reader stays on the window's thread
    m_thread = std::thread([this, actor, context] {
        const auto outcome = [&]() -> Outcome<SyncSummary> {
            const auto centre = TrialCentre::open(m_store, context);
            if (!centre)
                return fail(centre.error());
            return syncOnce(m_store, *centre.value(), actor, &m_cancel);
        }();
        QMetaObject::invokeMethod(this, [this, outcome] {
            m_running = false;
            m_cancel = false;
            Q_EMIT finished(outcome);
        });
    });
}

} // namespace Loket
