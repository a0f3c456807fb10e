// SPDX-License-Identifier: Apache-2.0
#include "model/domain/casejson.h"

#include "model/domain/jsoncursor.h"
#include "model/domain/strictjson.h"

#include <QJsonArray>
#include <QUuid>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kCaseFormat = "loket-case/1"_L1;

Address readAddress(JsonCursor at)
{
    Address address;
    at.text("line"_L1, &address.line);
    at.text("rt"_L1, &address.rt);
    at.text("rw"_L1, &address.rw);
    at.text("village"_L1, &address.village);
    at.text("postcode"_L1, &address.postcode);
    at.finish();
    return address;
}

BankAccount readBank(JsonCursor at)
{
    BankAccount bank;
    at.text("code"_L1, &bank.code);
    at.text("account"_L1, &bank.account);
    at.text("holder"_L1, &bank.holder);
    at.finish();
    return bank;
}

CaseMember readMember(JsonCursor at)
{
    CaseMember member;
    at.word("relation"_L1, &member.relation, u"relation"_s);
    at.word("kin"_L1, &member.kin, u"kin"_s);
    at.text("nik"_L1, &member.nik);
    at.text("name"_L1, &member.name);
    at.text("birthPlace"_L1, &member.birthPlace);
    at.text("birthDate"_L1, &member.birthDate);
    at.word("sex"_L1, &member.sex, u"sex"_s);
    at.word("marital"_L1, &member.marital, u"marital"_s);
    at.word("citizenship"_L1, &member.citizenship, u"citizenship"_s);
    at.text("passport"_L1, &member.passport);
    at.textOrNumber("workMonths"_L1, &member.workMonths);
    at.text("fktp"_L1, &member.fktp);
    at.text("dentist"_L1, &member.dentist);
    at.text("npwp"_L1, &member.npwp);
    at.text("insurance"_L1, &member.insurance);
    at.text("photo"_L1, &member.photo);
    at.text("photoWaived"_L1, &member.photoWaived);
    at.finish();
    return member;
}

CaseFamily readFamily(JsonCursor at)
{
    CaseFamily family;
    at.text("kk"_L1, &family.kk);
    at.text("card"_L1, &family.card);
    at.integer("class"_L1, &family.careClass);
    at.text("phone"_L1, &family.phone);
    at.text("email"_L1, &family.email);
    at.object("address"_L1, [&](JsonCursor inner) { family.address = readAddress(inner); });
    at.object("billingAddress"_L1, [&](JsonCursor inner) { family.billingAddress = readAddress(inner); });
    at.object("bank"_L1, [&](JsonCursor inner) { family.bank = readBank(inner); });
    at.objects("members"_L1, [&](JsonCursor inner) { family.members += readMember(inner); });
    at.finish();
    return family;
}

SeenDocument readDocument(JsonCursor at)
{
    SeenDocument document;
    at.word("code"_L1, &document.code, u"document"_s);
    int member = -1;
    if (at.integer("member"_L1, &member)) {
        if (member < 0)
            at.refuse("member"_L1, u"a member is counted from 0"_s);
        document.member = member;
    }
    at.text("file"_L1, &document.file);
    at.finish();
    return document;
}

void readCaseHead(JsonCursor &at, Case &out, QDate today)
{
    if (!at.has("format"_L1))
        at.refuse("format"_L1, u"missing, \"loket-case/1\" was expected"_s);
    QString format;
    at.text("format"_L1, &format);
    if (format != kCaseFormat)
        at.refuse("format"_L1, u"\"loket-case/1\" was expected"_s);
    at.text("id"_L1, &out.id);
    at.text("corrects"_L1, &out.corrects);
    for (const auto &[key, id] : {std::pair("id"_L1, &out.id), std::pair("corrects"_L1, &out.corrects)}) {
        if (!id->isEmpty() && (id->size() != 36 || QUuid::fromString(*id).isNull()))
            at.refuse(key, u"not a UUID"_s);
        *id = id->toLower();
    }
    if (!at.has("service"_L1))
        at.refuse("service"_L1, u"missing"_s);
    at.word("service"_L1, &out.service, u"service"_s);
    if (out.service.isEmpty())
        at.refuse("service"_L1, u"empty"_s);
    QString date;
    at.text("date"_L1, &date);
    out.date = date.isEmpty() ? today : QDate::fromString(date, Qt::ISODate);
    if (!date.isEmpty() && (!out.date.isValid() || date.size() != 10))
        at.refuse("date"_L1, u"not a date YYYY-MM-DD of the calendar"_s);
    at.word("channel"_L1, &out.channel, u"channel"_s);
    at.word("segment"_L1, &out.segment, u"segment"_s);
}

Case readCaseObject(JsonCursor at, QDate today)
{
    Case out;
    readCaseHead(at, out, today);
    at.object("applicant"_L1, [&](JsonCursor inner) {
        inner.word("kind"_L1, &out.applicant.kind, u"applicant"_s);
        inner.text("name"_L1, &out.applicant.name);
        inner.text("nik"_L1, &out.applicant.nik);
        inner.finish();
    });
    at.object("family"_L1, [&](JsonCursor inner) { out.family = readFamily(inner); });
    at.objects("documents"_L1, [&](JsonCursor inner) { out.documents += readDocument(inner); });
    at.object("consent"_L1, [&](JsonCursor inner) {
        out.consent = Consent{};
        inner.text("at"_L1, &out.consent->at);
        inner.text("textVersion"_L1, &out.consent->textVersion);
        inner.text("signature"_L1, &out.consent->signature);
        inner.finish();
    });
    at.objects("overrides"_L1, [&](JsonCursor inner) {
        WarningOverride passed;
        inner.text("code"_L1, &passed.code);
        inner.text("path"_L1, &passed.path);
        inner.text("reason"_L1, &passed.reason);
        inner.finish();
        out.overrides += passed;
    });
    at.anyObject("details"_L1, &out.details);
    at.finish();
    return out;
}

void put(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject writeAddress(const Address &address)
{
    return {{"line"_L1, address.line},
            {"rt"_L1, address.rt},
            {"rw"_L1, address.rw},
            {"village"_L1, address.village},
            {"postcode"_L1, address.postcode}};
}

/// A number where the text is one as JSON would write it, so that reading gives the same text again.
QJsonValue numberOrText(const QString &text)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok && QString::number(number) == text ? QJsonValue(number) : QJsonValue(text);
}

QJsonObject writeMember(const CaseMember &member)
{
    QJsonObject out{{"relation"_L1, member.relation},   {"nik"_L1, textOrNull(member.nik)},
                    {"name"_L1, member.name},           {"birthPlace"_L1, member.birthPlace},
                    {"birthDate"_L1, member.birthDate}, {"sex"_L1, member.sex},
                    {"marital"_L1, member.marital},     {"citizenship"_L1, member.citizenship},
                    {"fktp"_L1, member.fktp},           {"photo"_L1, textOrNull(member.photo)}};
    put(out, "kin"_L1, member.kin);
    put(out, "passport"_L1, member.passport);
    if (!member.workMonths.isEmpty())
        out.insert("workMonths"_L1, numberOrText(member.workMonths));
    put(out, "dentist"_L1, member.dentist);
    put(out, "npwp"_L1, member.npwp);
    put(out, "insurance"_L1, member.insurance);
    put(out, "photoWaived"_L1, member.photoWaived);
    return out;
}

QJsonObject writeFamily(const CaseFamily &family)
{
    QJsonObject out;
    put(out, "kk"_L1, family.kk);
    put(out, "card"_L1, family.card);
    if (family.careClass != 0)
        out.insert("class"_L1, family.careClass);
    put(out, "phone"_L1, family.phone);
    put(out, "email"_L1, family.email);
    if (!family.address.isEmpty())
        out.insert("address"_L1, writeAddress(family.address));
    if (family.billingAddress)
        out.insert("billingAddress"_L1, writeAddress(*family.billingAddress));
    if (!family.bank.isEmpty()) {
        out.insert("bank"_L1,
                   QJsonObject{{"code"_L1, family.bank.code},
                               {"account"_L1, family.bank.account},
                               {"holder"_L1, family.bank.holder}});
    }
    QJsonArray members;
    for (const CaseMember &member : family.members)
        members += writeMember(member);
    if (!members.isEmpty())
        out.insert("members"_L1, members);
    return out;
}

QJsonArray writeDocuments(const QList<SeenDocument> &documents)
{
    QJsonArray out;
    for (const SeenDocument &document : documents) {
        QJsonObject one{{"code"_L1, document.code}};
        if (document.member)
            one.insert("member"_L1, *document.member);
        put(one, "file"_L1, document.file);
        out += one;
    }
    return out;
}

QJsonArray writeOverrides(const QList<WarningOverride> &overrides)
{
    QJsonArray out;
    for (const WarningOverride &passed : overrides) {
        out += QJsonObject{{"code"_L1, passed.code}, {"path"_L1, passed.path}, {"reason"_L1, passed.reason}};
    }
    return out;
}

} // namespace

Result<Case, InputError> readCase(const QByteArray &json, QDate today)
{
    if (json.size() > kMaxCaseBytes) {
        return fail(InputError{u"byte %1 of the file"_s.arg(kMaxCaseBytes + 1),
                               u"a case has at most %1 bytes"_s.arg(kMaxCaseBytes)});
    }
    auto object = readJsonObject(json);
    if (!object)
        return fail(object.error());
    return readCase(object.value(), today);
}

Result<Case, InputError> readCase(const QJsonObject &json, QDate today)
{
    JsonReading reading;
    Case out = readCaseObject(JsonCursor(json, reading), today);
    if (reading.error)
        return fail(*reading.error);
    return out;
}

QJsonObject writeCase(const Case &c)
{
    QJsonObject applicant{{"kind"_L1, c.applicant.kind}};
    put(applicant, "name"_L1, c.applicant.name);
    put(applicant, "nik"_L1, c.applicant.nik);
    QJsonObject out{{"format"_L1, kCaseFormat},
                    {"corrects"_L1, textOrNull(c.corrects)},
                    {"service"_L1, c.service},
                    {"date"_L1, c.date.toString(Qt::ISODate)},
                    {"channel"_L1, c.channel},
                    {"segment"_L1, c.segment},
                    {"applicant"_L1, applicant},
                    {"family"_L1, writeFamily(c.family)},
                    {"documents"_L1, writeDocuments(c.documents)},
                    {"overrides"_L1, writeOverrides(c.overrides)}};
    put(out, "id"_L1, c.id);
    if (!c.details.isEmpty())
        out.insert("details"_L1, c.details);
    if (c.consent) {
        QJsonObject consent{{"at"_L1, c.consent->at}, {"textVersion"_L1, c.consent->textVersion}};
        put(consent, "signature"_L1, c.consent->signature);
        out.insert("consent"_L1, consent);
    }
    return out;
}

} // namespace Loket
