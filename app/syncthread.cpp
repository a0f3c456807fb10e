// SPDX-License-Identifier: Apache-2.0
#include "app/syncthread.h"

#include "model/base/clock.h"
#include "model/ports/centralport.h"
#include "model/store/store.h"
#include "model/sync/storededitions.h"
#include "model/sync/wipe.h"

namespace Loket {

/// What takes longer than the window may wait. A wipe that could not be prepared (the disk is full) is due
/// again with the next run; editions that can't be read now count with the next start.
static SyncEnd ended(Store &store, const Outcome<SyncSummary> &outcome, bool isOtherDay)
{
    SyncEnd end{outcome};
    if (outcome && outcome.value().mustWipe) {
        const auto begun = beginWipe(store);
        if (!begun)
            qWarning("the wipe waits: %s", qPrintable(begun.error().detail));
        end.isWiping = bool(begun);
    }
    const bool isNew = outcome && outcome.value().counts.contains(QStringLiteral("packages"));
    if (isNew) {
        if (auto rulebooks = editionsOf(store))
            end.rulebooks = rulebooks.take();
    }
    if (isNew || isOtherDay) { // a list that came before may count from today on
        if (auto facilities = facilitiesOf(store, store.clock().today()))
            end.facilities = facilities.take();
    }
    return end;
}

SyncThread::SyncThread(Store &store, const Context &context, CentreFactory centre, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_context(context)
    , m_centre(std::move(centre))
    , m_listDay(store.clock().today()) // the list that the window opened with
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
    const QDate today = m_store.clock().today();
    const bool isOtherDay = m_listDay != today;
    Context context = m_context;
    context.lookup = nullptr; // the window's reader stays on the window's thread
    m_thread = std::thread([this, actor, context, isForced, isOtherDay, today] {
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
        const SyncEnd end = ended(m_store, outcome, isOtherDay);
        QMetaObject::invokeMethod(this, [this, end, today] {
            if (end.facilities)
                m_listDay = today;
            m_running = false;
            m_cancel = false;
            Q_EMIT finished(end);
        });
    });
}

} // namespace Loket
