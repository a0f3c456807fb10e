// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/imaging/pagequad.h"
#include "model/imaging/pictureissue.h"
#include "model/services/scanrule.h"

#include <QByteArray>
#include <QImage>

namespace Loket {

PageShape pageShape(ScanRule::Shape shape);

/// The document inside `quad` of an upright `picture` as a JPEG that the rule allows: flat, grey or in
/// colour, in the best quality that is at most rule.bytes, made smaller where no quality is. TooSmall: less
/// than kLeastScanSide pixels of it are there; nobody could read that. NoPage: the corners
/// are not sound. Any thread.
Result<QByteArray, PictureIssue> encodeScan(const QImage &picture, const PageQuad &quad,
                                            const ScanRule &rule);

inline constexpr int kLeastScanSide = 300;     ///< longest side in pixels
inline constexpr int kScanPictureSide = 3'508; ///< longest side of the picture that a scan is cut from

/// A whole picture file without anybody who looks at it: what `loketctl submit` keeps of a named file.
Result<QByteArray, PictureIssue> encodeScanFile(const QByteArray &bytes, const ScanRule &rule);

} // namespace Loket
