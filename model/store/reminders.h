// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/views.h"

namespace Loket {

class Connection;

// What should be looked after, of the families that this counter had a case of: rows of store.db, so that the
// list on the home page asks an index and not a million families. A row holds the day that a deadline is
// counted from, never the deadline: how many months there are is the rulebook's.

namespace ReminderKind {
inline constexpr auto kPayment = "payment"; ///< day: last day of the first payment
inline constexpr auto kBaby = "baby";       ///< day: of the birth of who has no NIK
inline constexpr auto kLetter = "letter";   ///< day: of the school letter
inline constexpr auto kTerm = "term";       ///< day: end of the term
} // namespace ReminderKind

/// Puts the rows of a family, in the caller's transaction. `by` is the waiting case that makes it so, and the
/// rows go with its pending effect; none: it is as the centre has it, and the rows from before go.
Outcome<Nothing> keepReminders(Connection &connection, const FamilyView &family,
                               const std::optional<CaseId> &by);
/// Whether this counter ever had a case of this family.
Outcome<bool> hasCaseOf(Connection &connection, const QString &kk);
/// What the centre told of this family; when this counter had a case of it.
Outcome<Nothing> keepRemindersOfKnown(Connection &connection, const FamilyView &family);
/// The centre has no such family any more.
Outcome<Nothing> dropReminders(Connection &connection, const QString &kk);

} // namespace Loket
