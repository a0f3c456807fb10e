// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/photo.h"

#include "model/imaging/picture.h"

#include <QBuffer>
#include <QImageWriter>

namespace Loket {

static QByteArray jpegOfQuality(const QImage &image, int quality)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    return writer.write(image) ? buffer.data() : QByteArray();
}

Result<QByteArray, PictureIssue> encodeWithin(const QImage &image, qsizetype budget, int leastQuality)
{
    // Bytes grow with quality, so the last that fits lies between one that does and one that doesn't. Most
    // photos fit at nearly the best: steps that double go down from there and halving finds the place.
    QByteArray best;
    int low = leastQuality - 1; // fits; none known yet
    int high = 101;             // doesn't
    int step = 4;
    while (high - low > 1) {
        const int quality = low >= leastQuality ? (low + high) / 2 : qMax(leastQuality, high - step);
        step *= 2;
        const QByteArray bytes = jpegOfQuality(image, quality);
        if (!bytes.isEmpty() && bytes.size() <= budget) {
            best = bytes;
            low = quality;
        } else {
            high = quality;
        }
    }
    if (best.isEmpty())
        return fail(PictureIssue{PictureIssue::Kind::TooDetailed});
    return best;
}

Result<QByteArray, PictureIssue> encodePhoto(const QByteArray &original, const QRectF &crop)
{
    auto image = decodePart(original, crop, kPhotoPixels);
    if (!image)
        return fail(image.error());
    QImage photo = image.take();
    photo.setDotsPerMeterX(kPhotoDotsPerMetre);
    photo.setDotsPerMeterY(kPhotoDotsPerMetre);
    return encodeWithin(photo, kPhotoBytes);
}

} // namespace Loket
