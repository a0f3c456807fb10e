// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/cameraport.h"

#include <QTimer>

#include <optional>

namespace Loket {

class Preferences;

/// The camera of a window: which one is used, that it films while it is wanted, and what keeps it from it. A
/// camera that is plugged in again, or let go by another program, goes on by itself.
class CameraDesk : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the desk; `preferences` may be null. `preference` is the key that the camera's id is
    /// remembered under.
    CameraDesk(CameraPort &camera, Preferences *preferences, const char *preference, QSize atLeast,
               QObject *parent = nullptr);
    ~CameraDesk() override;

    void film();                    ///< from now on, as soon as there is a camera
    void rest();                    ///< its lamp goes out
    void choose(const QString &id); ///< and remembers it

    bool isKnown() const { return m_camera.cameras().has_value(); } ///< which cameras are there
    QList<CameraInfo> cameras() const { return m_camera.cameras().value_or(QList<CameraInfo>()); }
    QString current() const { return m_current; } ///< id; empty: none was ever there
    bool isFilming() const { return m_hasFrame; } ///< frames come
    std::optional<CameraTrouble> trouble() const { return m_trouble; }
    CameraPort &port() { return m_camera; }

Q_SIGNALS:
    void changed(); ///< anything that the functions above answer
    void frame(const QImage &picture);

private:
    void onCameras();
    void onFrame(const QImage &picture);
    void onTrouble(CameraTrouble trouble);
    bool isThere(const QString &id) const;
    QString firstChoice() const;
    void start();

    CameraPort &m_camera;
    Preferences *m_preferences;
    const char *m_preference;
    const QSize m_atLeast;
    QTimer *m_retry;
    QString m_current;
    bool m_isWanted = false;
    bool m_isStarted = false;
    bool m_hasFrame = false;
    std::optional<CameraTrouble> m_trouble;
};

} // namespace Loket
