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
    QList<AssignedNumber> assigned; ///< one for every member, or none: the counter's blocks are used up
    QList<UsedNumber> used;         ///< the same with their leases, for the envelope
};

/// Takes a card number for every member out of the counter's leases, in the caller's transaction: a rollback
/// gives them back, so no number is lost and none is given twice. The VA of the family stands on every row.
Outcome<FamilyNumbers> takeFamilyNumbers(Connection &connection, const Rulebook &rulebook,
                                         const Case &content);

} // namespace Loket
