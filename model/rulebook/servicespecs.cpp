// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/servicespecs.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

ColumnSpec whenCode(const QString &name, const QString &kindOfCode)
{
    return {name, CellKind::CodeCondition, kindOfCode};
}

ColumnSpec needed(const QString &name, CellKind kind, const QString &domain = {})
{
    return {name, kind, domain, true};
}

/// Which channel offers which service.
TableSpec channelsSpec()
{
    return {u"channels"_s,
            Matching::First,
            {whenCode(u"service"_s, u"service"_s), whenCode(u"channel"_s, u"channel"_s),
             needed(u"offered"_s, CellKind::Flag)},
            {},
            {}};
}

/// How a document is seen at a channel: shown on the desk, only as a file, or not at all.
TableSpec evidenceSpec()
{
    return {
        u"evidence"_s,
        Matching::Exclusive,
        {whenCode(u"channel"_s, u"channel"_s), needed(u"documents"_s, CellKind::Word, u"shown|file|none"_s)},
        {},
        {{{u"channel"_s, {u"KC"_s, u"KLOK"_s, u"MPP"_s, u"MCS"_s, u"PANDAWA"_s, u"CARE165"_s}}}}};
}

/// Which segments a service is for.
TableSpec serviceSegmentsSpec()
{
    return {u"service-segments"_s,
            Matching::First,
            {whenCode(u"service"_s, u"service"_s), whenCode(u"segment"_s, u"segment"_s),
             needed(u"allowed"_s, CellKind::Flag)},
            {},
            {}};
}

/// The checklist. `scope` says whose document it is; `photo`: the picture of a member. `accepts` are the
/// codes of shown documents that satisfy the row.
TableSpec documentsSpec()
{
    return {u"documents"_s,
            Matching::All,
            {whenCode(u"service"_s, u"service"_s),
             whenCode(u"applicant"_s, u"applicant"_s),
             whenCode(u"citizenship"_s, u"citizenship"_s),
             whenCode(u"relation"_s, u"relation"_s),
             {u"when"_s, CellKind::When, {}},
             needed(u"document"_s, CellKind::Code, u"document"_s),
             needed(u"scope"_s, CellKind::Word, u"family|member|photo"_s),
             {u"accepts"_s, CellKind::CodeList, u"document"_s},
             needed(u"required"_s, CellKind::Flag)},
            {},
            {}};
}

/// Fields that are asked only when the conditions hold.
TableSpec conditionalFieldsSpec()
{
    return {u"conditional-fields"_s,
            Matching::All,
            {whenCode(u"service"_s, u"service"_s),
             whenCode(u"applicant"_s, u"applicant"_s),
             whenCode(u"citizenship"_s, u"citizenship"_s),
             whenCode(u"relation"_s, u"relation"_s),
             {u"when"_s, CellKind::When, {}},
             needed(u"field"_s, CellKind::Reference, u"fields"_s)},
            {},
            {}};
}

/// What doesn't go together in one member, or in a member and the head; `spouse`: whether the family has one.
TableSpec memberChecksSpec()
{
    return {u"member-checks"_s,
            Matching::All,
            {whenCode(u"relation"_s, u"relation"_s),
             whenCode(u"sex"_s, u"sex"_s),
             whenCode(u"marital"_s, u"marital"_s),
             whenCode(u"headSex"_s, u"sex"_s),
             {u"spouse"_s, CellKind::WordCondition, u"yes|no"_s},
             needed(u"field"_s, CellKind::Reference, u"fields"_s),
             needed(u"problem"_s, CellKind::Code, u"problem"_s),
             needed(u"severity"_s, CellKind::Word, u"warning|error|refused"_s)},
            {},
            {}};
}

/// What must hold beside the fields and formulas: every row that fits is a problem. `severity` back-office:
/// the counter may not decide it.
TableSpec preconditionsSpec()
{
    return {u"preconditions"_s,
            Matching::All,
            {whenCode(u"service"_s, u"service"_s),
             whenCode(u"channel"_s, u"channel"_s),
             {u"when"_s, CellKind::When, {}},
             needed(u"problem"_s, CellKind::Code, u"problem"_s),
             needed(u"severity"_s, CellKind::Word, u"warning|error|refused|back-office"_s),
             needed(u"field"_s, CellKind::Reference, u"fields"_s)},
            {},
            {}};
}

/// What a case changes. `scope`: of the family, of the member concerned, of each member (of those whom the
/// value names, where it names members), or of the head of before. `value`: "param:NAME" is a parameter,
/// "=WORD" is that word, else the path in the case that holds it; "va-of:PATH" the VA of the member there.
/// `day`: the effective day of the case, or with the centre's decision.
TableSpec effectsSpec()
{
    return {u"effects"_s,
            Matching::All,
            {whenCode(u"service"_s, u"service"_s),
             {u"when"_s, CellKind::When, {}},
             needed(u"scope"_s, CellKind::Word, u"family|member|each|head"_s),
             needed(u"field"_s, CellKind::Word, familyFieldWords()),
             needed(u"value"_s, CellKind::Text),
             needed(u"day"_s, CellKind::Word, u"effective|decided"_s)},
            {},
            {}};
}

/// Services that no counter does: why, and where the person must go.
TableSpec elsewhereSpec()
{
    return {u"elsewhere"_s,
            Matching::Keyed,
            {needed(u"service"_s, CellKind::Code, u"service"_s), needed(u"whyId"_s, CellKind::Text),
             needed(u"whyEn"_s, CellKind::Text), needed(u"whereId"_s, CellKind::Text),
             needed(u"whereEn"_s, CellKind::Text)},
            {u"service"_s},
            {}};
}

/// Banks of the automatic debit; `vaPrefix` is the front of a virtual account.
TableSpec banksSpec()
{
    return {u"banks"_s,
            Matching::Keyed,
            {needed(u"code"_s, CellKind::Code, u"bank"_s), needed(u"name"_s, CellKind::Text),
             needed(u"vaPrefix"_s, CellKind::Text), needed(u"accountDigits"_s, CellKind::Number)},
            {u"code"_s},
            {}};
}

/// The statements that people agree to, in both languages, while they may be used. `service`: for which the
/// page offers it; a case may name any that is in force.
TableSpec consentTextsSpec()
{
    return {u"consent-texts"_s,
            Matching::Keyed,
            {needed(u"version"_s, CellKind::Text),
             whenCode(u"service"_s, u"service"_s),
             {u"from"_s, CellKind::Date, {}},
             {u"until"_s, CellKind::Date, {}},
             needed(u"textId"_s, CellKind::Text),
             needed(u"textEn"_s, CellKind::Text)},
            {u"version"_s},
            {}};
}

} // namespace

QList<TableSpec> serviceTableSpecs()
{
    return {channelsSpec(),          evidenceSpec(),     serviceSegmentsSpec(), documentsSpec(),
            conditionalFieldsSpec(), memberChecksSpec(), preconditionsSpec(),   effectsSpec(),
            elsewhereSpec(),         banksSpec(),        consentTextsSpec()};
}

QList<ParameterSpec> serviceParameterSpecs()
{
    return {
        {u"newborn.nik-months"_s, ParameterType::Number, u"months"_s},
        {u"foreign.work-months"_s, ParameterType::Number, u"months"_s},
        {u"head.min-age"_s, ParameterType::Number, u"years"_s},
        {u"person.max-age"_s, ParameterType::Number, u"years"_s},
        {u"photo.waivable"_s, ParameterType::Flag, {}},
        {u"family.pending-refuses"_s, ParameterType::Flag, {}},
    };
}

} // namespace Loket
