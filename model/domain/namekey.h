// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

namespace Loket {

/// THE normalised form of a name for finding it again: compatibility forms and marks dropped ("É" -> "e"),
/// lower case, everything that is not a letter or digit is one space, none at the ends. An apostrophe inside
/// a word joins it ("MA'RUF" -> "maruf"), as people type it. Used by the store when it writes and by the
/// search when it asks; nothing else may normalise names.
QString nameKey(QStringView name);

/// The same key as UTF-8, put behind what `keys` holds. For many names at once.
void appendNameKey(QByteArrayView utf8Name, QByteArray &keys);

} // namespace Loket
