// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/pictureheader.h"

namespace Loket {

/// The same picture without what a decoder would unpack or keep and nobody looks at: texts, comments, maker's
/// and editor's segments, what follows the end, and every second copy of what only counts once. What says how
/// the pixels are to be read stays: orientation, profile, gamma, transparency. `header` is what
/// readPictureHeader() said of `bytes`. Any thread.
QByteArray withoutBaggage(const QByteArray &bytes, const PictureHeader &header);

} // namespace Loket
