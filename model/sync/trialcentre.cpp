// SPDX-License-Identifier: Apache-2.0
#include "model/sync/trialcentre.h"

#include "model/base/clock.h"
#include "model/domain/casejson.h"
#include "model/rulebook/rulebook.h"
#include "model/services/registration.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/store.h"
#include "model/store/storereader.h"
#include "model/store/transaction.h"
#include "model/store/trialbook.h"
#include "model/sync/trialverdict.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QLoggingCategory>
#include <QScopeGuard>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

Q_LOGGING_CATEGORY(lcTrial, "loket.sync.trial")

namespace {

/// Families that are paid for in one transaction.
constexpr int kPaymentsAtOnce = 200;
/// Participants of one NIK; more than one is rare.
constexpr int kHitsToLookAt = 10;

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

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject verdictBody(const QString &caseId, const Verdict &verdict, const QList<AssignedNumber> &numbers)
{
    QJsonArray list;
    for (const AssignedNumber &number : numbers)
        list += QJsonObject{{u"member"_s, number.member},
                            {u"card"_s, number.card},
                            {u"va"_s, orNull(number.va)},
                            {u"state"_s, number.state}};
    return {{u"case"_s, caseId},
            {u"state"_s, caseStateWord(verdict.state)},
            {u"code"_s, orNull(verdict.code)},
            {u"reason"_s, orNull(verdict.reason)},
            {u"numbers"_s, list}};
}

/// What the centre's own look-ups add to assess(): nothing. Duplicates are judged by decideRegistration().
const CaseLookup &nothingElse()
{
    static const CaseLookup lookup;
    return lookup;
}

} // namespace

TrialCentre::TrialCentre(std::unique_ptr<TrialBook> book, const Store &store, const Context &context,
                         QString device)
    : m_book(std::move(book))
    , m_store(store)
    , m_context(context)
    , m_device(std::move(device))
{
    m_context.lookup = &nothingElse();
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

Outcome<QList<Receipt>> TrialCentre::submit(const QList<Envelope> &envelopes)
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
    return receipts;
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
        if (header.value().prevHash != chain.prevHash) {
            const Verdict broken = brokenChain();
            if (const auto told = m_book->tell(u"verdict"_s, verdictBody(next.value()->id, broken, {}));
                !told)
                return told;
        } else if (const auto decided = decide(*next.value(), header.value()); !decided) {
            return decided;
        }
        chain.nextSeq += 1;
        chain.prevHash = envelopeHash(*next.value()).toHex();
        if (const auto moved = m_book->putDevice(chain); !moved)
            return moved;
    }
}

Outcome<Nothing> TrialCentre::decide(const Envelope &envelope, const EnvelopeHeader &header)
{
    const auto content = readCase(envelope.payload, QDate());
    if (!content)
        return m_book->tell(u"verdict"_s,
                            verdictBody(envelope.id, unreadableCase(content.error().line()), {}));

    // Judged as of the day at the counter: the trial has no clock of its own to compare with.
    Context context = m_context;
    context.today = content.value().date;
    const Assessment assessment = assess(content.value(), context);
    const auto known = facts(content.value(), header);
    if (!known)
        return fail(known.error());
    const Verdict verdict = decideRegistration(assessment, known.value());
    if (verdict.state == CaseState::Accepted)
        return accept(content.value(), assessment, header);
    return m_book->tell(u"verdict"_s, verdictBody(envelope.id, verdict, {}));
}

Outcome<CentreFacts> TrialCentre::facts(const Case &content, const EnvelopeHeader &header)
{
    CentreFacts facts;
    const auto family = isFamilyKnown(content.family.kk, header.corrects);
    if (!family)
        return fail(family.error());
    facts.isFamilyKnown = family.value();
    for (int i = 0; i < content.family.members.size(); ++i) {
        const auto known = isNikKnown(content.family.members.at(i).nik, content.family.kk);
        if (!known)
            return fail(known.error());
        if (known.value())
            facts.membersKnownElsewhere += i;
    }
    for (const UsedNumber &number : header.numbers) {
        // Without a lease it is of the centre's own giving, and only the case that has it may hand it on.
        const auto leased = number.lease.isEmpty() ? m_book->isCardOf(number.card, header.corrects)
                                                   : m_book->isLeasedTo(m_device, number.lease, number.card);
        if (!leased)
            return fail(leased.error());
        const auto unused = m_book->useCard(number.card, header.submission, header.corrects);
        if (!unused)
            return fail(unused.error());
        if (!leased.value() || !unused.value())
            facts.membersWithTakenCard += number.member;
    }
    return facts;
}

Outcome<bool> TrialCentre::isFamilyKnown(const QString &kk, const QString &corrected)
{
    const auto source = m_book->familySource(kk);
    if (!source)
        return fail(source.error());
    if (source.value())
        return *source.value() != corrected;
    const auto mirrored = m_mirror->familyByKk(kk);
    if (!mirrored)
        return fail(mirrored.error());
    return mirrored.value() && mirrored.value()->id > 0;
}

Outcome<bool> TrialCentre::isNikKnown(const QString &nik, const QString &exceptKk)
{
    if (nik.isEmpty())
        return false;
    const auto own = m_book->isNikKnown(nik, exceptKk);
    if (!own || own.value())
        return own;
    const auto found = m_mirror->search(nik, kHitsToLookAt);
    if (!found)
        return fail(found.error());
    const auto &hits = found.value().hits;
    return std::any_of(hits.begin(), hits.end(), [&](const SearchHit &hit) {
        return hit.memberId > 0 && hit.nik == nik && hit.kk != exceptKk;
    });
}

/// Confirms the counter's numbers, or gives its own to a family that came without.
Outcome<Nothing> TrialCentre::accept(const Case &content, const Assessment &assessment,
                                     const EnvelopeHeader &header)
{
    QHash<int, QString> cards;
    for (const UsedNumber &number : header.numbers)
        cards.insert(number.member, number.card);
    for (int member = 0; member < content.family.members.size(); ++member) {
        if (cards.contains(member))
            continue;
        const auto card = m_book->ownCard(header.submission);
        if (!card)
            return fail(card.error());
        cards.insert(member, card.value());
    }
    const QString va
        = familyVa(m_context.rulebooks->on(content.date), content, cards.value(headOf(content).value_or(0)));
    QList<AssignedNumber> numbers;
    for (int member = 0; member < content.family.members.size(); ++member)
        numbers += {member, cards.value(member), va, u"confirmed"_s};
    FamilyView family = registeredFamily(content, numbers, assessment, u"MENUNGGU_BAYAR"_s);
    const auto before = m_book->family(family.kk);
    if (!before)
        return fail(before.error());
    if (before.value()) { // a correction does not undo a payment
        family.status = before.value()->status;
        family.paidUntil = before.value()->paidUntil;
        for (MemberView &member : family.members)
            member.status = family.status;
    }
    if (const auto put = m_book->putFamily(family, header.submission); !put)
        return put;
    return m_book->tell(u"verdict"_s, verdictBody(header.submission, Verdict(), numbers));
}

Outcome<FeedPage> TrialCentre::changes(qint64 cursor, int limit)
{
    if (const auto paid = takePayments(); !paid)
        return fail(paid.error());
    return m_book->feed(cursor, limit);
}

Outcome<Nothing> TrialCentre::takePayments()
{
    const QDate today = m_store.clock().today();
    for (;;) {
        const auto families = m_book->familiesToPay(today, kPaymentsAtOnce);
        if (!families)
            return fail(families.error());
        if (families.value().isEmpty())
            return Nothing();
        const auto paid = inOneStep(*m_book, [&]() -> Outcome<Nothing> {
            for (FamilyView family : families.value()) {
                family.status = u"AKTIF"_s;
                family.paidUntil = family.firstPaymentFrom.toString(u"yyyy-MM"_s);
                for (MemberView &member : family.members)
                    member.status = u"AKTIF"_s;
                if (auto put = m_book->putFamily(family, {}); !put)
                    return put;
            }
            return Nothing();
        });
        if (!paid)
            return paid;
    }
}

Outcome<LeaseGrant> TrialCentre::lease(qint64 wanted)
{
    LeaseGrant grant;
    const auto done = inOneStep(*m_book, [&]() -> Outcome<Nothing> {
        auto granted = m_book->grantLease(m_device, wanted);
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

Outcome<Nothing> TrialCentre::putAttachment(const QString &sha256, const QByteArray &bytes)
{
    if (QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()) != sha256)
        return fail(Failure{FailureKind::BadInput, u"the attachment's bytes differ from its name"_s});
    return m_book->putAttachment(sha256, bytes);
}

} // namespace Loket
