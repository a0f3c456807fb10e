// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/cameraport.h"

#include <QTimer>

#include <chrono>
#include <memory>

namespace Loket {

class CameraRig;
class FrameBox;

/// How long is waited where Qt says nothing.
struct CameraLimits {
    std::chrono::milliseconds firstFrame{6000}; ///< some cameras take seconds to adjust themselves
    std::chrono::milliseconds nextFrame{3000};
    std::chrono::milliseconds still{5000};
};

/// The cameras of this computer through Qt Multimedia. Nothing of it is loaded before look() or start().
class QtCamera final : public CameraPort
{
    Q_OBJECT

public:
    explicit QtCamera(CameraLimits limits = {}, QObject *parent = nullptr);
    ~QtCamera() override;

    void look() override;
    std::optional<QList<CameraInfo>> cameras() const override { return m_cameras; }
    void start(const QString &id, QSize atLeast) override;
    void stop() override;
    void take(std::function<void(Result<QImage, CameraTrouble>)> done) override;

private:
    void make();
    void onFound(const QList<CameraInfo> &cameras);
    void onFrame(int run);
    void onSilence();
    void giveUp(CameraTrouble trouble); ///< the camera is not running any more
    void answer(const Result<QImage, CameraTrouble> &still);
    void answerLater(CameraTrouble trouble); ///< from within a call of the user

    const CameraLimits m_limits;
    std::shared_ptr<FrameBox> m_box;
    CameraRig *m_rig = nullptr; ///< lives on the cameras' thread; deleted there
    std::optional<QList<CameraInfo>> m_cameras;
    bool m_isAsked = false; ///< somebody waits for the list
    QString m_id;           ///< of the camera that was started; empty: none
    int m_run = 0;          ///< number of the last start
    QTimer m_silence;
    QTimer m_stillLimit;
    std::function<void(Result<QImage, CameraTrouble>)> m_done;
};

} // namespace Loket
