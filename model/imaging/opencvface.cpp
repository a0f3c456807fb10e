// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/facefinder.h"
#include "model/imaging/facemodule.h"

#include <opencv2/core/ocl.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

#include <QMutex>

#include <algorithm>
#include <string>
#include <vector>

// The only file that knows OpenCV. It takes and gives Qt's types, and no exception leaves it.

namespace Loket {
namespace {

// Faces are looked for in a picture of this longest side: 720p in time for a live preview, and a face of a
// twentieth of the side is still found (the cascade's window is 20 pixels).
constexpr int kSearchSide = 480;
constexpr int kLeastFace = 24;
constexpr double kScaleStep = 1.1;
constexpr int kNeighbours = 3;
constexpr int kEyeFace = 160; ///< the face is brought to this width before its eyes are looked for

cv::Mat greyOf(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const cv::Mat view(grey.height(), grey.width(), CV_8UC1, const_cast<uchar *>(grey.constBits()),
                       size_t(grey.bytesPerLine()));
    return view.clone();
}

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
        cv::equalizeHist(small, even);
        std::vector<cv::Rect> found;
        m_face.detectMultiScale(even, found, kScaleStep, kNeighbours, 0, cv::Size(kLeastFace, kLeastFace));
        std::sort(found.begin(), found.end(), [](const cv::Rect &a, const cv::Rect &b) {
            return a.area() != b.area() ? a.area() > b.area() : (a.x != b.x ? a.x < b.x : a.y < b.y);
        });
        QList<Face> faces;
        for (const cv::Rect &box : found) {
            Face face;
            face.box = QRectF(box.x / scale, box.y / scale, box.width / scale, box.height / scale);
            findEyes(grey, face);
            faces += face;
        }
        return faces;
    }

    /// Eyes are told apart by the half of the face they lie in: one in each, or none.
    void findEyes(const cv::Mat &grey, Face &face) const
    {
        const cv::Rect whole(0, 0, grey.cols, grey.rows);
        const cv::Rect upper = cv::Rect(qRound(face.box.x()), qRound(face.box.y() + face.box.height() * 0.15),
                                        qRound(face.box.width()), qRound(face.box.height() * 0.45))
            & whole;
        if (upper.width < 8 || upper.height < 8)
            return;
        const double scale = double(kEyeFace) / face.box.width();
        cv::Mat strip;
        cv::resize(grey(upper), strip, cv::Size(), scale, scale,
                   scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
        const int half = strip.cols / 2;
        const auto left = eyeIn(strip(cv::Rect(0, 0, half, strip.rows)));
        const auto right = eyeIn(strip(cv::Rect(half, 0, strip.cols - half, strip.rows)));
        if (!left || !right)
            return;
        face.leftEye = QPointF(upper.x + left->x() / scale, upper.y + left->y() / scale);
        face.rightEye = QPointF(upper.x + (right->x() + half) / scale, upper.y + right->y() / scale);
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
