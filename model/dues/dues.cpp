// SPDX-License-Identifier: Apache-2.0
#include "model/dues/dues.h"

#include "model/dues/calendar.h"

#include <QtNumeric>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kWholeShare = 10000; // hundredths of a percent

/// Products and sums that remember whether one of them was too large.
class CheckedSum
{
public:
    qint64 times(qint64 a, qint64 b)
    {
        qint64 out = 0;
        m_tooLarge |= qMulOverflow(a, b, &out);
        return out;
    }
    qint64 plus(qint64 a, qint64 b)
    {
        qint64 out = 0;
        m_tooLarge |= qAddOverflow(a, b, &out);
        return out;
    }
    bool isTooLarge() const { return m_tooLarge; }

private:
    bool m_tooLarge = false;
};

Facts duesFacts(const DuesInput &input)
{
    Facts facts = segmentFacts(input.segment);
    if (input.careClass > 0)
        facts.insert(u"class"_s, QString::number(input.careClass));
    return facts;
}

std::optional<RuleRow> rowOn(const std::vector<RuleRow> &rows, QDate firstDay)
{
    const auto found = std::find_if(rows.cbegin(), rows.cend(),
                                    [firstDay](const RuleRow &row) { return row.isInForce(firstDay); });
    return found == rows.cend() ? std::nullopt : std::optional(*found);
}

Result<DuesSum, DuesIssue> sumUp(DuesSum sum, CheckedSum &checked, const RuleRow &row, RuleTrace *trace)
{
    sum.gross = checked.plus(checked.plus(sum.member, sum.employer),
                             checked.plus(sum.government, sum.localGovernment));
    if (checked.isTooLarge())
        return fail(DuesIssue::TooLarge);
    sum.source = row.source();
    if (trace)
        trace->add(row.fired());
    noteStep(trace, [&] {
        return CalcStep{u"dues.gross"_s,
                        {{u"member"_s, sum.member},
                         {u"employer"_s, sum.employer},
                         {u"government"_s, sum.government + sum.localGovernment}},
                        sum.gross,
                        row.fired()};
    });
    return sum;
}

Result<DuesSum, DuesIssue> flatDues(const RuleRow &row, const DuesInput &input, DuesSum sum, RuleTrace *trace)
{
    CheckedSum checked;
    const auto part = [&](const QString &column) {
        const qint64 rate = row.number(column);
        const qint64 amount = checked.times(rate, input.members);
        if (rate > 0) {
            noteStep(trace, [&] {
                return CalcStep{u"dues."_s + column + u".flat"_s,
                                {{u"members"_s, input.members}, {u"rate"_s, rate}},
                                amount,
                                row.fired()};
            });
        }
        return amount;
    };
    sum.member = part(u"member"_s);
    sum.government = part(u"government"_s);
    sum.localGovernment = part(u"localGovernment"_s);
    return sumUp(sum, checked, row, trace);
}

/// What counts of the wage, pension or salary: lifted by the floor, cut by the cap.
qint64 shareBase(const RuleRow &row, const DuesInput &input, RuleTrace *trace)
{
    qint64 base = input.base;
    if (row.flag(u"floor"_s) && input.floor > 0) {
        base = std::max(base, input.floor);
        noteStep(trace, [&] {
            return CalcStep{
                u"dues.floor"_s, {{u"base"_s, input.base}, {u"floor"_s, input.floor}}, base, row.fired()};
        });
    }
    if (row.cell(u"cap"_s).isEmpty())
        return base;
    const qint64 cap = row.number(u"cap"_s);
    const qint64 counted = std::min(base, cap); // after the floor: the cap wins
    noteStep(trace, [&] {
        return CalcStep{u"dues.cap"_s, {{u"base"_s, base}, {u"cap"_s, cap}}, counted, row.fired()};
    });
    return counted;
}

Result<DuesSum, DuesIssue> shareDues(const RuleRow &row, const DuesInput &input, DuesSum sum,
                                     RuleTrace *trace)
{
    const qint64 base = shareBase(row, input, trace);
    const qint64 part = row.number(u"partOfBase"_s);
    const auto share = [&](const QString &column, bool isTold = true) {
        const qint64 rate = row.number(column);
        const qint64 amount = shareHalfUp(base, rate * part, kWholeShare * kWholeShare);
        if (rate > 0 && isTold) {
            noteStep(trace, [&] {
                return CalcStep{u"dues."_s + column
                                    + (part == kWholeShare ? u".share"_s : u".share-of-part"_s),
                                {{u"rate"_s, rate}, {u"part"_s, part}, {u"base"_s, base}},
                                amount,
                                row.fired()};
            });
        }
        return amount;
    };
    CheckedSum checked;
    sum.employer = share(u"employer"_s);
    sum.government = share(u"government"_s);
    const qint64 own = share(u"member"_s);
    const qint64 each = share(u"extraFamily"_s, input.extra > 0);
    // Each additional family member costs the worker one rounded share more.
    sum.member = checked.plus(own, checked.times(each, input.extra));
    if (input.extra > 0) {
        noteStep(trace, [&] {
            return CalcStep{u"dues.member.with-extra"_s,
                            {{u"own"_s, own}, {u"extra"_s, input.extra}, {u"each"_s, each}},
                            sum.member,
                            row.fired()};
        });
    }
    return sumUp(sum, checked, row, trace);
}

} // namespace

qint64 shareHalfUp(qint64 amount, qint64 numerator, qint64 denominator)
{
    // In two parts, so that no product leaves 64 bits.
    const qint64 whole = amount / denominator * numerator;
    return whole + (amount % denominator * numerator + denominator / 2) / denominator;
}

Result<DuesSum, DuesIssue> duesOf(const Rulebook &rulebook, const DuesInput &input, RuleTrace *trace)
{
    const Facts facts = duesFacts(input);
    const QDate day = firstOfMonth(input.month);
    DuesSum sum;
    sum.month = day.toString(u"yyyy-MM"_s);
    if (const auto row = rulebook.table(u"rates"_s).first(facts, day, nullptr))
        return flatDues(*row, input, sum, trace);
    if (const auto row = rulebook.table(u"shares"_s).first(facts, day, nullptr))
        return shareDues(*row, input, sum, trace);
    return fail(DuesIssue::NoRate);
}

std::optional<DuesBase> duesBase(const Rulebook &rulebook, const QString &segment, QDate month)
{
    const auto firstMonthOf = [](const std::vector<RuleRow> &rows) {
        QDate first = rows.front().date(u"from"_s);
        for (const RuleRow &row : rows)
            first = std::min(first, row.date(u"from"_s));
        return first;
    };
    Facts facts = segmentFacts(segment);
    DuesBase base;
    if (const auto rows = rulebook.table(u"shares"_s).onAnyDay(facts); !rows.empty()) {
        const RuleRow row = rowOn(rows, firstOfMonth(month)).value_or(rows.front());
        base.key = row.cell(u"base"_s);
        base.hasFloor = row.flag(u"floor"_s);
        base.hasExtra = row.number(u"extraFamily"_s) > 0;
        base.firstMonth = firstMonthOf(rows);
        return base;
    }
    base.key = u"members"_s;
    auto rows = rulebook.table(u"rates"_s).onAnyDay(facts); // rows that name a class don't fit without one
    if (rows.empty()) {
        base.byClass = true;
        facts.insert(u"class"_s, u"1"_s);
        rows = rulebook.table(u"rates"_s).onAnyDay(facts);
    }
    if (rows.empty())
        return std::nullopt;
    base.firstMonth = firstMonthOf(rows);
    return base;
}

Result<qint64, DuesIssue> memberDuesBetween(const Rulebook &rulebook, const DuesInput &input, QDate from,
                                            QDate until, RuleTrace *trace)
{
    const std::vector<RuleRow> rates = rulebook.table(u"rates"_s).onAnyDay(duesFacts(input));
    CheckedSum checked;
    qint64 sum = 0;
    for (QDate month = firstOfMonth(from); month <= until; month = month.addMonths(1)) {
        const auto row = rowOn(rates, month);
        if (!row)
            return fail(DuesIssue::NoRate);
        const qint64 rate = row->number(u"member"_s);
        const qint64 amount = checked.times(rate, input.members);
        sum = checked.plus(sum, amount);
        if (trace)
            trace->add(row->fired());
        noteStep(trace, [&] {
            return CalcStep{u"dues.month"_s,
                            {{u"month"_s, month.toString(u"yyyy-MM"_s)},
                             {u"members"_s, input.members},
                             {u"rate"_s, rate}},
                            amount,
                            row->fired()};
        });
    }
    if (checked.isTooLarge())
        return fail(DuesIssue::TooLarge);
    return sum;
}

} // namespace Loket
