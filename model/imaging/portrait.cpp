// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/portrait.h"

#include "model/imaging/crop.h"
#include "model/imaging/photoformat.h"
#include "model/imaging/portraitmeasure.h"

#include <algorithm>
#include <cmath>

namespace Loket {

using namespace Qt::StringLiterals;

namespace Portrait {

// What a portrait for a card of 3x4 cm must be. Facts of the format and of seeing, not rules of the office.

/// The head's share of the photo's height: the middle of what is asked for, 70 to 80 %.
constexpr double kHeadShare = 0.75;
/// The crown was not seen before its background: rather a little more room than hair cut off.
constexpr double kExpectedShare = 0.72;
/// No eyes were found and something else is amiss: the finder may have taken a part of the face for the
/// whole.
constexpr double kDoubtfulShare = 0.54;
/// A burnt face without eyes: what was found may be the shadow under the nose.
constexpr double kBlindShare = 0.40;
/// A second face of at least this part of the first one's width could be the person meant; a smaller one
/// waits in the row behind.
constexpr double kSecondFace = 0.5;
/// The whites of the eyes are near 200 in good light; below this a print shows no features.
constexpr int kDimWhite = 92;
/// In a smeared picture the whites are mixed with the skin, so that only a face without any light counts.
constexpr int kDimSmeared = 60;
/// A shining forehead is a twentieth of the face; more has lost its features.
constexpr double kBurntShare = 0.06;
/// Between a lens in focus and a softness of three pixels on the card.
constexpr double kLeastSharpness = 0.70;
/// A head of few pixels is soft on the card in any case; below this it is smeared in its own pixels.
constexpr double kLeastSmallSharpness = 0.40;
/// Clutter around a head whose eyes were not found.
constexpr double kUnsureQuiet = 0.075;
/// A head held straight leans up to five degrees; from twelve on anybody sees it.
constexpr double kMostTilt = 8.5;
static QRectF cropAround(const QRectF &head, double share, QSize picture)
{
    const double height = head.height() / share;
    QRectF wanted(0, 0, height * 3 / 4, height);
    wanted.moveCenter(head.center());
    return fittedCrop(wanted, picture);
}

/// Without a face there is still light to judge.
static bool hasNoLight(const QImage &picture)
{
    const QImage small = picture.scaled(64, 64, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                             .convertToFormat(QImage::Format_Grayscale8);
    int bright = 0;
    for (int y = 0; y < small.height(); ++y)
        bright += int(std::count_if(small.constScanLine(y), small.constScanLine(y) + small.width(),
                                    [](uchar value) { return value >= kDimWhite; }));
    return bright * 200 < small.width() * small.height();
}

} // namespace Portrait

PortraitReport lookAt(const QImage &picture, const QList<Face> &faces, QSize full)
{
    using namespace Portrait;
    PortraitReport report;
    if (picture.isNull() || faces.isEmpty()) {
        report.verdicts += PortraitVerdict::NoFace;
        if (!picture.isNull() && hasNoLight(picture))
            report.verdicts += PortraitVerdict::TooDark;
        return report;
    }
    report.faces = faces;
    const PortraitMeasure measure(picture, faces.first());
    report.head = measure.head();
    const double sharpness = measure.sharpness();
    const bool isSmeared = sharpness < kLeastSharpness;
    const bool isDark = measure.brightest() < (isSmeared ? kDimSmeared : kDimWhite);
    const bool isBurnt = measure.burnt() > kBurntShare;
    const auto crop = [&](double share) { return cropAround(report.head, share, picture.size()); };
    report.crop = crop(measure.hasCrown() ? kHeadShare : kExpectedShare);
    bool isBusy = measure.clutter(report.crop) > PortraitMeasure::kQuiet;
    if (const Face &face = faces.first(); !face.leftEye) {
        if (isBurnt && !measure.hasCrown())
            report.crop = crop(kBlindShare);
        else if (isSmeared || isDark || isBusy || face.tilt != 0 || !measure.hasCrown())
            report.crop = crop(kDoubtfulShare);
        isBusy = measure.clutter(report.crop) > kUnsureQuiet; // the edge of the hair may be in it
    }
    const auto judge = [&report](PortraitVerdict verdict, bool applies) {
        if (applies)
            report.verdicts += verdict;
    };
    judge(PortraitVerdict::SeveralFaces, std::any_of(faces.begin() + 1, faces.end(), [&](const Face &other) {
              return other.box.width() >= faces.first().box.width() * kSecondFace;
          }));
    const double scale = full.isEmpty() ? 1.0 : double(full.height()) / picture.height();
    const bool isSmall = report.head.height() * scale < kSmallestCrop.height() * kHeadShare;
    judge(PortraitVerdict::TooSmall, isSmall);
    judge(PortraitVerdict::TooDark, isDark);
    judge(PortraitVerdict::BurntOut, isBurnt);
    judge(PortraitVerdict::Blurred, sharpness < (isSmall ? kLeastSmallSharpness : kLeastSharpness));
    judge(PortraitVerdict::Tilted, std::abs(measure.tilt()) > kMostTilt);
    judge(PortraitVerdict::BackgroundBusy, isBusy);
    return report;
}

QString verdictCode(PortraitVerdict verdict)
{
    switch (verdict) {
    case PortraitVerdict::NoFace:
        return u"photo.no-face"_s;
    case PortraitVerdict::SeveralFaces:
        return u"photo.several-faces"_s;
    case PortraitVerdict::TooSmall:
        return u"photo.too-small"_s;
    case PortraitVerdict::TooDark:
        return u"photo.too-dark"_s;
    case PortraitVerdict::BurntOut:
        return u"photo.burnt-out"_s;
    case PortraitVerdict::Blurred:
        return u"photo.blurred"_s;
    case PortraitVerdict::Tilted:
        return u"photo.tilted"_s;
    case PortraitVerdict::BackgroundBusy:
        return u"photo.background"_s;
    }
    return {};
}

} // namespace Loket
