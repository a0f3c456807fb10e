// SPDX-License-Identifier: Apache-2.0
#include "model/dues/calcadapters.h"
#include "model/dues/hospital.h"
#include "model/dues/instalments.h"

#include <QJsonArray>

namespace Loket {

using namespace Qt::StringLiterals;

QJsonObject calcPenalty(CalcInput &input, const CalcContext &context)
{
    PenaltyInput in;
    in.cbg = input.rupiah(u"cbg"_s);
    in.months = input.count(u"months"_s);
    in.reactivated = input.date(u"reactivated"_s);
    in.admitted = input.date(u"admitted"_s);
    if (input.failed())
        return {};
    const auto penalty = penaltyOf(editionFor(input, context, in.admitted), in, context.trace);
    if (!penalty) {
        input.refuse(u"cbg"_s, u"too large"_s, u"too-large"_s);
        return {};
    }
    return {{u"due"_s, penalty.value().due}, {u"amount"_s, penalty.value().amount}};
}

namespace {

/// "VIP", or the number of a class below it.
QString wantedClass(CalcInput &input)
{
    input.ask(u"wanted"_s, u"wanted"_s, true);
    const QJsonValue value = input.raw(u"wanted"_s);
    const QString wanted = value.isString() ? value.toString() : QString::number(value.toInteger(-1));
    const bool known = value.isString() ? wanted == "VIP"_L1 : wanted == "1"_L1 || wanted == "2"_L1;
    if (!input.has(u"wanted"_s))
        input.refuse(u"wanted"_s, u"missing"_s, u"missing"_s);
    else if (!known)
        input.refuse(u"wanted"_s, u"must be 1, 2 or \"VIP\""_s, u"wanted"_s);
    return wanted;
}

} // namespace

QJsonObject calcUpgrade(CalcInput &input, const CalcContext &context)
{
    const QString segment = input.code(u"segment"_s, u"segment"_s);
    const int own = input.careClass(u"ownClass"_s);
    const QString wanted = wantedClass(input);
    const QDate day = input.dateIf(u"date"_s).value_or(context.today);
    if (input.failed())
        return {};
    const Rulebook &rulebook = editionFor(input, context, day);
    const UpgradeRule rule = upgradeRule(rulebook, segment, own, wanted, day, context.trace);
    if (!rule.refusal.isEmpty())
        return {{u"allowed"_s, false}, {u"code"_s, rule.refusal}};
    UpgradeCosts costs;
    costs.own = input.rupiah(u"cbgOwn"_s);
    costs.other = input.rupiah(rule.isVip() ? u"tariff"_s : u"cbgWanted"_s);
    if (rule.needsFirst())
        costs.first = input.rupiah(u"cbgFirst"_s);
    if (input.failed())
        return {};
    return {{u"allowed"_s, true}, {u"amount"_s, upgradeAmount(rulebook, rule, costs, context.trace)}};
}

QJsonObject calcInstalments(CalcInput &input, const CalcContext &context)
{
    const QDate day = input.dateIf(u"date"_s).value_or(context.today);
    InstalmentsInput in;
    in.arrears = input.rupiah(u"arrears"_s);
    in.months = input.count(u"months"_s);
    in.stages = input.count(u"stages"_s);
    in.changedSegment = input.flag(u"changed"_s, false);
    in.on = day;
    if (input.failed())
        return {};
    const Instalments out = instalmentsOf(editionFor(input, context, day), in, context.trace);
    if (!out.refusal.isEmpty())
        return {{u"allowed"_s, false}, {u"code"_s, out.refusal}};
    QJsonArray amounts;
    for (const qint64 stage : out.stages)
        amounts += stage;
    QJsonObject answer{{u"allowed"_s, true}, {u"stages"_s, amounts}};
    const qint64 running = out.withRunningDues ? input.rupiah(u"running"_s, 0) : 0;
    if (running > 0) {
        QJsonArray payments;
        for (const qint64 stage : out.stages)
            payments += stage + running;
        noteStep(context.trace, [&] {
            return CalcStep{u"rehab.payments"_s, {{u"running"_s, running}}, payments, out.rule};
        });
        answer.insert(u"payments"_s, payments);
    }
    return answer;
}

} // namespace Loket
