// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/tablespecs.h"

#include "model/rulebook/duesspecs.h"
#include "model/rulebook/infospecs.h"
#include "model/rulebook/servicespecs.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr bool kRequired = true;

TableSpec fieldsSpec()
{
    return {u"fields"_s,
            Matching::Keyed,
            {{u"id"_s, CellKind::Text, {}, kRequired},
             {u"path"_s, CellKind::Text, {}, kRequired},
             {u"kind"_s, CellKind::Word,
              u"text|name|nik|kk|card|phone|email|date|month|code|village|facility|postcode|money|number|"
              "flag|note|rtrw|npwp|member|members|bank|photo|address"_s,
              kRequired},
             {u"codes"_s, CellKind::Text, {}},
             {u"labelId"_s, CellKind::Text, {}, kRequired},
             {u"labelEn"_s, CellKind::Text, {}, kRequired},
             {u"defaultFrom"_s, CellKind::Text, {}},
             {u"shows"_s, CellKind::Text, {}}},
            {u"id"_s},
            {}};
}

TableSpec servicesSpec()
{
    return {u"services"_s,
            Matching::Keyed,
            {{u"code"_s, CellKind::Code, u"service"_s, kRequired},
             {u"nameId"_s, CellKind::Text, {}}, // of a service that is the edition's own
             {u"nameEn"_s, CellKind::Text, {}},
             {u"group"_s, CellKind::Word, u"registration|family|member|removal|money|card|information"_s,
              kRequired},
             {u"sections"_s, CellKind::Text, {}, kRequired},
             {u"fields"_s, CellKind::ReferenceList, u"fields"_s},
             {u"required"_s, CellKind::ReferenceList, u"fields"_s},
             {u"consent"_s, CellKind::Flag, {}, kRequired},
             {u"family"_s, CellKind::Word, u"new|existing|any|none"_s, kRequired},
             {u"dues"_s, CellKind::Word, u"none|first-payment|monthly"_s, kRequired},
             {u"effective"_s, CellKind::Word, u"none|today|next-month|check"_s, kRequired},
             {u"checks"_s, CellKind::WordList, serviceChecks().join(u'|')},
             {u"receiptId"_s, CellKind::Text, {}, kRequired},
             {u"receiptEn"_s, CellKind::Text, {}, kRequired},
             {u"form"_s, CellKind::Word, u"fdip"_s}},
            {u"code"_s},
            {}};
}

/// What belongs together when two changes meet, and who decides (model/centre/merge.h).
TableSpec mergeGroupsSpec()
{
    return {u"merge-groups"_s,
            Matching::Keyed,
            {{u"field"_s, CellKind::Word, familyFieldWords(), kRequired},
             {u"group"_s, CellKind::Word,
              u"identity|address|contact|facility|right|membership|bank|end|other"_s, kRequired},
             {u"both"_s, CellKind::Word, u"person|newer|paid"_s, kRequired},
             {u"later"_s, CellKind::Word, u"person|newer"_s, kRequired}},
            {u"field"_s},
            {}};
}

} // namespace

const QString &familyFieldWords()
{
    static const QString words
        = u"segment|class|phone|email|va|kk|status|employer|wage|lastCovered|paidUntil|address.line|"
          "address.rt|address.rw|address.village|address.postcode|bank.code|bank.account|bank.holder|"
          "relation|kin|nik|name|birthPlace|birthDate|sex|marital|fktp|dentist|letterDate|validUntil|left"_s;
    return words;
}

const QStringList &serviceChecks()
{
    static const QStringList words
        = {u"some-change"_s, u"fktp"_s,  u"class"_s,     u"mutation"_s,   u"newborn"_s, u"dependants"_s,
           u"death"_s,       u"rehab"_s, u"dismissal"_s, u"payment"_s,    u"term"_s,    u"new-head"_s,
           u"entity"_s,      u"card"_s,  u"reprint"_s,   u"entitlement"_s};
    return words;
}

const QList<WhenFact> &whenFacts()
{
    const QStringList yesNo = {u"yes"_s, u"no"_s};
    static const QList<WhenFact> list = {
        {u"group"_s, u"segment-group"_s, {}},
        {u"segment"_s, u"segment"_s, {}},
        {u"newGroup"_s, u"segment-group"_s, {}},
        {u"channel"_s, u"channel"_s, {}},
        {u"applicant"_s, u"applicant"_s, {}},
        {u"family"_s, {}, {u"known"_s, u"unknown"_s}}, // whether the counter knows the family
        {u"status"_s, u"member-status"_s, {}},         // of the member concerned, else of the family
        {u"class"_s, u"class"_s, {}},                  // of the family as it is
        {u"arrears"_s, {}, {}},                        // unpaid months of the family
        {u"bank"_s, {}, yesNo},                        // whether the family has an account for the debit
        {u"extra"_s, {}, {}},                          // family members beyond the quota after this case
        {u"relation"_s, u"relation"_s, {}},
        {u"kin"_s, u"kin"_s, {}},
        {u"sex"_s, u"sex"_s, {}},
        {u"marital"_s, u"marital"_s, {}},
        {u"citizenship"_s, u"citizenship"_s, {}},
        {u"age"_s, {}, {}}, // whole years of the member concerned on the day of the case
        {u"nik"_s, {}, yesNo},
    };
    return list;
}

const QList<TableSpec> &tableSpecs()
{
    static const QList<TableSpec> list = QList<TableSpec>{fieldsSpec(), servicesSpec(), mergeGroupsSpec()}
        + duesTableSpecs() + serviceTableSpecs() + infoTableSpecs();
    return list;
}

const QList<ParameterSpec> &parameterSpecs()
{
    static const QList<ParameterSpec> list
        = duesParameterSpecs() + serviceParameterSpecs() + infoParameterSpecs();
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
