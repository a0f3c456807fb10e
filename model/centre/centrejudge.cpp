// SPDX-License-Identifier: Apache-2.0
#include "model/centre/centrejudge.h"

#include "model/domain/casejson.h"
#include "model/rulebook/rulebook.h"
#include "model/services/conflictresolution.h"
#include "model/services/effects.h"
#include "model/services/registration.h"
#include "model/services/voiding.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QJsonValue verdictText(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject verdictBody(const QString &caseId, const Verdict &verdict, const QList<AssignedNumber> &numbers)
{
    QJsonArray list;
    for (const AssignedNumber &number : numbers)
        list += QJsonObject{{u"member"_s, number.member},
                            {u"card"_s, number.card},
                            {u"va"_s, verdictText(number.va)},
                            {u"state"_s, number.state}};
    return {{u"case"_s, caseId},
            {u"state"_s, caseStateWord(verdict.state)},
            {u"code"_s, verdictText(verdict.code)},
            {u"reason"_s, verdictText(verdict.reason)},
            {u"path"_s, verdictText(verdict.path)},
            {u"conflict"_s, verdict.conflict.isEmpty() ? QJsonValue() : QJsonValue(verdict.conflict)},
            {u"numbers"_s, list}};
}

/// What the centre's look-ups add to assess(): the family that the case names. Duplicates are judged by
/// decideCase().
class CentreLookup final : public CaseLookup
{
public:
    explicit CentreLookup(const std::optional<FamilyView> &known)
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

/// Groups of a conflict in which a person decided for this case.
QStringList groupsDecidedFor(const Case &content)
{
    QStringList groups;
    for (const WarningOverride &one : content.overrides) {
        if (one.code == kConflictMine)
            groups += one.path;
    }
    return groups;
}

} // namespace

CentreJudge::CentreJudge(CentreBook &book, const Context &context, const DeviceKey *signer,
                         const CentreDevice &device, QDate today)
    : m_book(book)
    , m_teller(book, signer, device.office)
    , m_context(context)
    , m_device(device)
    , m_today(today)
{
}

Outcome<Nothing> CentreJudge::tell(const QString &caseId, const Verdict &verdict,
                                   const QList<AssignedNumber> &numbers)
{
    return m_teller.verdict(m_device.id, caseId, verdict.state, verdictBody(caseId, verdict, numbers));
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
    // Judged as of the day at the counter: the trial has no clock of its own to compare with.
    const CentreLookup lookup(known.value());
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
    if (undo.before) {
        const auto put = m_teller.put(*undo.before, std::nullopt);
        return put ? Outcome<Nothing>(Nothing()) : fail(put.error());
    }
    const auto made = m_book.family(undo.kk);
    if (!made)
        return fail(made.error());
    return made.value() ? m_teller.drop(*made.value()) : Nothing();
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
    const Rulebook &rulebook = m_context.rulebooks->on(content.date);
    const QString status = known && !headOf(content) ? known->status : u"MENUNGGU_BAYAR"_s;
    FamilyEffect effect = effectOf(content, known, numbers.value(), assessment, rulebook, status);
    Verdict verdict;
    if (known && !effect.registered && effect != FamilyEffect()) {
        const auto steps = foreignSteps(header, *known);
        if (!steps)
            return fail(steps.error());
        const Merged merged = mergeChanges(rulebook, steps.value(), *known, effect);
        if (!merged.conflict.isEmpty())
            return tell(header.submission, needsDecision(merged.conflict));
        effect = merged.effect;
        if (merged.isLate)
            verdict = acceptedWithNote(u"merge.deceased"_s, {});
        else if (!merged.notes.isEmpty())
            verdict = acceptedWithNote(u"merge.newer"_s, merged.notes);
    }
    const bool changesFamily = effect != FamilyEffect();
    const auto kept = effect.registered ? keepRegistered(*effect.registered, header)
        : changesFamily                 ? keepChanged(known, content, effect, header)
                                        : Outcome<Nothing>(Nothing());
    if (!kept)
        return kept;
    return tell(header.submission, verdict, numbers.value());
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
    const auto put = m_teller.put(family, header.submission);
    if (!put)
        return fail(put.error());
    return m_book.remember(header.submission, {family.kk, put.value().revision, before.value()});
}

/// What holds from today on is put; what holds later is told as scheduled and taken when its day comes.
Outcome<Nothing> CentreJudge::keepChanged(const std::optional<FamilyView> &known, const Case &content,
                                          const FamilyEffect &effect, const EnvelopeHeader &header)
{
    if (!known)
        return fail(Failure{FailureKind::Internal, u"a change of a family that is not known"_s});
    FamilyView family = withoutReplaced(m_context.rulebooks->on(content.date), *known, effect.changes,
                                        groupsDecidedFor(content));
    for (const MemberView &member : effect.added)
        putMember(family, member);
    for (FieldChange change : effect.changes) {
        if (!change.effective.isValid())
            change.effective = m_today;
        family.scheduled += change;
    }
    family = asOf(family, m_today);
    const bool isEmpty = family.members.isEmpty();
    if (isEmpty || family.kk != known->kk) {
        if (auto gone = m_teller.drop(*known); !gone)
            return gone;
    }
    if (!isEmpty) {
        if (const auto put = m_teller.put(family, std::nullopt); !put)
            return fail(put.error());
    }
    const auto revision = m_book.revision(known->kk);
    if (!revision)
        return fail(revision.error());
    return m_book.remember(header.submission, {known->kk, revision.value(), known});
}

} // namespace Loket
