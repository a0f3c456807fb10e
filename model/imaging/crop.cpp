// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/crop.h"

#include "model/imaging/photoformat.h"

#include <cmath>

namespace Loket {
namespace CropMath {

constexpr double kWide = 3;
constexpr double kHigh = 4;

/// Height of the largest 3:4 rectangle inside the picture.
static double largestHeight(QSize picture)
{
    return qMin(double(picture.height()), picture.width() * kHigh / kWide);
}

static QRectF inside(double height, const QPointF &middle, QSize picture)
{
    const double width = height * kWide / kHigh;
    const double x = qBound(0.0, middle.x() - width / 2, qMax(0.0, picture.width() - width));
    const double y = qBound(0.0, middle.y() - height / 2, qMax(0.0, picture.height() - height));
    return {x, y, width, height};
}

static double boundedHeight(double height, QSize picture)
{
    const double largest = largestHeight(picture);
    if (!std::isfinite(height))
        return largest;
    return qBound(qMin(double(kSmallestCrop.height()), largest), height, largest);
}

} // namespace CropMath

bool canCrop(QSize picture)
{
    return picture.width() >= kSmallestCrop.width() && picture.height() >= kSmallestCrop.height();
}

QRectF defaultCrop(QSize picture)
{
    return CropMath::inside(CropMath::largestHeight(picture),
                            QPointF(picture.width() / 2.0, picture.height() / 2.0), picture);
}

QRectF fittedCrop(const QRectF &wanted, QSize picture)
{
    if (!std::isfinite(wanted.center().x()) || !std::isfinite(wanted.center().y()))
        return defaultCrop(picture);
    return CropMath::inside(CropMath::boundedHeight(wanted.height(), picture), wanted.center(), picture);
}

QRectF movedCrop(const QRectF &crop, const QPointF &by, QSize picture)
{
    return fittedCrop(crop.translated(by), picture);
}

QRectF zoomedCrop(const QRectF &crop, double factor, const QPointF &about, QSize picture)
{
    if (!(factor > 0))
        return fittedCrop(crop, picture);
    const double height = CropMath::boundedHeight(crop.height() / factor, picture);
    const double ratio = height / crop.height(); // the real change once the bounds have spoken
    const QPointF middle = about + (crop.center() - about) * ratio;
    return CropMath::inside(height, middle, picture);
}

} // namespace Loket
