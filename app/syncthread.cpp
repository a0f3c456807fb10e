// SPDX-License-Identifier: Apache-2.0
#include "app/syncthread.h"

#include "model/ports/centralport.h"

namespace Loket {

SyncThread::SyncThread(Store &store, const Context &context, CentreFactory centre, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_context(context)
    , m_centre(std::move(centre))
{
}

SyncThread::~SyncThread()
{
    m_cancel = true;
    if (m_thread.joinable())
        m_thread.join();
}

void SyncThread::start(const Actor &actor, bool isForced)
{
    if (m_running)
        return;
    if (m_thread.joinable())
        m_thread.join(); // ended; its outcome has been told
    m_running = true;
    m_cancel = false;
    Context context = m_context;
    context.lookup = nullptr; // the window's reader stays on the window's thread
    m_thread = std::thread([this, actor, context, isForced] {
        const auto outcome = [&]() -> Outcome<SyncSummary> {
            const auto centre = m_centre(m_store, context, &m_cancel);
            if (!centre)
                return fail(centre.error());
            SyncOptions options;
            options.cancel = &m_cancel;
            options.isForced = isForced;
            options.progress = [this](const SyncProgress &progress) {
                QMetaObject::invokeMethod(this, [this, progress] { Q_EMIT progressed(progress); });
            };
            return syncOnce(m_store, *centre.value(), actor, options);
        }();
        QMetaObject::invokeMethod(this, [this, outcome] {
            m_running = false;
            m_cancel = false;
            Q_EMIT finished(outcome);
        });
    });
}

} // namespace Loket
