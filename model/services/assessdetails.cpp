// SPDX-License-Identifier: Apache-2.0
// The form of what a service asks in `details`: each value by the kind of its field, whatever the service.
#include "model/domain/cardnumber.h"
#include "model/domain/casefields.h"
#include "model/domain/emailaddress.h"
#include "model/domain/facilities.h"
#include "model/domain/facilitycode.h"
#include "model/domain/kknumber.h"
#include "model/domain/month.h"
#include "model/domain/nik.h"
#include "model/domain/npwp.h"
#include "model/domain/personname.h"
#include "model/domain/phonenumber.h"
#include "model/domain/postcode.h"
#include "model/domain/regions.h"
#include "model/domain/rtrw.h"
#include "model/rulebook/codes.h"
#include "model/services/assessing.h"

#include <QHash>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

using FormCheck = QString (*)(const Assessing &at, const Field &field, const QString &typed);

/// The problem of a text that its value type refuses.
template <typename Type>
QString formOf(const Assessing &, const Field &, const QString &typed)
{
    const auto parsed = Type::parse(typed);
    return parsed ? QString() : problemCode(parsed.error());
}

QString anyText(const Assessing &, const Field &, const QString &)
{
    return {};
}

QString dateForm(const Assessing &, const Field &, const QString &typed)
{
    return Assessing::day(typed) ? QString() : u"field.date"_s;
}

QString numberForm(const Assessing &at, const Field &field, const QString &)
{
    return at.typedNumber(field.path) ? QString() : u"field.number"_s;
}

QString codeForm(const Assessing &, const Field &field, const QString &typed)
{
    return isCode(field.codes, typed) ? QString() : u"field.code"_s;
}

QString flagForm(const Assessing &, const Field &, const QString &typed)
{
    return typed == "yes"_L1 || typed == "no"_L1 ? QString() : u"field.code"_s;
}

QString villageForm(const Assessing &at, const Field &, const QString &typed)
{
    return at.context.regions && !at.context.regions->village(typed) ? u"village.unknown"_s : QString();
}

QString membersForm(const Assessing &at, const Field &, const QString &typed)
{
    if (!at.known)
        return {};
    for (const QString &key : typed.split(u'|')) {
        const auto &members = at.known->members;
        if (std::none_of(members.cbegin(), members.cend(),
                         [&key](const MemberView &one) { return memberKey(one) == key.trimmed(); }))
            return u"member.unknown"_s;
    }
    return {};
}

/// By the kind of the field; `member` is looked at with the family.
const QHash<QString, FormCheck> kForms{{u"text"_s, anyText},
                                       {u"note"_s, anyText},
                                       {u"address"_s, anyText},
                                       {u"member"_s, anyText},
                                       {u"photo"_s, anyText},
                                       {u"members"_s, membersForm},
                                       {u"name"_s, formOf<PersonName>},
                                       {u"nik"_s, formOf<Nik>},
                                       {u"kk"_s, formOf<KkNumber>},
                                       {u"card"_s, formOf<CardNumber>},
                                       {u"phone"_s, formOf<PhoneNumber>},
                                       {u"email"_s, formOf<EmailAddress>},
                                       {u"date"_s, dateForm},
                                       {u"month"_s, formOf<Month>},
                                       {u"code"_s, codeForm},
                                       {u"bank"_s, codeForm},
                                       {u"village"_s, villageForm},
                                       {u"facility"_s, formOf<FacilityCode>},
                                       {u"postcode"_s, formOf<Postcode>},
                                       {u"money"_s, numberForm},
                                       {u"number"_s, numberForm},
                                       {u"flag"_s, flagForm},
                                       {u"rtrw"_s, formOf<RtRw>},
                                       {u"npwp"_s, formOf<Npwp>}};

void assessDetail(Assessing &at, const Field &field)
{
    const QJsonValue raw = at.c.details.value(field.path.mid(8));
    if (raw.isArray() || raw.isObject()) {
        at.error(field.path, u"field.form"_s, {{"field"_L1, field.id}});
        return;
    }
    const QString typed = at.text(field.path);
    if (typed.isEmpty())
        return;
    const QString code = kForms.value(field.kind, anyText)(at, field, typed);
    if (!code.isEmpty())
        at.error(field.path, code, {{"field"_L1, field.id}, {"typed"_L1, typed}});
    else if (field.kind == "facility"_L1 && at.context.facilities && !at.context.facilities->facility(typed))
        at.warning(field.path, u"fktp.unknown"_s, {{"code"_L1, typed}});
}

} // namespace

void assessDetails(Assessing &at)
{
    for (const QString &id : at.service->fields) {
        const Field *one = field(at.rules, id);
        if (one->path.startsWith("details."_L1))
            assessDetail(at, *one);
    }
}

} // namespace Loket
