// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/capture/capturetools.h"
#include "forms/capture/liveview.h"

#include <QSize>

class QComboBox;

namespace Loket {

class CameraDesk;

/// What a dialog films, and where it remembers the camera.
struct CameraUse {
    LiveView::Subject subject;
    const char *preference;
    QSize atLeast;
};

/// The camera's part of a dialog: its live picture, the list of cameras, and the picture that is taken. Where
/// no picture comes it says why, and goes on by itself.
class CameraPart : public QObject
{
    Q_OBJECT

public:
    /// The widgets are the dialog's, which puts them into its layout.
    CameraPart(const CaptureTools &tools, const CameraUse &use, QWidget *dialog);

    LiveView *view() const { return m_view; }
    QComboBox *chooser() const { return m_chooser; }

    bool exists() const { return m_desk; }   ///< there is a way to cameras
    bool isLive() const { return m_isLive; } ///< the camera is shown, not a picture
    bool canTake() const;

    void film(); ///< from now on
    void take(); ///< taken() or missed() follows, unless the camera rests before
    void rest(); ///< its lamp goes out
    void retranslate();

Q_SIGNALS:
    void changed(); ///< anything that the functions above answer
    void frame(const QImage &picture);
    void taken(const QImage &still);
    void missed();

private:
    void refresh();
    void refreshChooser();
    QString message() const;

    CameraDesk *m_desk = nullptr;
    LiveView *m_view;
    QComboBox *m_chooser;
    bool m_isLive = false;
    bool m_isTaking = false;
    int m_turn = 0; ///< a late still is nobody's
};

} // namespace Loket
