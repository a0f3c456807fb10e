// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/imaging/pictureissue.h"

#include <QByteArray>
#include <QSize>

namespace Loket {

/// What the bytes of a picture say about it, found without decoding.
struct PictureHeader {
    enum class Type { Jpeg, Png };
    Type type = Type::Jpeg;
    QSize stored; ///< pixels as stored, before any rotation
    friend bool operator==(const PictureHeader &, const PictureHeader &) = default;
};

/// Recognises JPEG and PNG by content, walks the file to its end marker (so a cut file is Broken) and refuses
/// more than kPicturePixels. The name of the file plays no part.
Result<PictureHeader, PictureIssue> readPictureHeader(const QByteArray &bytes);

/// Position of the marker that ends a JPEG's entropy-coded data beginning at `at`; -1: the file ends before.
qsizetype endOfJpegScan(const QByteArray &bytes, qsizetype at);

} // namespace Loket
