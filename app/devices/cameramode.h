// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QSize>

namespace Loket {

/// A way in which a camera can send.
struct CameraMode {
    QSize size;
    double rate = 0; ///< most frames a second
};

/// Index of the mode to use: the smallest that is at least as large as `atLeast` and quick enough to watch;
/// else the quickest that is large enough; else the largest. -1: no modes, so the camera decides.
int bestMode(const QList<CameraMode> &modes, QSize atLeast);

} // namespace Loket
