// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/pagequad.h"

#include <QLineF>
#include <QPainter>
#include <QPolygonF>
#include <QTransform>

#include <cmath>

namespace Loket {
namespace PageMath {

constexpr double kCardProportion = 85.6 / 54.0;
constexpr double kA4Proportion = 297.0 / 210.0;
constexpr double kLeastSide = 16;    ///< pixels
constexpr double kLeastArea = 0.005; ///< of the picture

double cross(const QPointF &a, const QPointF &b, const QPointF &c)
{
    return (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x());
}

double area(const PageQuad &quad)
{
    double twice = 0;
    for (size_t i = 0; i < 4; ++i) {
        const QPointF a = quad.corners[i];
        const QPointF b = quad.corners[(i + 1) % 4];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return twice / 2; // positive: clockwise on the screen
}

double side(const PageQuad &quad, size_t from)
{
    return QLineF(quad.corners[from], quad.corners[(from + 1) % 4]).length();
}

} // namespace PageMath

PageQuad wholeQuad(QSize picture)
{
    const double w = picture.width();
    const double h = picture.height();
    return {{QPointF(0, 0), QPointF(w, 0), QPointF(w, h), QPointF(0, h)}};
}

bool isSound(const PageQuad &quad, QSize picture)
{
    const double whole = double(picture.width()) * picture.height();
    for (size_t i = 0; i < 4; ++i) {
        const QPointF corner = quad.corners[i];
        if (!std::isfinite(corner.x()) || !std::isfinite(corner.y()) || corner.x() < 0 || corner.y() < 0
            || corner.x() > picture.width() || corner.y() > picture.height())
            return false;
        if (PageMath::side(quad, i) < PageMath::kLeastSide)
            return false;
        if (PageMath::cross(corner, quad.corners[(i + 1) % 4], quad.corners[(i + 2) % 4]) <= 0)
            return false;
    }
    return PageMath::area(quad) >= PageMath::kLeastArea * whole;
}

PageQuad movedCorner(const PageQuad &quad, int corner, const QPointF &by, QSize picture)
{
    PageQuad moved = quad;
    QPointF &point = moved.corners[size_t(qBound(0, corner, 3))];
    point = QPointF(qBound(0.0, point.x() + by.x(), double(picture.width())),
                    qBound(0.0, point.y() + by.y(), double(picture.height())));
    return isSound(moved, picture) ? moved : quad;
}

PageQuad turnedQuad(const PageQuad &quad, QSize picture)
{
    PageQuad turned;
    for (size_t i = 0; i < 4; ++i) {
        const QPointF old = quad.corners[(i + 3) % 4]; // what was bottom left is top left now
        turned.corners[i] = QPointF(picture.height() - old.y(), old.x());
    }
    return turned;
}

QSize flatSize(const PageQuad &quad, PageShape shape, int longSide)
{
    using namespace PageMath;
    const double across = qMax(side(quad, 0), side(quad, 2));
    const double down = qMax(side(quad, 1), side(quad, 3));
    double proportion = qMax(across, down) / qMax(1.0, qMin(across, down));
    if (shape == PageShape::Card)
        proportion = kCardProportion;
    else if (shape == PageShape::A4)
        proportion = kA4Proportion;
    const double longest = qBound(1.0, std::round(qMax(across, down)), double(qMax(1, longSide)));
    const int length = int(longest);
    const int width = qMax(1, qRound(longest / proportion));
    return across >= down ? QSize(length, width) : QSize(width, length);
}

QImage flattened(const QImage &picture, const PageQuad &quad, PageShape shape, int longSide)
{
    if (picture.isNull() || !isSound(quad, picture.size()))
        return {};
    const QSize size = flatSize(quad, shape, longSide);
    // Made smaller first, smoothly: the warp itself looks at four pixels only and would drop thin strokes.
    const double across = qMax(PageMath::side(quad, 0), PageMath::side(quad, 2));
    const double down = qMax(PageMath::side(quad, 1), PageMath::side(quad, 3));
    const double factor = qMin(1.0, qMax(size.width() / across, size.height() / down));
    const QImage source = factor < 0.9
        ? picture.scaled(picture.size() * factor, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        : picture;
    QPolygonF from;
    for (const QPointF &corner : quad.corners)
        from << QPointF(corner.x() * source.width() / picture.width(),
                        corner.y() * source.height() / picture.height());
    const QPolygonF to{{QPointF(0, 0), QPointF(size.width(), 0), QPointF(size.width(), size.height()),
                        QPointF(0, size.height())}};
    QImage flat(size, QImage::Format_RGB32);
    QTransform map;
    if (flat.isNull() || !QTransform::quadToQuad(from, to, map))
        return {};
    flat.fill(Qt::white);
    QPainter painter(&flat);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(map);
    painter.drawImage(0, 0, source);
    return flat;
}

} // namespace Loket
