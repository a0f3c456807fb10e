// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/centre/merge.h"
#include "model/rulebook/rulebook.h"

#include <QJsonArray>

namespace Loket::Fakes {

using namespace Qt::StringLiterals;

// What the tests of the merge share: a family whose values say whose they are, and short words.

inline FamilyView familyOf(int people)
{
    FamilyView family;
    family.kk = u"3174010101220001"_s;
    family.phone = u"p0"_s;
    family.email = u"e0"_s;
    family.address = {u"a0"_s, u"001"_s, u"002"_s, u"31.74.01.1001"_s, u"12810"_s};
    family.bank = {u"BRI"_s, u"b0"_s, u"h0"_s};
    family.careClass = 3;
    family.segment = u"PBPU.MANDIRI"_s;
    family.paidUntil = u"2022-03"_s;
    family.revision = 5;
    for (int i = 0; i < people; ++i) {
        MemberView member;
        member.position = i;
        member.card = u"000400000000%1"_s.arg(i);
        member.nik = u"317401020380000%1"_s.arg(i);
        member.name = u"n%1"_s.arg(i);
        member.relation = i == 0 ? u"head"_s : u"child"_s;
        member.sex = u"L"_s;
        member.fktp = u"f0"_s;
        member.marital = u"single"_s;
        member.status = u"AKTIF"_s;
        family.members += member;
    }
    return family;
}

inline const Rulebook &rules()
{
    return RulebookLibrary::builtIn()->on(QDate(2022, 3, 1));
}

inline Merged merged(const QList<ForeignStep> &steps, const FamilyView &now, const FamilyEffect &mine,
                     const Rulebook &rulebook = rules())
{
    return mergeChanges(rulebook, steps, now, mine);
}

inline QString groupOf(const QString &field)
{
    return mergeGroupOf(rules(), field);
}

inline FieldChange changeOf(const QString &member, const QString &field, const QString &value)
{
    FieldChange change;
    change.member = member;
    change.field = field;
    change.value = value;
    return change;
}

inline FamilyView applied(FamilyView family, const FamilyEffect &effect)
{
    for (const MemberView &member : effect.added)
        putMember(family, member);
    for (const FieldChange &change : effect.changes)
        applyChange(family, change);
    return family;
}

inline bool isTold(const Merged &merged, const FieldChange &change)
{
    for (const QJsonValue &group : merged.conflict.value("groups"_L1).toArray()) {
        for (const QJsonValue &one : group["fields"_L1].toArray()) {
            const bool isField = one["field"_L1] == change.field && one["mine"_L1] == change.value;
            if (group["member"_L1] == change.member && (isField || group["group"_L1] == "membership"_L1))
                return true;
        }
    }
    return false;
}

} // namespace Loket::Fakes
