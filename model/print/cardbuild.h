// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/cardfacts.h"
#include "model/print/paperworld.h"
#include "model/store/views.h"

#include <optional>

namespace Loket {

/// Why no card is printed for a member.
enum class CardRefusal {
    Deceased,
    NoNumber,     ///< the centre has not given one yet
    NotConfirmed, ///< the number is only reserved: the case still waits for the centre
    NotActive,    ///< the first payment has not arrived, or membership is suspended or over
    ChangeWaiting ///< a change of this member's data waits for the centre
};

/// The reason against a card; none: it may be printed. Only a confirmed, active member gets one (domain.md
/// f).
std::optional<CardRefusal> cardRefusal(const MemberView &member);
/// "card.not-active", … : problem codes with a text in both languages.
QString problemCode(CardRefusal refusal);

/// The member with this card number; null: none in the family.
const MemberView *memberWithCard(const FamilyView &family, const QString &card);

/// What a member's card says. `photo`: the JPEG of member.photo, empty when there is none.
CardFacts cardFacts(const FamilyView &family, const MemberView &member, const QByteArray &photo,
                    const PaperWorld &world);

} // namespace Loket
