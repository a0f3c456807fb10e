// SPDX-License-Identifier: Apache-2.0
#include "model/print/cardbuild.h"

#include "model/domain/facilities.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

std::optional<CardRefusal> cardRefusal(const MemberView &member)
{
    if (member.status == u"MENINGGAL")
        return CardRefusal::Deceased;
    if (member.card.isEmpty())
        return CardRefusal::NoNumber;
    if (member.id == 0)
        return CardRefusal::NotConfirmed;
    if (member.status != u"AKTIF")
        return CardRefusal::NotActive;
    if (member.isPending)
        return CardRefusal::ChangeWaiting;
    return std::nullopt;
}

QString problemCode(CardRefusal refusal)
{
    switch (refusal) {
    case CardRefusal::Deceased:
        return u"card.deceased"_s;
    case CardRefusal::NoNumber:
        return u"card.no-number"_s;
    case CardRefusal::NotConfirmed:
        return u"card.not-confirmed"_s;
    case CardRefusal::NotActive:
        return u"card.not-active"_s;
    case CardRefusal::ChangeWaiting:
        break;
    }
    return u"card.change-waiting"_s;
}

const MemberView *memberWithCard(const FamilyView &family, const QString &card)
{
    const auto found = std::find_if(family.members.cbegin(), family.members.cend(),
                                    [&](const MemberView &member) { return member.card == card; });
    return found == family.members.cend() ? nullptr : &*found;
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
