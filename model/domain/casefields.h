// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"

namespace Loket {

/// The text at a path of the case ("family.members[0].nik", "family.address.rt", "details.newFktp"); empty
/// for an unknown path.
QString fieldText(const Case &, const QString &path);

/// Puts a typed text at a path. False for a path that no case has (nothing is changed then).
bool setFieldText(Case &, const QString &path, const QString &text);

} // namespace Loket
