// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QPointF>
#include <QSize>

#include <array>

namespace Loket {

/// Which proportions a document has when it lies flat.
enum class PageShape {
    Card, ///< 85.6 x 54 mm, as identity cards and bank cards (ISO/IEC 7810 ID-1)
    A4,   ///< 210 x 297 mm
    Free  ///< as it is seen
};

/// The four corners of a document in a picture, in pixels of that picture: top left, top right, bottom right,
/// bottom left as it is seen.
struct PageQuad {
    std::array<QPointF, 4> corners;
    friend bool operator==(const PageQuad &, const PageQuad &) = default;
};

/// The corners of the picture itself.
PageQuad wholeQuad(QSize picture);

/// Whether the corners make a page: convex, in order, inside the picture, not tiny or needle-sharp.
bool isSound(const PageQuad &quad, QSize picture);

/// `quad` with one corner moved as far as it stays inside the picture; unchanged where it would not be sound
/// any more.
PageQuad movedCorner(const PageQuad &quad, int corner, const QPointF &by, QSize picture);

/// The same corners in the picture turned a quarter clockwise.
PageQuad turnedQuad(const PageQuad &quad, QSize picture);

/// Pixels of the page when it lies flat: the proportions of `shape`, lying or standing as it is seen, the
/// longest side at most `longSide` and not more than the picture has of it.
QSize flatSize(const PageQuad &quad, PageShape shape, int longSide);

/// What is inside the corners, laid flat. RGB32; null when `picture` is or the corners are not
/// sound. Any thread.
QImage flattened(const QImage &picture, const PageQuad &quad, PageShape shape, int longSide);

} // namespace Loket
