// SPDX-License-Identifier: Apache-2.0
#include "model/services/registration.h"

#include "model/domain/kknumber.h"
#include "model/domain/nik.h"
#include "model/domain/personname.h"
#include "model/domain/phonenumber.h"
#include "model/domain/virtualaccount.h"
#include "model/rulebook/rulebook.h"

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// The value type's text when the typed one can be read as it, else what was typed.
template <typename Value>
QString normalised(const QString &typed)
{
    const auto value = Value::parse(typed);
    return value ? value.value().text() : typed.trimmed();
}

MemberView registeredMember(const CaseMember &typed, int position, const QString &status)
{
    MemberView member;
    member.position = position;
    member.relation = typed.relation;
    member.kin = typed.kin;
    member.nik = typed.citizenship == "WNA"_L1 ? typed.nik.trimmed().toUpper() : normalised<Nik>(typed.nik);
    member.name = normalised<PersonName>(typed.name);
    member.birthPlace = typed.birthPlace.trimmed();
    member.birthDate = QDate::fromString(typed.birthDate, Qt::ISODate);
    member.sex = typed.sex;
    member.marital = typed.marital;
    member.citizenship = typed.citizenship;
    member.passport = typed.passport;
    member.fktp = typed.fktp;
    member.dentist = typed.dentist;
    member.photo = typed.photo;
    member.status = status;
    return member;
}

} // namespace

FamilyView registeredFamily(const Case &content, const QList<AssignedNumber> &numbers,
                            const Assessment &assessment, const QString &status)
{
    FamilyView family;
    family.kk = normalised<KkNumber>(content.family.kk);
    family.segment = content.segment;
    family.careClass = content.family.careClass;
    family.phone = normalised<PhoneNumber>(content.family.phone);
    family.email = content.family.email.trimmed();
    family.address = content.family.address;
    family.billingAddress = content.family.billingAddress;
    family.bank = content.family.bank;
    family.status = status;
    family.firstPaymentFrom = assessment.dates.firstPaymentFrom;
    family.firstPaymentUntil = assessment.dates.firstPaymentUntil;
    for (const CaseMember &member : content.family.members)
        family.members += registeredMember(member, int(family.members.size()), status);
    for (const AssignedNumber &number : numbers) {
        if (number.member < family.members.size())
            family.members[number.member].card = number.card;
        if (!number.va.isEmpty())
            family.va = number.va;
    }
    return family;
}

std::optional<int> headOf(const Case &content)
{
    for (qsizetype i = 0; i < content.family.members.size(); ++i) {
        if (content.family.members.at(i).relation == "head"_L1)
            return int(i);
    }
    return std::nullopt;
}

QString familyVa(const Rulebook &rulebook, const Case &content, const QString &headCard)
{
    const auto card = CardNumber::parse(headCard);
    const auto bank = rulebook.table(u"banks"_s).byKey(content.family.bank.code, content.date, nullptr);
    if (!card || !bank)
        return {};
    const auto va = VirtualAccount::ofCard(bank->cell(u"vaPrefix"_s), card.value());
    return va ? va.value().text() : QString();
}

} // namespace Loket
