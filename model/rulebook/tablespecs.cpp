// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/tablespecs.h"

#include "model/rulebook/servicespecs.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr bool kRequired = true;

ColumnSpec onCode(const QString &name, const QString &kindOfCode)
{
    return {name, CellKind::CodeCondition, kindOfCode};
}
[[maybe_unused]] ColumnSpec onWord(const QString &name, const QString &words)
{
    return {name, CellKind::WordCondition, words};
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
    return {name, CellKind::Number, {}, kRequired};
}

TableSpec fieldsSpec()
{
    return {u"fields"_s,
            Matching::Keyed,
            {{u"id"_s, CellKind::Text, {}, kRequired},
             {u"path"_s, CellKind::Text, {}, kRequired},
             {u"kind"_s, CellKind::Word,
              u"text|name|nik|kk|phone|email|date|code|village|facility|postcode|money|number|bank|photo|"
              "address"_s,
              kRequired},
             {u"codes"_s, CellKind::Text, {}},
             {u"labelId"_s, CellKind::Text, {}, kRequired},
             {u"labelEn"_s, CellKind::Text, {}, kRequired},
             {u"defaultFrom"_s, CellKind::Text, {}}},
            {u"id"_s},
            {}};
}

TableSpec servicesSpec()
{
    return {u"services"_s,
            Matching::Keyed,
            {{u"code"_s, CellKind::Code, u"service"_s, kRequired},
             {u"sections"_s, CellKind::Text, {}, kRequired},
             {u"fields"_s, CellKind::ReferenceList, u"fields"_s},
             {u"required"_s, CellKind::ReferenceList, u"fields"_s},
             {u"consent"_s, CellKind::Flag, {}, kRequired},
             {u"family"_s, CellKind::Word, u"new|existing|any|none"_s, kRequired}},
            {u"code"_s},
            {}};
}

/// Flat amounts for each person and month.
TableSpec ratesSpec()
{
    return {u"rates"_s,
            Matching::Exclusive,
            {onCode(u"group"_s, u"segment-group"_s), onCode(u"class"_s, u"class"_s), from(), until(),
             number(u"member"_s), number(u"government"_s), number(u"localGovernment"_s)},
            {},
            {{{u"group"_s, {u"PBPU"_s, u"BP-NPN"_s}}, {u"class"_s, {u"1"_s, u"2"_s, u"3"_s}}},
             {{u"group"_s, {u"PBI"_s, u"PDPEMDA"_s}}, {u"class"_s, {u"3"_s}}}}};
}

/// Shares of a wage, pension or salary, in hundredths of a percent.
TableSpec sharesSpec()
{
    return {u"shares"_s,
            Matching::Exclusive,
            {onCode(u"group"_s, u"segment-group"_s),
             onCode(u"segment"_s, u"segment"_s),
             from(),
             until(),
             {u"base"_s, CellKind::Word, u"wage|pension|baseSalary"_s, kRequired},
             {u"floor"_s, CellKind::Flag, {}, kRequired},
             {u"cap"_s, CellKind::Number, {}},
             number(u"partOfBase"_s),
             number(u"employer"_s),
             number(u"member"_s),
             number(u"government"_s),
             number(u"extraFamily"_s)},
            {},
            {{{u"segment"_s,
               {u"PPU-PN.PNS-PUS"_s, u"PPU-PN.PNS-DAE"_s, u"PPU-PN.PNS-TNI"_s, u"PPU-PN.PNS-POLRI"_s,
                u"PPU-PN.PPPK-PUS"_s, u"PPU-PN.PPPK-DAE"_s, u"PPU-PN.TNI"_s, u"PPU-PN.POLRI"_s,
                u"PPU-PN.PEJNEG"_s, u"PPU-PN.DPRD"_s, u"PPU-PN.KADES"_s, u"PPU-PN.PPNPN"_s, u"PPU-BU.BUMN"_s,
                u"PPU-BU.BUMD"_s, u"PPU-BU.SWASTA"_s, u"BP-PN.PENSIUN"_s, u"BP-PN.VETERAN"_s,
                u"BP-PN.PERINTIS"_s, u"BP-PN.VP-WARIS"_s}}}}};
}

} // namespace

const QList<TableSpec> &tableSpecs()
{
    static const QList<TableSpec> list
        = QList<TableSpec>{fieldsSpec(), servicesSpec(), ratesSpec(), sharesSpec()} + serviceTableSpecs();
    return list;
}

const QList<ParameterSpec> &parameterSpecs()
{
    static const QList<ParameterSpec> list = QList<ParameterSpec>{
        {u"first-payment.from-days"_s, ParameterType::Number, u"days"_s},
        {u"first-payment.until-days"_s, ParameterType::Number, u"days"_s},
        {u"dues.due-day"_s, ParameterType::Number, u"day-of-month"_s},
        {u"arrears.max-months"_s, ParameterType::Number, u"months"_s},
    } + serviceParameterSpecs();
    return list;
}

const TableSpec *tableSpec(const QString &name)
{
    for (const TableSpec &spec : tableSpecs()) {
        if (spec.name == name)
            return &spec;
    }
    return nullptr;
}

const ParameterSpec *parameterSpec(const QString &name)
{
    for (const ParameterSpec &spec : parameterSpecs()) {
        if (spec.name == name)
            return &spec;
    }
    return nullptr;
}

} // namespace Loket
