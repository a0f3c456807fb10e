// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/portraitmeasure.h"

#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>

namespace Loket {

// From a face to its head, calibrated on the drawn heads (tests/unit/portraittable.h). The eyes of a grown
// person lie half-way between crown and chin.
namespace HeadShape {
constexpr double kHeadPerBox = 1 / 0.835;  ///< height of the head for a side of the cascade's box
constexpr double kHeadPerEyes = 1 / 0.303; ///< the same for the distance of the eyes
constexpr double kTooSmallBox = 1.2;       ///< the box is that of a part of the face if the eyes say so
constexpr double kEyesBelowBoxTop = 0.39;  ///< of the box's side, when the eyes themselves were not found
constexpr double kEyeLine = 0.5;           ///< of the head's height
constexpr double kLeastCrown = 0.40;       ///< above the eyes, of the expected height: bald, short hair
constexpr double kMostCrown = 0.66;        ///< high hair, a cap
constexpr double kMostBlindCrown = 1;      ///< without eyes: the box may be that of a part of the face
constexpr double kMostRound = 0.07;        ///< how much lower the crown is beside its middle, of the height
constexpr double kBusyWall = 0.12;         ///< clutter around the expected head, hair and cap allowed for
constexpr double kEdge = 14;               ///< steps of 255 over four pixels that are no shadow on a wall
constexpr double kHeadWidth = 0.84;        ///< ear to ear with hair, of the height
constexpr double kAroundFace = 1.3;        ///< what is measured, in sides of the box from the eyes
} // namespace HeadShape

PortraitMeasure::PortraitMeasure(const QImage &picture, const Face &face)
{
    const double side = face.box.width();
    const double reach = side * HeadShape::kAroundFace;
    const QPointF middle = face.box.center();
    const QRect part = QRectF(middle - QPointF(reach, reach), middle + QPointF(reach, reach)).toAlignedRect()
        & picture.rect();
    m_scale = kFaceSide / side;
    const QSize size(qMax(8, qRound(part.width() * m_scale)), qMax(8, qRound(part.height() * m_scale)));
    m_part = part;
    m_colour = picture.copy(part)
                   .convertToFormat(QImage::Format_RGB32)
                   .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    m_width = m_colour.width();
    m_height = m_colour.height();
    m_grey.resize(size_t(m_width) * size_t(m_height));
    for (int y = 0; y < m_height; ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(m_colour.constScanLine(y));
        for (int x = 0; x < m_width; ++x)
            m_grey[size_t(y) * size_t(m_width) + size_t(x)] = quint8(qGray(line[x]));
    }
    m_box = QRectF(here(face.box.topLeft()), face.box.size() * m_scale);
    soften();
    measureHead(face);
}

/// A binomial of five by five.
void PortraitMeasure::soften()
{
    static constexpr std::array<float, 5> kWeights{1 / 16.0F, 4 / 16.0F, 6 / 16.0F, 4 / 16.0F, 1 / 16.0F};
    std::vector<float> across(m_grey.size());
    m_soft.resize(m_grey.size());
    const auto index = [this](int x, int y) {
        return size_t(qBound(0, y, m_height - 1)) * size_t(m_width) + size_t(qBound(0, x, m_width - 1));
    };
    for (int y = 0; y < m_height; ++y) {
        for (int x = 0; x < m_width; ++x) {
            float sum = 0;
            for (int i = -2; i <= 2; ++i)
                sum += kWeights[size_t(i + 2)] * float(m_grey[index(x + i, y)]);
            across[index(x, y)] = sum;
        }
    }
    for (int y = 0; y < m_height; ++y) {
        for (int x = 0; x < m_width; ++x) {
            float sum = 0;
            for (int i = -2; i <= 2; ++i)
                sum += kWeights[size_t(i + 2)] * across[index(x, y + i)];
            m_soft[index(x, y)] = sum;
        }
    }
}

/// The first edge from above in the columns over the eyes, in pixels above them; 0: none that can be told
/// from what is on the wall.
double PortraitMeasure::crownAbove(const QPointF &eyes, double high, double most) const
{
    using namespace HeadShape;
    const int highest = qFloor(eyes.y() - high * most);
    const int top = qMax(2, highest);
    const int bottom = qMin(m_height - 5, qCeil(eyes.y() - high * kLeastCrown));
    const int wide = qMax(2, qRound(high * 0.03));
    const auto rowMean = [&](int left, int y) {
        std::array<int, 3> sum{};
        const auto *line = reinterpret_cast<const QRgb *>(m_colour.constScanLine(y));
        for (int x = left; x < left + wide; ++x) {
            const QRgb pixel = line[qBound(0, x, m_width - 1)];
            sum[0] += qRed(pixel);
            sum[1] += qGreen(pixel);
            sum[2] += qBlue(pixel);
        }
        return sum;
    };
    std::vector<int> found;
    for (int left = qRound(eyes.x() - high * 0.15); left <= eyes.x() + high * 0.15; left += wide) {
        int crown = -1;
        for (int y = top; y <= bottom && crown < 0; ++y) {
            const auto above = rowMean(left, y - 2);
            const auto below = rowMean(left, y + 2);
            const int step = std::max({std::abs(above[0] - below[0]), std::abs(above[1] - below[1]),
                                       std::abs(above[2] - below[2])});
            if (step > kEdge * wide)
                crown = y + 1;
        }
        if (crown == top + 1 && top == highest)
            return 0; // something begins above every crown: things on the wall
        if (crown > 0)
            found.push_back(crown);
    }
    if (found.size() < 5)
        return 0;
    std::sort(found.begin(), found.end());
    const int crown = found[found.size() / 5];
    if (found[found.size() * 4 / 5] - crown > high * kMostRound)
        return 0; // not one line, but things of many heights
    return eyes.y() - crown;
}

void PortraitMeasure::measureHead(const Face &face)
{
    using namespace HeadShape;
    QPointF eyes(m_box.center().x(), m_box.top() + m_box.height() * kEyesBelowBoxTop);
    double high = m_box.height() * kHeadPerBox;
    m_tilt = face.tilt;
    if (face.leftEye && face.rightEye) {
        const QPointF line = *face.rightEye - *face.leftEye;
        m_tilt = qRadiansToDegrees(std::atan2(line.y(), line.x()));
        eyes = here((*face.leftEye + *face.rightEye) / 2);
        const double byEyes = std::hypot(line.x(), line.y()) * m_scale * kHeadPerEyes;
        high = byEyes > high * kTooSmallBox ? byEyes : (high + byEyes) / 2;
    }
    const double lean = qDegreesToRadians(m_tilt);
    const QPointF up(std::sin(lean), -std::cos(lean)); // from the eyes to the crown
    const double crown = high * kEyeLine;
    const double chin = high * (1 - kEyeLine);
    placeHead(eyes, up, crown, chin);
    const QRectF around(m_head.center() - QPointF(m_head.height() / 2, m_head.height() * 2 / 3),
                        QSizeF(m_head.height(), m_head.height() * 4 / 3));
    if (clutter(around) > kBusyWall)
        return; // the first edge from above would be that of a thing
    const double most = face.leftEye ? kMostCrown : kMostBlindCrown;
    if (const double measured = crownAbove(eyes + QPointF(up.x() * crown / 2, 0), high, most); measured > 0) {
        // The canon is truer than the size of the cascade's box.
        m_hasCrown = true;
        placeHead(eyes, up, measured, (chin + 2 * measured) / 3);
    }
}

void PortraitMeasure::placeHead(const QPointF &eyes, const QPointF &up, double crown, double chin)
{
    const double height = crown + chin;
    QRectF head(0, 0, height * HeadShape::kHeadWidth, height);
    head.moveCenter(eyes + up * ((crown - chin) / 2));
    m_head = QRectF(head.topLeft() / m_scale + m_part.topLeft(), head.size() / m_scale);
}

QRect PortraitMeasure::faceHere() const
{
    return m_box.toAlignedRect().adjusted(8, 8, -8, -8) & QRect(3, 3, m_width - 6, m_height - 6);
}

int PortraitMeasure::brightest() const
{
    std::array<int, 256> count{};
    const QRect face = faceHere();
    int all = 0;
    for (int y = face.top(); y <= face.bottom(); ++y) {
        for (int x = face.left(); x <= face.right(); ++x, ++all)
            ++count[m_grey[size_t(y) * size_t(m_width) + size_t(x)]];
    }
    int left = qMax(1, all / 400); // the white of the eyes is about a hundredth
    for (int value = 255; value > 0; --value) {
        left -= count[size_t(value)];
        if (left <= 0)
            return value;
    }
    return 0;
}

double PortraitMeasure::burnt() const
{
    constexpr int kWhite = 246; // what compression makes of 255
    const QRect face = faceHere();
    const QPointF middle = m_box.center() + QPointF(0, kFaceSide * 0.02);
    int all = 0, white = 0;
    for (int y = face.top(); y <= face.bottom(); ++y) {
        for (int x = face.left(); x <= face.right(); ++x) {
            const double dx = (x - middle.x()) / (kFaceSide * 0.38);
            const double dy = (y - middle.y()) / (kFaceSide * 0.46);
            if (dx * dx + dy * dy > 1)
                continue;
            ++all;
            white += at(x, y) >= kWhite ? 1 : 0;
        }
    }
    return all > 0 ? double(white) / all : 0;
}

double PortraitMeasure::sharpness() const
{
    const QRect face = faceHere();
    const auto soft
        = [this](int x, int y) { return double(m_soft[size_t(y) * size_t(m_width) + size_t(x)]); };
    double noise = 0, slopeX = 0, slopeY = 0, bendX = 0, bendY = 0;
    int all = 0;
    for (int y = face.top(); y <= face.bottom(); ++y) {
        for (int x = face.left(); x <= face.right(); ++x, ++all) {
            // What no edge leaves behind is noise (Immerkaer's mask).
            noise += std::abs(at(x - 1, y - 1) - 2 * at(x, y - 1) + at(x + 1, y - 1) - 2 * at(x - 1, y)
                              + 4 * at(x, y) - 2 * at(x + 1, y) + at(x - 1, y + 1) - 2 * at(x, y + 1)
                              + at(x + 1, y + 1));
            const double dx = soft(x + 1, y) - soft(x - 1, y);
            const double dy = soft(x, y + 1) - soft(x, y - 1);
            const double ddx = soft(x + 2, y) - 2 * soft(x, y) + soft(x - 2, y);
            const double ddy = soft(x, y + 2) - 2 * soft(x, y) + soft(x, y - 2);
            slopeX += dx * dx;
            slopeY += dy * dy;
            bendX += ddx * ddx;
            bendY += ddy * ddy;
        }
    }
    if (all == 0)
        return 0;
    const double sigma = noise / all * std::sqrt(M_PI_2) / 6;
    // What white noise of that size leaves after the binomial, in the first and the second difference.
    constexpr double kFirst = 0.0897;
    constexpr double kSecond = 0.2115;
    const auto fineness = [&](double first, double second) {
        const double slope = first / all - kFirst * sigma * sigma;
        const double bend = qMax(0.0, second / all - kSecond * sigma * sigma);
        return slope > 0.5 ? bend / slope
                           : 1; // a face with no detail at all is too dark or burnt, not blurred
    };
    // The box varies with what the finder liked of the face, the head with how its eyes were found: half-way
    // between the two is the truest size. Fineness goes with the square of it.
    const double size = std::sqrt(m_head.height() * m_scale / (kFaceSide * HeadShape::kHeadPerBox));
    return qMin(fineness(slopeX, bendX), fineness(slopeY, bendY)) * size;
}

double PortraitMeasure::clutter(const QRectF &crop) const
{
    constexpr double kThing = 10;       // steps of 255 a pixel
    constexpr double kLeastWall = 0.06; // of the crop; less can't be told from the edge of hair
    const QRectF head(here(m_head.topLeft()), m_head.size() * m_scale);
    const QRectF part(here(crop.topLeft()), crop.size() * m_scale);
    const double wide = head.height() * 0.48;
    const double high = head.height() * 0.56;
    const int right = qMin(m_width - 2, qFloor(part.right()));
    const int bottom = qMin(m_height - 2, qFloor(head.center().y() + head.height() * 0.15));
    int all = 0, edges = 0;
    for (int y = qMax(1, qCeil(part.top())); y <= bottom; ++y) {
        for (int x = qMax(1, qCeil(part.left())); x <= right; ++x) {
            const double dx = std::abs(x - head.center().x()) / wide;
            const double dy = std::abs(y - head.center().y()) / high;
            if (dx * dx * dx + dy * dy * dy < 1) // rounder than a box, squarer than an egg: caps have corners
                continue;
            ++all;
            const size_t i = size_t(y) * size_t(m_width) + size_t(x);
            const float gx = (m_soft[i + 1] - m_soft[i - 1]) / 2;
            const float gy = (m_soft[i + size_t(m_width)] - m_soft[i - size_t(m_width)]) / 2;
            edges += std::hypot(gx, gy) > kThing ? 1 : 0;
        }
    }
    const double least = part.width() * part.height() * kLeastWall;
    return all > least ? double(edges) / all : 0;
}

} // namespace Loket
