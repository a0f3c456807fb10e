// SPDX-License-Identifier: Apache-2.0
#include "model/centre/centredesk.h"

#include "model/centre/centrejudge.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace Loket {

Q_LOGGING_CATEGORY(lcDesk, "loket.centre.desk")

namespace {

QString envelopeReason(EnvelopeFault fault)
{
    return u"envelope."_s + envelopeFaultWord(fault).replace(u' ', u'-');
}

} // namespace

CentreDesk::CentreDesk(CentreBook &book, const Context &context, const DeviceKey *signer, QDate today)
    : m_book(book)
    , m_context(context)
    , m_signer(signer)
    , m_today(today)
{
}

Outcome<Receipt> CentreDesk::receive(const QString &device, const Envelope &envelope)
{
    auto counter = m_book.device(device); // first: it holds the counter, so what is known of it stays true
    if (!counter)
        return fail(counter.error());
    if (!counter.value())
        return Receipt{envelope.id, Receipt::Kind::Refused, u"device.unknown"_s};
    const auto known = m_book.submission(envelope.id);
    if (!known)
        return fail(known.error());
    if (!known.value())
        return receiveNew(*counter.value(), envelope);
    if (*known.value() != envelope) {
        // What was spoilt on its way here says nothing of the counter: it sends the whole one again.
        if (const auto header = checkEnvelope(envelope, counter.value()->publicKey); !header)
            return Receipt{envelope.id, Receipt::Kind::Refused, envelopeReason(header.error())};
        qCWarning(lcDesk, "submission %s came a second time with other bytes", qUtf8Printable(envelope.id));
        return Receipt{envelope.id, Receipt::Kind::OtherBytes, u"submission.other-bytes"_s};
    }
    const auto told = m_book.toldVerdict(envelope.id);
    if (!told)
        return fail(told.error());
    return Receipt{envelope.id, Receipt::Kind::AlreadyKnown, {}, told.value().value_or(FeedEntry())};
}

Outcome<Receipt> CentreDesk::receiveNew(CentreDevice &device, const Envelope &envelope)
{
    const auto refused = [&](const QString &why) {
        return Receipt{envelope.id, Receipt::Kind::Refused, why};
    };
    if (device.state == Welcome::Device::Revoked)
        return refused(u"device.revoked"_s);
    const auto header = checkEnvelope(envelope, device.publicKey);
    if (!header)
        return refused(envelopeReason(header.error()));
    if (header.value().device != device.id)
        return refused(u"envelope.other-device"_s);
    if (device.state == Welcome::Device::Frozen) {
        const auto kept = keepAside(device, envelope, header.value().deviceSeq);
        return kept ? Outcome<Receipt>(refused(u"device.frozen"_s)) : fail(kept.error());
    }
    const auto misplaced = this->misplaced(device, envelope, header.value());
    if (!misplaced)
        return fail(misplaced.error());
    if (misplaced.value())
        return *misplaced.value();
    if (header.value().generation != device.generation) {
        if (const auto begun = beginGeneration(device, header.value()); !begun)
            return fail(begun.error());
    }
    const qint64 seq = header.value().deviceSeq;
    if (const auto added = m_book.addSubmission(device.id, seq, envelope); !added)
        return fail(added.error());
    if (seq > device.highestSeq) {
        device.highestSeq = seq;
        device.highestHash = envelopeHash(envelope).toHex();
    }
    const bool isNext = seq == device.nextSeq;
    if (isNext) {
        if (const auto decided = decideNext(device, envelope, header.value().prevHash == device.prevHash);
            !decided)
            return fail(decided.error());
        if (const auto more = decideInOrder(device); !more)
            return fail(more.error());
    }
    if (const auto kept = m_book.putDevice(device); !kept)
        return fail(kept.error());
    return Receipt{envelope.id, isNext ? Receipt::Kind::Received : Receipt::Kind::Held, {}};
}

/// For the person who looks at the counter: under the negative of its number, where no chain goes.
Outcome<Nothing> CentreDesk::keepAside(const CentreDevice &device, const Envelope &envelope, qint64 seq)
{
    const auto aside = m_book.submissionAt(device.id, -seq);
    if (!aside)
        return fail(aside.error());
    return aside.value() ? Outcome<Nothing>(Nothing()) : m_book.addSubmission(device.id, -seq, envelope);
}

/// What has no place in the chain: a second envelope for a place that is taken says that the store of the
/// counter was copied. The counter is frozen, both are kept, and a person looks at it.
Outcome<std::optional<Receipt>> CentreDesk::misplaced(CentreDevice &device, const Envelope &envelope,
                                                      const EnvelopeHeader &header)
{
    const auto other = m_book.submissionAt(device.id, header.deviceSeq);
    if (!other)
        return fail(other.error());
    if (!other.value() && header.deviceSeq >= device.nextSeq)
        return std::optional<Receipt>();
    if (!other.value() && header.generation != device.generation && header.deviceSeq > device.highestSeq)
        return std::optional<Receipt>();
    if (!other.value()) // behind what a later generation began with: nothing of it is known to be missing
        return std::optional(Receipt{envelope.id, Receipt::Kind::Refused, u"envelope.old-generation"_s});
    qCWarning(lcDesk, "counter %s is frozen: two envelopes %lld", qUtf8Printable(device.id),
              static_cast<long long>(header.deviceSeq));
    if (const auto kept = keepAside(device, envelope, header.deviceSeq); !kept)
        return fail(kept.error());
    device.state = Welcome::Device::Frozen;
    if (const auto kept = m_book.putDevice(device); !kept)
        return fail(kept.error());
    return std::optional(Receipt{envelope.id, Receipt::Kind::Refused, u"device.fork"_s});
}

/// The counter's store is an older copy of itself: its chain goes on with this envelope. What waited for a
/// gap of the store that is gone is decided now, for nobody can close it any more.
Outcome<Nothing> CentreDesk::beginGeneration(CentreDevice &device, const EnvelopeHeader &header)
{
    while (device.nextSeq <= device.highestSeq) {
        const auto waiting = m_book.submissionAt(device.id, device.nextSeq);
        if (!waiting)
            return fail(waiting.error());
        if (!waiting.value()) {
            device.nextSeq += 1;
        } else if (const auto decided = decideNext(device, *waiting.value(), true); !decided) {
            return decided;
        }
    }
    const bool isFirst = device.generation.isEmpty();
    device.generation = header.generation;
    if (!isFirst)
        device.nextSeq = qMax(device.nextSeq, header.deviceSeq);
    if (!isFirst)
        device.prevHash = header.prevHash;
    return Nothing();
}

Outcome<Nothing> CentreDesk::decideInOrder(CentreDevice &device)
{
    while (device.nextSeq <= device.highestSeq) {
        const auto next = m_book.submissionAt(device.id, device.nextSeq);
        if (!next)
            return fail(next.error());
        if (!next.value())
            return Nothing();
        const auto header = readEnvelopeHeader(next.value()->header);
        if (!header)
            return fail(Failure{FailureKind::Corrupt, u"the book holds a header that can't be read"_s});
        const bool isChained = header.value().prevHash == device.prevHash;
        if (const auto decided = decideNext(device, *next.value(), isChained); !decided)
            return decided;
    }
    return Nothing();
}

Outcome<Nothing> CentreDesk::decideNext(CentreDevice &device, const Envelope &envelope, bool isChained)
{
    const auto header = readEnvelopeHeader(envelope.header);
    if (!header)
        return fail(Failure{FailureKind::Corrupt, u"the book holds a header that can't be read"_s});
    CentreJudge judge(m_book, m_context, m_signer, device, m_today);
    const auto decided
        = isChained ? judge.decide(envelope, header.value()) : judge.tell(envelope.id, brokenChain());
    if (!decided)
        return decided;
    device.nextSeq += 1;
    device.prevHash = envelopeHash(envelope).toHex();
    return Nothing();
}

} // namespace Loket
