// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Loket::DrawnCamera {

// Cameras that GStreamer draws itself (videotestsrc), offered to this process alone: Qt lists them and films
// with them as with those of the kernel. Any thread.

enum class Kind {
    Working, ///< 640x480 and 1280x720, 30 frames a second
    Ending,  ///< the same, but after three frames nothing comes any more
    Broken   ///< can't be opened
};

/// Before the QApplication is made. False: GStreamer has no videotestsrc here.
bool prepare();
void plug(const QString &id, const QString &name, Kind kind = Kind::Working);
void pull(const QString &id);
int opened(); ///< how often a camera was opened so far
int inUse();  ///< how many are open now

} // namespace Loket::DrawnCamera
