// SPDX-License-Identifier: Apache-2.0
#include "app/devices/qtcamera.h"

#include "app/devices/camerarig.h"

namespace Loket {

QtCamera::QtCamera(CameraLimits limits, QObject *parent)
    : CameraPort(parent)
    , m_limits(limits)
{
    m_silence.setSingleShot(true);
    m_stillLimit.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &QtCamera::onSilence);
    connect(&m_stillLimit, &QTimer::timeout, this, [this] { answer(fail(CameraTrouble::Silent)); });
}

QtCamera::~QtCamera()
{
    if (m_rig) {
        disconnect(m_rig, nullptr, this, nullptr);
        m_rig->deleteLater(); // on its thread; stops its camera
    }
}

void QtCamera::make()
{
    if (m_rig)
        return;
    m_box = std::make_shared<FrameBox>();
    m_rig = new CameraRig(m_box);
    connect(m_rig, &CameraRig::found, this, &QtCamera::onFound);
    connect(m_rig, &CameraRig::framePut, this, &QtCamera::onFrame);
    connect(m_rig, &CameraRig::taken, this, [this](int run, const QImage &still) {
        if (run == m_run)
            answer(still);
    });
    connect(m_rig, &CameraRig::failed, this, [this](int run, CameraTrouble trouble) {
        if (run == m_run && !m_id.isEmpty())
            giveUp(trouble);
    });
}

void QtCamera::look()
{
    make();
    m_isAsked = true;
    QMetaObject::invokeMethod(m_rig, [rig = m_rig] { rig->look(); });
}

void QtCamera::onFound(const QList<CameraInfo> &cameras)
{
    const bool isNews = m_cameras != cameras || m_isAsked;
    m_isAsked = false;
    m_cameras = cameras;
    if (isNews)
        Q_EMIT camerasChanged();
}

void QtCamera::start(const QString &id, QSize atLeast)
{
    make();
    answerLater(CameraTrouble::Failed);
    m_id = id;
    ++m_run;
    m_box->take();
    m_silence.start(m_limits.firstFrame);
    QMetaObject::invokeMethod(m_rig,
                              [rig = m_rig, run = m_run, id, atLeast] { rig->start(run, id, atLeast); });
}

void QtCamera::stop()
{
    if (m_id.isEmpty())
        return;
    m_id.clear();
    ++m_run;
    m_silence.stop();
    QMetaObject::invokeMethod(m_rig, [rig = m_rig] { rig->stop(); });
    answerLater(CameraTrouble::Failed);
}

void QtCamera::onFrame(int run)
{
    const QImage picture = m_box->take();
    if (run != m_run || m_id.isEmpty() || picture.isNull())
        return;
    m_silence.start(m_limits.nextFrame);
    Q_EMIT frame(picture);
}

void QtCamera::onSilence()
{
    m_silence.start(m_limits.firstFrame); // asked again until it speaks or is stopped
    QMetaObject::invokeMethod(m_rig, [rig = m_rig, run = m_run] { rig->wake(run); });
    Q_EMIT troubled(CameraTrouble::Silent);
}

void QtCamera::giveUp(CameraTrouble trouble)
{
    m_id.clear();
    m_silence.stop();
    answer(fail(trouble));
    Q_EMIT troubled(trouble);
}

void QtCamera::take(std::function<void(Result<QImage, CameraTrouble>)> done)
{
    if (m_id.isEmpty() || m_done) {
        const CameraTrouble why = m_done ? CameraTrouble::Failed : CameraTrouble::Pulled;
        QMetaObject::invokeMethod(
            this, [done = std::move(done), why] { done(fail(why)); }, Qt::QueuedConnection);
        return;
    }
    m_done = std::move(done);
    m_stillLimit.start(m_limits.still);
    QMetaObject::invokeMethod(m_rig, [rig = m_rig, run = m_run] { rig->take(run); });
}

void QtCamera::answer(const Result<QImage, CameraTrouble> &still)
{
    m_stillLimit.stop();
    if (const auto done = std::exchange(m_done, nullptr)) // it may ask for the next one
        done(still);
}

void QtCamera::answerLater(CameraTrouble trouble)
{
    m_stillLimit.stop();
    if (!m_done)
        return;
    QMetaObject::invokeMethod(
        this, [done = std::exchange(m_done, nullptr), trouble] { done(fail(trouble)); },
        Qt::QueuedConnection);
}

} // namespace Loket
