// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/domain/case.h"
#include "model/domain/inputerror.h"

#include <QByteArray>

namespace Loket {

inline constexpr qsizetype kMaxCaseBytes = 1024 * 1024;

/// Reads the case format `loket-case/1`. Strict about shape: unknown keys, keys given twice, wrong types,
/// unknown code words and impossible case dates are refused by name; content (a short NIK, a missing name, a
/// class 4) is not looked at here but by assess(). `format` and `service` must be there; any other key may be
/// missing or, for a single value, null or "": nothing yet. A missing `date` becomes `today`. Whether the
/// service uses a key is asked by unusedKey() (model/services/caseinput.h).
Result<Case, InputError> readCase(const QByteArray &json, QDate today);
Result<Case, InputError> readCase(const QJsonObject &json, QDate today);

/// The same format in a stable order. What is empty and optional is left out, so that a service never gets a
/// key that it doesn't use. readCase(writeCase(c)) == c for every case with a service and a date, also for a
/// half-typed draft.
QJsonObject writeCase(const Case &);

} // namespace Loket
