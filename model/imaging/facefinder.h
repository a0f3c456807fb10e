// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QList>
#include <QPointF>
#include <QRectF>

#include <functional>
#include <memory>
#include <optional>

namespace Loket {

/// A frontal face in pixels of the picture it was found in.
struct Face {
    QRectF box; ///< forehead to chin, about a square; the head itself is larger (portrait.h)
    /// Middles of the eyes, as seen on the picture; none when the two were not both found (sunglasses, a
    /// blurred picture).
    std::optional<QPointF> leftEye, rightEye;
    double tilt = 0; ///< degrees clockwise in which it was found: 0, or that of a strongly tilted head
    friend bool operator==(const Face &, const Face &) = default;
};

/// Finds faces in a picture.
class FaceFinder
{
public:
    FaceFinder() = default;
    FaceFinder(const FaceFinder &) = delete;
    FaceFinder &operator=(const FaceFinder &) = delete;
    virtual ~FaceFinder() = default;

    /// The faces, largest first; none for a null picture. The same picture gives the same answer. Any thread;
    /// calls from several threads wait for each other. Some 30 ms, whatever the picture's size; twice as much
    /// when there is no face. Beside a large face, those of less than half its width are left out.
    virtual QList<Face> find(const QImage &picture) const = 0;
};

/// The face finder of this installation; null when the program was built without one, or its library or the
/// cascades of opencv-data are missing. Loads libraries and data (about 60 ms), so call it when a photo is
/// about to be taken, in a worker thread, and keep what it gives. Needs a QCoreApplication. Any thread.
std::unique_ptr<FaceFinder> makeFaceFinder();

using FaceFinderSource = std::function<std::shared_ptr<const FaceFinder>()>; ///< may answer null

/// Makes one finder when it is first called and gives the same ever after. Any thread.
FaceFinderSource keptFaceFinder(std::function<std::unique_ptr<FaceFinder>()> make = makeFaceFinder);

} // namespace Loket
