// SPDX-License-Identifier: Apache-2.0
#include "model/sync/syncplan.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace Loket {

namespace {

/// The same on every machine and in every version, unlike qHash.
qint64 slotOf(const QString &device)
{
    const QByteArray hash = QCryptographicHash::hash(device.toUtf8(), QCryptographicHash::Sha256);
    return qint64(qFromBigEndian<quint32>(hash.constData()) % quint32(SyncPlan::kPeriod));
}

} // namespace

SyncPlan::SyncPlan(const QString &device, Random random)
    : m_slot(slotOf(device))
    , m_random(std::move(random))
{
}

void SyncPlan::begin(qint64 now, qint64 wall)
{
    m_isOn = true;
    m_failures = 0;
    m_regular = now + untilSlot(wall);
}

void SyncPlan::saved(qint64 now)
{
    m_afterSaving = now + kAfterSaving;
}

void SyncPlan::runBegan()
{
    m_isRunning = true;
    m_afterSaving.reset(); // what is saved from here on may come too late for this run
}

void SyncPlan::runEnded(qint64 now, qint64 wall, bool hasLinkFailed, int retryAfter)
{
    m_isRunning = false;
    m_failures = hasLinkFailed ? m_failures + 1 : 0;
    m_regular
        = hasLinkFailed ? now + backoffMilliseconds(m_failures, retryAfter, m_random) : now + untilSlot(wall);
}

std::optional<qint64> SyncPlan::due() const
{
    if (!m_isOn || m_isRunning)
        return std::nullopt;
    // A link that is gone does not come back because something was saved.
    return m_failures == 0 && m_afterSaving ? qMin(*m_afterSaving, m_regular) : m_regular;
}

/// More than nothing and at most a period.
qint64 SyncPlan::untilSlot(qint64 wall) const
{
    const qint64 into = ((wall - m_slot) % kPeriod + kPeriod) % kPeriod;
    return kPeriod - into;
}

} // namespace Loket
