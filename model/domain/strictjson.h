// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/domain/inputerror.h"

#include <QByteArray>
#include <QJsonObject>

namespace Loket {

/// Deepest nesting that is read. Nothing in the formats of this program is deeper than six.
inline constexpr int kMaxJsonDepth = 32;

/// Reads one JSON object and refuses what a lenient reader would pass over in silence: a key given twice,
/// text after the end, bad UTF-8, half of a surrogate pair, a NUL character, a number that is none (NaN, 01),
/// nesting deeper than kMaxJsonDepth. The place is "line 3, column 7" (columns count characters), with the
/// path of the key where there is one. A byte order mark at the start is passed over. Never recursive.
Result<QJsonObject, InputError> readJsonObject(const QByteArray &json);

/// A key as it may be shown in a one-line message: at most 40 characters, nothing unprintable.
QString printableKey(const QString &key);

} // namespace Loket
