// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/portrait.h"

#include <QList>
#include <QString>

#include <functional>

namespace Loket {

class CameraPort;
class Preferences;

/// What photos and scans are taken with. All outlive the windows that use them.
struct CaptureTools {
    CameraPort *camera = nullptr;       ///< null: pictures come from files only
    Preferences *preferences = nullptr; ///< remembers the cameras; null: nothing is remembered
    /// Called on a worker thread, the first time that a face is looked for; empty, or answering null: faces
    /// are not looked for, and the crop is by hand.
    FaceFinderSource faces = {};
    std::function<PortraitReport(const QImage &, const QList<Face> &, QSize)> judge = lookAt; ///< there too
    std::function<qint64()> clock = {}; ///< milliseconds that only go forward; empty: the computer's
};

/// A verdict on a photo that the officer passed.
struct PassedVerdict {
    QString code; ///< "photo.blurred"
    QString reason;
    friend bool operator==(const PassedVerdict &, const PassedVerdict &) = default;
};

/// A photo that was kept in the blob store.
struct TakenPhoto {
    QString name; ///< "sha256:…"
    QList<PassedVerdict> passed = {};
};

} // namespace Loket
