// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/picture.h"

#include <QDialog>

#include <optional>

class QLabel;
class QMimeData;
class QPushButton;
class QToolButton;

namespace Loket {

class CameraPort;
class CropView;
class Dialogs;
class KeyButton;
class PhotoPreview;

/// "Foto dari berkas": takes a picture (file, drop, paste, camera), lets the officer choose its 3:4 part, and
/// answers with the photo as JPEG. A picture that can't be used is told about and changes nothing. Enter
/// accepts, Esc gives up.
class PhotoDialog : public QDialog
{
    Q_OBJECT

public:
    /// `who` is named in the title; `camera` may be null. Both ports outlive the dialog.
    PhotoDialog(Dialogs &dialogs, CameraPort *camera, const QString &who, QWidget *parent = nullptr);
    ~PhotoDialog() override;

    /// Shows the picture in these bytes, as if it had been chosen.
    void offer(const QByteArray &bytes);
    bool isBusy() const { return m_busy > 0; } ///< a picture is being decoded or the photo encoded

Q_SIGNALS:
    void photoReady(const QByteArray &jpeg); ///< once, before accepted()

public Q_SLOTS:
    void chooseFile(); ///< asks for a file, as Ctrl+O does
    void accept() override;

protected:
    void dragEnterEvent(QDragEnterEvent *) override;
    void dropEvent(QDropEvent *) override;
    void keyPressEvent(QKeyEvent *) override;
    void changeEvent(QEvent *) override;

private:
    void build();
    QWidget *makeTools();
    QWidget *makeSide();
    void bind();
    void retranslate();
    void refresh();
    void paste();
    void takeWithCamera();
    void offerFile(const QString &path);
    void offerMime(const QMimeData &mime);
    void take(const QByteArray &bytes, const Picture &picture);
    void say(const QString &trouble); ///< empty: nothing is wrong

    Dialogs &m_dialogs;
    CameraPort *m_camera;
    const QString m_who;
    QByteArray m_bytes; ///< of the picture that is shown
    std::optional<Picture> m_picture;
    int m_offers = 0; ///< a late answer never takes the place of a newer picture
    int m_busy = 0;
    QString m_trouble;

    CropView *m_view = nullptr;
    PhotoPreview *m_preview = nullptr;
    QLabel *m_previewLabel = nullptr;
    QLabel *m_keys = nullptr;
    QLabel *m_message = nullptr;
    QToolButton *m_zoomIn = nullptr;
    QToolButton *m_zoomOut = nullptr;
    QToolButton *m_centre = nullptr;
    KeyButton *m_choose = nullptr;
    KeyButton *m_paste = nullptr;
    QPushButton *m_take = nullptr;
    QPushButton *m_cancel = nullptr;
    KeyButton *m_accept = nullptr;
};

} // namespace Loket
