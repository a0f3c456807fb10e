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

CardStanding cardStandingOf(const Context &context, const FamilyView &family, const MemberView &member)
{
    if (!context.rulebooks)
        return {u"card.not-active"_s};
    return cardStanding(context.rulebooks->on(context.today), family, member, context.today);
}

QString cardPillText(const CardStanding &standing)
{
    const QString &code = standing.refusal;
    if (code.isEmpty())
        return standing.needsReason ? CardWords::tr("with a reason") : CardWords::tr("possible");
    if (code == u"card.deceased")
        return CardWords::tr("deceased");
    if (code == u"card.no-number")
        return CardWords::tr("no number yet");
    if (code == u"card.not-confirmed" || code == u"card.change-waiting")
        return CardWords::tr("waits for the centre");
    return code == u"card.not-paid" ? CardWords::tr("not paid yet") : CardWords::tr("not active");
}

Tone cardPillTone(const CardStanding &standing)
{
    if (!standing.refusal.isEmpty())
        return Tone::Neutral;
    return standing.needsReason ? Tone::Info : Tone::Ok;
}

QString cardStandingText(const CardStanding &standing)
{
    if (!standing.refusal.isEmpty())
        return codeLabel(u"problem"_s, standing.refusal);
    return standing.needsReason
        ? CardWords::tr("Show KIS Digital first. A card is printed with a reason of the officer.")
        : CardWords::tr("The card can be printed.");
}

} // namespace Loket
