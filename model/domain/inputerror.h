// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Loket {

/// What is wrong with a text that was handed to the program. `place` is a path ("family.members[0].nik"), or
/// "line 3, column 7", or both.
struct InputError {
    QString place;
    QString what; ///< English, one line, no personal data
    QString line() const { return place.isEmpty() ? what : place + QStringLiteral(": ") + what; }
    friend bool operator==(const InputError &, const InputError &) = default;
};

} // namespace Loket
