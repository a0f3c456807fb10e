// SPDX-License-Identifier: Apache-2.0
#include "model/centre/verdict.h"

#include "model/rulebook/codes.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// The centre writes Indonesian, whatever language the counter shows.
QString centreText(const QString &kind, const QString &code)
{
    return codeText(kind, code, u"id"_s);
}

Verdict verdictOf(CaseState state, const QString &code, const QStringList &facts)
{
    QString reason = centreText(u"verdict"_s, code);
    if (!facts.isEmpty())
        reason += u" ("_s + facts.join(u"; "_s) + u")"_s;
    Verdict verdict;
    verdict.state = state;
    verdict.code = code;
    verdict.reason = reason;
    return verdict;
}

QStringList memberOrdinals(const QList<int> &members)
{
    QStringList words;
    for (int member : members)
        words += u"anggota ke-%1"_s.arg(member + 1);
    return words;
}

/// What the rules of the counter say against it, all of it, and where the first of it stands.
Verdict notReady(const Assessment &assessment)
{
    QStringList problems;
    QString path;
    for (const Problem &problem : assessment.problems) {
        if (problem.severity != Severity::Error)
            continue;
        path = path.isEmpty() ? problem.path : path;
        problems += problem.path.isEmpty() ? centreText(u"problem"_s, problem.code)
                                           : problem.path + u": "_s + centreText(u"problem"_s, problem.code);
    }
    for (const DocumentNeed &need : assessment.documents) {
        if (need.required && !need.seen)
            problems += centreText(u"document"_s, need.code);
    }
    Verdict verdict = verdictOf(CaseState::NeedsCorrection, u"rules.not-met"_s, problems);
    verdict.path = path;
    return verdict;
}

} // namespace

Verdict decideCase(const Assessment &assessment, const CentreFacts &facts)
{
    const auto atMember = [](const QString &code, const QList<int> &members, CaseState state) {
        Verdict verdict = verdictOf(state, code, memberOrdinals(members));
        verdict.path = u"family.members[%1].nik"_s.arg(members.first());
        return verdict;
    };
    if (facts.isFamilyKnown)
        return verdictOf(CaseState::Rejected, u"kk.registered"_s, {});
    if (facts.isFamilyMissing)
        return verdictOf(CaseState::NeedsCorrection, u"kk.unknown"_s, {});
    if (facts.isFromTheFuture) {
        Verdict verdict = verdictOf(CaseState::NeedsCorrection, u"date.future"_s, {});
        verdict.path = u"date"_s;
        return verdict;
    }
    if (!facts.membersWithTakenCard.isEmpty())
        return verdictOf(CaseState::NeedsCorrection, u"card.taken"_s,
                         memberOrdinals(facts.membersWithTakenCard));
    if (!facts.membersKnownElsewhere.isEmpty())
        return atMember(u"nik.registered"_s, facts.membersKnownElsewhere, CaseState::NeedsCorrection);
    if (assessment.decision != Decision::Ready)
        return notReady(assessment);
    if (!facts.membersSimilar.isEmpty())
        return atMember(u"person.similar"_s, facts.membersSimilar, CaseState::NeedsCorrection);
    return {};
}

Verdict needsDecision(const QJsonObject &conflict)
{
    Verdict verdict = verdictOf(CaseState::Conflict, u"merge.conflict"_s, {});
    verdict.conflict = conflict;
    return verdict;
}

Verdict acceptedWithNote(const QString &code, const QStringList &fields)
{
    return verdictOf(CaseState::AcceptedChanged, code, fields);
}

Verdict unreadableCase(const QString &place)
{
    return verdictOf(CaseState::NeedsCorrection, u"case.unreadable"_s, {place});
}

Verdict baseReturned(const QString &base)
{
    return verdictOf(CaseState::NeedsCorrection, u"base.returned"_s, {base});
}

Verdict voidTooLate()
{
    return verdictOf(CaseState::Conflict, u"void.late"_s, {});
}

Verdict brokenChain()
{
    return verdictOf(CaseState::Conflict, u"chain.broken"_s, {});
}

} // namespace Loket
