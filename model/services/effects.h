// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"
#include "model/services/assessment.h"
#include "model/store/views.h"

#include <optional>

namespace Loket {

class Rulebook;
class RuleTrace;

/// What a case makes of its family (rulebook, table `effects`): the registered family, or new members and
/// changes with the day from which they hold. The same for the pending effect of the counter and for the
/// centre that takes the case. `numbers` are those of the case's new members; `status` is given to new people
/// (domain.md b2). The rows that say so are added to
/// `trace`.
FamilyEffect effectOf(const Case &, const std::optional<FamilyView> &known,
                      const QList<AssignedNumber> &numbers, const Assessment &, const Rulebook &,
                      const QString &status, RuleTrace *trace = nullptr);

/// Indexes of the case's members who need a card number: everybody it describes. A service on a known family
/// only describes new people.
QList<int> membersInNeedOfNumbers(const Case &, const Rulebook &);

} // namespace Loket
