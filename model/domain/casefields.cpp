// SPDX-License-Identifier: Apache-2.0
#include "model/domain/casefields.h"

#include <QHash>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

template <typename Owner>
using TextFields = QHash<QStringView, QString Owner::*>;

const TextFields<Address> kAddressTexts{{u"line", &Address::line},
                                        {u"rt", &Address::rt},
                                        {u"rw", &Address::rw},
                                        {u"village", &Address::village},
                                        {u"postcode", &Address::postcode}};
const TextFields<BankAccount> kBankTexts{
    {u"code", &BankAccount::code}, {u"account", &BankAccount::account}, {u"holder", &BankAccount::holder}};
const TextFields<CaseMember> kMemberTexts{{u"relation", &CaseMember::relation},
                                          {u"kin", &CaseMember::kin},
                                          {u"nik", &CaseMember::nik},
                                          {u"name", &CaseMember::name},
                                          {u"birthPlace", &CaseMember::birthPlace},
                                          {u"birthDate", &CaseMember::birthDate},
                                          {u"sex", &CaseMember::sex},
                                          {u"marital", &CaseMember::marital},
                                          {u"citizenship", &CaseMember::citizenship},
                                          {u"passport", &CaseMember::passport},
                                          {u"workMonths", &CaseMember::workMonths},
                                          {u"fktp", &CaseMember::fktp},
                                          {u"dentist", &CaseMember::dentist},
                                          {u"npwp", &CaseMember::npwp},
                                          {u"insurance", &CaseMember::insurance},
                                          {u"photo", &CaseMember::photo},
                                          {u"photoWaived", &CaseMember::photoWaived}};
const TextFields<CaseFamily> kFamilyTexts{{u"kk", &CaseFamily::kk},
                                          {u"card", &CaseFamily::card},
                                          {u"phone", &CaseFamily::phone},
                                          {u"email", &CaseFamily::email}};
const TextFields<Applicant> kApplicantTexts{
    {u"kind", &Applicant::kind}, {u"name", &Applicant::name}, {u"nik", &Applicant::nik}};
const TextFields<Consent> kConsentTexts{
    {u"at", &Consent::at}, {u"textVersion", &Consent::textVersion}, {u"signature", &Consent::signature}};
const TextFields<Case> kCaseTexts{{u"id", &Case::id},
                                  {u"corrects", &Case::corrects},
                                  {u"service", &Case::service},
                                  {u"channel", &Case::channel},
                                  {u"segment", &Case::segment}};

template <typename Owner>
QString textOf(const Owner &owner, const TextFields<Owner> &texts, QStringView name)
{
    const auto found = texts.constFind(name);
    return found == texts.constEnd() ? QString() : owner.*found.value();
}

template <typename Owner>
bool putText(Owner &owner, const TextFields<Owner> &texts, QStringView name, const QString &text)
{
    const auto found = texts.constFind(name);
    if (found == texts.constEnd())
        return false;
    owner.*found.value() = text;
    return true;
}

bool takePrefix(QStringView &path, QStringView prefix)
{
    if (!path.startsWith(prefix))
        return false;
    path = path.sliced(prefix.size());
    return true;
}

/// "[3].nik" -> 3, and "nik" is left; -1: not of this form, or no such member.
qsizetype takeMember(QStringView &path, qsizetype members)
{
    const qsizetype close = path.indexOf(u"].");
    if (!path.startsWith(u'[') || close < 2)
        return -1;
    bool ok = false;
    const qsizetype index = path.sliced(1, close - 1).toInt(&ok);
    if (!ok || index < 0 || index >= members || QString::number(index) != path.sliced(1, close - 1))
        return -1;
    path = path.sliced(close + 2);
    return index;
}

bool putClass(CaseFamily &family, const QString &text)
{
    bool ok = text.isEmpty();
    const int typed = ok ? 0 : text.toInt(&ok);
    if (ok)
        family.careClass = typed;
    return ok;
}

bool putDate(Case &c, const QString &text)
{
    const QDate typed = QDate::fromString(text, Qt::ISODate);
    if (!typed.isValid() || text.size() != 10)
        return false;
    c.date = typed;
    return true;
}

bool putDetail(Case &c, QStringView name, const QString &text)
{
    if (name.isEmpty() || name.contains(u'.') || name.contains(u'['))
        return false;
    if (text.isEmpty())
        c.details.remove(name.toString());
    else
        c.details.insert(name, text);
    return true;
}

QString familyText(const CaseFamily &family, QStringView path)
{
    if (takePrefix(path, u"members")) {
        const qsizetype index = takeMember(path, family.members.size());
        return index < 0 ? QString() : textOf(family.members.at(index), kMemberTexts, path);
    }
    if (takePrefix(path, u"address."))
        return textOf(family.address, kAddressTexts, path);
    if (takePrefix(path, u"billingAddress."))
        return textOf(family.billingAddress.value_or(Address{}), kAddressTexts, path);
    if (takePrefix(path, u"bank."))
        return textOf(family.bank, kBankTexts, path);
    if (path == u"class")
        return family.careClass == 0 ? QString() : QString::number(family.careClass);
    return textOf(family, kFamilyTexts, path);
}

bool putFamilyText(CaseFamily &family, QStringView path, const QString &text)
{
    if (takePrefix(path, u"members")) {
        const qsizetype index = takeMember(path, family.members.size());
        return index >= 0 && putText(family.members[index], kMemberTexts, path, text);
    }
    if (takePrefix(path, u"address."))
        return putText(family.address, kAddressTexts, path, text);
    if (takePrefix(path, u"billingAddress.")) {
        Address billing = family.billingAddress.value_or(Address{});
        if (!putText(billing, kAddressTexts, path, text))
            return false;
        family.billingAddress = billing;
        return true;
    }
    if (takePrefix(path, u"bank."))
        return putText(family.bank, kBankTexts, path, text);
    return path == u"class" ? putClass(family, text) : putText(family, kFamilyTexts, path, text);
}

} // namespace

QString fieldText(const Case &c, const QString &path)
{
    QStringView rest(path);
    if (takePrefix(rest, u"family."))
        return familyText(c.family, rest);
    if (takePrefix(rest, u"applicant."))
        return textOf(c.applicant, kApplicantTexts, rest);
    if (takePrefix(rest, u"consent."))
        return textOf(c.consent.value_or(Consent{}), kConsentTexts, rest);
    if (takePrefix(rest, u"details.")) {
        const QJsonValue value = c.details.value(rest);
        if (value.isBool())
            return value.toBool() ? u"yes"_s : u"no"_s;
        return value.isDouble() ? value.toVariant().toString() : value.toString();
    }
    if (rest == u"date")
        return c.date.toString(Qt::ISODate);
    return textOf(c, kCaseTexts, rest);
}

bool setFieldText(Case &c, const QString &path, const QString &text)
{
    QStringView rest(path);
    if (takePrefix(rest, u"family."))
        return putFamilyText(c.family, rest, text);
    if (takePrefix(rest, u"applicant."))
        return putText(c.applicant, kApplicantTexts, rest, text);
    if (takePrefix(rest, u"consent.")) {
        Consent consent = c.consent.value_or(Consent{});
        if (!putText(consent, kConsentTexts, rest, text))
            return false;
        c.consent = consent;
        return true;
    }
    if (takePrefix(rest, u"details."))
        return putDetail(c, rest, text);
    return rest == u"date" ? putDate(c, text) : putText(c, kCaseTexts, rest, text);
}

} // namespace Loket
