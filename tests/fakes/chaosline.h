// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fakes/centralline.h"

#include <QMap>

#include <random>

namespace Loket::Fakes {

/// What can happen to a message on the way.
struct ChaosRates {
    double fault = 0.25; ///< of all calls
    bool forgetsGaps
        = false; ///< control: pages of the feed leave entries out, as a centre without the gap rule would
};

/// A line to a centre on which messages get lost, come twice, late, out of order, cut, garbled. Seeded; what
/// it did is counted by name. A message that was held back arrives before a later one, as if it had taken
/// another way.
class ChaosLine final : public CentralLine
{
public:
    ChaosLine(CentralPort &centre, std::mt19937 &random, QMap<QString, int> &counts, const ChaosRates &rates,
              QList<QList<Envelope>> &late);

    Outcome<Welcome> hello(const CounterState &state) override;
    Outcome<SubmitReply> submit(const QList<Envelope> &list) override;
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int wait) override;
    Outcome<LeaseGrant> lease(const LeaseRequest &request) override;
    Outcome<Nothing> returnLease(const QString &leaseId, qint64 next) override;
    Outcome<qint64> putAttachment(const AttachmentPiece &piece) override;
    Outcome<SnapshotManifest> snapshot() override;
    Outcome<QByteArray> snapshotBytes(const QByteArray &sha256, qint64 offset, qint64 limit) override;

private:
    enum class Fate { Through, RequestLost, AnswerLost, Twice, Late, Cut, Garbled };
    Fate fate();
    int below(int limit);
    void deliverLate();
    template <typename Call>
    auto passed(Fate fate, Call call) -> std::invoke_result_t<Call>;

    std::mt19937 &m_random;
    QMap<QString, int> &m_counts;
    const ChaosRates m_rates;
    QList<QList<Envelope>> &m_late;
};

} // namespace Loket::Fakes
