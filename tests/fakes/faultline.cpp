// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/faultline.h"

using namespace Qt::StringLiterals;

namespace Loket::Fakes {

namespace {

void turnOver(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        bytes[bytes.size() / 2] = char(bytes.at(bytes.size() / 2) ^ 1);
}

} // namespace

Failure LinePlan::dead()
{
    return {FailureKind::Network, u"the line is dead"_s};
}

LineFault LinePlan::meet()
{
    ++calls;
    return fault != LineFault::None && (calls == at || (isForever && calls > at)) ? fault : LineFault::None;
}

Outcome<Welcome> FaultLine::hello(const CounterState &state)
{
    return m_plan.passed(m_plan.meet(), [&] { return m_centre.hello(state); });
}

Outcome<SubmitReply> FaultLine::submit(const QList<Envelope> &list)
{
    const LineFault now = m_plan.meet();
    QList<Envelope> through = list;
    if (now == LineFault::Garbled) {
        turnOver(through.first().payload);
        return m_centre.submit(through);
    }
    if (now == LineFault::Cut) // a server that reads on as it comes takes what came whole
        through = list.mid(0, (list.size() + 1) / 2);
    return m_plan.passed(now, [&] { return m_centre.submit(through); });
}

Outcome<FeedPage> FaultLine::changes(const QString &epoch, qint64 cursor, int limit, int waitSeconds)
{
    return m_plan.passed(m_plan.meet(), [&] { return m_centre.changes(epoch, cursor, limit, waitSeconds); });
}

Outcome<LeaseGrant> FaultLine::lease(const LeaseRequest &request)
{
    return m_plan.passed(m_plan.meet(), [&] { return m_centre.lease(request); });
}

Outcome<Nothing> FaultLine::returnLease(const QString &leaseId, qint64 next)
{
    return m_plan.passed(m_plan.meet(), [&] { return m_centre.returnLease(leaseId, next); });
}

Outcome<qint64> FaultLine::putAttachment(const AttachmentPiece &piece)
{
    const LineFault now = m_plan.meet();
    AttachmentPiece through = piece;
    if (now == LineFault::Garbled) {
        turnOver(through.bytes);
        return m_centre.putAttachment(through);
    }
    if (now == LineFault::Cut)
        through.bytes.truncate((piece.bytes.size() + 1) / 2);
    return m_plan.passed(now, [&] { return m_centre.putAttachment(through); });
}

Outcome<SnapshotManifest> FaultLine::snapshot()
{
    return m_plan.passed(m_plan.meet(), [&] { return m_centre.snapshot(); });
}

Outcome<QByteArray> FaultLine::snapshotBytes(const QByteArray &sha256, qint64 offset, qint64 limit)
{
    const LineFault now = m_plan.meet();
    if (now != LineFault::Garbled)
        return m_plan.passed(now, [&] { return m_centre.snapshotBytes(sha256, offset, limit); });
    auto bytes = m_centre.snapshotBytes(sha256, offset, limit);
    if (bytes)
        turnOver(bytes.value());
    return bytes;
}

Outcome<SignedText> FaultLine::edition(const QString &id)
{
    return m_plan.passed(m_plan.meet(), [&] { return m_centre.edition(id); });
}

} // namespace Loket::Fakes
