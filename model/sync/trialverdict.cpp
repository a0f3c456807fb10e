// SPDX-License-Identifier: Apache-2.0
#include "model/sync/trialverdict.h"

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
    return {state, code, reason};
}

QStringList memberOrdinals(const QList<int> &members)
{
    QStringList words;
    for (int member : members)
        words += u"anggota ke-%1"_s.arg(member + 1);
    return words;
}

} // namespace

Verdict decideCase(const Assessment &assessment, const CentreFacts &facts)
{
    if (facts.isFamilyKnown)
        return verdictOf(CaseState::Rejected, u"kk.registered"_s, {});
    if (facts.isFamilyMissing)
        return verdictOf(CaseState::NeedsCorrection, u"kk.unknown"_s, {});
    if (!facts.membersWithTakenCard.isEmpty())
        return verdictOf(CaseState::NeedsCorrection, u"card.taken"_s,
                         memberOrdinals(facts.membersWithTakenCard));
    if (!facts.membersKnownElsewhere.isEmpty())
        return verdictOf(CaseState::NeedsCorrection, u"nik.registered"_s,
                         memberOrdinals(facts.membersKnownElsewhere));
    if (assessment.decision == Decision::Ready)
        return {};

    QStringList problems;
    for (const Problem &problem : assessment.problems) {
        if (problem.severity == Severity::Error)
            problems += problem.path.isEmpty()
                ? centreText(u"problem"_s, problem.code)
                : problem.path + u": "_s + centreText(u"problem"_s, problem.code);
    }
    for (const DocumentNeed &need : assessment.documents) {
        if (need.required && !need.seen)
            problems += centreText(u"document"_s, need.code);
    }
    return verdictOf(CaseState::NeedsCorrection, u"rules.not-met"_s, problems);
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
