// SPDX-License-Identifier: Apache-2.0
#include "model/dues/calcadapters.h"
#include "model/dues/changes.h"
#include "model/dues/mutation.h"
#include "model/dues/phkproofs.h"

#include <QJsonArray>

namespace Loket {

using namespace Qt::StringLiterals;

QJsonObject permissionJson(const Permission &permission)
{
    QJsonObject out{{u"allowed"_s, permission.allowed}};
    if (!permission.code.isEmpty())
        out.insert(u"code"_s, permission.code);
    if (permission.earliest.isValid())
        out.insert(u"earliest"_s, isoText(permission.earliest));
    if (permission.effective.isValid())
        out.insert(u"effective"_s, isoText(permission.effective));
    return out;
}

QJsonObject calcMutation(CalcInput &input, const CalcContext &context)
{
    const QString from = input.code(u"from"_s, u"segment"_s);
    const QString to = input.code(u"to"_s, u"segment"_s);
    if (input.failed())
        return {};
    const QDate day = editionDay(input, context, {u"paid"_s, u"changed"_s});
    if (input.failed())
        return {};
    const Rulebook &rulebook = editionFor(input, context, day);
    const MutationRule rule = mutationRule(rulebook, from, to, day, context.trace);
    MutationPayment payment;
    if (rule.refusal.isEmpty() && rule.byPayment) {
        payment.lastCovered = input.month(u"lastCovered"_s);
        payment.paid = input.date(u"paid"_s);
        payment.paidMonths = input.months(u"paidMonths"_s);
    }
    const std::optional<QDate> changed
        = rule.refusal.isEmpty() ? input.dateIf(u"changed"_s) : std::optional<QDate>();
    if (input.failed())
        return {};
    const Mutation mutation = mutationOf(rulebook, rule, payment, context.trace);
    QJsonObject out = permissionJson(mutation.permission);
    if (mutation.waitDays)
        out.insert(u"waitDays"_s, *mutation.waitDays);
    if (mutation.permission.allowed && changed)
        out.insert(u"arrearsDue"_s, isoText(arrearsDueAfterChange(rulebook, *changed, context.trace)));
    return out;
}

QJsonObject calcFktpChange(CalcInput &input, const CalcContext &context)
{
    const QDate since = input.date(u"since"_s);
    const QDate requested = input.date(u"requested"_s);
    input.ordered(u"since"_s, since, u"requested"_s, requested);
    if (input.failed())
        return {};
    const Rulebook &rulebook = editionFor(input, context, requested);
    QString reason;
    if (requested < fktpChangeEarliest(rulebook, since, nullptr)) // later the reason is not needed
        reason = input.codeIf(u"reason"_s, u"fktp-reason"_s).value_or(QString());
    if (input.failed())
        return {};
    const FktpChange change = fktpChange(rulebook, since, requested, reason, context.trace);
    QJsonObject out = permissionJson(change.permission);
    if (change.documents)
        out.insert(u"documents"_s, QJsonArray::fromStringList(*change.documents));
    return out;
}

QJsonObject calcClassChange(CalcInput &input, const CalcContext &context)
{
    const QString segment = input.code(u"segment"_s, u"segment"_s);
    const QDate day = editionDay(input, context, {u"requested"_s});
    if (input.has(u"since"_s) && input.has(u"requested"_s)) // a reversed pair is a slip in every branch
        input.ordered(u"since"_s, input.peek(u"since"_s), u"requested"_s, input.peek(u"requested"_s));
    if (input.failed())
        return {};
    const ClassChangeRule rule
        = classChangeRule(editionFor(input, context, day), segment, day, context.trace);
    bool active = true;
    QDate since;
    QDate requested;
    if (rule.refusal.isEmpty())
        active = input.flag(u"active"_s, true);
    if (rule.refusal.isEmpty() && active) {
        requested = input.date(u"requested"_s);
        if (rule.months > 0)
            since = input.date(u"since"_s);
    }
    if (input.failed())
        return {};
    return permissionJson(classChange(rule, active, since, requested, context.trace));
}

QJsonObject calcPhk(CalcInput &input, const CalcContext &context)
{
    const QDate dismissed = input.date(u"dismissed"_s);
    const QDate day = input.dateIf(u"date"_s).value_or(context.today);
    const std::optional<QString> kind = input.codeIf(u"kind"_s, u"phk-kind"_s);
    if (input.failed())
        return {};
    const DismissalCover cover
        = dismissalCover(editionFor(input, context, dismissed), dismissed, day, context.trace);
    QJsonObject out{
        {u"covered"_s, cover.covered}, {u"until"_s, isoText(cover.until)}, {u"class"_s, cover.careClass}};
    if (!kind)
        return out;
    const Rulebook &rulebook = context.rulebooks->on(day);
    QJsonArray proofs;
    for (const PhkProof &proof : phkProofs(rulebook, *kind, day, context.trace)) {
        const QJsonArray any = QJsonArray::fromStringList(proof.documents);
        proofs += any;
        noteStep(context.trace, [&] {
            return CalcStep{u"phk.proof"_s, {{u"kind"_s, *kind}}, any, proof.rule};
        });
    }
    out.insert(u"kinds"_s, QJsonArray::fromStringList(phkKinds(rulebook, day)));
    out.insert(u"proofs"_s, proofs);
    return out;
}

} // namespace Loket
