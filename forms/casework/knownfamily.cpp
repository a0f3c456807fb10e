// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/knownfamily.h"

#include "forms/common/format.h"
#include "model/domain/case.h"
#include "model/domain/casefields.h"
#include "model/rulebook/rulebook.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

const QString kRevisionPath = u"details.baseRevision"_s;

QString knownMemberText(const MemberView &member, const QString &name)
{
    static const QHash<QString, QString MemberView::*> kTexts = {{u"relation"_s, &MemberView::relation},
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
                                                                 {u"status"_s, &MemberView::status}};
    static const QHash<QString, QDate MemberView::*> kDates = {{u"birthDate"_s, &MemberView::birthDate},
                                                               {u"fktpSince"_s, &MemberView::fktpSince},
                                                               {u"letterDate"_s, &MemberView::letterDate},
                                                               {u"validUntil"_s, &MemberView::validUntil}};
    if (const auto text = kTexts.constFind(name); text != kTexts.cend())
        return member.**text;
    const auto date = kDates.constFind(name);
    return date == kDates.cend() ? QString() : (member.**date).toString(Qt::ISODate);
}

QString knownFamilyText(const FamilyView &family, const QString &name)
{
    if (name == u"segment")
        return family.segment;
    if (name == u"va")
        return family.va;
    if (name == u"wage")
        return family.wage > 0 ? QString::number(family.wage) : QString();
    if (name == u"employer")
        return family.employer;
    if (name == u"paidUntil")
        return family.paidUntil;
    if (name == u"lastCovered")
        return family.lastCovered;
    Case like; // the rest has the same paths as in a case
    like.family.kk = family.kk;
    like.family.careClass = family.careClass;
    like.family.phone = family.phone;
    like.family.email = family.email;
    like.family.address = family.address;
    like.family.billingAddress = family.billingAddress;
    like.family.bank = family.bank;
    return fieldText(like, u"family."_s + name);
}

} // namespace

FamilyNeed familyNeed(const Rulebook &rulebook, const QString &code)
{
    const Service *asked = service(rulebook, code);
    if (!asked || asked->family == u"new")
        return FamilyNeed::New;
    return asked->family == u"existing" ? FamilyNeed::Existing
        : asked->family == u"any"       ? FamilyNeed::Any
                                        : FamilyNeed::None;
}

const Field *memberField(const Rulebook &rulebook, const QString &code)
{
    const Service *asked = service(rulebook, code);
    for (const QString &id : asked ? asked->fields : QStringList()) {
        const Field *one = field(rulebook, id);
        if (one && one->kind == u"member")
            return one;
    }
    return nullptr;
}

const MemberView *knownMember(const FamilyView &family, const QString &key)
{
    for (const MemberView &member : family.members) {
        if (!key.isEmpty() && memberKey(member) == key)
            return &member;
    }
    return nullptr;
}

const MemberView *knownHead(const FamilyView &family)
{
    for (const MemberView &member : family.members) {
        if (member.relation == u"head")
            return &member;
    }
    return nullptr;
}

QString knownMemberName(const FamilyView &family, const QString &key)
{
    const MemberView *member = knownMember(family, key);
    return member ? personName(member->name) : key;
}

QString knownFamilyName(const FamilyView &family)
{
    const MemberView *head = knownHead(family);
    if (!head && !family.members.isEmpty())
        head = &family.members.first();
    return head
        ? QCoreApplication::translate("Loket::KnownFamily", "Family of %1").arg(personName(head->name))
        : QCoreApplication::translate("Loket::KnownFamily", "KK %1").arg(family.kk);
}

QString knownText(const FamilyView &family, const QString &key, const QString &place)
{
    const QString owner = place.section(u'.', 0, 0);
    const QString name = place.section(u'.', 1);
    if (owner == u"member") {
        const MemberView *member = knownMember(family, key);
        return member ? knownMemberText(*member, name) : QString();
    }
    if (owner == u"head") {
        const MemberView *head = knownHead(family);
        return head ? knownMemberText(*head, name) : QString();
    }
    return owner == u"family" ? knownFamilyText(family, name) : QString();
}

void putFamily(Case &content, const Rulebook &rulebook, const FamilyView &family, const QString &key)
{
    const MemberView *head = knownHead(family);
    content.family.kk = family.kk;
    content.family.card = family.kk.isEmpty() && head ? head->card : QString();
    const Service *asked = service(rulebook, content.service);
    if (asked && asked->family == u"existing")
        setFieldText(content, kRevisionPath, QString::number(family.revision));
    for (const QString &id : asked ? asked->fields : QStringList()) {
        const Field *one = field(rulebook, id);
        if (one && one->path == u"segment")
            content.segment = family.segment;
    }
    if (const Field *whom = memberField(rulebook, content.service))
        setFieldText(content, whom->path, knownMember(family, key) ? key : QString());
}

void dropFamily(Case &content, const Rulebook &rulebook)
{
    content.family.kk.clear();
    content.family.card.clear();
    content.segment.clear();
    setFieldText(content, kRevisionPath, {});
    if (const Field *whom = memberField(rulebook, content.service))
        setFieldText(content, whom->path, {});
}

} // namespace Loket
