// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QImage>
#include <QList>
#include <QObject>
#include <QSize>
#include <QString>

#include <functional>
#include <optional>

namespace Loket {

/// A camera of this computer.
struct CameraInfo {
    QString id;   ///< what the system calls it; the same after replugging into the same socket
    QString name; ///< what it says on it
    bool isDefault = false;
    friend bool operator==(const CameraInfo &, const CameraInfo &) = default;
};

/// Why there are no pictures. The sentence is made by forms.
enum class CameraTrouble {
    Pulled, ///< not there, or not any more
    Busy,   ///< another program uses it
    Denied, ///< this user may not use it
    Silent, ///< started, but sends no frames; it stays started, so a late frame ends this trouble
    Failed  ///< anything else
};

inline constexpr QSize kPersonPicture{1280, 720}; ///< enough for a 3:4 photo of a person
inline constexpr QSize kPagePicture{1754, 1240};  ///< an A4 page at 150 dots an inch
inline constexpr int kFrameSide = 1280;           ///< longest side of a live frame, pixels

/// The cameras of this computer: who is there, live frames, a still. Lives on the window's thread, where all
/// its signals and answers come, later than the call that caused them; no call blocks. Serves one user at a
/// time: who starts takes it over from who had it.
class CameraPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~CameraPort() override;

    /// Begins to watch which cameras are there, not before somebody needs to know: the first time may take a
    /// second. camerasChanged() follows, at once when they are known already.
    virtual void look() = 0;
    /// In the system's order; none: not known yet.
    virtual std::optional<QList<CameraInfo>> cameras() const = 0;
    /// Starts a camera, in a format at least as large as `atLeast` when it has one that is quick enough to
    /// watch. frame() or troubled() follows.
    virtual void start(const QString &id, QSize atLeast) = 0;
    virtual void stop() = 0; ///< no frame() comes after it
    /// Takes one picture with the camera that was started, upright, opaque, in its whole resolution. `done`
    /// is called exactly once, also when the camera is pulled out, stopped or silent, but not when this port
    /// is gone. A second call before that is answered with Failed.
    virtual void take(std::function<void(Result<QImage, CameraTrouble>)> done) = 0;

Q_SIGNALS:
    void camerasChanged(); ///< one was plugged in or pulled out, or they are known now
    /// The newest one: what came while the window was busy is left out. At most about 25 a second, at most
    /// kFrameSide long.
    void frame(const QImage &picture);
    void troubled(Loket::CameraTrouble trouble); ///< all but Silent: the camera was stopped
};

} // namespace Loket
