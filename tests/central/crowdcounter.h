// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"
#include "model/sync/httpcentral.h"

namespace Loket::Central {

/// Where the families of an office live.
struct CrowdPlace {
    QString village;  ///< "31.74.01.1001"
    QString district; ///< "317401": how a NIK and a KK of there begin
};

/// What all counters of a crowd share. Nothing changes after it was made.
struct CrowdWorld {
    QStringList urls; ///< counters are spread over them
    QByteArray ca;
    const Clock *clock = nullptr;
    Case sample; ///< a family of four; KK, NIKs and village are put in
};

/// What one call took and whether it was answered.
struct CrowdCall {
    const char *what = ""; ///< "submit", "changes", …
    double milliseconds = 0;
    int envelopes = 0; ///< received
    QString fault;     ///< empty: none
};

/// A counter of the simulator: a key, a chain, a lease and a cursor, and the wire and signature code of the
/// real one. It has no store. One thread at a time.
class CrowdCounter
{
public:
    CrowdCounter(const CrowdWorld &world, const CrowdPlace &place, QString code, int number);

    CrowdCall enrol();
    CrowdCall hello();
    CrowdCall lease();
    /// Seals the next families and sends them in one batch. After a fault the same again.
    CrowdCall submit(int families);
    CrowdCall poll();

    qint64 sent() const { return m_seq; }
    int verdicts() const { return m_verdicts; }
    int refused() const { return m_refused; } ///< verdicts that are not "accepted"
    /// The line is closed, as after a sync run.
    void hangUp() { m_central.reset(); }

private:
    HttpCentral &central();
    Envelope seal();
    template <typename Call>
    CrowdCall timed(const char *what, Call call);

    const CrowdWorld &m_world;
    const CrowdPlace m_place;
    const QString m_code, m_device, m_generation;
    const int m_number;
    const DeviceKey m_key;
    std::unique_ptr<HttpCentral> m_central;
    LeaseGrant m_lease;
    qint64 m_nextCard = 0;
    qint64 m_seq = 0;
    QByteArray m_hash;
    QList<Envelope> m_waiting; ///< sealed and not acknowledged
    QString m_epoch;
    qint64 m_cursor = 0;
    int m_verdicts = 0, m_refused = 0;
};

} // namespace Loket::Central
