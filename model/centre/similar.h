// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Loket {

/// Whether two names may be of one person: the same words but for an order, a spelling of old (oe/u, dj/j,
/// tj/c, sj/sy, j/y), a doubled letter, or one letter more, less or other in a word of five and more.
bool isSimilarName(const QString &one, const QString &other);

/// Whether one of two NIKs may be the other one badly written, or one is not told: they differ in one digit
/// at most, and that stands before the serial. Likelier a slip of the pen than two people of like names; who
/// differs in the serial was registered as another person of that day and place.
bool mayBeSameNik(const QString &one, const QString &other);
/// The digits of a NIK that are the same then, for an index.
inline constexpr int kNikSerialDigits = 4;

} // namespace Loket
