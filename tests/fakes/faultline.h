// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fakes/centralline.h"

#include <type_traits>

namespace Loket::Fakes {

/// What becomes of a call to the centre.
enum class LineFault {
    None,
    RequestLost, ///< the centre never hears of it
    AnswerLost,  ///< the centre did it, the counter never hears
    Garbled,     ///< a bit is turned over: in what is sent, else the answer can't be read
    Cut,         ///< the first half of it arrives, then the line is dead
    Doubled      ///< the centre hears it twice; for controls
};

/// Which call fails, and how. Outlives the lines that it is for, and counts over all of them.
struct LinePlan {
    LineFault fault = LineFault::None;
    int at = 0;             ///< from 1
    bool isForever = false; ///< and every later one
    int calls = 0;          ///< that were made

    /// Counts one call; what becomes of it.
    LineFault meet();
    /// From here on everything gets through.
    void mend() { fault = LineFault::None; }
    bool wasReached() const { return calls >= at; }
    /// A call that has nothing of its own to spoil.
    template <typename Call>
    auto passed(LineFault now, Call call) -> std::invoke_result_t<Call>
    {
        if (now == LineFault::RequestLost)
            return fail(dead());
        auto answer = call();
        if (now == LineFault::Doubled)
            return call();
        if (now != LineFault::None)
            return fail(dead());
        return answer;
    }

private:
    static Failure dead();
};

/// A line on which the N-th call fails.
class FaultLine final : public CentralLine
{
public:
    FaultLine(CentralPort &centre, LinePlan &plan)
        : CentralLine(centre)
        , m_plan(plan)
    {
    }
    Outcome<Welcome> hello(const CounterState &state) override;
    Outcome<SubmitReply> submit(const QList<Envelope> &list) override;
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int waitSeconds) override;
    Outcome<LeaseGrant> lease(const LeaseRequest &request) override;
    Outcome<Nothing> returnLease(const QString &leaseId, qint64 next) override;
    Outcome<qint64> putAttachment(const AttachmentPiece &piece) override;
    Outcome<SnapshotManifest> snapshot() override;
    Outcome<QByteArray> snapshotBytes(const QByteArray &sha256, qint64 offset, qint64 limit) override;
    Outcome<SignedText> edition(const QString &id) override;

private:
    LinePlan &m_plan;
};

} // namespace Loket::Fakes
