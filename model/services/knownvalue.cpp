// SPDX-License-Identifier: Apache-2.0
#include "model/services/knownvalue.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

using FamilyText = QString (*)(const FamilyView &);
using MemberText = QString (*)(const MemberView &);

const QHash<QString, FamilyText> kFamilyTexts{
    {u"kk"_s, [](const FamilyView &f) { return f.kk; }},
    {u"segment"_s, [](const FamilyView &f) { return f.segment; }},
    {u"class"_s,
     [](const FamilyView &f) { return f.careClass == 0 ? QString() : QString::number(f.careClass); }},
    {u"phone"_s, [](const FamilyView &f) { return f.phone; }},
    {u"email"_s, [](const FamilyView &f) { return f.email; }},
    {u"employer"_s, [](const FamilyView &f) { return f.employer; }},
    {u"wage"_s, [](const FamilyView &f) { return f.wage == 0 ? QString() : QString::number(f.wage); }},
    {u"lastCovered"_s, [](const FamilyView &f) { return f.lastCovered; }},
    {u"address.line"_s, [](const FamilyView &f) { return f.address.line; }},
    {u"address.rt"_s, [](const FamilyView &f) { return f.address.rt; }},
    {u"address.rw"_s, [](const FamilyView &f) { return f.address.rw; }},
    {u"address.village"_s, [](const FamilyView &f) { return f.address.village; }},
    {u"address.postcode"_s, [](const FamilyView &f) { return f.address.postcode; }}};

const QHash<QString, MemberText> kPersonTexts{
    {u"nik"_s, [](const MemberView &m) { return m.nik; }},
    {u"name"_s, [](const MemberView &m) { return m.name; }},
    {u"birthPlace"_s, [](const MemberView &m) { return m.birthPlace; }},
    {u"birthDate"_s, [](const MemberView &m) { return m.birthDate.toString(Qt::ISODate); }},
    {u"sex"_s, [](const MemberView &m) { return m.sex; }},
    {u"marital"_s, [](const MemberView &m) { return m.marital; }},
    {u"fktp"_s, [](const MemberView &m) { return m.fktp; }},
    {u"dentist"_s, [](const MemberView &m) { return m.dentist; }}};

} // namespace

QString knownValue(const FamilyView &family, const std::optional<MemberView> &person, const QString &shows)
{
    if (shows.startsWith("family."_L1)) {
        const FamilyText text = kFamilyTexts.value(shows.mid(7));
        return text ? text(family) : QString();
    }
    const MemberText text = person ? kPersonTexts.value(shows.mid(7)) : nullptr;
    return text && shows.startsWith("member."_L1) ? text(*person) : QString();
}

} // namespace Loket
