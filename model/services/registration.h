// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"
#include "model/services/assessment.h"
#include "model/store/views.h"

namespace Loket {

class Rulebook;

/// What a registration makes of its family: what the counter shows while the case waits, and what the trial
/// centre keeps when it accepts. Numbers, names and phone in their normalised form where they can be read.
/// `status` is given to the family and every member (domain.md b2): CALON, MENUNGGU_BAYAR, …
FamilyView registeredFamily(const Case &, const QList<AssignedNumber> &numbers, const Assessment &,
                            const QString &status);

/// Index of the head of the family among the members; none: there is no head.
std::optional<int> headOf(const Case &);

/// The family's VA: prefix of its bank (rulebook, table `banks`) and the last 11 digits of the head's card.
/// Empty when the bank has no prefix in this edition.
QString familyVa(const Rulebook &, const Case &, const QString &headCard);

} // namespace Loket
