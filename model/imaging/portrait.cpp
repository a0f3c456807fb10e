// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/portrait.h"

#include "model/imaging/crop.h"
#include "model/imaging/photoformat.h"

#include <algorithm>
#include <cmath>

namespace Loket {
namespace Portrait {

// From the face's box to the head, in heights of the box.
constexpr double kCrownAboveBox = 0.30;
constexpr double kChinBelowBox = 0.10;
constexpr double kHeadWidth = 1.05;

/// The head's share of the photo's height: the middle of what is asked for, 70 to 80 %.
constexpr double kHeadShare = 0.75;

static QRectF headOf(const Face &face)
{
    const double side = face.box.height();
    const double width = face.box.width() * kHeadWidth;
    return {face.box.center().x() - width / 2, face.box.top() - side * kCrownAboveBox, width,
            side * (1 + kCrownAboveBox + kChinBelowBox)};
}

static QRectF cropAround(const QRectF &head, QSize picture)
{
    const double height = head.height() / kHeadShare;
    QRectF wanted(0, 0, height * 3 / 4, height);
    wanted.moveCenter(head.center());
    return fittedCrop(wanted, picture);
}

} // namespace Portrait

PortraitReport lookAt(const QImage &picture, const QList<Face> &faces, QSize full)
{
    using namespace Portrait;
    PortraitReport report;
    report.faces = faces;
    if (faces.isEmpty()) {
        report.verdicts += PortraitVerdict::NoFace;
        return report;
    }
    report.head = headOf(faces.first());
    report.crop = cropAround(report.head, picture.size());
    if (faces.size() > 1)
        report.verdicts += PortraitVerdict::SeveralFaces;
    const double scale = full.isEmpty() ? 1.0 : double(full.height()) / picture.height();
    if (report.head.height() * scale < kSmallestCrop.height() * kHeadShare)
        report.verdicts += PortraitVerdict::TooSmall;
    return report;
}

} // namespace Loket
