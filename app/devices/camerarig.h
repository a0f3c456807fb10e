// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/cameraport.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QTimer>

#include <chrono>
#include <memory>

class QCamera;
class QCameraDevice;
class QImageCapture;
class QMediaCaptureSession;
class QMediaDevices;
class QThread;
class QVideoSink;

namespace Loket {

/// The newest frame on its way to the window's thread: never more than one waits there.
class FrameBox
{
public:
    /// Answers whether the window has to be told: it was not, since it last took one.
    bool put(const QImage &frame);
    QImage take(); ///< null: nothing new

private:
    QMutex m_mutex;
    QImage m_frame;
};

/// Qt Multimedia at work on the thread of the cameras, which all rigs share: opening a camera, a driver that
/// hangs and the conversion of frames never hold up the window. `run` is the number of a start; what is said
/// with an older one is late.
class CameraRig : public QObject
{
    Q_OBJECT

public:
    /// Made by the window's thread, lives on mediaThread().
    explicit CameraRig(std::shared_ptr<FrameBox> box);
    ~CameraRig() override;

    /// The thread on which this process looks at cameras. GStreamer ties its watch for plugging and pulling
    /// to the thread that asks first, for as long as the process lives; so there is one, made on first use,
    /// and it ends with the QCoreApplication.
    static QThread *mediaThread();

    // Called on mediaThread().
    void look();
    void start(int run, const QString &id, QSize atLeast);
    void stop();
    void take(int run);
    /// Nothing came for long: finds out why, and starts again when nothing is known to be wrong.
    void wake(int run);

Q_SIGNALS:
    void found(const QList<Loket::CameraInfo> &cameras);
    void framePut(int run); ///< into the box
    void taken(int run, const QImage &still);
    void failed(int run, Loket::CameraTrouble trouble);

private:
    void refresh();
    void begin(const QCameraDevice &device);
    void end();
    void convertNewest();
    void deliver(const QImage &still);

    const std::shared_ptr<FrameBox> m_box;
    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<QMediaCaptureSession> m_session;
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<QImageCapture> m_capture;
    std::unique_ptr<QCamera> m_camera;
    QTimer *m_captureLimit;
    QElapsedTimer m_lastFrame;
    int m_run = 0;
    QString m_id;
    QString m_qtId; ///< of the camera that runs
    QString m_name; ///< the kernel's
    QSize m_atLeast;
    bool m_isTaking = false;
    bool m_takesFrame = false; ///< the next frame is the still
};

} // namespace Loket
