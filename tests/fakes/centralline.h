// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/centralport.h"

namespace Loket::Fakes {

/// A line to a centre that passes everything on. What a test wants otherwise, it overrides.
class CentralLine : public CentralPort
{
public:
    explicit CentralLine(CentralPort &centre)
        : m_centre(centre)
    {
    }
    Outcome<Welcome> hello(const CounterState &state) override { return m_centre.hello(state); }
    Outcome<SubmitReply> submit(const QList<Envelope> &list) override { return m_centre.submit(list); }
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int waitSeconds) override
    {
        return m_centre.changes(epoch, cursor, limit, waitSeconds);
    }
    Outcome<LeaseGrant> lease(const LeaseRequest &request) override { return m_centre.lease(request); }
    Outcome<Nothing> returnLease(const QString &leaseId, qint64 next) override
    {
        return m_centre.returnLease(leaseId, next);
    }
    Outcome<qint64> putAttachment(const AttachmentPiece &piece) override
    {
        return m_centre.putAttachment(piece);
    }
    Outcome<SnapshotManifest> snapshot() override { return m_centre.snapshot(); }
    Outcome<QByteArray> snapshotBytes(const QByteArray &sha256, qint64 offset, qint64 limit) override
    {
        return m_centre.snapshotBytes(sha256, offset, limit);
    }
    Outcome<SignedText> edition(const QString &id) override { return m_centre.edition(id); }
    Outcome<QByteArray> carry(const QByteArray &sealed) override { return m_centre.carry(sealed); }
    Outcome<Nothing> wiped(const SignedText &receipt) override { return m_centre.wiped(receipt); }

protected:
    CentralPort &m_centre;
};

} // namespace Loket::Fakes
