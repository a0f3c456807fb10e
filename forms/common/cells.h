// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"

#include <Qt>

namespace Loket {

/// What a list model may say about a cell beyond its text; CellDelegate paints it.
namespace CellRole {
inline constexpr int kTone = Qt::UserRole + 1;    ///< int(Tone): the text is shown as a pill
inline constexpr int kBold = Qt::UserRole + 2;    ///< QList<int> start, length, …: bold parts of the text
inline constexpr int kLook = Qt::UserRole + 3;    ///< int(CellLook)
inline constexpr int kPicture = Qt::UserRole + 4; ///< QImage: a 3x4 photo; a null image: the empty frame
inline constexpr int kIcon = Qt::UserRole + 5;    ///< int(Icon), alone in its cell; the text is its name
inline constexpr int kFirstOwn = Qt::UserRole + 100; ///< where a model's own roles begin
} // namespace CellRole

enum class CellLook { Normal, Strong, Muted, Mono, Link };

} // namespace Loket
