// SPDX-License-Identifier: Apache-2.0
#include "model/services/voiding.h"

#include "model/base/clock.h"
#include "model/services/sealing.h"
#include "model/store/audit.h"
#include "model/store/casequery.h"
#include "model/store/casestore.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/outbox.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Loket {

/// A UUIDv7 that follows from the case's own: there is one way only to take a case back.
static CaseId voidingId(const CaseId &spoilt)
{
    constexpr qsizetype kTimeBytes = 6;
    const QByteArray own = spoilt.bytes();
    QByteArray bytes = own.left(kTimeBytes)
        + QCryptographicHash::hash("loket-void" + own, QCryptographicHash::Sha256)
              .left(own.size() - kTimeBytes);
    bytes[6] = char(0x70 | (bytes.at(6) & 0x0f)); // version 7
    bytes[8] = char(0x80 | (bytes.at(8) & 0x3f)); // variant of RFC 9562
    return *CaseId::fromBytes(bytes);
}

Voiding::Voiding(Connection &connection, const Clock &clock, const Actor &actor)
    : m_connection(connection)
    , m_clock(clock)
    , m_actor(actor)
{
}

Outcome<QString> Voiding::run(const CaseId &id, const QString &reason)
{
    const auto record = CaseQuery(m_connection).byId(id);
    if (!record)
        return fail(record.error());
    const auto problem = problemOf(record.value());
    if (!problem || !problem.value().isEmpty())
        return problem;
    return takeBack(*record.value(), reason);
}

Outcome<QString> Voiding::withdraw(const CaseId &id, const QString &reason)
{
    const auto record = CaseQuery(m_connection).byId(id);
    if (!record)
        return fail(record.error());
    if (!record.value())
        return u"void.unknown"_s;
    return record.value()->state == CaseState::Conflict ? takeBack(*record.value(), reason)
                                                        : u"conflict.decided"_s;
}

Outcome<QString> Voiding::takeBack(const CaseRecord &record, const QString &reason)
{
    const CaseId &id = record.id;
    if (const auto spoilt = spoilCase(m_connection, id, reason); !spoilt)
        return fail(spoilt.error());
    if (const auto sent = send(record, reason); !sent)
        return fail(sent.error());
    const AuditEntry act{m_actor, m_clock.nowUtc(), u"case.void"_s, id.text(), reason};
    if (const auto audited = appendAudit(m_connection, act); !audited)
        return fail(audited.error());
    return QString();
}

Outcome<QString> Voiding::problemOf(const std::optional<CaseRecord> &record) const
{
    if (!record || record->content.service == kVoidService)
        return u"void.unknown"_s;
    if (record->state == CaseState::Void)
        return u"void.done"_s;
    // What the centre sent back has no effect there: it may be let go on any day.
    const bool isReturned
        = record->state == CaseState::NeedsCorrection || record->state == CaseState::Rejected;
    if (record->state != CaseState::Queued && !isReturned)
        return u"void.sent"_s;
    if (!isReturned && record->savedAt.toLocalTime().date() != m_clock.today())
        return u"void.other-day"_s;
    if (!record->content.corrects.isEmpty())
        return u"void.correction"_s;
    const auto built = isBuiltOn(m_connection, record->id);
    if (!built)
        return fail(built.error());
    return built.value() ? u"void.built-on"_s : QString();
}

Outcome<Nothing> Voiding::send(const CaseRecord &spoilt, const QString &reason)
{
    const auto device = deviceState(m_connection);
    if (!device)
        return fail(device.error());
    const auto taken = frozenEnvelope(m_connection, spoilt.id);
    if (!taken)
        return fail(taken.error());
    const auto takenHeader = readEnvelopeHeader(taken.value().header);
    if (!takenHeader)
        return fail(Failure{FailureKind::Corrupt, u"envelope %1 can't be read"_s.arg(spoilt.id.text())});
    const CaseId id = voidingId(spoilt.id);
    Case content;
    content.id = id.text();
    content.corrects = spoilt.id.text();
    content.service = kVoidService.toString();
    content.date = m_clock.today();
    content.channel = spoilt.content.channel;
    content.family.kk = takenHeader.value().family;
    content.details = {{u"case"_s, spoilt.id.text()}, {u"reason"_s, reason}};
    const qint64 seq = device.value().seq + 1;
    CaseRecord record{id,  CaseState::Queued, content,         {}, caseReference(m_actor, seq),
                      seq, m_clock.nowUtc(),  m_actor.officer, {}, {},
                      0};
    record.assessment.decision = Decision::Ready;
    record.assessment.rulebook = spoilt.assessment.rulebook;
    auto header = startHeader(m_connection, record, m_clock);
    if (!header)
        return fail(header.error());
    header.value().family = content.family.kk;
    return sealAndKeep(m_connection, record, header.value());
}

} // namespace Loket
