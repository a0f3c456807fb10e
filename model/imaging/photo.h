// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/imaging/photoformat.h"
#include "model/imaging/pictureissue.h"

#include <QByteArray>
#include <QImage>
#include <QRectF>

namespace Loket {

/// The photo of a participant from the bytes of a picture: the part `crop` (pixels of the upright picture;
/// made to fit when it reaches outside) as a JPEG of kPhotoPixels, in the best quality that is at most
/// kPhotoBytes, without any metadata but its 300 dpi. The same bytes and crop give the same photo. Any
/// thread.
Result<QByteArray, PictureIssue> encodePhoto(const QByteArray &original, const QRectF &crop);

/// `image` as a JPEG in the best quality that is at most `budget` bytes; TooDetailed when none from
/// `leastQuality` (1..100) on is.
Result<QByteArray, PictureIssue> encodeWithin(const QImage &image, qsizetype budget, int leastQuality = 1);

} // namespace Loket
