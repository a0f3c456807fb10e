// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>

namespace Loket {

// Crops of 3:4 in pixels of the whole upright picture. Every function answers a crop that lies inside the
// picture, is not smaller than kSmallestCrop, and has the photo's proportions.

/// Whether a picture has room for the smallest crop.
bool canCrop(QSize picture);

/// The largest crop, in the middle.
QRectF defaultCrop(QSize picture);

/// The nearest allowed crop to `wanted`, with the same middle where that is possible.
QRectF fittedCrop(const QRectF &wanted, QSize picture);

QRectF movedCrop(const QRectF &crop, const QPointF &by, QSize picture);

/// `factor` > 1 shows less of the picture (zooms in). `about` stays where it is on the screen.
QRectF zoomedCrop(const QRectF &crop, double factor, const QPointF &about, QSize picture);

} // namespace Loket
