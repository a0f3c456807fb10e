// SPDX-License-Identifier: Apache-2.0
#include "model/store/views.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

template <typename Owner>
using ChangeTexts = QHash<QString, QString Owner::*>;

const ChangeTexts<MemberView> kMemberChanges{{u"relation"_s, &MemberView::relation},
                                             {u"kin"_s, &MemberView::kin},
                                             {u"nik"_s, &MemberView::nik},
                                             {u"card"_s, &MemberView::card},
                                             {u"name"_s, &MemberView::name},
                                             {u"birthPlace"_s, &MemberView::birthPlace},
                                             {u"sex"_s, &MemberView::sex},
                                             {u"marital"_s, &MemberView::marital},
                                             {u"citizenship"_s, &MemberView::citizenship},
                                             {u"passport"_s, &MemberView::passport},
                                             {u"fktp"_s, &MemberView::fktp},
                                             {u"dentist"_s, &MemberView::dentist},
                                             {u"status"_s, &MemberView::status},
                                             {u"photo"_s, &MemberView::photo}};
const QHash<QString, QDate MemberView::*> kMemberDays{{u"birthDate"_s, &MemberView::birthDate},
                                                      {u"fktpSince"_s, &MemberView::fktpSince},
                                                      {u"letterDate"_s, &MemberView::letterDate},
                                                      {u"validUntil"_s, &MemberView::validUntil}};
const ChangeTexts<FamilyView> kFamilyChanges{{u"kk"_s, &FamilyView::kk},
                                             {u"segment"_s, &FamilyView::segment},
                                             {u"phone"_s, &FamilyView::phone},
                                             {u"email"_s, &FamilyView::email},
                                             {u"va"_s, &FamilyView::va},
                                             {u"status"_s, &FamilyView::status},
                                             {u"employer"_s, &FamilyView::employer},
                                             {u"lastCovered"_s, &FamilyView::lastCovered},
                                             {u"paidUntil"_s, &FamilyView::paidUntil}};
const ChangeTexts<Address> kAddressChanges{{u"line"_s, &Address::line},
                                           {u"rt"_s, &Address::rt},
                                           {u"rw"_s, &Address::rw},
                                           {u"village"_s, &Address::village},
                                           {u"postcode"_s, &Address::postcode}};
const ChangeTexts<BankAccount> kBankChanges{{u"code"_s, &BankAccount::code},
                                            {u"account"_s, &BankAccount::account},
                                            {u"holder"_s, &BankAccount::holder}};

QDate changeDay(const QString &value)
{
    return QDate::fromString(value, Qt::ISODate);
}

template <typename Owner>
bool putChange(Owner &owner, const ChangeTexts<Owner> &texts, const QString &field, const QString &value)
{
    const auto found = texts.constFind(field);
    if (found == texts.constEnd())
        return false;
    owner.*found.value() = value;
    return true;
}

/// The member of this key; also who has got a better one since, a NIK or a card.
QList<MemberView>::iterator memberOfChange(QList<MemberView> &members, const QString &key)
{
    const auto member = std::find_if(members.begin(), members.end(),
                                     [&key](const MemberView &one) { return memberKey(one) == key; });
    if (member != members.end())
        return member;
    return std::find_if(members.begin(), members.end(), [&key](const MemberView &one) {
        return !key.isEmpty() && (one.nik == key || one.name == key);
    });
}

void numberMembers(FamilyView &family)
{
    for (qsizetype i = 0; i < family.members.size(); ++i)
        family.members[i].position = int(i);
}

/// Puts the new head to the front; the head of before is the spouse of a spouse, else an additional member.
void changeHead(FamilyView &family, qsizetype next)
{
    const QString was = family.members.at(next).relation;
    for (MemberView &one : family.members) {
        if (one.relation == "head"_L1)
            one.relation = was == "wife"_L1 ? u"husband"_s : was == "husband"_L1 ? u"wife"_s : u"extra"_s;
    }
    family.members[next].relation = u"head"_s;
    family.members.move(next, 0);
    numberMembers(family);
}

bool changeMember(FamilyView &family, const FieldChange &change)
{
    const auto member = memberOfChange(family.members, change.member);
    if (member == family.members.end())
        return false;
    if (change.field == "left"_L1) {
        family.members.erase(member);
        numberMembers(family);
        return true;
    }
    member->isPending = member->isPending || !change.caseId.isEmpty();
    if (change.field == "relation"_L1 && change.value == "head"_L1) {
        if (member->relation != "head"_L1)
            changeHead(family, member - family.members.begin());
        return true;
    }
    if (const auto day = kMemberDays.constFind(change.field); day != kMemberDays.constEnd()) {
        (*member).*day.value() = changeDay(change.value);
        return true;
    }
    if (change.field == "fktp"_L1)
        member->fktpSince = change.effective;
    return putChange(*member, kMemberChanges, change.field, change.value);
}

bool changeFamily(FamilyView &family, const FieldChange &change)
{
    const QString &field = change.field;
    if (field == "class"_L1) {
        family.careClass = change.value.toInt();
        family.classSince = change.effective;
        return true;
    }
    if (field == "wage"_L1) {
        family.wage = change.value.toLongLong();
        return true;
    }
    if (field == "segment"_L1)
        family.segmentSince = change.effective;
    if (field.startsWith("address."_L1))
        return putChange(family.address, kAddressChanges, field.mid(8), change.value);
    if (field.startsWith("billing."_L1)) {
        Address billing = family.billingAddress.value_or(Address{});
        if (!putChange(billing, kAddressChanges, field.mid(8), change.value))
            return false;
        family.billingAddress = billing;
        return true;
    }
    if (field.startsWith("bank."_L1))
        return putChange(family.bank, kBankChanges, field.mid(5), change.value);
    return putChange(family, kFamilyChanges, field, change.value);
}

} // namespace

QString memberKey(const MemberView &member)
{
    return !member.card.isEmpty() ? member.card : !member.nik.isEmpty() ? member.nik : member.name;
}

void putMember(FamilyView &family, MemberView member)
{
    const auto same = std::find_if(family.members.begin(), family.members.end(), [&](const MemberView &one) {
        return !member.card.isEmpty() && one.card == member.card;
    });
    if (same != family.members.end()) {
        member.position = same->position;
        member.id = same->id;
        *same = member;
    } else {
        member.position = int(family.members.size());
        family.members += member;
    }
}

bool applyChange(FamilyView &family, const FieldChange &change)
{
    return change.member.isEmpty() ? changeFamily(family, change) : changeMember(family, change);
}

FamilyView asOf(FamilyView family, QDate day)
{
    QList<FieldChange> scheduled = std::exchange(family.scheduled, {});
    // By their days, in whatever order they were decided.
    std::stable_sort(
        scheduled.begin(), scheduled.end(),
        [](const FieldChange &one, const FieldChange &other) { return one.effective < other.effective; });
    for (const FieldChange &change : std::as_const(scheduled)) {
        if (!change.effective.isValid() || change.effective > day)
            family.scheduled += change;
        else
            applyChange(family, change);
    }
    return family;
}

} // namespace Loket
