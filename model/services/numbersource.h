// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/domain/case.h"
#include "model/store/views.h"
#include "model/vault/envelopeheader.h"

namespace Loket {

class Connection;
class Rulebook;

/// The numbers of one family.
struct FamilyNumbers {
    QList<AssignedNumber> assigned; ///< by member; who has none gets one from the centre
    QList<UsedNumber> used;         ///< the same with their leases, for the envelope
};

/// Takes a card number for every new person out of the counter's leases, in the caller's transaction: a
/// rollback gives them back, so no number is lost and none is given twice. All members or none of them. The
/// VA of the family stands on every row. A case that corrects an earlier one takes over the numbers of the
/// same people, which stand on their receipt already; only who is new gets a new one.
Outcome<FamilyNumbers> takeFamilyNumbers(Connection &connection, const Rulebook &rulebook,
                                         const Case &content, const std::optional<FamilyView> &known,
                                         const QDateTime &now);

/// The numbers of an envelope as they were told when it was made. The VA is that of the known family; a new
/// one has it from its head's card.
QList<AssignedNumber> reservedNumbers(const Rulebook &rulebook, const Case &content,
                                      const QList<UsedNumber> &used, const std::optional<FamilyView> &known);

} // namespace Loket
