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
    out.deadline = input.born.addDays(rulebook.number(u"newborn.days"_s, trace));
    out.late = input.registered > out.deadline;
    out.nikDeadline = input.born.addMonths(int(rulebook.number(u"newborn.nik-months"_s, trace)));
    out.nikRequired = input.registered > out.nikDeadline;
    if (!out.late || !newbornOwesFromBirth(rulebook, input.segment, input.registered, trace))
        return out;
    const DuesInput dues{input.segment, input.registered, input.careClass, 1};
    const auto sum = memberDuesBetween(rulebook, dues, input.born, input.registered, trace);
    if (!sum)
        return fail(sum.error());
    out.backDues = sum.value();
    return out;
}

} // namespace Loket
