// SPDX-License-Identifier: Apache-2.0
#include "forms/calc/calcknown.h"

#include "model/domain/month.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QJsonObject childOf(const MemberView &member)
{
    QJsonObject child{{u"born"_s, member.birthDate.toString(Qt::ISODate)}};
    if (member.letterDate.isValid())
        child.insert(u"letter"_s, member.letterDate.toString(Qt::ISODate));
    if (member.marital == "married"_L1)
        child.insert(u"married"_s, true);
    return child;
}

/// Months that are unpaid before this one, and the first of them.
void addUnpaid(QHash<QString, QJsonValue> &known, const QString &paidUntil, QDate today)
{
    const auto paid = Month::parse(paidUntil);
    if (!paid)
        return;
    const int unpaid = paid.value().next().monthsUntil(Month::of(today));
    if (unpaid <= 0)
        return;
    known.insert(u"family.firstUnpaid"_s, paid.value().next().text());
    known.insert(u"family.unpaidMonths"_s, unpaid);
}

} // namespace

QHash<QString, QJsonValue> calcKnownOf(const FamilyView &family, QDate today)
{
    QHash<QString, QJsonValue> known;
    int living = 0;
    QJsonArray children;
    QJsonArray others;
    for (const MemberView &member : family.members) {
        if (member.status == "MENINGGAL"_L1)
            continue;
        ++living;
        if (member.relation == "husband"_L1 || member.relation == "wife"_L1)
            known.insert(u"family.spouse"_s, true);
        else if (member.relation == "child"_L1 && member.birthDate.isValid() && member.birthDate <= today)
            children += childOf(member);
        else if (member.relation == "extra"_L1 && !member.kin.isEmpty())
            others += member.kin;
        if (member.relation == "head"_L1 && member.fktpSince.isValid())
            known.insert(u"family.fktpSince"_s, member.fktpSince.toString(Qt::ISODate));
    }
    if (!family.segment.isEmpty())
        known.insert(u"family.segment"_s, family.segment);
    if (family.careClass > 0)
        known.insert(u"family.class"_s, family.careClass);
    if (living > 0)
        known.insert(u"family.members"_s, living);
    if (family.wage > 0)
        known.insert(u"family.wage"_s, family.wage);
    if (!family.lastCovered.isEmpty())
        known.insert(u"family.lastCovered"_s, family.lastCovered);
    if (family.classSince.isValid())
        known.insert(u"family.classSince"_s, family.classSince.toString(Qt::ISODate));
    if (!children.isEmpty())
        known.insert(u"family.children"_s, children);
    if (!others.isEmpty())
        known.insert(u"family.others"_s, others);
    addUnpaid(known, family.paidUntil, today);
    return known;
}

} // namespace Loket
