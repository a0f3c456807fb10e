// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/facefinder.h"
#include "model/imaging/facemodule.h"

#include <opencv2/core/ocl.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

#include <QMutex>
#include <QtMath>

#include <algorithm>
#include <string>
#include <vector>

// The only file that knows OpenCV. It takes and gives Qt's types, and no exception leaves it.

namespace Loket {
namespace {

// Faces are looked for in a picture of this longest side: 720p in time for a live preview, and a face of a
// twelfth of the side is still found; farther away nobody waits for a photo.
constexpr int kSearchSide = 360;
constexpr int kLeastFace = 29;
// Small windows cost most of a search, so that the faces of portraits are looked for first. With one of them
// there, only faces of half its width are of interest.
constexpr int kLargeFace = 46;
constexpr double kSplitOverlap = 1.3; ///< windows of one face that lie on both sides of the split
constexpr double kOtherFace = 0.5;
constexpr double kScaleStep = 1.1;
constexpr int kNeighbours = 3;
// Contrast is evened out in tiles: faces in shadow, and dark skin beside a bright wall, keep theirs. Evening
// out the whole picture at once loses one face in eight of the drawn table.
constexpr double kContrastLimit = 2;
constexpr int kContrastTiles = 4;
// When there is none, a second look: with more contrast and less evidence, then turned, as the cascade knows
// upright faces up to about 15 degrees. Only for faces large enough to become a portrait, to keep the time.
constexpr double kStrongLimit = 5;
constexpr int kFewNeighbours = 2;
constexpr int kManyNeighbours = 8;
constexpr double kOverlap = 0.2; ///< of the smaller box
constexpr double kTurn = 18;
constexpr double kEyeTurn = 13;
constexpr int kLeastSecondFace = 46;
constexpr int kEyeFace = 160; ///< the face is brought to this width before its eyes are looked for

cv::Mat greyOf(const QImage &picture)
{
    const QImage colour = picture.convertToFormat(QImage::Format_RGB32);
    const cv::Mat view(colour.height(), colour.width(), CV_8UC4, const_cast<uchar *>(colour.constBits()),
                       size_t(colour.bytesPerLine()));
    cv::Mat grey;
    cv::cvtColor(view, grey, cv::COLOR_BGRA2GRAY); // five times as fast as QImage's way
    return grey;
}

/// How many windows of the search agreed on each face.
using Evidence = std::vector<int>;

/// Sizes of faces in pixels of the picture that is searched; `most` 0: as large as it.
struct Search {
    int least;
    int most;
    int neighbours;
};

class CascadeFinder final : public FaceFinder
{
public:
    bool load(const std::string &folder)
    {
        return m_face.load(folder + "/haarcascade_frontalface_alt2.xml")
            && m_eye.load(folder + "/haarcascade_eye.xml")
            && m_eyeglasses.load(folder + "/haarcascade_eye_tree_eyeglasses.xml");
    }

    QList<Face> find(const QImage &picture) const override
    {
        if (picture.isNull())
            return {};
        const QMutexLocker locker(&m_mutex);
        try {
            return findIn(greyOf(picture));
        } catch (const cv::Exception &) { // out of memory, at worst: the same as no face
            return {};
        }
    }

private:
    QList<Face> findIn(const cv::Mat &grey) const
    {
        const double scale = std::min(1.0, double(kSearchSide) / std::max(grey.cols, grey.rows));
        cv::Mat small;
        cv::resize(grey, small, cv::Size(), scale, scale, cv::INTER_AREA);
        cv::Mat even;
        cv::createCLAHE(kContrastLimit, cv::Size(kContrastTiles, kContrastTiles))->apply(small, even);
        QList<Face> faces = facesByFirstLook(even);
        if (faces.isEmpty()) {
            cv::Mat strong;
            cv::createCLAHE(kStrongLimit, cv::Size(kContrastTiles, kContrastTiles))->apply(small, strong);
            Evidence evidence;
            const QList<Face> second = facesIn(strong, {kLeastSecondFace, 0, kFewNeighbours}, &evidence);
            faces = credible(grey, scale, second, evidence);
        }
        for (const double turn : {-kTurn, kTurn}) {
            if (!faces.isEmpty())
                break;
            Evidence evidence;
            const QList<Face> turned = turnedFacesIn(even, turn, &evidence);
            faces = credible(grey, scale, turned, evidence);
        }
        for (Face &face : faces) {
            face.box = QRectF(face.box.topLeft() / scale, face.box.size() / scale);
            findEyes(grey, face);
        }
        return faces;
    }

    QList<Face> facesByFirstLook(const cv::Mat &picture) const
    {
        QList<Face> faces = facesIn(picture, {kLargeFace, 0, kNeighbours});
        const int least = faces.isEmpty()
            ? kLeastFace
            : std::max(kLeastFace, qFloor(faces.first().box.width() * kOtherFace));
        if (least >= kLargeFace)
            return faces;
        const int most = qRound(kLargeFace * kSplitOverlap);
        for (const Face &small : facesIn(picture, {least, most, kNeighbours})) {
            if (std::none_of(faces.cbegin(), faces.cend(),
                             [&](const Face &face) { return face.box.intersects(small.box); }))
                faces += small;
        }
        std::stable_sort(faces.begin(), faces.end(),
                         [](const Face &a, const Face &b) { return a.box.width() > b.box.width(); });
        return faces;
    }

    /// A second look is easily taken in, so that only faces with two eyes or much evidence count.
    QList<Face> credible(const cv::Mat &grey, double scale, const QList<Face> &faces,
                         const Evidence &evidence) const
    {
        QList<Face> kept;
        for (qsizetype i = 0; i < faces.size(); ++i) {
            Face whole = faces[i];
            whole.box = QRectF(whole.box.topLeft() / scale, whole.box.size() / scale);
            findEyes(grey, whole);
            if (whole.leftEye || evidence[size_t(i)] >= kManyNeighbours)
                kept += faces[i];
        }
        return kept;
    }

    /// Faces don't overlap: of two that do, the one with more evidence (or found first) is real.
    static bool isOutvoted(size_t one, const std::vector<cv::Rect> &found, const std::vector<int> &counts)
    {
        for (size_t i = 0; i < found.size(); ++i) {
            const double common = (found[i] & found[one]).area();
            if (i != one && common > kOverlap * std::min(found[i].area(), found[one].area())
                && (counts[i] > counts[one] || (counts[i] == counts[one] && i < one)))
                return true;
        }
        return false;
    }

    /// Largest first.
    QList<Face> facesIn(const cv::Mat &picture, const Search &search, Evidence *evidence = nullptr) const
    {
        std::vector<cv::Rect> found;
        std::vector<int> counts;
        m_face.detectMultiScale(picture, found, counts, kScaleStep, search.neighbours, 0,
                                cv::Size(search.least, search.least), cv::Size(search.most, search.most));
        std::vector<size_t> order;
        for (size_t i = 0; i < found.size(); ++i) {
            if (!isOutvoted(i, found, counts))
                order.push_back(i);
        }
        std::sort(order.begin(), order.end(), [&](size_t l, size_t r) {
            const cv::Rect &a = found[l];
            const cv::Rect &b = found[r];
            return a.area() != b.area() ? a.area() > b.area() : (a.x != b.x ? a.x < b.x : a.y < b.y);
        });
        QList<Face> faces;
        for (const size_t i : order) {
            const cv::Rect &box = found[i];
            Face face;
            face.box = QRectF(box.x, box.y, box.width, box.height);
            faces += face;
            if (evidence)
                evidence->push_back(counts[i]);
        }
        return faces;
    }

    /// Faces whose head leans `tilt` degrees clockwise; their boxes are upright around the same middle.
    QList<Face> turnedFacesIn(const cv::Mat &picture, double tilt, Evidence *evidence) const
    {
        const cv::Mat turn = cv::getRotationMatrix2D({picture.cols / 2.0F, picture.rows / 2.0F}, tilt, 1);
        cv::Mat turned, back;
        cv::warpAffine(picture, turned, turn, picture.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
        cv::invertAffineTransform(turn, back);
        QList<Face> faces = facesIn(turned, {kLeastSecondFace, 0, kNeighbours}, evidence);
        for (Face &face : faces) {
            face.box.moveCenter(mapped(back, face.box.center()));
            face.tilt = tilt;
        }
        return faces;
    }

    static QPointF mapped(const cv::Mat &map, const QPointF &p)
    {
        return {map.at<double>(0, 0) * p.x() + map.at<double>(0, 1) * p.y() + map.at<double>(0, 2),
                map.at<double>(1, 0) * p.x() + map.at<double>(1, 1) * p.y() + map.at<double>(1, 2)};
    }

    /// Eyes as the face was found; when that fails, as a head that leans has them.
    void findEyes(const cv::Mat &grey, Face &face) const
    {
        findEyes(grey, face, face.tilt);
        for (const double tilt : {-kEyeTurn, kEyeTurn}) {
            if (!face.leftEye && face.tilt == 0)
                findEyes(grey, face, tilt);
        }
    }

    /// Eyes are told apart by the half of the face they lie in: one in each, or none.
    void findEyes(const cv::Mat &grey, Face &face, double tilt) const
    {
        const cv::Rect around(qFloor(face.box.x()), qFloor(face.box.y()), qCeil(face.box.width()),
                              qCeil(face.box.height()));
        const cv::Rect part = around & cv::Rect(0, 0, grey.cols, grey.rows);
        if (part.width < kLeastFace || part.height < kLeastFace)
            return;
        const double scale = double(kEyeFace) / face.box.width();
        cv::Mat sized, upright;
        cv::resize(grey(part), sized, cv::Size(), scale, scale,
                   scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
        const cv::Mat turn = cv::getRotationMatrix2D({sized.cols / 2.0F, sized.rows / 2.0F}, tilt, 1);
        cv::warpAffine(sized, upright, turn, sized.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
        const int top = qRound(sized.rows * 0.15);
        const int high = qRound(sized.rows * 0.45);
        const int half = sized.cols / 2;
        const auto left = eyeIn(upright(cv::Rect(0, top, half, high)));
        const auto right = eyeIn(upright(cv::Rect(half, top, sized.cols - half, high)));
        if (!left || !right)
            return;
        cv::Mat back;
        cv::invertAffineTransform(turn, back);
        const QPointF corner(part.x, part.y);
        face.leftEye = corner + mapped(back, *left + QPointF(0, top)) / scale;
        face.rightEye = corner + mapped(back, *right + QPointF(half, top)) / scale;
    }

    std::optional<QPointF> eyeIn(const cv::Mat &part) const
    {
        std::vector<cv::Rect> eyes;
        for (cv::CascadeClassifier *cascade : {&m_eye, &m_eyeglasses}) {
            cascade->detectMultiScale(part, eyes, kScaleStep, kNeighbours, 0, cv::Size(20, 20));
            if (!eyes.empty())
                break;
        }
        if (eyes.empty())
            return std::nullopt;
        const cv::Rect eye
            = *std::max_element(eyes.begin(), eyes.end(),
                                [](const cv::Rect &a, const cv::Rect &b) { return a.area() < b.area(); });
        return QPointF(eye.x + eye.width / 2.0, eye.y + eye.height / 2.0);
    }

    mutable QMutex m_mutex;
    mutable cv::CascadeClassifier m_face, m_eye, m_eyeglasses; // searching changes them
};

} // namespace
} // namespace Loket

extern "C" Q_DECL_EXPORT Loket::FaceFinder *loket_make_face_finder_1(const char *folder);

Loket::FaceFinder *loket_make_face_finder_1(const char *folder)
{
    try {
        cv::setNumThreads(1);         // as fast for pictures of this size, and the counter has other work
        cv::ocl::setUseOpenCL(false); // never starts a graphics driver
        auto finder = std::make_unique<Loket::CascadeFinder>();
        return finder->load(folder) ? finder.release() : nullptr;
    } catch (const cv::Exception &) { // a damaged cascade
        return nullptr;
    }
}
