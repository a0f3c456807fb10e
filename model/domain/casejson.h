// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/domain/case.h"

#include <QByteArray>

namespace Loket {

/// What is wrong with a text that should have been a case. `place` is a path ("family.members[0].nik") or
/// "line 3, column 7".
struct InputError {
    QString place;
    QString what; ///< English, one line, no personal data
    QString line() const { return place.isEmpty() ? what : place + QStringLiteral(": ") + what; }
    friend bool operator==(const InputError &, const InputError &) = default;
};

inline constexpr qsizetype kMaxCaseBytes = 1024 * 1024;

/// Reads the case format `loket-case/1`. Strict about shape: unknown keys, wrong types, unknown code words
/// and impossible case dates are refused by name; content (a short NIK, a missing name) is not looked at here
/// but by assess(). A missing `date` becomes `today`.
Result<Case, InputError> readCase(const QByteArray &json, QDate today);
Result<Case, InputError> readCase(const QJsonObject &json, QDate today);

/// The same format, complete and in a stable order: readCase(writeCase(c)) == c, also for a half-typed draft.
QJsonObject writeCase(const Case &);

} // namespace Loket
