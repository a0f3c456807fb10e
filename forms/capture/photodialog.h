// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/capture/capturetools.h"
#include "forms/capture/facewatch.h"
#include "model/imaging/picture.h"
#include "model/imaging/steadyface.h"

#include <QDialog>
#include <QElapsedTimer>

#include <optional>

class QCheckBox;
class QLabel;
class QMimeData;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace Loket {

class CameraPart;
class CropView;
class Dialogs;
class KeyButton;
class PhotoPreview;

/// The photo of a participant: taken with the camera or brought as a picture (file, drop, paste). The
/// camera's picture is live; Space or Enter takes it, or the program does once the face is at rest. Then the
/// officer sees the 3:4 part that becomes the photo, moves it by keys, and answers with Enter. What is wrong
/// with a photo is told and never forbids it: the reason for passing it goes along. F4 films again, Esc gives
/// up.
class PhotoDialog : public QDialog
{
    Q_OBJECT

public:
    /// `who` is named in the title; the tools outlive the dialog.
    PhotoDialog(Dialogs &dialogs, const CaptureTools &tools, const QString &who, QWidget *parent = nullptr);
    ~PhotoDialog() override;

    /// Shows the picture in these bytes, as if it had been chosen.
    void offer(const QByteArray &bytes);
    bool isBusy() const { return m_busy > 0; } ///< a picture is being decoded or the photo encoded
    bool isLive() const;                       ///< the camera is shown, not a picture

Q_SIGNALS:
    /// Once, before accepted().
    void photoReady(const QByteArray &jpeg, const QList<Loket::PassedVerdict> &passed);

public Q_SLOTS:
    void chooseFile(); ///< asks for a file, as Ctrl+O does
    void accept() override;

protected:
    void dragEnterEvent(QDragEnterEvent *) override;
    void dropEvent(QDropEvent *) override;
    void keyPressEvent(QKeyEvent *) override;
    void changeEvent(QEvent *) override;

private:
    // Parts and words: photobuttons.cpp
    void build();
    QWidget *makeCropTools();
    QWidget *makeCameraTools();
    QWidget *makeSide();
    QWidget *makeButtons();
    void setKeyOrder();
    void bind();
    void retranslate();
    QString keysText() const;

    // Camera: photocamera.cpp
    void bindCamera();
    void film();
    void onFrame(const QImage &picture);
    void onLiveReport(const FaceWatch::Report &report);
    void onCamera();
    bool remembersAuto() const;
    bool tookKey(QKeyEvent *event);

    // Faces: photocamera.cpp
    void onFound(int turn, const FaceWatch::Report &report);
    void onJudged(int turn, const FaceWatch::Report &report);
    void judgeCrop();
    QString verdictSentences() const;
    void askWhy();

    void refresh();
    void paste();
    void offerFile(const QString &path);
    void offerMime(const QMimeData &mime);
    void offerImage(const QImage &image);
    using PictureBytes = Result<QByteArray, QString>; ///< or why there are none
    void decode(std::function<PictureBytes()> source);
    void take(const QByteArray &bytes, const Picture &picture);
    void encode(const QList<PassedVerdict> &passed);
    void say(const QString &trouble); ///< empty: nothing is wrong

    Dialogs &m_dialogs;
    const CaptureTools m_tools;
    const QString m_who;
    QByteArray m_bytes; ///< of the picture that is shown
    std::optional<Picture> m_picture;
    int m_offers = 0; ///< a late answer never takes the place of a newer picture
    int m_busy = 0;
    QString m_trouble;

    CameraPart *m_camera;
    FaceWatch *m_watch;
    SteadyFace m_steady;
    QElapsedTimer m_clock;
    QSize m_frameSize;                  ///< of the frame that is looked at
    int m_turn = 0;                     ///< of the question about the picture that is shown, or the live one
    bool m_isJudging = false;           ///< the faces of the picture that is shown are not known yet
    bool m_acceptsThen = false;         ///< Enter was pressed meanwhile
    std::optional<QList<Face>> m_faces; ///< of the preview; none: can't be looked for
    QList<PortraitVerdict> m_verdicts;  ///< on what is shown

    QStackedWidget *m_pages = nullptr;
    QStackedWidget *m_toolPages = nullptr;
    CropView *m_view = nullptr;
    PhotoPreview *m_preview = nullptr;
    QCheckBox *m_auto = nullptr;
    QLabel *m_previewLabel = nullptr;
    QLabel *m_keys = nullptr;
    QLabel *m_message = nullptr;
    QToolButton *m_zoomIn = nullptr;
    QToolButton *m_zoomOut = nullptr;
    QToolButton *m_centre = nullptr;
    KeyButton *m_choose = nullptr;
    KeyButton *m_paste = nullptr;
    KeyButton *m_again = nullptr;
    QPushButton *m_cancel = nullptr;
    KeyButton *m_take = nullptr;
    KeyButton *m_accept = nullptr;
};

} // namespace Loket
