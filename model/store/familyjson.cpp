// SPDX-License-Identifier: Apache-2.0
#include "model/store/familyjson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QJsonValue textOrNothing(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue dayOrNothing(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

QDate dayOf(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

QJsonObject addressObject(const Address &address)
{
    return {{u"line"_s, address.line},
            {u"rt"_s, address.rt},
            {u"rw"_s, address.rw},
            {u"village"_s, address.village},
            {u"postcode"_s, address.postcode}};
}

Address addressOf(const QJsonValue &value)
{
    return {value["line"_L1].toString(), value["rt"_L1].toString(), value["rw"_L1].toString(),
            value["village"_L1].toString(), value["postcode"_L1].toString()};
}

QJsonObject memberObject(const MemberView &member)
{
    return {{u"relation"_s, member.relation},
            {u"kin"_s, textOrNothing(member.kin)},
            {u"nik"_s, textOrNothing(member.nik)},
            {u"card"_s, textOrNothing(member.card)},
            {u"name"_s, member.name},
            {u"birthPlace"_s, member.birthPlace},
            {u"birthDate"_s, dayOrNothing(member.birthDate)},
            {u"sex"_s, member.sex},
            {u"marital"_s, member.marital},
            {u"citizenship"_s, member.citizenship},
            {u"passport"_s, textOrNothing(member.passport)},
            {u"fktp"_s, textOrNothing(member.fktp)},
            {u"dentist"_s, textOrNothing(member.dentist)},
            {u"status"_s, member.status},
            {u"photo"_s, textOrNothing(member.photo)},
            {u"fktpSince"_s, dayOrNothing(member.fktpSince)},
            {u"letterDate"_s, dayOrNothing(member.letterDate)},
            {u"validUntil"_s, dayOrNothing(member.validUntil)}};
}

MemberView memberOf(const QJsonValue &value, int position)
{
    MemberView member;
    member.position = position;
    member.relation = value["relation"_L1].toString();
    member.kin = value["kin"_L1].toString();
    member.nik = value["nik"_L1].toString();
    member.card = value["card"_L1].toString();
    member.name = value["name"_L1].toString();
    member.birthPlace = value["birthPlace"_L1].toString();
    member.birthDate = dayOf(value["birthDate"_L1]);
    member.sex = value["sex"_L1].toString();
    member.marital = value["marital"_L1].toString();
    member.citizenship = value["citizenship"_L1].toString();
    member.passport = value["passport"_L1].toString();
    member.fktp = value["fktp"_L1].toString();
    member.dentist = value["dentist"_L1].toString();
    member.status = value["status"_L1].toString();
    member.photo = value["photo"_L1].toString();
    member.fktpSince = dayOf(value["fktpSince"_L1]);
    member.letterDate = dayOf(value["letterDate"_L1]);
    member.validUntil = dayOf(value["validUntil"_L1]);
    return member;
}

QJsonArray changesArray(const QList<FieldChange> &changes)
{
    QJsonArray array;
    for (const FieldChange &change : changes)
        array += QJsonObject{{u"member"_s, textOrNothing(change.member)},
                             {u"field"_s, change.field},
                             {u"value"_s, change.value},
                             {u"effective"_s, dayOrNothing(change.effective)},
                             {u"case"_s, textOrNothing(change.caseId)},
                             {u"service"_s, textOrNothing(change.service)}};
    return array;
}

QList<FieldChange> changesOf(const QJsonArray &array)
{
    QList<FieldChange> changes;
    for (const QJsonValue &value : array)
        changes
            += {value["member"_L1].toString(), value["field"_L1].toString(), value["value"_L1].toString(),
                dayOf(value["effective"_L1]),  value["case"_L1].toString(),  value["service"_L1].toString()};
    return changes;
}

QJsonObject historyObject(const HistoryLine &line)
{
    switch (line.kind) {
    case HistoryLine::Kind::CardPrinted:
        return {{u"kind"_s, u"card"_s},
                {u"date"_s, dayOrNothing(line.date)},
                {u"card"_s, line.detail},
                {u"reason"_s, textOrNothing(line.reference)},
                {u"officer"_s, line.officer}};
    case HistoryLine::Kind::DuesPaid:
        return {{u"kind"_s, u"dues"_s}, {u"date"_s, dayOrNothing(line.date)}, {u"paidUntil"_s, line.detail}};
    case HistoryLine::Kind::Case:
        break;
    }
    return {{u"kind"_s, u"case"_s},
            {u"case"_s, line.caseId},
            {u"date"_s, dayOrNothing(line.date)},
            {u"service"_s, line.service},
            {u"state"_s, caseStateWord(line.state)},
            {u"pending"_s, line.isPending},
            {u"officer"_s, line.officer},
            {u"reference"_s, textOrNothing(line.reference)}};
}

} // namespace

QJsonObject memberToJson(const MemberView &member)
{
    return memberObject(member);
}

QJsonObject familyToJson(const FamilyView &family)
{
    QJsonArray members;
    for (const MemberView &member : family.members)
        members += memberObject(member);
    QJsonObject object = familyHeadToJson(family);
    object.insert("members"_L1, members);
    return object;
}

QJsonObject familyHeadToJson(const FamilyView &family)
{
    return {{u"kk"_s, family.kk},
            {u"segment"_s, family.segment},
            {u"class"_s, family.careClass},
            {u"phone"_s, textOrNothing(family.phone)},
            {u"email"_s, textOrNothing(family.email)},
            {u"address"_s, addressObject(family.address)},
            {u"billingAddress"_s,
             family.billingAddress ? QJsonValue(addressObject(*family.billingAddress)) : QJsonValue()},
            {u"bank"_s,
             QJsonObject{{u"code"_s, family.bank.code},
                         {u"account"_s, family.bank.account},
                         {u"holder"_s, family.bank.holder}}},
            {u"va"_s, textOrNothing(family.va)},
            {u"status"_s, family.status},
            {u"paidUntil"_s, textOrNothing(family.paidUntil)},
            {u"firstPaymentFrom"_s, dayOrNothing(family.firstPaymentFrom)},
            {u"firstPaymentUntil"_s, dayOrNothing(family.firstPaymentUntil)},
            {u"classSince"_s, dayOrNothing(family.classSince)},
            {u"segmentSince"_s, dayOrNothing(family.segmentSince)},
            {u"lastCovered"_s, textOrNothing(family.lastCovered)},
            {u"wage"_s, family.wage > 0 ? QJsonValue(family.wage) : QJsonValue()},
            {u"employer"_s, textOrNothing(family.employer)},
            {u"scheduled"_s, changesArray(family.scheduled)},
            {u"revision"_s, family.revision}};
}

std::optional<FamilyView> familyFromJson(const QJsonObject &object)
{
    FamilyView family;
    family.kk = object.value("kk"_L1).toString();
    family.segment = object.value("segment"_L1).toString();
    family.careClass = object.value("class"_L1).toInt();
    family.phone = object.value("phone"_L1).toString();
    family.email = object.value("email"_L1).toString();
    family.address = addressOf(object.value("address"_L1));
    if (object.value("billingAddress"_L1).isObject())
        family.billingAddress = addressOf(object.value("billingAddress"_L1));
    const QJsonValue bank = object.value("bank"_L1);
    family.bank = {bank["code"_L1].toString(), bank["account"_L1].toString(), bank["holder"_L1].toString()};
    family.va = object.value("va"_L1).toString();
    family.status = object.value("status"_L1).toString();
    family.paidUntil = object.value("paidUntil"_L1).toString();
    family.firstPaymentFrom = dayOf(object.value("firstPaymentFrom"_L1));
    family.firstPaymentUntil = dayOf(object.value("firstPaymentUntil"_L1));
    family.classSince = dayOf(object.value("classSince"_L1));
    family.segmentSince = dayOf(object.value("segmentSince"_L1));
    family.lastCovered = object.value("lastCovered"_L1).toString();
    family.wage = object.value("wage"_L1).toInteger();
    family.employer = object.value("employer"_L1).toString();
    family.scheduled = changesOf(object.value("scheduled"_L1).toArray());
    family.revision = object.value("revision"_L1).toInt();
    for (const QJsonValue &value : object.value("members"_L1).toArray()) {
        family.members += memberOf(value, int(family.members.size()));
        if (family.members.last().name.isEmpty())
            return std::nullopt;
    }
    if (family.kk.isEmpty() || family.members.isEmpty())
        return std::nullopt;
    return family;
}

QString changesText(const QList<FieldChange> &changes)
{
    if (changes.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(changesArray(changes)).toJson(QJsonDocument::Compact));
}

QList<FieldChange> changesOfText(const QString &text)
{
    return text.isEmpty() ? QList<FieldChange>() : changesOf(QJsonDocument::fromJson(text.toUtf8()).array());
}

QJsonObject effectToJson(const FamilyEffect &effect)
{
    QJsonArray added;
    for (const MemberView &member : effect.added)
        added += memberObject(member);
    return {
        {u"format"_s, QString::fromLatin1(kEffectFormat)},
        {u"registered"_s, effect.registered ? QJsonValue(familyToJson(*effect.registered)) : QJsonValue()},
        {u"added"_s, added},
        {u"changes"_s, changesArray(effect.changes)}};
}

std::optional<FamilyEffect> effectFromJson(const QJsonObject &object)
{
    FamilyEffect effect;
    const QString format = object.value("format"_L1).toString();
    if (format.isEmpty()) { // the first release kept the registered family itself
        effect.registered = familyFromJson(object);
        return effect.registered ? std::optional(effect) : std::nullopt;
    }
    if (format != QLatin1StringView(kEffectFormat))
        return std::nullopt;
    if (object.value("registered"_L1).isObject()) {
        effect.registered = familyFromJson(object.value("registered"_L1).toObject());
        if (!effect.registered)
            return std::nullopt;
    }
    for (const QJsonValue &value : object.value("added"_L1).toArray())
        effect.added += memberOf(value, int(effect.added.size()));
    effect.changes = changesOf(object.value("changes"_L1).toArray());
    return effect;
}

QJsonObject familyForConsole(const FamilyView &family)
{
    QJsonObject object = familyToJson(family);
    object.insert(u"pendingCase"_s, textOrNothing(family.pendingCase));
    QJsonArray members = object.value("members"_L1).toArray();
    for (qsizetype i = 0; i < members.size(); ++i) {
        QJsonObject member = members.at(i).toObject();
        member.insert(u"pending"_s, family.members.at(i).isPending);
        members.replace(i, member);
    }
    object.insert(u"members"_s, members);
    QJsonArray history;
    for (const HistoryLine &line : family.history)
        history += historyObject(line);
    object.insert(u"history"_s, history);
    return object;
}

} // namespace Loket
