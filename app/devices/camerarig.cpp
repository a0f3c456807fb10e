// SPDX-License-Identifier: Apache-2.0
#include "app/devices/camerarig.h"

#include "app/devices/cameramode.h"
#include "app/devices/cameraprobe.h"
#include "app/devices/cameraroll.h"

#include <QCamera>
#include <QCameraDevice>
#include <QCoreApplication>
#include <QImageCapture>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QThread>
#include <QVideoFrame>
#include <QVideoSink>

namespace Loket {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr auto kFrameDistance = 38ms;  // 25 a second, with some play
static constexpr auto kCaptureLimit = 1500ms; // then the next frame is the still
static constexpr auto kBeginning = 1s;        // Qt has told by then what it found when it began
static constexpr auto kThreadEnd = 3s;        // a driver that hangs does not keep the program

bool FrameBox::put(const QImage &frame)
{
    const QMutexLocker lock(&m_mutex);
    const bool wasEmpty = m_frame.isNull();
    m_frame = frame;
    return wasEmpty;
}

QImage FrameBox::take()
{
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_frame, QImage());
}

QThread *CameraRig::mediaThread()
{
    static QThread *thread = [] {
        auto *made = new QThread;
        made->setObjectName(u"cameras"_s);
        // Frames are converted on this thread without a GL context, which belongs to the window's.
        QCoreApplication::setAttribute(Qt::AA_ForceRasterWidgets);
        made->start();
        qAddPostRoutine([] {
            CameraRig::mediaThread()->quit();
            CameraRig::mediaThread()->wait(QDeadlineTimer(kThreadEnd));
        });
        return made;
    }();
    return thread;
}

CameraRig::CameraRig(std::shared_ptr<FrameBox> box)
    : m_box(std::move(box))
    , m_captureLimit(new QTimer(this))
{
    m_captureLimit->setSingleShot(true);
    m_captureLimit->setInterval(kCaptureLimit);
    connect(m_captureLimit, &QTimer::timeout, this, [this] { m_takesFrame = m_isTaking; });
    moveToThread(mediaThread());
}

CameraRig::~CameraRig()
{
    end();
}

/// Used on the media thread only, and like Qt's list there is one in the process.
static CameraRoll &roll()
{
    static CameraRoll all;
    return all;
}

void CameraRig::look()
{
    if (!m_devices) {
        m_devices = std::make_unique<QMediaDevices>();
        // Queued: Qt tells of the first cameras while it still holds the lock that asking for them takes.
        connect(m_devices.get(), &QMediaDevices::videoInputsChanged, this, &CameraRig::refresh,
                Qt::QueuedConnection);
        QTimer::singleShot(kBeginning, this, [] { roll().endOfBeginning(); });
    }
    refresh();
}

void CameraRig::refresh()
{
    QList<ListedCamera> listed;
    for (const QCameraDevice &device : QMediaDevices::videoInputs())
        listed.append({QString::fromUtf8(device.id()), device.description()});
    roll().update(listed);

    if (m_camera && roll().qtId(m_id) != m_qtId) { // also when it is back already: this one films no more
        end();
        Q_EMIT failed(m_run, CameraTrouble::Pulled);
    }
    QList<CameraInfo> cameras;
    const QString usual = QString::fromUtf8(QMediaDevices::defaultVideoInput().id());
    for (const CameraRoll::Seat &seat : roll().cameras())
        cameras.append({seat.id, seat.id, seat.qtId == usual});
    Q_EMIT found(cameras);
}

void CameraRig::start(int run, const QString &id, QSize atLeast)
{
    end();
    m_run = run;
    m_id = id;
    m_atLeast = atLeast;
    m_qtId = roll().qtId(id);
    for (const QCameraDevice &device : QMediaDevices::videoInputs()) {
        if (QString::fromUtf8(device.id()) == m_qtId) {
            begin(device);
            return;
        }
    }
    Q_EMIT failed(run, CameraTrouble::Pulled); // QCamera would start, and say nothing for ever
}

void CameraRig::begin(const QCameraDevice &device)
{
    m_session = std::make_unique<QMediaCaptureSession>();
    m_sink = std::make_unique<QVideoSink>();
    m_capture = std::make_unique<QImageCapture>();
    m_camera = std::make_unique<QCamera>(device);
    m_name = device.description();
    QList<CameraMode> modes;
    const QList<QCameraFormat> formats = device.videoFormats();
    for (const QCameraFormat &format : formats)
        modes.append({format.resolution(), double(format.maxFrameRate())});
    if (const int best = bestMode(modes, m_atLeast); best >= 0)
        m_camera->setCameraFormat(formats[best]);

    // Queued: under GStreamer the signal comes while the pipeline waits for the frame to be shown.
    connect(m_sink.get(), &QVideoSink::videoFrameChanged, this, &CameraRig::convertNewest,
            Qt::QueuedConnection);
    connect(
        m_capture.get(), &QImageCapture::imageCaptured, this,
        [this](int, const QImage &still) { deliver(still); }, Qt::QueuedConnection);
    connect(
        m_capture.get(), &QImageCapture::errorOccurred, this, [this] { m_takesFrame = m_isTaking; },
        Qt::QueuedConnection);
    connect(
        m_camera.get(), &QCamera::errorOccurred, this,
        [this, run = m_run](QCamera::Error error) {
            if (error == QCamera::NoError || run != m_run || !m_camera)
                return;
            end();
            Q_EMIT failed(run, whyUnusable(cameraFiles(m_name), CameraTrouble::Failed));
        },
        Qt::QueuedConnection);
    // The sink first: Qt 6.4 lets the camera run from setCamera() on, and a sink that is put in place while
    // frames flow ends, in half of all cases on a busy machine, in a picture that stands still for ever.
    m_session->setVideoSink(m_sink.get());
    m_session->setImageCapture(m_capture.get());
    m_session->setCamera(m_camera.get());
    m_camera->start();
}

void CameraRig::end()
{
    m_captureLimit->stop();
    m_isTaking = m_takesFrame = false;
    if (!m_camera)
        return;
    m_camera->stop(); // before what receives its frames goes
    m_session->setCamera(nullptr);
    m_session->setVideoSink(nullptr);
    m_session->setImageCapture(nullptr);
    m_camera.reset();
    m_capture.reset();
    m_sink.reset();
    m_session.reset();
    m_lastFrame.invalidate();
}

void CameraRig::stop()
{
    end();
    m_run = 0;
}

void CameraRig::take(int run)
{
    if (run != m_run || !m_camera)
        return; // answered by what ended the run
    m_isTaking = true;
    m_takesFrame = !m_capture->isReadyForCapture() || m_capture->capture() < 0;
    m_captureLimit->start();
}

void CameraRig::deliver(const QImage &still)
{
    if (!m_isTaking)
        return;
    if (still.isNull()) {
        m_takesFrame = true;
        return;
    }
    m_captureLimit->stop();
    m_isTaking = m_takesFrame = false;
    Q_EMIT taken(m_run, still.convertToFormat(QImage::Format_RGB32));
}

void CameraRig::convertNewest()
{
    if (!m_sink)
        return; // was queued before the end
    const bool isEarly = m_lastFrame.isValid() && m_lastFrame.elapsed() < kFrameDistance.count();
    if (isEarly && !m_takesFrame)
        return;
    QImage image = m_sink->videoFrame().toImage();
    if (image.isNull())
        return;
    m_lastFrame.start();
    image.convertTo(QImage::Format_RGB32);
    if (m_takesFrame)
        deliver(image);
    if (std::max(image.width(), image.height()) > kFrameSide)
        image = image.scaled(kFrameSide, kFrameSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    if (m_box->put(image))
        Q_EMIT framePut(m_run);
}

void CameraRig::wake(int run)
{
    if (run != m_run || m_id.isEmpty())
        return;
    end();
    const CameraTrouble why = whyUnusable(cameraFiles(m_name), CameraTrouble::Silent);
    if (why == CameraTrouble::Silent)
        start(run, m_id, m_atLeast);
    else
        Q_EMIT failed(run, why);
}

} // namespace Loket
