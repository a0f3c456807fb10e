// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/views.h"

#include <optional>

namespace Loket {

class Office;

/// What the centre said to a case that it sent back.
struct ReturnedCase {
    Case sent;
    QString code;  ///< "nik.registered"; empty: none was named
    QString path;  ///< the field that must change; empty: none in particular
    QString words; ///< for the officer, in the language that is on now when the code is known
};

/// Whether the centre sent this case back and it is still to be corrected; none: it did not, or is not known.
std::optional<ReturnedCase> returnedCase(Office &office, const QString &caseId);

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
