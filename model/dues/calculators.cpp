// SPDX-License-Identifier: Apache-2.0
#include "model/dues/calculators.h"

#include "model/domain/strictjson.h"
#include "model/dues/calcadapters.h"
#include "model/dues/wholenumbers.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

const QList<Calculator> &calculators()
{
    static const QList<Calculator> list = {
        {"dues",
         {u"segment"_s, u"month"_s, u"class"_s, u"members"_s, u"wage"_s, u"floor"_s, u"extra"_s, u"pension"_s,
          u"baseSalary"_s},
         calcDues},
        {"first-payment", {u"registered"_s}, calcFirstPayment},
        {"due-date", {u"month"_s, u"holidays"_s}, calcDueDate},
        {"arrears", {u"class"_s, u"members"_s, u"firstUnpaid"_s, u"payMonth"_s}, calcArrears},
        {"penalty", {u"cbg"_s, u"months"_s, u"reactivated"_s, u"admitted"_s}, calcPenalty},
        {"upgrade",
         {u"segment"_s, u"ownClass"_s, u"wanted"_s, u"cbgOwn"_s, u"cbgWanted"_s, u"cbgFirst"_s, u"tariff"_s},
         calcUpgrade},
        {"instalments",
         {u"arrears"_s, u"months"_s, u"stages"_s, u"changed"_s, u"running"_s},
         calcInstalments},
        {"mutation",
         {u"from"_s, u"to"_s, u"lastCovered"_s, u"paid"_s, u"paidMonths"_s, u"changed"_s},
         calcMutation},
        {"fktp-change", {u"since"_s, u"requested"_s, u"reason"_s}, calcFktpChange},
        {"class-change", {u"segment"_s, u"active"_s, u"since"_s, u"requested"_s}, calcClassChange},
        {"newborn", {u"born"_s, u"registered"_s, u"segment"_s, u"class"_s}, calcNewborn},
        {"dependants", {u"spouse"_s, u"children"_s, u"others"_s}, calcDependants},
        {"nik", {u"nik"_s, u"born"_s, u"sex"_s}, calcNik},
        {"phk", {u"dismissed"_s, u"kind"_s}, calcPhk},
        {"first-bill", {u"confirmed"_s, u"holidays"_s}, calcFirstBill},
    };
    return list;
}

const Calculator *calculator(const QString &name)
{
    for (const Calculator &candidate : calculators()) {
        if (name == QLatin1String(candidate.name))
            return &candidate;
    }
    return nullptr;
}

} // namespace

QStringList calculatorNames()
{
    QStringList names;
    for (const Calculator &calculator : calculators())
        names += QLatin1String(calculator.name);
    return names;
}

Result<QJsonObject, InputError> calculate(const QString &name, const QJsonObject &object,
                                          const CalcContext &context)
{
    const Calculator *found = calculator(name);
    if (!found)
        return fail(InputError{
            {}, u"unknown calculator '%1'; there are %2"_s.arg(name, calculatorNames().join(u", "_s))});
    CalcInput input(object, found->keys + QStringList{u"date"_s});
    QJsonObject out;
    if (!input.failed())
        out = found->run(input, context);
    if (input.failed())
        return fail(input.error());
    return out;
}

CalcAnswer explainCalculation(const QString &name, const QJsonObject &object, const CalcContext &given)
{
    CalcAnswer answer;
    const Calculator *found = calculator(name);
    if (!found) {
        answer.error = InputError{{}, u"unknown calculator '%1'"_s.arg(name)};
        return answer;
    }
    RuleTrace trace;
    trace.keepSteps();
    CalcContext context = given;
    context.trace = &trace;
    CalcInput input(object, found->keys + QStringList{u"date"_s});
    answer.out = found->run(input, context);
    answer.asked = input.asked();
    answer.rulebook = input.rulebook();
    if (input.failed()) {
        answer.out = {};
        answer.error = input.error();
        answer.fault = input.fault();
        return answer;
    }
    answer.steps = trace.steps();
    answer.rules = trace.rules();
    return answer;
}

Result<QJsonObject, InputError> calculate(const QString &name, const QByteArray &json,
                                          const CalcContext &context)
{
    const auto object = readJsonObject(json);
    if (!object)
        return fail(object.error());
    if (const auto fraction = findFraction(json))
        return fail(*fraction);
    return calculate(name, object.value(), context);
}

QString isoText(QDate day)
{
    return day.toString(Qt::ISODate);
}

QDate editionDay(CalcInput &input, const CalcContext &context, const QStringList &keys)
{
    for (const QString &key : keys) {
        const QDate day = input.peek(key);
        if (day.isValid())
            return day;
    }
    return input.quietDateIf(u"date"_s).value_or(context.today);
}

const Rulebook &editionFor(CalcInput &input, const CalcContext &context, QDate day)
{
    const Rulebook &rulebook = context.rulebooks->on(day);
    input.setRulebook(&rulebook);
    return rulebook;
}

} // namespace Loket
