// SPDX-License-Identifier: Apache-2.0
// Changes of data, facility and class, deaths, the head, terms of office.
#include "model/dues/changes.h"
#include "model/rulebook/codes.h"
#include "model/services/assesschecks.h"
#include "model/services/knownvalue.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongAgo = -1200; ///< months; for a day that nobody knows: the centre checks it

/// Since when everyone concerned is at the present facility: the latest of them.
QDate facilitySince(const Assessing &at)
{
    if (const auto typed = at.typedDay(u"details.fktpSince"_s))
        return *typed;
    QDate latest;
    const QList<MemberView> people = at.person ? QList{*at.person}
        : at.known                             ? at.known->members
                                               : QList<MemberView>();
    for (const MemberView &one : people) {
        if (!at.person && one.status == "MENINGGAL"_L1)
            continue; // of everyone, who lives
        if (!one.fktpSince.isValid())
            return {};
        latest = std::max(latest.isValid() ? latest : one.fktpSince, one.fktpSince);
    }
    return latest;
}

} // namespace

void checkSomeChange(Assessing &at)
{
    QString first;
    bool isAny = false;
    for (const QString &id : at.service->fields) {
        const Field *one = field(at.rules, id);
        if (!one->path.startsWith("details."_L1) || one->kind == "member"_L1)
            continue;
        if (first.isEmpty())
            first = one->path;
        const QString typed = at.text(one->path);
        isAny = isAny || !typed.isEmpty();
        if (!typed.isEmpty() && at.known && knownValue(*at.known, at.person, one->shows) == typed)
            at.warning(one->path, u"change.same"_s, {{"field"_L1, id}});
    }
    if (!isAny)
        at.error(first, u"change.none"_s);
}

void checkFktp(Assessing &at)
{
    const QString path = u"details.newFktp"_s;
    const QString next = at.text(path);
    const QDate since = facilitySince(at);
    if (since.isValid() && since > at.c.date) {
        at.error(u"details.fktpSince"_s, u"field.after-case"_s, {{"field"_L1, u"detail.fktpSince"_s}});
        return;
    }
    if (!since.isValid())
        at.warning(u"details.fktpSince"_s, u"fktp.since-unknown"_s);
    if (!next.isEmpty() && at.person && at.person->fktp == next)
        at.error(path, u"change.same"_s, {{"field"_L1, u"detail.newFktp"_s}});
    const QString reason = at.text(u"details.reason"_s);
    if (!reason.isEmpty() && !isCode(u"fktp-reason"_s, reason))
        return; // told with the form of the field
    FormulaTrace trace(at);
    const FktpChange change = fktpChange(at.rules, since.isValid() ? since : at.c.date.addMonths(kLongAgo),
                                         at.c.date, reason, trace.in());
    if (!change.permission.allowed) {
        Problem &problem
            = at.refusal(path, change.permission.code, {{"since"_L1, since.toString(Qt::ISODate)}});
        problem.earliest = change.permission.earliest;
        trace.blame(problem);
        return;
    }
    for (const QString &document : change.documents.value_or(QStringList()))
        at.askDocument({document}, trace.rules().isEmpty() ? FiredRule() : trace.rules().last());
    trace.giveDate(&AssessmentDates::effective, change.permission.effective);
}

void checkClass(Assessing &at)
{
    const QString path = u"details.newClass"_s;
    if (at.segment().isEmpty())
        return;
    FormulaTrace trace(at);
    const ClassChangeRule rule = classChangeRule(at.rules, at.segment(), at.c.date, trace.in());
    QDate since = at.typedDay(u"details.classSince"_s).value_or(at.known ? at.known->classSince : QDate());
    if (rule.refusal.isEmpty() && rule.months > 0 && !since.isValid()) {
        at.warning(u"details.classSince"_s, u"class.since-unknown"_s);
        since = at.c.date.addMonths(kLongAgo);
    }
    if (since.isValid() && since > at.c.date) {
        at.error(u"details.classSince"_s, u"field.after-case"_s, {{"field"_L1, u"detail.classSince"_s}});
        return;
    }
    const QString next = at.text(path);
    if (at.known && !next.isEmpty() && at.text(u"details.newWage"_s).isEmpty()
        && QString::number(at.known->careClass) == next)
        at.error(path, u"change.same"_s, {{"field"_L1, u"detail.newClass"_s}});
    const QString status = at.facts().value(u"status"_s);
    const bool isActive = status.isEmpty() || status == "AKTIF"_L1;
    const QDate requested
        = rule.onRequest ? at.typedDay(u"details.rankDate"_s).value_or(at.c.date) : at.c.date;
    const Permission permission = classChange(rule, isActive, since, requested);
    if (permission.allowed) {
        trace.giveDate(&AssessmentDates::effective, permission.effective);
        return;
    }
    Problem &problem = at.refusal(path, permission.code);
    problem.earliest = permission.earliest;
    trace.blame(problem);
}

void checkDeath(Assessing &at)
{
    const auto died = at.typedDay(u"details.died"_s);
    if (!died)
        return;
    if (*died > at.c.date)
        at.error(u"details.died"_s, u"field.after-case"_s, {{"field"_L1, u"detail.died"_s}});
    else if (at.person && at.person->birthDate.isValid() && *died < at.person->birthDate)
        at.error(u"details.died"_s, u"death.before-birth"_s);
    else
        at.out.dates.effective = *died;
}

void checkTerm(Assessing &at)
{
    const auto until = at.typedDay(u"details.validUntil"_s);
    if (until && *until < at.c.date)
        Assessing::because(at.refusal(u"details.validUntil"_s, u"term.ended"_s), *serviceRow(at));
}

void checkNewHead(Assessing &at)
{
    if (at.person && at.person->relation == "head"_L1)
        at.error(u"details.newHead"_s, u"head.same"_s);
}

} // namespace Loket
