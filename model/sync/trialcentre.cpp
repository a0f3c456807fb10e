// SPDX-License-Identifier: Apache-2.0
#include "model/sync/trialcentre.h"

#include "model/base/clock.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/store.h"
#include "model/store/storereader.h"
#include "model/store/transaction.h"
#include "model/store/trialbook.h"
#include "model/sync/trialjudge.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace Loket {

Q_LOGGING_CATEGORY(lcTrial, "loket.sync.trial")

namespace {

/// Families that are changed in one transaction.
constexpr int kFamiliesAtOnce = 200;
/// Runs `work` in a transaction of the book.
template <typename Work>
Outcome<Nothing> inOneStep(TrialBook &book, Work work)
{
    Transaction transaction(book.connection());
    if (!transaction.begun())
        return transaction.begun();
    if (Outcome<Nothing> done = work(); !done)
        return done;
    return transaction.commit();
}

} // namespace

TrialCentre::TrialCentre(std::unique_ptr<TrialBook> book, const Store &store, const Context &context,
                         QString device)
    : m_book(std::move(book))
    , m_store(store)
    , m_context(context)
    , m_device(std::move(device))
{
    m_context.lookup = nullptr;
}

TrialCentre::~TrialCentre() = default;

Outcome<std::unique_ptr<TrialCentre>> TrialCentre::open(const Store &store, const Context &context)
{
    const auto reader = openStore(store.dir() + u"/store.db"_s, Access::Read, store.vfs());
    if (!reader)
        return fail(reader.error());
    const auto device = deviceState(*reader.value());
    if (!device)
        return fail(device.error());
    const auto publicKey = devicePublicKey(*reader.value());
    if (!publicKey)
        return fail(publicKey.error());

    auto book = TrialBook::open(store.dir() + u"/trial.db"_s, store.vfs(), builtInTrialSettings());
    if (!book)
        return fail(book.error());
    const auto known = book.value()->device(device.value().id);
    if (!known)
        return fail(known.error());
    if (!known.value()) {
        if (publicKey.value().isEmpty())
            return fail(Failure{FailureKind::Internal, u"the store has no device key yet"_s});
        if (const auto put = book.value()->putDevice({device.value().id, publicKey.value(), 1, {}}); !put)
            return fail(put.error());
    }
    return std::unique_ptr<TrialCentre>(new TrialCentre(book.take(), store, context, device.value().id));
}

Outcome<Welcome> TrialCentre::hello(const CounterState &)
{
    const auto device = m_book->device(m_device);
    if (!device)
        return fail(device.error());
    Welcome welcome;
    welcome.now = m_store.clock().nowUtc();
    if (device.value()) {
        welcome.expectedSeq = device.value()->nextSeq;
        welcome.highestHash = device.value()->prevHash;
        const auto highest = m_book->highestSeq(m_device);
        if (!highest)
            return fail(highest.error());
        welcome.highestSeq = highest.value();
    }
    return welcome;
}

Outcome<SubmitReply> TrialCentre::submit(const QList<Envelope> &envelopes)
{
    auto mirror = m_store.reader();
    if (!mirror)
        return fail(mirror.error());
    m_mirror = mirror.take();
    const auto closed = qScopeGuard([this] { m_mirror.reset(); });
    QList<Receipt> receipts;
    for (const Envelope &envelope : envelopes) {
        Receipt receipt;
        const auto done = inOneStep(*m_book, [&]() -> Outcome<Nothing> {
            auto answer = receive(envelope);
            if (!answer)
                return fail(answer.error());
            receipt = answer.take();
            return receipt.kind == Receipt::Kind::Received ? decideInOrder() : Nothing();
        });
        if (!done)
            return fail(done.error());
        receipts += receipt;
    }
    return SubmitReply{receipts, 0, 0};
}

Outcome<Receipt> TrialCentre::receive(const Envelope &envelope)
{
    const auto known = m_book->submission(envelope.id);
    if (!known)
        return fail(known.error());
    if (known.value()) {
        if (*known.value() == envelope)
            return Receipt{envelope.id, Receipt::Kind::AlreadyKnown, {}};
        qCWarning(lcTrial, "submission %s came a second time with other bytes", qUtf8Printable(envelope.id));
        return Receipt{envelope.id, Receipt::Kind::OtherBytes, u"known id with other bytes"_s};
    }
    const auto device = m_book->device(m_device);
    if (!device)
        return fail(device.error());
    const auto refused = [&](const QString &why) {
        return Receipt{envelope.id, Receipt::Kind::Refused, why};
    };
    if (!device.value())
        return refused(u"unknown device"_s);
    const auto header = checkEnvelope(envelope, device.value()->publicKey);
    if (!header)
        return refused(envelopeFaultWord(header.error()));
    if (header.value().device != m_device)
        return refused(u"signed for another device"_s);
    const auto fork = m_book->submissionAt(m_device, header.value().deviceSeq);
    if (!fork)
        return fail(fork.error());
    if (fork.value() || header.value().deviceSeq < device.value()->nextSeq)
        return refused(u"device sequence number used twice"_s);
    if (const auto added = m_book->addSubmission(m_device, header.value().deviceSeq, envelope); !added)
        return fail(added.error());
    return Receipt{envelope.id, Receipt::Kind::Received, {}};
}

/// Decides what follows the device's chain without a gap; what comes after a gap is kept until it is closed.
Outcome<Nothing> TrialCentre::decideInOrder()
{
    for (;;) {
        auto device = m_book->device(m_device);
        if (!device)
            return fail(device.error());
        TrialDevice chain = device.value().value();
        const auto next = m_book->submissionAt(m_device, chain.nextSeq);
        if (!next)
            return fail(next.error());
        if (!next.value())
            return Nothing();
        const auto header = readEnvelopeHeader(next.value()->header);
        if (!header)
            return fail(Failure{FailureKind::Corrupt, u"trial.db holds a header that can't be read"_s});
        TrialJudge judge(*m_book, *m_mirror, m_context, m_device, m_store.clock().today());
        const auto decided = header.value().prevHash != chain.prevHash
            ? judge.tell(next.value()->id, brokenChain())
            : judge.decide(*next.value(), header.value());
        if (!decided)
            return decided;
        chain.nextSeq += 1;
        chain.prevHash = envelopeHash(*next.value()).toHex();
        if (const auto moved = m_book->putDevice(chain); !moved)
            return moved;
    }
}

Outcome<FeedPage> TrialCentre::changes(const QString &, qint64 cursor, int limit, int)
{
    if (const auto held = takeDueChanges(); !held)
        return fail(held.error());
    if (const auto paid = takePayments(); !paid)
        return fail(paid.error());
    return m_book->feed(cursor, limit);
}

/// Changes that were decided for a later day hold from that day on.
Outcome<Nothing> TrialCentre::takeDueChanges()
{
    const QDate today = m_store.clock().today();
    for (;;) {
        const auto families = m_book->familiesDue(today, kFamiliesAtOnce);
        if (!families)
            return fail(families.error());
        if (families.value().isEmpty())
            return Nothing();
        const auto held = inOneStep(*m_book, [&]() -> Outcome<Nothing> {
            for (const FamilyView &family : families.value()) {
                const FamilyView now = asOf(family, today);
                const bool isGone = now.members.isEmpty() || now.kk != family.kk;
                if (isGone) {
                    if (auto dropped = m_book->dropFamily(family.kk); !dropped)
                        return dropped;
                }
                if (now.members.isEmpty())
                    continue;
                if (auto put = m_book->putFamily(now, {}); !put)
                    return put;
            }
            return Nothing();
        });
        if (!held)
            return held;
    }
}

Outcome<Nothing> TrialCentre::takePayments()
{
    const QDate today = m_store.clock().today();
    for (;;) {
        const auto families = m_book->familiesToPay(today, kFamiliesAtOnce);
        if (!families)
            return fail(families.error());
        if (families.value().isEmpty())
            return Nothing();
        const auto paid = inOneStep(*m_book, [&]() -> Outcome<Nothing> {
            for (FamilyView family : families.value()) {
                family.status = u"AKTIF"_s;
                family.paidUntil = family.firstPaymentFrom.toString(u"yyyy-MM"_s);
                for (MemberView &member : family.members) {
                    if (member.status != "MENINGGAL"_L1)
                        member.status = u"AKTIF"_s;
                }
                if (auto put = m_book->putFamily(family, {}); !put)
                    return put;
            }
            return Nothing();
        });
        if (!paid)
            return paid;
    }
}

Outcome<LeaseGrant> TrialCentre::lease(const LeaseRequest &request)
{
    LeaseGrant grant;
    const auto done = inOneStep(*m_book, [&]() -> Outcome<Nothing> {
        auto granted = m_book->grantLease(m_device, request.wanted);
        if (!granted)
            return fail(granted.error());
        grant = granted.take();
        return m_book->tell(u"lease"_s,
                            {{u"device"_s, m_device},
                             {u"lease"_s, grant.leaseId},
                             {u"low"_s, grant.low},
                             {u"high"_s, grant.high}});
    });
    if (!done)
        return fail(done.error());
    return grant;
}

Outcome<Nothing> TrialCentre::returnLease(const QString &, qint64)
{
    return Nothing(); // the trial range is large enough
}

/// Always whole: there is no line that could be cut.
Outcome<qint64> TrialCentre::putAttachment(const AttachmentPiece &piece)
{
    if (piece.offset != 0 || piece.bytes.size() != piece.length)
        return 0;
    if (QCryptographicHash::hash(piece.bytes, QCryptographicHash::Sha256).toHex() != piece.sha256)
        return fail(Failure{FailureKind::BadInput, u"the attachment's bytes differ from its name"_s});
    if (const auto put = m_book->putAttachment(QString::fromLatin1(piece.sha256), piece.bytes); !put)
        return fail(put.error());
    return piece.length;
}

static Failure notInTrial()
{
    return {FailureKind::BadInput, u"a trial store has no such thing"_s};
}

Outcome<SnapshotManifest> TrialCentre::snapshot()
{
    return fail(notInTrial());
}

Outcome<QByteArray> TrialCentre::snapshotBytes(const QByteArray &, qint64, qint64)
{
    return fail(notInTrial());
}

Outcome<SignedText> TrialCentre::edition(const QString &)
{
    return fail(notInTrial());
}

Outcome<QByteArray> TrialCentre::carry(const QByteArray &)
{
    return fail(notInTrial());
}

} // namespace Loket
