// SPDX-License-Identifier: Apache-2.0
#include "model/print/cardbuild.h"

#include "model/desk/cardrules.h"
#include "model/domain/facilities.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

CardStanding cardStanding(const Rulebook &rulebook, const FamilyView &family, const MemberView &member,
                          QDate day)
{
    CardStanding standing;
    if (member.id == 0) { // only in a case that waits: the status is a guess that no rule should judge
        standing.refusal = member.card.isEmpty() ? u"card.no-number"_s : u"card.not-confirmed"_s;
        return standing;
    }
    const CardPermission permission
        = cardPermission(rulebook, member.status, family.segment, !member.nik.isEmpty(), day, nullptr);
    standing.refusal = permission.refusal;
    standing.priority = permission.priority;
    standing.needsReason = permission.needsReason;
    if (!standing.refusal.isEmpty())
        return standing;
    if (member.card.isEmpty())
        standing.refusal = u"card.no-number"_s;
    else if (member.isPending)
        standing.refusal = u"card.change-waiting"_s;
    return standing;
}

const MemberView *memberWithCard(const FamilyView &family, const QString &card)
{
    const auto found = std::find_if(family.members.cbegin(), family.members.cend(),
                                    [&](const MemberView &member) { return member.card == card; });
    return found == family.members.cend() ? nullptr : &*found;
}

PrintInput cardPrint(const FamilyView &family, const MemberView &member)
{
    PrintInput input;
    input.what = u"card"_s;
    input.reference = member.card;
    input.kk = family.kk;
    input.nik = member.nik;
    input.name = member.name.simplified().toUpper();
    return input;
}

CardFacts cardFacts(const FamilyView &family, const MemberView &member, const QByteArray &photo,
                    const PaperWorld &world)
{
    CardFacts facts;
    facts.language = world.language;
    // The title of a file or print job names no person: the reference of the family's last case.
    for (const HistoryLine &line : family.history) {
        if (facts.reference.isEmpty() && line.kind == HistoryLine::Kind::Case)
            facts.reference = line.reference;
    }
    if (facts.reference.isEmpty())
        facts.reference = u"Kartu"_s;
    facts.number = member.card;
    facts.name = member.name.simplified().toUpper();
    facts.birthDate = member.birthDate;
    facts.address = addressText(family.address, world.regions);
    facts.nik = member.nik;
    const auto facility = world.facilities ? world.facilities->facility(member.fktp) : std::nullopt;
    facts.fktp = facility ? facility->name : member.fktp;
    facts.careClass = family.careClass;
    facts.photo = photo;
    facts.trial = world.trial;
    return facts;
}

} // namespace Loket
