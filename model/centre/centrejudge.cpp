// SPDX-License-Identifier: Apache-2.0
#include "model/centre/centrejudge.h"

#include "model/domain/casejson.h"
#include "model/rulebook/rulebook.h"
#include "model/services/effects.h"
#include "model/services/registration.h"
#include "model/services/voiding.h"
#include "model/store/familyjson.h"
#include "model/vault/devicekey.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject bodyOfVerdict(const QString &caseId, const Verdict &verdict, const QList<AssignedNumber> &numbers)
{
    QJsonArray list;
    for (const AssignedNumber &number : numbers)
        list += QJsonObject{{u"member"_s, number.member},
                            {u"card"_s, number.card},
                            {u"va"_s, textOrNull(number.va)},
                            {u"state"_s, number.state}};
    return {{u"case"_s, caseId},
            {u"state"_s, caseStateWord(verdict.state)},
            {u"code"_s, textOrNull(verdict.code)},
            {u"reason"_s, textOrNull(verdict.reason)},
            {u"path"_s, QJsonValue()},
            {u"numbers"_s, list},
            {u"conflict"_s, QJsonValue()}};
}

/// What the centre's look-ups add to assess(): the family that the case names. Duplicates are judged by
/// decideCase().
class BookLookup final : public CaseLookup
{
public:
    explicit BookLookup(const std::optional<FamilyView> &known)
        : m_known(known)
    {
    }
    std::optional<FamilyView> family(const QString &, const QString &, QDate day,
                                     const QStringList &) const override
    {
        return m_known ? std::optional(asOf(*m_known, day)) : std::nullopt;
    }

private:
    const std::optional<FamilyView> &m_known;
};

bool wasTaken(const std::optional<CaseState> &state)
{
    return !state || *state == CaseState::Accepted || *state == CaseState::AcceptedChanged;
}

} // namespace

CentreJudge::CentreJudge(CentreBook &book, const Context &context, const DeviceKey *signer,
                         const CentreDevice &device, QDate today)
    : m_book(book)
    , m_context(context)
    , m_signer(signer)
    , m_device(device)
    , m_today(today)
{
}

Outcome<Nothing> CentreJudge::tell(const QString &caseId, const Verdict &verdict,
                                   const QList<AssignedNumber> &numbers)
{
    FeedLine line{u"device:"_s + m_device.id, u"verdict"_s, bodyOfVerdict(caseId, verdict, numbers), {}};
    if (m_signer)
        line.proof = signText("VERDICT", line.body, *m_signer);
    if (auto kept = m_book.putVerdict(caseId, verdict.state, line); !kept)
        return kept;
    return m_book.tell(line);
}

Outcome<Nothing> CentreJudge::decide(const Envelope &envelope, const EnvelopeHeader &header)
{
    const auto content = readCase(envelope.payload, QDate());
    if (!content)
        return tell(envelope.id, unreadableCase(content.error().line()));
    if (content.value().service == kVoidService)
        return takeBack(content.value(), header);
    const auto base = returnedBase(header);
    if (!base)
        return fail(base.error());
    if (!base.value().isEmpty())
        return tell(envelope.id, baseReturned(base.value()));

    const auto known = knownFamily(content.value(), header);
    if (!known)
        return fail(known.error());
    // Judged as of the day at the counter, which may have been offline for long.
    const BookLookup lookup(known.value());
    Context context = m_context;
    context.today = content.value().date;
    context.lookup = &lookup;
    const Assessment assessment = assess(content.value(), context);
    const FamilyEffect effect = effectOf(content.value(), known.value(), {}, assessment,
                                         m_context.rulebooks->on(content.value().date), {});
    auto seen = facts(content.value(), header, effect);
    if (!seen)
        return fail(seen.error());
    seen.value().isFamilyMissing = !effect.registered && effect != FamilyEffect() && !known.value();
    const Verdict verdict = decideCase(assessment, seen.value());
    if (verdict.state == CaseState::Accepted)
        return accept(content.value(), assessment, header, known.value());
    return tell(envelope.id, verdict);
}

/// The counter took a case back: the family becomes what it was before, when nothing came in between.
Outcome<Nothing> CentreJudge::takeBack(const Case &voiding, const EnvelopeHeader &header)
{
    const auto spoilt = m_book.submission(voiding.corrects);
    if (!spoilt)
        return fail(spoilt.error());
    if (!spoilt.value())
        return tell(header.submission, unreadableCase(u"corrects"_s));
    const auto undo = m_book.undo(voiding.corrects);
    if (!undo)
        return fail(undo.error());
    if (undo.value()) {
        const auto now = m_book.revision(undo.value()->kk);
        if (!now)
            return fail(now.error());
        if (now.value() != undo.value()->revision)
            return tell(header.submission, voidTooLate());
        if (auto restored = restore(*undo.value()); !restored)
            return restored;
    }
    Verdict taken;
    taken.state = CaseState::Void;
    taken.reason = voiding.details.value("reason"_L1).toString();
    if (auto told = tell(voiding.corrects, taken); !told)
        return told;
    return tell(header.submission, Verdict());
}

Outcome<Nothing> CentreJudge::restore(const CentreUndo &undo)
{
    const auto now = m_book.family(undo.kk);
    if (!now)
        return fail(now.error());
    const auto done = undo.before ? put(*undo.before, std::nullopt)
        : now.value()             ? drop(*now.value())
                                  : Outcome<int>(0);
    if (!done)
        return fail(done.error());
    return Nothing();
}

/// Names a case below this one that was not taken; empty: they all were. The one that is corrected may be
/// wrong.
Outcome<QString> CentreJudge::returnedBase(const EnvelopeHeader &header)
{
    for (const QString &id : header.buildsOn) {
        if (id == header.corrects)
            continue;
        const auto state = m_book.verdict(id);
        if (!state)
            return fail(state.error());
        if (wasTaken(state.value()))
            continue;
        const auto base = m_book.submission(id);
        if (!base)
            return fail(base.error());
        const auto named = base.value()
            ? readEnvelopeHeader(base.value()->header)
            : Result<EnvelopeHeader, EnvelopeFault>(fail(EnvelopeFault::BadHeader));
        return named ? u"%1, %2"_s.arg(named.value().service).arg(named.value().deviceSeq) : id;
    }
    return QString();
}

/// The family that the case names; the counter wrote its KK into the header when it was found by a card.
Outcome<std::optional<FamilyView>> CentreJudge::knownFamily(const Case &content, const EnvelopeHeader &header)
{
    const QString &kk = content.family.kk.isEmpty() ? header.family : content.family.kk;
    if (kk.isEmpty())
        return std::optional<FamilyView>();
    auto family = m_book.family(kk);
    if (!family || !family.value())
        return family;
    const QString &card = content.family.card;
    // A correction is judged as if the corrected case had not been, when nothing came in between.
    const auto undo = m_book.undo(header.corrects);
    if (!undo)
        return fail(undo.error());
    if (undo.value() && undo.value()->before && undo.value()->kk == kk
        && undo.value()->revision == family.value()->revision) {
        family = undo.value()->before;
        family.value()->revision = undo.value()->revision;
    }
    const auto &members = family.value()->members;
    const bool isNamed = card.isEmpty()
        || std::any_of(members.cbegin(), members.cend(),
                       [&](const MemberView &one) { return one.card == card; });
    return isNamed ? family : std::optional<FamilyView>();
}

Outcome<CentreFacts> CentreJudge::facts(const Case &content, const EnvelopeHeader &header,
                                        const FamilyEffect &effect)
{
    CentreFacts facts;
    if (effect.registered) {
        const auto source = m_book.familySource(content.family.kk);
        if (!source)
            return fail(source.error());
        facts.isFamilyKnown
            = source.value() && (source.value()->isEmpty() || *source.value() != header.corrects);
    }
    const QString &kk = content.family.kk.isEmpty() ? header.family : content.family.kk;
    for (int i = 0; i < content.family.members.size(); ++i) {
        const auto known = m_book.isNikKnown(content.family.members.at(i).nik, kk);
        if (!known)
            return fail(known.error());
        if (known.value())
            facts.membersKnownElsewhere += i;
    }
    if (const auto used = useNumbers(header, facts); !used)
        return fail(used.error());
    return facts;
}

Outcome<Nothing> CentreJudge::useNumbers(const EnvelopeHeader &header, CentreFacts &facts)
{
    for (const UsedNumber &number : header.numbers) {
        // Without a lease it is of the centre's own giving, and only the case that has it may hand it on.
        const auto leased = number.lease.isEmpty()
            ? m_book.isCardOf(number.card, header.corrects)
            : m_book.isLeasedTo(m_device.id, number.lease, number.card);
        if (!leased)
            return fail(leased.error());
        const auto unused = m_book.useCard(number.card, header.submission, header.corrects);
        if (!unused)
            return fail(unused.error());
        if (!leased.value() || !unused.value())
            facts.membersWithTakenCard += number.member;
    }
    return Nothing();
}

/// Confirms the counter's numbers, or gives its own to who came without.
Outcome<QList<AssignedNumber>> CentreJudge::confirmedNumbers(const Case &content,
                                                             const EnvelopeHeader &header,
                                                             const std::optional<FamilyView> &known)
{
    const Rulebook &rulebook = m_context.rulebooks->on(content.date);
    QHash<int, QString> cards;
    for (const UsedNumber &number : header.numbers)
        cards.insert(number.member, number.card);
    const QList<int> members = membersInNeedOfNumbers(content, rulebook);
    for (const int member : members) {
        if (cards.contains(member))
            continue;
        const auto card = m_book.ownCard(header.submission);
        if (!card)
            return fail(card.error());
        cards.insert(member, card.value());
    }
    const auto head = headOf(content);
    const QString va = head ? familyVa(rulebook, content, cards.value(*head)) : known ? known->va : QString();
    QList<AssignedNumber> numbers;
    for (const int member : members)
        numbers += {member, cards.value(member), va, u"confirmed"_s};
    return numbers;
}

Outcome<Nothing> CentreJudge::accept(const Case &content, const Assessment &assessment,
                                     const EnvelopeHeader &header, const std::optional<FamilyView> &known)
{
    const auto numbers = confirmedNumbers(content, header, known);
    if (!numbers)
        return fail(numbers.error());
    const QString status = known && !headOf(content) ? known->status : u"MENUNGGU_BAYAR"_s;
    const FamilyEffect effect = effectOf(content, known, numbers.value(), assessment,
                                         m_context.rulebooks->on(content.date), status);
    const bool changesFamily = effect != FamilyEffect();
    const auto kept = effect.registered ? keepRegistered(*effect.registered, header)
        : changesFamily                 ? keepChanged(known, effect, header)
                                        : Outcome<Nothing>(Nothing());
    if (!kept)
        return kept;
    return tell(header.submission, Verdict(), numbers.value());
}

Outcome<Nothing> CentreJudge::keepRegistered(FamilyView family, const EnvelopeHeader &header)
{
    const auto before = m_book.family(family.kk);
    if (!before)
        return fail(before.error());
    if (before.value()) { // a correction does not undo a payment
        family.status = before.value()->status;
        family.paidUntil = before.value()->paidUntil;
        for (MemberView &member : family.members)
            member.status = family.status;
    }
    family.segmentSince = family.classSince = m_today;
    for (MemberView &member : family.members)
        member.fktpSince = m_today;
    const auto revision = put(family, header.submission);
    if (!revision)
        return fail(revision.error());
    return m_book.remember(header.submission, {family.kk, revision.value(), before.value()});
}

/// What holds from today on is put; what holds later is told as scheduled and taken when its day comes.
Outcome<Nothing> CentreJudge::keepChanged(const std::optional<FamilyView> &known, const FamilyEffect &effect,
                                          const EnvelopeHeader &header)
{
    if (!known)
        return fail(Failure{FailureKind::Internal, u"a change of a family that is not known"_s});
    FamilyView family = *known;
    for (const MemberView &member : effect.added)
        putMember(family, member);
    for (FieldChange change : effect.changes) {
        if (!change.effective.isValid())
            change.effective = m_today;
        family.scheduled += change;
    }
    family = asOf(family, m_today);
    const bool isEmpty = family.members.isEmpty();
    auto revision = isEmpty || family.kk != known->kk ? drop(*known) : Outcome<int>(0);
    if (!revision)
        return fail(revision.error());
    if (!isEmpty) {
        const auto kept = put(family, std::nullopt);
        if (!kept)
            return fail(kept.error());
        if (family.kk == known->kk)
            revision = kept;
    }
    return m_book.remember(header.submission, {known->kk, revision.value(), known});
}

/// Answers the revision that it got.
Outcome<int> CentreJudge::put(const FamilyView &family, const std::optional<QString> &source)
{
    const auto stored = m_book.putFamily(family, source);
    if (!stored)
        return fail(stored.error());
    if (const auto told = tellFamily(stored.value(), u"family"_s, familyToJson(stored.value())); !told)
        return fail(told.error());
    return stored.value().revision;
}

Outcome<int> CentreJudge::drop(const FamilyView &family)
{
    const auto revision = m_book.dropFamily(family.kk, family.revision);
    if (!revision)
        return revision;
    const QJsonObject body{{u"kk"_s, family.kk}, {u"revision"_s, revision.value()}};
    if (const auto told = tellFamily(family, u"gone"_s, body); !told)
        return fail(told.error());
    return revision;
}

/// To who looks after the family's area, and to the counter's office when it is another.
Outcome<Nothing> CentreJudge::tellFamily(const FamilyView &family, const QString &kind,
                                         const QJsonObject &body)
{
    constexpr int kRegencyDigits = 5; // "31.74"
    const QString area = family.address.village.left(kRegencyDigits);
    if (auto told = m_book.tell({u"area:"_s + area, kind, body, {}}); !told)
        return told;
    const auto own = m_book.areasOf(m_device.office);
    if (!own)
        return fail(own.error());
    if (own.value().isEmpty() || own.value().contains(area))
        return Nothing();
    return m_book.tell({u"office:"_s + m_device.office, kind, body, {}});
}

} // namespace Loket
