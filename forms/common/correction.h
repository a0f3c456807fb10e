// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/views.h"

namespace Loket {

class Office;

/// Cases of this counter that the centre sent back and that nobody has corrected yet, newest first.
Outcome<QList<CaseRecord>> returnedCases(Office &office);

/// Whether the centre's answer asks somebody here to act.
bool needsAction(CaseState);

/// The case that corrects `record`: the draft that somebody here began, else a new one with what was
/// submitted, as it was, without its consent and id.
Case correctionOf(Office &office, const CaseRecord &record);

/// "Kel. Maulana": the head's last name, or the KK while there is no name.
QString familyTitle(const Case &content);

} // namespace Loket
