// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/imaging/pictureissue.h"

#include <QByteArray>
#include <QImage>
#include <QRectF>
#include <QSize>

namespace Loket {

/// A picture as it is shown for cropping: upright (EXIF orientation done), opaque RGB in sRGB.
struct Picture {
    QImage preview; ///< longest side at most kPreviewSide
    QSize size;     ///< pixels of the whole upright picture; crops are given in these
};

/// Decodes JPEG or PNG from bytes. Any thread; some tens of milliseconds for a camera's picture.
Result<Picture, PictureIssue> decodePicture(const QByteArray &bytes);

/// The whole picture, upright, opaque RGB in sRGB, its longest side at most `longestSide` pixels. Any thread.
Result<QImage, PictureIssue> decodeUpright(const QByteArray &bytes, int longestSide);

/// Pixels of the whole upright picture, without decoding it. TooSmall: no room for the smallest crop.
Result<QSize, PictureIssue> uprightSize(const QByteArray &bytes);

/// The part `crop` (pixels of the upright picture; made to fit when it reaches outside) scaled to `target`,
/// upright, opaque RGB in sRGB, without any metadata. TooSmall: no room for the smallest crop.
Result<QImage, PictureIssue> decodePart(const QByteArray &bytes, const QRectF &crop, QSize target);

} // namespace Loket
