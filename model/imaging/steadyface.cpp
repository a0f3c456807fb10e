// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/steadyface.h"

#include <cmath>

namespace Loket {

void SteadyFace::start(qint64 time, const QRectF &head)
{
    m_since = time;
    m_lastGood = time;
    m_anchor = head;
}

bool SteadyFace::isStill(const QRectF &head) const
{
    const double most = m_anchor.height() * kDrift;
    const QPointF moved = head.center() - m_anchor.center();
    return std::hypot(moved.x(), moved.y()) <= most && std::abs(head.height() - m_anchor.height()) <= most;
}

bool SteadyFace::see(qint64 time, const PortraitReport &report)
{
    if (m_last && (time < *m_last || time - *m_last > kGap))
        m_since.reset();
    m_last = time;

    if (report.faces.isEmpty()) {
        if (m_hasTaken && m_lastFace && time - *m_lastFace >= kGone)
            m_hasTaken = false;
    } else {
        m_lastFace = time;
    }

    if (!report.isGood()) {
        if (m_since && time - m_lastGood > kLapse)
            m_since.reset();
        return false;
    }
    if (!m_since || !isStill(report.head)) {
        start(time, report.head);
        return false;
    }
    m_lastGood = time;
    if (m_hasTaken || time - *m_since < kHold)
        return false;
    m_hasTaken = true;
    return true;
}

void SteadyFace::askAgain()
{
    m_hasTaken = false;
    m_since.reset(); // another half second, or it would be the same picture again
}

double SteadyFace::progress() const
{
    if (!m_since || m_hasTaken)
        return 0;
    return qBound(0.0, double(m_lastGood - *m_since) / double(kHold), 1.0);
}

} // namespace Loket
