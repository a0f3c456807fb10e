// SPDX-License-Identifier: Apache-2.0
#include "forms/family/cardwords.h"

#include "forms/common/texts.h"

#include <QCoreApplication>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

struct CardWords {
    Q_DECLARE_TR_FUNCTIONS(Loket::CardWords)
};

} // namespace

CardObstacle cardObstacle(const MemberView &member)
{
    if (member.isPending)
        return CardObstacle::Pending;
    if (member.card.isEmpty())
        return CardObstacle::NoNumber;
    return member.status == "AKTIF"_L1 ? CardObstacle::None : CardObstacle::Inactive;
}

QString cardObstacleShort(CardObstacle obstacle)
{
    switch (obstacle) {
    case CardObstacle::None:
        return CardWords::tr("possible");
    case CardObstacle::Pending:
        return CardWords::tr("waits for the centre");
    case CardObstacle::NoNumber:
        return CardWords::tr("no number yet");
    case CardObstacle::Inactive:
        break;
    }
    return CardWords::tr("not active");
}

QString cardObstacleText(CardObstacle obstacle, const MemberView &member)
{
    switch (obstacle) {
    case CardObstacle::None:
        return CardWords::tr("The card can be printed.");
    case CardObstacle::Pending:
        return CardWords::tr("The centre has not confirmed this family yet. Synchronise, then print.");
    case CardObstacle::NoNumber:
        return CardWords::tr("There is no card number yet. It comes with the centre's answer.");
    case CardObstacle::Inactive:
        break;
    }
    return CardWords::tr("Only an active participant gets a card. Status now: %1.")
        .arg(memberStatusText(member.status));
}

} // namespace Loket
