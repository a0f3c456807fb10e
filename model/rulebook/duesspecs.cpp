// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/duesspecs.h"

#include "model/rulebook/codes.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

ColumnSpec onCode(const QString &name, const QString &kindOfCode)
{
    return {name, CellKind::CodeCondition, kindOfCode};
}
ColumnSpec onGroup(const QString &name = u"group"_s)
{
    return onCode(name, u"segment-group"_s);
}
ColumnSpec from()
{
    return {u"from"_s, CellKind::Date, {}};
}
ColumnSpec until()
{
    return {u"until"_s, CellKind::Date, {}};
}
ColumnSpec number(const QString &name)
{
    return {name, CellKind::Number, {}, true};
}
/// Empty where the row refuses.
ColumnSpec limit(const QString &name)
{
    return {name, CellKind::Number, {}};
}
ColumnSpec flag(const QString &name)
{
    return {name, CellKind::Flag, {}, true};
}
/// The problem that refuses; empty: allowed.
ColumnSpec refusal()
{
    return {u"code"_s, CellKind::Code, u"problem"_s};
}

std::pair<QString, QStringList> every(const QString &column, const QString &kindOfCode)
{
    return {column, codesOf(kindOfCode)};
}

QStringList segmentsOf(const QStringList &groups)
{
    QStringList out;
    for (const QString &segment : codesOf(u"segment"_s)) {
        if (groups.contains(segment.section(u'.', 0, 0)))
            out += segment;
    }
    return out;
}

/// Flat amounts for each person and month.
TableSpec ratesSpec()
{
    return {u"rates"_s,
            Matching::Exclusive,
            {onGroup(), onCode(u"class"_s, u"class"_s), from(), until(), number(u"member"_s),
             number(u"government"_s), number(u"localGovernment"_s)},
            {},
            {{{u"group"_s, {u"PBPU"_s, u"BP-NPN"_s}}, every(u"class"_s, u"class"_s)},
             {{u"group"_s, {u"PBI"_s, u"PDPEMDA"_s}}}}};
}

/// Shares of a wage, pension or salary, in hundredths of a percent.
TableSpec sharesSpec()
{
    return {u"shares"_s,
            Matching::Exclusive,
            {onGroup(),
             onCode(u"segment"_s, u"segment"_s),
             from(),
             until(),
             {u"base"_s, CellKind::Word, u"wage|pension|baseSalary"_s, true},
             flag(u"floor"_s),
             {u"cap"_s, CellKind::Number, {}},
             number(u"partOfBase"_s),
             number(u"employer"_s),
             number(u"member"_s),
             number(u"government"_s),
             number(u"extraFamily"_s)},
            {},
            {{{u"segment"_s, segmentsOf({u"PPU-PN"_s, u"PPU-BU"_s, u"BP-PN"_s})}}}};
}

/// A higher class in hospital: refused by `code`, or paid by a formula.
TableSpec upgradeSpec()
{
    return {u"upgrade"_s,
            Matching::First,
            {onGroup(),
             onCode(u"own"_s, u"class"_s),
             {u"wanted"_s, CellKind::WordCondition, u"1|2|VIP"_s},
             from(),
             until(),
             refusal(),
             {u"formula"_s, CellKind::Word, u"difference|vip|vip-over-first"_s}},
            {},
            {{every(u"group"_s, u"segment-group"_s),
              every(u"own"_s, u"class"_s),
              {u"wanted"_s, {u"1"_s, u"2"_s, u"VIP"_s}}}}};
}

/// Arrears paid in stages: refused by `code`, or between the limits. `changed`: the arrears are those of a
/// segment that was left. monthsPerStage: months owed for each stage, 0 for no such limit. leastStage:
/// rupiah. running: the dues of the month are paid with each stage. lastDay, lastDayFebruary: of a month to
/// register.
TableSpec instalmentsSpec()
{
    return {u"instalments"_s,
            Matching::Exclusive,
            {{u"changed"_s, CellKind::WordCondition, u"yes|no"_s},
             from(),
             until(),
             refusal(),
             limit(u"minMonths"_s),
             limit(u"maxMonths"_s),
             limit(u"minStages"_s),
             limit(u"maxStages"_s),
             limit(u"monthsPerStage"_s),
             limit(u"leastStage"_s),
             flag(u"running"_s),
             limit(u"lastDay"_s),
             limit(u"lastDayFebruary"_s)},
            {},
            {{{u"changed"_s, {u"yes"_s, u"no"_s}}}}};
}

/// Who may change to which segment. `timing`: from the payment on, or by the employer's cut-off. `backPay`:
/// paying every month since the old cover frees from waiting.
TableSpec mutationSpec()
{
    return {u"mutation"_s,
            Matching::First,
            {onGroup(u"oldGroup"_s),
             onGroup(u"newGroup"_s),
             from(),
             until(),
             refusal(),
             {u"timing"_s, CellKind::Word, u"payment|cut-off"_s},
             flag(u"backPay"_s)},
            {},
            {{every(u"oldGroup"_s, u"segment-group"_s), every(u"newGroup"_s, u"segment-group"_s)}}};
}

/// A change of class: refused by `code`, or allowed after `months` in the old one.
TableSpec classChangeSpec()
{
    return {u"class-change"_s,
            Matching::Exclusive,
            {onGroup(),
             from(),
             until(),
             refusal(),
             number(u"months"_s),
             {u"effective"_s, CellKind::Word, u"next-month|requested"_s}},
            {},
            {{every(u"group"_s, u"segment-group"_s)}}};
}

/// What proves a dismissal: every row of its kind, each by any one of its documents.
TableSpec phkProofsSpec()
{
    return {u"phk-proofs"_s,
            Matching::All,
            {{u"kind"_s, CellKind::CodeCondition, u"phk-kind"_s},
             from(),
             until(),
             {u"documents"_s, CellKind::CodeList, u"document"_s, true}},
            {},
            {}};
}

/// Reasons for which the facility may change early, and what proves them.
TableSpec fktpReasonsSpec()
{
    return {u"fktp-reasons"_s,
            Matching::Keyed,
            {{u"reason"_s, CellKind::Code, u"fktp-reason"_s, true},
             from(),
             until(),
             {u"documents"_s, CellKind::CodeList, u"document"_s}},
            {u"reason"_s},
            {}};
}

/// Who owes dues from the month of birth when a baby is registered too late.
TableSpec newbornDuesSpec()
{
    return {u"newborn-dues"_s,
            Matching::Exclusive,
            {onGroup(), from(), until(), flag(u"owedFromBirth"_s)},
            {},
            {{every(u"group"_s, u"segment-group"_s)}}};
}

} // namespace

QList<TableSpec> duesTableSpecs()
{
    return {ratesSpec(),    sharesSpec(),      upgradeSpec(),     instalmentsSpec(), phkProofsSpec(),
            mutationSpec(), classChangeSpec(), fktpReasonsSpec(), newbornDuesSpec()};
}

QList<ParameterSpec> duesParameterSpecs()
{
    constexpr auto kNumber = ParameterType::Number;
    constexpr bool kDated = true;
    return {
        {u"first-payment.from-days"_s, kNumber, u"days"_s},
        {u"first-payment.until-days"_s, kNumber, u"days"_s},
        {u"dues.due-day"_s, kNumber, u"day-of-month"_s},
        {u"arrears.max-months"_s, kNumber, u"months"_s},
        {u"penalty.days"_s, kNumber, u"days"_s},
        {u"penalty.max-months"_s, kNumber, u"months"_s},
        {u"penalty.cap"_s, kNumber, u"rupiah"_s},
        {u"penalty.rate"_s, kNumber, u"hundredths-of-percent"_s, kDated},
        {u"upgrade.vip-part"_s, kNumber, u"percent"_s},
        {u"mutation.wait-days"_s, kNumber, u"days"_s},
        {u"mutation.arrears-months"_s, kNumber, u"months"_s},
        {u"fktp.months"_s, kNumber, u"months"_s},
        {u"newborn.days"_s, kNumber, u"days"_s},
        {u"dependants.children"_s, kNumber, u"count"_s},
        {u"dependants.age"_s, kNumber, u"years"_s},
        {u"dependants.student-age"_s, kNumber, u"years"_s},
        {u"dependants.letter-months"_s, kNumber, u"months"_s},
        {u"dependants.married-or-income"_s, ParameterType::Flag, {}},
        {u"phk.months"_s, kNumber, u"months"_s},
        {u"phk.class"_s, kNumber, u"class"_s},
        {u"first-bill.cutoff-day"_s, kNumber, u"day-of-month"_s},
    };
}

} // namespace Loket
