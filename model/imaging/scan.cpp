// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/scan.h"

#include "model/imaging/photo.h"
#include "model/imaging/picture.h"

namespace Loket {

namespace ScanEncoding {
constexpr int kLeastQuality = 25; ///< below, letters dissolve: fewer pixels are easier to read
constexpr double kSmaller = 0.8;
constexpr int kMostRounds = 8;
} // namespace ScanEncoding

PageShape pageShape(ScanRule::Shape shape)
{
    switch (shape) {
    case ScanRule::Shape::Card:
        return PageShape::Card;
    case ScanRule::Shape::A4:
        return PageShape::A4;
    case ScanRule::Shape::Free:
        break;
    }
    return PageShape::Free;
}

Result<QByteArray, PictureIssue> encodeScan(const QImage &picture, const PageQuad &quad, const ScanRule &rule)
{
    using namespace ScanEncoding;
    if (picture.isNull())
        return fail(PictureIssue{PictureIssue::Kind::Broken});
    QImage page = flattened(picture, quad, pageShape(rule.shape), rule.longSide);
    if (page.isNull())
        return fail(PictureIssue{PictureIssue::Kind::NoPage});
    if (qMax(page.width(), page.height()) < kLeastScanSide)
        return fail(PictureIssue{PictureIssue::Kind::TooSmall});
    if (rule.isGrey)
        page = page.convertToFormat(QImage::Format_Grayscale8);
    QImage tried = page;
    for (int round = 0; round < kMostRounds; ++round) {
        auto bytes = encodeWithin(tried, rule.bytes, kLeastQuality);
        if (bytes)
            return bytes;
        const QSize size = tried.size() * kSmaller;
        if (qMax(size.width(), size.height()) < kLeastScanSide)
            break;
        tried = page.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    return fail(PictureIssue{PictureIssue::Kind::TooDetailed});
}

Result<QByteArray, PictureIssue> encodeScanFile(const QByteArray &bytes, const ScanRule &rule)
{
    const auto picture = decodeUpright(bytes, kScanPictureSide);
    if (!picture)
        return fail(picture.error());
    ScanRule whole = rule;
    whole.shape = ScanRule::Shape::Free; // nobody said where the document lies in it
    return encodeScan(picture.value(), wholeQuad(picture.value().size()), whole);
}

} // namespace Loket
