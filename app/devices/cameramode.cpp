// SPDX-License-Identifier: Apache-2.0
#include "app/devices/cameramode.h"

#include <tuple>

namespace Loket {

static constexpr double kWatchable = 14; // frames a second; raw 720p over USB 2 comes at 10

int bestMode(const QList<CameraMode> &modes, QSize atLeast)
{
    const auto area = [](QSize size) { return qint64(size.width()) * size.height(); };
    // Greater is better, compared from the left.
    const auto worth = [&](const CameraMode &mode) {
        const bool isLarge = mode.size.width() >= atLeast.width() && mode.size.height() >= atLeast.height();
        const bool isQuick = mode.rate >= kWatchable;
        const double rate = isLarge && isQuick ? 0 : mode.rate;
        return isLarge ? std::tuple(true, isQuick, rate, -area(mode.size), mode.rate)
                       : std::tuple(false, false, 0.0, area(mode.size), mode.rate);
    };
    int best = -1;
    for (int i = 0; i < modes.size(); ++i) {
        if (best < 0 || worth(modes[i]) > worth(modes[best]))
            best = i;
    }
    return best;
}

} // namespace Loket
