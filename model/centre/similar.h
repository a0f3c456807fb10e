// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Loket {

/// Whether two names may be of one person: the same words but for an order, a spelling of old (oe/u, dj/j,
/// tj/c, sj/sy, j/y), a doubled letter, or one letter more, less or other in a word of five and more.
bool isSimilarName(const QString &one, const QString &other);

} // namespace Loket
