// SPDX-License-Identifier: Apache-2.0
#include "model/dues/calcadapters.h"
#include "model/dues/dependants.h"
#include "model/dues/newborn.h"

#include <QJsonArray>

namespace Loket {

using namespace Qt::StringLiterals;

QJsonObject calcNewborn(CalcInput &input, const CalcContext &context)
{
    NewbornInput in;
    in.segment = input.code(u"segment"_s, u"segment"_s);
    in.born = input.date(u"born"_s);
    in.registered = input.date(u"registered"_s);
    input.ordered(u"born"_s, in.born, u"registered"_s, in.registered);
    if (input.failed())
        return {};
    const Rulebook &rulebook = editionFor(input, context, in.registered);
    if (newbornOwesFromBirth(rulebook, in.segment, in.registered, nullptr))
        in.careClass = input.careClass(u"class"_s);
    if (input.failed())
        return {};
    const auto newborn = newbornOf(rulebook, in, context.trace);
    if (!newborn) {
        refuseDues(input, u"born"_s, newborn.error(),
                   duesBase(rulebook, in.segment, in.registered)->firstMonth);
        return {};
    }
    const Newborn &out = newborn.value();
    return {{u"deadline"_s, isoText(out.deadline)},
            {u"late"_s, out.late},
            {u"nikRequired"_s, out.nikRequired},
            {u"nikDeadline"_s, isoText(out.nikDeadline)},
            {u"backDues"_s, out.backDues}};
}

namespace {

/// One entry of `children`; its faults go to `input`.
DependantChild readChild(CalcInput &input, const QJsonValue &value, qsizetype index, QDate day)
{
    const QString place = u"children[%1]"_s.arg(index);
    if (!value.isObject())
        input.refuse(place, u"must be an object"_s, u"list"_s);
    CalcInput child(value.toObject(), {u"born"_s, u"letter"_s, u"tuitionUntil"_s, u"married"_s, u"income"_s},
                    place);
    DependantChild out;
    out.born = child.date(u"born"_s);
    out.letter = child.dateIf(u"letter"_s);
    out.tuitionUntil = child.monthIf(u"tuitionUntil"_s);
    out.married = child.flag(u"married"_s, false);
    out.income = child.flag(u"income"_s, false);
    if (!child.failed() && out.born > day)
        child.refuse(u"born"_s, u"is after date"_s, u"after"_s, u"date"_s);
    if (child.failed())
        input.refuse(child.error(), child.fault());
    return out;
}

} // namespace

QJsonObject calcDependants(CalcInput &input, const CalcContext &context)
{
    const QDate day = input.dateIf(u"date"_s).value_or(context.today);
    const bool spouse = input.flag(u"spouse"_s, false);
    const QStringList others = input.codes(u"others"_s, u"kin"_s);
    const QJsonArray given = input.array(u"children"_s);
    QList<DependantChild> children;
    for (qsizetype i = 0; i < given.size() && !input.failed(); ++i)
        children += readChild(input, given.at(i), i, day);
    if (input.failed())
        return {};
    const Rulebook &rulebook = editionFor(input, context, day);
    const Dependants found = dependantsOf(rulebook, children, day, context.trace);
    const auto named = [](const QList<qsizetype> &indexes) {
        QJsonArray out;
        for (const qsizetype index : indexes)
            out += u"child:%1"_s.arg(index);
        return out;
    };
    QJsonArray quota = named(found.quota);
    if (spouse)
        quota.prepend(u"spouse"_s);
    QJsonArray extra = named(found.extra);
    for (const QString &other : others)
        extra += other;
    const QJsonArray ineligible = named(found.ineligible);
    const auto tell = [&](const QString &code, const QJsonArray &who) {
        noteStep(context.trace, [&] {
            return CalcStep{code,
                            {{u"most"_s, rulebook.number(u"dependants.children"_s)}},
                            who,
                            rulebook.parameterRule(u"dependants.children"_s)};
        });
    };
    if (!ineligible.isEmpty())
        tell(u"dependants.ineligible"_s, ineligible);
    if (!extra.isEmpty())
        tell(u"dependants.extra"_s, extra);
    tell(u"dependants.quota"_s, quota);
    return {{u"quota"_s, quota}, {u"extra"_s, extra}, {u"ineligible"_s, ineligible}};
}

} // namespace Loket
