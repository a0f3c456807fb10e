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

} // namespace

const QList<TableSpec> &tableSpecs()
{
    static const QList<TableSpec> list = QList<TableSpec>{fieldsSpec(), servicesSpec()} + duesTableSpecs()
        + serviceTableSpecs() + infoTableSpecs();
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
