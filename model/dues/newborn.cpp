// SPDX-License-Identifier: Apache-2.0
#include "model/dues/newborn.h"

namespace Loket {

using namespace Qt::StringLiterals;

bool newbornOwesFromBirth(const Rulebook &rulebook, const QString &segment, QDate on, RuleTrace *trace)
{
    const auto row = rulebook.table(u"newborn-dues"_s).first(segmentFacts(segment), on, trace);
    Q_ASSERT(row); // the table is proven to answer every group
    return row->flag(u"owedFromBirth"_s);
}

Result<Newborn, DuesIssue> newbornOf(const Rulebook &rulebook, const NewbornInput &input, RuleTrace *trace)
{
    Newborn out;
    const auto tell = [&](const QString &code, const QJsonObject &args, const QJsonValue &result,
                          const QString &parameter) {
        noteStep(trace, [&] { return CalcStep{code, args, result, rulebook.parameterRule(parameter)}; });
    };
    const QString born = input.born.toString(Qt::ISODate);
    const QString registered = input.registered.toString(Qt::ISODate);
    const qint64 days = rulebook.number(u"newborn.days"_s, trace);
    out.deadline = input.born.addDays(days);
    out.late = input.registered > out.deadline;
    const QString deadline = out.deadline.toString(Qt::ISODate);
    tell(u"newborn.deadline"_s, {{u"born"_s, born}, {u"days"_s, days}}, deadline, u"newborn.days"_s);
    tell(u"newborn.late"_s, {{u"registered"_s, registered}, {u"deadline"_s, deadline}}, out.late,
         u"newborn.days"_s);
    const int months = int(rulebook.number(u"newborn.nik-months"_s, trace));
    out.nikDeadline = input.born.addMonths(months);
    out.nikRequired = input.registered > out.nikDeadline;
    const QString nikDeadline = out.nikDeadline.toString(Qt::ISODate);
    tell(u"newborn.nik-deadline"_s, {{u"born"_s, born}, {u"months"_s, months}}, nikDeadline,
         u"newborn.nik-months"_s);
    tell(u"newborn.nik-required"_s, {{u"registered"_s, registered}, {u"deadline"_s, nikDeadline}},
         out.nikRequired, u"newborn.nik-months"_s);
    if (!out.late || !newbornOwesFromBirth(rulebook, input.segment, input.registered, trace))
        return out;
    const DuesInput dues{input.segment, input.registered, input.careClass, 1};
    const auto sum = memberDuesBetween(rulebook, dues, input.born, input.registered, trace);
    if (!sum)
        return fail(sum.error());
    out.backDues = sum.value();
    noteStep(trace, [&] {
        const auto owed
            = rulebook.table(u"newborn-dues"_s).first(segmentFacts(input.segment), input.registered, nullptr);
        return CalcStep{u"newborn.back-dues"_s,
                        {{u"from"_s, input.born.toString(u"yyyy-MM"_s)},
                         {u"until"_s, input.registered.toString(u"yyyy-MM"_s)}},
                        out.backDues,
                        owed->fired()};
    });
    return out;
}

} // namespace Loket
