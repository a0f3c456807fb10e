// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"

namespace Loket {

/// The text at a path of the case ("family.members[0].nik", "family.address.rt", "family.class",
/// "details.newFktp"); empty for an unknown path, a member that isn't there, and what isn't a single value.
QString fieldText(const Case &, const QString &path);

/// Puts a typed text at a path. False for a path that no case has or a member that isn't there, and for a
/// text that the place can't hold (a date of the case or a class that is none); nothing is changed then.
/// Every other text is kept exactly. A billing address and a consent come into being with their first text.
bool setFieldText(Case &, const QString &path, const QString &text);

} // namespace Loket
