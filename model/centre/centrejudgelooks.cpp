// SPDX-License-Identifier: Apache-2.0
// What a centre looks at in its book before it decides a case.
#include "model/centre/centrejudge.h"

#include "model/centre/similar.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// A family that changed more often since the case was made is looked at by a person.
constexpr int kStepsToLookAt = 50;

bool isTaken(const std::optional<CaseState> &state)
{
    return !state || *state == CaseState::Accepted || *state == CaseState::AcceptedChanged;
}

} // namespace

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
        if (isTaken(state.value()))
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
    facts.isFromTheFuture = content.date > m_today.addDays(1);
    if (effect.registered) {
        const auto source = m_book.familySource(content.family.kk);
        if (!source)
            return fail(source.error());
        facts.isFamilyKnown
            = source.value() && (source.value()->isEmpty() || *source.value() != header.corrects);
    }
    if (const auto people = lookAtPeople(content, header, facts); !people)
        return fail(people.error());
    if (const auto numbers = lookAtNumbers(header, facts); !numbers)
        return fail(numbers.error());
    return facts;
}

/// Who is registered already, by NIK; and who may be, by birth date and name. An officer who looked into the
/// second says so by an override.
Outcome<Nothing> CentreJudge::lookAtPeople(const Case &content, const EnvelopeHeader &header,
                                           CentreFacts &facts)
{
    const QString &kk = content.family.kk.isEmpty() ? header.family : content.family.kk;
    const bool isLookedInto
        = std::any_of(content.overrides.cbegin(), content.overrides.cend(),
                      [](const WarningOverride &one) { return one.code == "person.similar"_L1; });
    for (int i = 0; i < content.family.members.size(); ++i) {
        const CaseMember &member = content.family.members.at(i);
        if (!member.nik.isEmpty()) {
            const auto known = m_book.isNikKnown(member.nik, kk);
            if (!known)
                return fail(known.error());
            if (known.value())
                facts.membersKnownElsewhere += i;
        }
        const QDate born = QDate::fromString(member.birthDate, Qt::ISODate);
        if (isLookedInto || !born.isValid())
            continue;
        const auto others = m_book.bornOn(born, member.nik, kk);
        if (!others)
            return fail(others.error());
        const bool isSimilar
            = std::any_of(others.value().cbegin(), others.value().cend(), [&](const SimilarPerson &one) {
                  return mayBeSameNik(one.nik, member.nik) && isSimilarName(one.name, member.name);
              });
        if (isSimilar)
            facts.membersSimilar += i;
    }
    return Nothing();
}

Outcome<Nothing> CentreJudge::lookAtNumbers(const EnvelopeHeader &header, CentreFacts &facts)
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

/// What others did to the family since the case was made on it. What the cases below this one did is the
/// counter's own.
Outcome<QList<ForeignStep>> CentreJudge::foreignSteps(const EnvelopeHeader &header, const FamilyView &known)
{
    QList<ForeignStep> steps;
    const int base = header.baseRevision.value_or(known.revision);
    if (base >= known.revision)
        return steps;
    QSet<int> own;
    QStringList below = header.buildsOn;
    below.append(header.corrects);
    for (const QString &id : below) {
        const auto undo = m_book.undo(id);
        if (!undo)
            return fail(undo.error());
        if (undo.value() && undo.value()->kk == known.kk)
            own += undo.value()->revision;
    }
    if (known.revision - base > kStepsToLookAt)
        return QList<ForeignStep>{{std::nullopt, known}};
    std::optional<FamilyView> before;
    for (int revision = base; revision <= known.revision; ++revision) {
        auto after = revision == known.revision ? Outcome<std::optional<FamilyView>>(std::optional(known))
                                                : m_book.familyAt(known.kk, revision);
        if (!after)
            return fail(after.error());
        if (revision > base && !own.contains(revision) && after.value())
            steps += ForeignStep{before, *after.value()};
        before = after.take();
    }
    return steps;
}

} // namespace Loket
