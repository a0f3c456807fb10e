// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/cameraport.h"

#include <QStringList>

namespace Loket {

/// The device files ("/dev/video0") of the kernel's cameras with this name: Qt does not tell which one a
/// camera of its list has.
QStringList cameraFiles(const QString &name);

/// Why a camera can't be used, asked of the kernel: Qt and GStreamer report all of it as one error or not at
/// all. `otherwise` when the kernel sees nothing wrong with any of the files. The camera must not be in use
/// by this program. May block while a driver thinks; any thread but the window's.
CameraTrouble whyUnusable(const QStringList &deviceFiles, CameraTrouble otherwise);

} // namespace Loket
