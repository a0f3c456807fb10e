// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/photo.h"

#include "model/imaging/crop.h"
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

Result<QByteArray, PictureIssue> encodeWithin(const QImage &image, qsizetype budget)
{
    QByteArray best;
    int low = 1;
    int high = 100;
    while (low <= high) { // bytes grow with quality: seven encodings find the last that fits
        const int quality = (low + high) / 2;
        const QByteArray bytes = jpegOfQuality(image, quality);
        if (!bytes.isEmpty() && bytes.size() <= budget) {
            best = bytes;
            low = quality + 1;
        } else {
            high = quality - 1;
        }
    }
    if (best.isEmpty())
        return fail(PictureIssue{PictureIssue::Kind::TooDetailed});
    return best;
}

Result<QByteArray, PictureIssue> encodePhoto(const QByteArray &original, const QRectF &crop)
{
    const auto size = uprightSize(original);
    if (!size)
        return fail(size.error());
    auto image = decodePart(original, fittedCrop(crop, size.value()), kPhotoPixels);
    if (!image)
        return fail(image.error());
    QImage photo = image.take();
    photo.setDotsPerMeterX(kPhotoDotsPerMetre);
    photo.setDotsPerMeterY(kPhotoDotsPerMetre);
    return encodeWithin(photo, kPhotoBytes);
}

} // namespace Loket
