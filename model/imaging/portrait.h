// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/facefinder.h"

#include <QImage>
#include <QList>
#include <QRectF>
#include <QSize>
#include <QString>

namespace Loket {

/// What is wrong with a portrait. A verdict warns and never forbids; forms make the sentence.
enum class PortraitVerdict {
    NoFace,         ///< no frontal face found
    SeveralFaces,   ///< more than one
    TooSmall,       ///< the head has too few pixels for the card
    TooDark,        ///< the face is too dark to be recognised
    BurntOut,       ///< a part of the face is plain white
    Blurred,        ///< out of focus or moved
    Tilted,         ///< the line of the eyes is not level
    BackgroundBusy, ///< things behind the head
};

/// Kept with the case when the officer passes it: "photo.blurred".
QString verdictCode(PortraitVerdict verdict);

/// A portrait as measured. All rectangles are in pixels of the picture that was looked at.
struct PortraitReport {
    QList<Face> faces;               ///< largest first
    QRectF head;                     ///< crown to chin, ear to ear, of the largest face; null without one
    QRectF crop;                     ///< 3:4, the head in its middle; null without a face
    QList<PortraitVerdict> verdicts; ///< in the order of the enum, none twice
    /// One face with nothing against it: may be taken without being asked for.
    bool isGood() const { return faces.size() == 1 && verdicts.isEmpty(); }
    bool has(PortraitVerdict verdict) const { return verdicts.contains(verdict); }
};

/// Measures `picture` (upright) in which `faces` were found by a FaceFinder. `full` is the size of the
/// upright picture that the photo will be cut from, when `picture` is a preview of it: only the verdict
/// TooSmall depends on it; report and crop are in pixels of `picture`. Pure; any thread; some 5 ms.
PortraitReport lookAt(const QImage &picture, const QList<Face> &faces, QSize full = {});

} // namespace Loket
