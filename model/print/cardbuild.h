// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/cardfacts.h"
#include "model/print/paperworld.h"
#include "model/rulebook/rulebook.h"
#include "model/store/cardviews.h"
#include "model/store/views.h"

namespace Loket {

/// Whether a member's card may be printed now.
struct CardStanding {
    QString refusal;          ///< a problem code with a text in both languages; empty: it may
    bool priority = false;    ///< of the groups for whom a printed card comes first
    bool needsReason = false; ///< KIS Digital first: an officer says why a card is printed
    friend bool operator==(const CardStanding &, const CardStanding &) = default;
};

/// Who may have a card is the rulebook's (model/desk/cardrules.h); here it is joined with what concerns the
/// number: none yet, only reserved, or a change of this member's data waits for the centre.
CardStanding cardStanding(const Rulebook &rulebook, const FamilyView &family, const MemberView &member,
                          QDate day);

/// The member with this card number; null: none in the family.
const MemberView *memberWithCard(const FamilyView &family, const QString &card);

/// The line of the print log for a member's card, as the card says it.
PrintInput cardPrint(const FamilyView &family, const MemberView &member);

/// What a member's card says. `photo`: the JPEG of member.photo, empty when there is none.
CardFacts cardFacts(const FamilyView &family, const MemberView &member, const QByteArray &photo,
                    const PaperWorld &world);

} // namespace Loket
