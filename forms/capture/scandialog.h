// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/capture/capturetools.h"
#include "model/imaging/scan.h"
#include "model/imaging/scanreader.h"
#include "model/services/scanrule.h"

#include <QDialog>

#include <memory>

class QLabel;
class QMimeData;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace Loket {

class CameraPart;
class Dialogs;
class KeyButton;
class QuadView;

/// "Pindai dokumen": takes a picture or a PDF (document camera, file, drop, paste), shows where the document
/// lies in it, lets the officer move its corners, and answers with the scan as the rulebook wants it. The
/// camera's picture is live, with the edges that are found; Space or Enter takes it, F4 films again. A file
/// that can't be used is told about and changes nothing. Enter accepts; Esc ends what is being read, then
/// gives up.
class ScanDialog : public QDialog
{
    Q_OBJECT
public:
    /// `what` names the document in the title. `dialogs` and the tools outlive the dialog.
    ScanDialog(Dialogs &dialogs, const CaptureTools &tools, std::shared_ptr<const ScanReader> reader,
               const QString &what, const ScanRule &rule, QWidget *parent = nullptr);
    ~ScanDialog() override;

    /// Shows the picture or PDF in these bytes, as if it had been chosen.
    void offer(const QByteArray &bytes);
    void offer(const QImage &picture); ///< the same with one that is decoded already
    bool isBusy() const { return m_reading || m_encoding > 0; }
    bool isLive() const; ///< the camera is shown, not a picture

Q_SIGNALS:
    void scanReady(const QByteArray &jpeg); ///< once, before accepted()

public Q_SLOTS:
    void chooseFile(); ///< asks for a file, as Ctrl+O does
    void accept() override;
    void reject() override;

protected:
    void dragEnterEvent(QDragEnterEvent *) override;
    void dropEvent(QDropEvent *) override;
    void keyPressEvent(QKeyEvent *) override;
    void resizeEvent(QResizeEvent *) override;
    void changeEvent(QEvent *) override;

private:
    using Opened = Result<ScanSource, ScanIssue>;
    struct Offered {
        QByteArray bytes;               ///< empty: a picture that was pasted
        Result<Opened, QString> answer; ///< or why the file can't be opened
    };
    // Parts and words: scanparts.cpp
    void build();
    QWidget *makeTools();
    QWidget *makeCameraTools();
    QWidget *makeSide();
    QWidget *makeButtons();
    void setKeyOrder();
    void retranslate();
    QString keysText() const;

    // Camera: scancamera.cpp
    void bindCamera();
    void film();
    void lookForEdges(const QImage &frame);
    void remember(bool withCamera);
    bool tookKey(QKeyEvent *event);

    void bind();
    void refresh();
    void paste();
    void offerFile(const QString &path);
    void offerMime(const QMimeData &mime);
    void showPage(int page);
    void read(std::function<Offered(std::stop_token)> open);
    void take(const QByteArray &bytes, const ScanSource &source);
    void encode();
    void encoded(const Result<QByteArray, PictureIssue> &answer);
    void showPreview();
    void say(const QString &trouble); ///< empty: nothing is wrong
    QString resultWords() const;

    Dialogs &m_dialogs;
    const CaptureTools m_tools;
    const std::shared_ptr<const ScanReader> m_reader;
    const QString m_what;
    const ScanRule m_rule;
    QByteArray m_bytes; ///< of the PDF that is shown, for its other pages
    int m_page = 0;
    int m_pages = 0;
    QByteArray m_scan; ///< encoded from what is shown now; empty: not yet
    std::stop_source m_stop;
    int m_offers = 0;      ///< a late answer never takes the place of a newer one
    int m_changes = 0;     ///< the same for encodings
    int m_encodingOf = -1; ///< of m_changes; -1: nothing is being encoded
    bool m_reading = false;
    int m_encoding = 0;
    bool m_acceptsWhenEncoded = false;
    QString m_trouble;

    CameraPart *m_camera;
    bool m_isLooking = false; ///< for edges in a frame

    QTimer *m_settled = nullptr; ///< the corners rest: worth an encoding
    QStackedWidget *m_views = nullptr;
    QStackedWidget *m_toolPages = nullptr;
    QuadView *m_view = nullptr;
    QToolButton *m_turn = nullptr;
    QToolButton *m_whole = nullptr;
    QToolButton *m_found = nullptr;
    QToolButton *m_before = nullptr;
    QToolButton *m_after = nullptr;
    QLabel *m_pageLabel = nullptr;
    QLabel *m_resultLabel = nullptr;
    QLabel *m_preview = nullptr;
    QLabel *m_result = nullptr;
    QLabel *m_keys = nullptr;
    QLabel *m_message = nullptr;
    QProgressBar *m_progress = nullptr;
    KeyButton *m_again = nullptr;
    KeyButton *m_choose = nullptr;
    KeyButton *m_paste = nullptr;
    QPushButton *m_cancel = nullptr;
    KeyButton *m_take = nullptr;
    KeyButton *m_accept = nullptr;
};

} // namespace Loket
