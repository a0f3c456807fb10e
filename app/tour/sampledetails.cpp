// SPDX-License-Identifier: Apache-2.0
#include "app/tour/sampledetails.h"

#include "model/domain/casefields.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"

#include <QHash>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

const QHash<QString, QString> kSamples{{u"text"_s, u"CONTOH"_s},
                                       {u"note"_s, u"Contoh uraian yang ditulis petugas."_s},
                                       {u"name"_s, u"BUDI SANTOSO"_s},
                                       {u"nik"_s, u"3174016909659991"_s},
                                       {u"kk"_s, u"3174010101220088"_s},
                                       {u"phone"_s, u"081298765432"_s},
                                       {u"email"_s, u"contoh@example.id"_s},
                                       {u"village"_s, u"31.74.01.1001"_s},
                                       {u"facility"_s, u"03010701"_s},
                                       {u"postcode"_s, u"12810"_s},
                                       {u"money"_s, u"5000000"_s},
                                       {u"number"_s, u"12"_s},
                                       {u"flag"_s, u"yes"_s},
                                       {u"rtrw"_s, u"001"_s},
                                       {u"npwp"_s, u"021832415000000"_s},
                                       {u"bank"_s, u"BRI"_s}};

/// The first segment that the service is for; empty: it is for all.
QString segmentFor(const Rulebook &rules, const QString &code, QDate today)
{
    for (const QString &segment : codesOf(u"segment"_s)) {
        Facts facts = segmentFacts(segment);
        facts.insert(u"service"_s, code);
        const auto row = rules.table(u"service-segments"_s).first(facts, today, nullptr);
        if (row && row->flag(u"allowed"_s) && !row->cell(u"service"_s).isEmpty())
            return segment;
    }
    return {};
}

} // namespace

QString sampleValue(const Field &field, const std::optional<FamilyView> &family, QDate today)
{
    if (field.kind == "date"_L1)
        return today.toString(Qt::ISODate);
    if (field.kind == "month"_L1)
        return today.addMonths(-1).toString(u"yyyy-MM"_s);
    if (field.kind == "code"_L1)
        return codesOf(field.codes).value(field.codes == "class"_L1 ? 1 : 0);
    if (field.kind == "member"_L1 || field.kind == "members"_L1)
        return family && !family->members.isEmpty() ? memberKey(family->members.last()) : QString();
    return kSamples.value(field.kind);
}

Case sampleCaseOf(const Rulebook &rules, const Service &service, const std::optional<FamilyView> &family,
                  const Case &registered, const Case &started, QDate today)
{
    Case out = started;
    const bool asksPeople = service.fields.contains(u"member.name"_s);
    if (service.family == "new"_L1) {
        out.family = registered.family;
        out.family.kk = u"3174010101220077"_s;
        out.segment = segmentFor(rules, service.code, today);
        if (!service.fields.contains(u"bank.code"_s))
            out.family.bank = {};
    } else if (asksPeople && registered.family.members.size() > 2) {
        out.family.members = {registered.family.members.last()};
    }
    for (const QString &id : service.required) {
        const Field *one = field(rules, id);
        if (one->path.startsWith("details."_L1) && fieldText(out, one->path).isEmpty())
            setFieldText(out, one->path, sampleValue(*one, family, today));
    }
    return out;
}

} // namespace Loket
