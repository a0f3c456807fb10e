// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/facemodule.h"
#include "model/imaging/pagefinder.h"

#include <opencv2/core/ocl.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

// Knows OpenCV, beside opencvface.cpp. It takes and gives Qt's types, and no exception leaves it.

namespace Loket {
namespace {

constexpr int kSearchSide = 640;      ///< longest side of the picture that is looked at
constexpr double kLeastArea = 0.15;   ///< of the picture: less is a photo or a stamp in a document
constexpr int kSamples = 48;          ///< places on a side where its edge is looked for
constexpr int kApart = 3;             ///< pixels from a side to where inside and outside are compared
constexpr double kLeastStep = 7;      ///< grey levels between the two that make an edge
constexpr double kLeastSupport = 0.8; ///< share of each side that must be an edge
constexpr double kMargin = 1.5;       ///< pixels that the found page is made larger: better a bit of the desk
constexpr double kFrame = 2.5;        ///< pixels: a side this near to the picture's end is no edge

using Corners = std::vector<cv::Point2f>;

cv::Mat coloursOf(const QImage &picture)
{
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
    const cv::Mat view(rgb.height(), rgb.width(), CV_8UC3, const_cast<uchar *>(rgb.constBits()),
                       size_t(rgb.bytesPerLine()));
    cv::Mat small;
    const double factor = std::min(1.0, double(kSearchSide) / std::max(view.cols, view.rows));
    cv::resize(view, small, {}, factor, factor, cv::INTER_AREA);
    return small;
}

/// Clockwise from the top left.
Corners ordered(Corners corners)
{
    cv::Point2f middle(0, 0);
    for (const cv::Point2f &corner : corners)
        middle += corner * 0.25F;
    std::sort(corners.begin(), corners.end(), [middle](const cv::Point2f &a, const cv::Point2f &b) {
        return std::atan2(a.y - middle.y, a.x - middle.x) < std::atan2(b.y - middle.y, b.x - middle.x);
    });
    const auto first = std::min_element(corners.begin(), corners.end(),
                                        [](const auto &a, const auto &b) { return a.x + a.y < b.x + b.y; });
    std::rotate(corners.begin(), first, corners.end());
    return corners;
}

/// The difference across the line at `at`: mean colours of a few pixels on either side.
double stepAcross(const cv::Mat &picture, const cv::Point2f &at, const cv::Point2f &normal)
{
    cv::Vec3f inside(0, 0, 0);
    cv::Vec3f outside(0, 0, 0);
    for (int i = 0; i < 3; ++i) {
        const cv::Point2f away = normal * float(kApart + i);
        const cv::Point in(cvRound(at.x - away.x), cvRound(at.y - away.y));
        const cv::Point out(cvRound(at.x + away.x), cvRound(at.y + away.y));
        const cv::Rect whole(0, 0, picture.cols, picture.rows);
        if (!whole.contains(in) || !whole.contains(out))
            return 0;
        inside += cv::Vec3f(picture.at<cv::Vec3b>(in)) / 3.0F;
        outside += cv::Vec3f(picture.at<cv::Vec3b>(out)) / 3.0F;
    }
    const cv::Vec3f difference = inside - outside;
    return std::max({std::abs(difference[0]), std::abs(difference[1]), std::abs(difference[2])});
}

/// The same farther away, where a thin line has no say: a table's frame has the same paper on both sides.
double stepBeyond(const cv::Mat &picture, const cv::Point2f &at, const cv::Point2f &normal)
{
    const cv::Rect whole(0, 0, picture.cols, picture.rows);
    double greatest = 0;
    for (int channel = 0; channel < 3; ++channel) {
        std::array<int, 3> inside{};
        std::array<int, 3> outside{};
        for (size_t i = 0; i < 3; ++i) {
            const cv::Point2f away = normal * float(4 + 3 * i);
            const cv::Point in(cvRound(at.x - away.x), cvRound(at.y - away.y));
            const cv::Point out(cvRound(at.x + away.x), cvRound(at.y + away.y));
            if (!whole.contains(in) || !whole.contains(out))
                return stepAcross(picture, at, normal); // no room: the page ends near the picture's end
            inside[i] = picture.at<cv::Vec3b>(in)[channel];
            outside[i] = picture.at<cv::Vec3b>(out)[channel];
        }
        std::sort(inside.begin(), inside.end());
        std::sort(outside.begin(), outside.end());
        greatest = std::max(greatest, double(std::abs(inside[1] - outside[1])));
    }
    return greatest;
}

struct Line {
    cv::Point2f from, to;
    cv::Point2f along() const { return (to - from) / float(std::max(1e-6, cv::norm(to - from))); }
    cv::Point2f outward() const { return {along().y, -along().x}; } // clockwise: left of the way is outside
};

Line sideOf(const Corners &corners, size_t i)
{
    return {corners[i], corners[(i + 1) % 4]};
}

/// The share of the weakest side that is an edge.
double support(const cv::Mat &picture, const Corners &corners)
{
    double weakest = 1;
    for (size_t i = 0; i < 4; ++i) {
        const Line side = sideOf(corners, i);
        int edges = 0;
        for (int k = 0; k < kSamples; ++k) {
            const float t = 0.04F + 0.92F * float(k) / (kSamples - 1);
            edges += stepBeyond(picture, side.from + (side.to - side.from) * t, side.outward()) >= kLeastStep;
        }
        weakest = std::min(weakest, double(edges) / kSamples);
    }
    return weakest;
}

bool isPage(const Corners &corners, cv::Size picture)
{
    if (corners.size() != 4 || !cv::isContourConvex(corners)
        || cv::contourArea(corners) < kLeastArea * picture.area())
        return false;
    for (size_t i = 0; i < 4; ++i) {
        const cv::Point2f before = corners[(i + 3) % 4] - corners[i];
        const cv::Point2f after = corners[(i + 1) % 4] - corners[i];
        const double cosine = before.dot(after) / std::max(1e-6, cv::norm(before) * cv::norm(after));
        if (std::abs(cosine) > 0.55) // sharper than 57 degrees: no camera above a desk sees that
            return false;
        const Line side = sideOf(corners, i);
        const auto isAtEnd = [&](float a, float b, float end) {
            return (a < kFrame && b < kFrame) || (a > end - kFrame && b > end - kFrame);
        };
        if (isAtEnd(side.from.x, side.to.x, float(picture.width))
            || isAtEnd(side.from.y, side.to.y, float(picture.height)))
            return false;
    }
    return true;
}

/// Pictures of one channel in which a page may stand out from what it lies on.
std::vector<cv::Mat> channelsOf(const cv::Mat &colours)
{
    std::vector<cv::Mat> channels;
    cv::split(colours, channels);
    cv::Mat grey;
    cv::cvtColor(colours, grey, cv::COLOR_RGB2GRAY);
    channels.push_back(grey);
    std::vector<cv::Mat> hsv;
    cv::Mat converted;
    cv::cvtColor(colours, converted, cv::COLOR_RGB2HSV);
    cv::split(converted, hsv);
    channels.push_back(hsv[1]);
    return channels;
}

/// Lines and areas of a channel whose outlines may be that of the page.
std::vector<cv::Mat> outlinesOf(const cv::Mat &channel)
{
    std::vector<cv::Mat> maps;
    cv::Mat smooth;
    cv::bilateralFilter(channel, smooth, 7, 30, 5);
    const cv::Mat cross = cv::getStructuringElement(cv::MORPH_RECT, {3, 3});
    for (const int threshold : {12, 30, 75}) {
        cv::Mat edges;
        cv::Canny(smooth, edges, threshold, threshold * 2.5, 3);
        cv::morphologyEx(edges, edges, cv::MORPH_CLOSE, cross, {-1, -1}, 2);
        maps.push_back(edges);
    }
    cv::Mat area;
    cv::threshold(smooth, area, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    maps.push_back(area);
    cv::Mat other;
    cv::bitwise_not(area, other);
    maps.push_back(other);
    return maps;
}

void collect(const cv::Mat &map, std::vector<Corners> &found)
{
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(map, contours, cv::RETR_LIST, cv::CHAIN_APPROX_SIMPLE);
    for (const std::vector<cv::Point> &contour : contours) {
        if (contour.size() < 4)
            continue;
        std::vector<cv::Point> hull;
        cv::convexHull(contour, hull);
        if (cv::contourArea(hull) < kLeastArea * map.size().area())
            continue;
        const double around = cv::arcLength(hull, true);
        for (const double give : {0.015, 0.03, 0.05}) {
            std::vector<cv::Point> rough;
            cv::approxPolyDP(hull, rough, give * around, true);
            if (rough.size() != 4)
                continue;
            const Corners corners = ordered(Corners(rough.begin(), rough.end()));
            if (isPage(corners, map.size()))
                found.push_back(corners);
        }
    }
}

/// The line through the strongest steps near to `side`.
Line fitted(const cv::Mat &picture, const Line &side)
{
    std::vector<cv::Point2f> edge;
    for (int k = 0; k < kSamples; ++k) {
        const float t = 0.08F + 0.84F * float(k) / (kSamples - 1);
        const cv::Point2f on = side.from + (side.to - side.from) * t;
        double strongest = kLeastStep;
        cv::Point2f at;
        for (int off = -6; off <= 6; ++off) {
            const cv::Point2f place = on + side.outward() * float(off);
            if (const double step = stepAcross(picture, place, side.outward()); step > strongest) {
                strongest = step;
                at = place;
            }
        }
        if (strongest > kLeastStep)
            edge.push_back(at);
    }
    if (edge.size() < kSamples / 3)
        return side;
    cv::Vec4f line;
    cv::fitLine(edge, line, cv::DIST_HUBER, 0, 0.01, 0.01);
    const cv::Point2f through(line[2], line[3]);
    return {through, through + cv::Point2f(line[0], line[1])};
}

cv::Point2f crossing(const Line &a, const Line &b, const cv::Point2f &otherwise)
{
    const cv::Point2f u = a.along();
    const cv::Point2f v = b.along();
    const float turn = u.x * v.y - u.y * v.x;
    if (std::abs(turn) < 0.2F)
        return otherwise;
    const cv::Point2f between = b.from - a.from;
    const cv::Point2f at = a.from + u * ((between.x * v.y - between.y * v.x) / turn);
    return cv::norm(at - otherwise) < 14 ? at : otherwise;
}

Corners refined(const cv::Mat &picture, const Corners &rough)
{
    std::vector<Line> sides;
    for (size_t i = 0; i < 4; ++i)
        sides.push_back(fitted(picture, sideOf(rough, i)));
    Corners corners;
    for (size_t i = 0; i < 4; ++i)
        corners.push_back(crossing(sides[(i + 3) % 4], sides[i], rough[i]));
    return corners;
}

/// Every side moved outwards by kMargin.
Corners grown(const Corners &page)
{
    std::vector<Line> sides;
    for (size_t i = 0; i < 4; ++i) {
        const Line side = sideOf(page, i);
        const cv::Point2f by = side.outward() * float(kMargin);
        sides.push_back({side.from + by, side.to + by});
    }
    Corners corners;
    for (size_t i = 0; i < 4; ++i)
        corners.push_back(crossing(sides[(i + 3) % 4], sides[i], page[i]));
    return corners;
}

class ContourFinder final : public PageFinder
{
public:
    std::optional<PageQuad> find(const QImage &picture) const override
    {
        if (picture.isNull() || std::min(picture.width(), picture.height()) < 64)
            return {};
        try {
            return findIn(coloursOf(picture), picture.size());
        } catch (const cv::Exception &) { // out of memory, at worst: the same as no page
            return {};
        }
    }

private:
    static std::optional<PageQuad> findIn(const cv::Mat &colours, QSize size)
    {
        std::vector<Corners> candidates;
        for (const cv::Mat &channel : channelsOf(colours)) {
            for (const cv::Mat &map : outlinesOf(channel))
                collect(map, candidates);
        }
        // A photo or a table in a document has four good sides too: the largest page that stands wins.
        std::sort(candidates.begin(), candidates.end(),
                  [](const Corners &a, const Corners &b) { return cv::contourArea(a) > cv::contourArea(b); });
        cv::Mat smooth;
        cv::GaussianBlur(colours, smooth, {3, 3}, 0);
        for (const Corners &candidate : candidates) {
            const Corners corners = refined(smooth, candidate);
            if (!isPage(corners, colours.size()) || support(smooth, corners) < kLeastSupport)
                continue;
            const Corners page = grown(corners);
            const double factor = double(size.width()) / colours.cols;
            PageQuad quad;
            for (size_t i = 0; i < 4; ++i)
                quad.corners[i] = QPointF(std::clamp(page[i].x * factor, 0.0, double(size.width())),
                                          std::clamp(page[i].y * factor, 0.0, double(size.height())));
            if (isSound(quad, size))
                return quad;
        }
        return {};
    }
};

} // namespace
} // namespace Loket

extern "C" Q_DECL_EXPORT Loket::PageFinder *loket_make_page_finder_1();

Loket::PageFinder *loket_make_page_finder_1()
{
    cv::setNumThreads(1); // the counter has other work
    cv::ocl::setUseOpenCL(false);
    return new Loket::ContourFinder;
}
