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

QString cardPillText(std::optional<CardRefusal> refusal)
{
    if (!refusal)
        return CardWords::tr("possible");
    switch (*refusal) {
    case CardRefusal::Deceased:
        return CardWords::tr("deceased");
    case CardRefusal::NoNumber:
        return CardWords::tr("no number yet");
    case CardRefusal::NotConfirmed:
    case CardRefusal::ChangeWaiting:
        return CardWords::tr("waits for the centre");
    case CardRefusal::NotActive:
        break;
    }
    return CardWords::tr("not active");
}

Tone cardPillTone(std::optional<CardRefusal> refusal)
{
    return refusal ? Tone::Neutral : Tone::Ok;
}

QString cardRefusalText(std::optional<CardRefusal> refusal)
{
    return refusal ? codeLabel(u"problem"_s, problemCode(*refusal))
                   : CardWords::tr("The card can be printed.");
}

} // namespace Loket
