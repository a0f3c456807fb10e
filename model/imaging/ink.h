// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/imaging/pictureissue.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QPointF>
#include <QSize>

class QPainter;

namespace Loket {

// What an applicant draws as a signature. Units are pixels of the pad.

struct InkPoint {
    QPointF at;
    double width = 2; ///< of the pen there: a pressed pen draws broader
    friend bool operator==(const InkPoint &, const InkPoint &) = default;
};

/// From pen down to pen up; one point alone is a dot.
using Stroke = QList<InkPoint>;

inline constexpr QSize kSignaturePixels{720, 240};   ///< at most; 60 x 20 mm at 300 dpi
inline constexpr qsizetype kSignatureBytes = 16'000; ///< largest PNG

/// Paints a stroke in the painter's pen colour, the same on the pad and in the picture.
void paintStroke(QPainter &painter, const Stroke &stroke);

/// Whether this may be a signature: more than a slip of the hand on a pad of this width.
bool isInkEnough(const QList<Stroke> &strokes, double padWidth);

/// The strokes without the empty room around them, black on white, at most kSignaturePixels; null when there
/// are none.
QImage inkPicture(const QList<Stroke> &strokes);

/// The picture as a grey PNG of at most kSignatureBytes, without metadata. TooDetailed: it can't be made so
/// small. The same picture gives the same bytes.
Result<QByteArray, PictureIssue> encodeSignature(const QImage &picture);

/// A signature from the bytes of a scanned picture. Any thread.
Result<QByteArray, PictureIssue> signatureFromPicture(const QByteArray &original);

} // namespace Loket
