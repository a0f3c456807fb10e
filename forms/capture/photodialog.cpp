// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/photodialog.h"

#include "forms/capture/cropview.h"
#include "forms/capture/photopreview.h"
#include "forms/capture/pictureissuetext.h"
#include "forms/common/dialogs.h"
#include "forms/common/keybutton.h"
#include "forms/common/texts.h"
#include "model/imaging/photo.h"
#include "model/ports/cameraport.h"

#include <QBuffer>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QToolButton>
#include <QUrl>
#include <QtConcurrent>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

using PictureAnswer = Result<Picture, PictureIssue>;
using PhotoAnswer = Result<QByteArray, PictureIssue>;

/// Runs `work` on another thread and `act(answer)` on this one; never when `context` is gone.
template <typename Answer, typename Work, typename Act>
void workThen(QObject *context, Work work, Act act)
{
    auto *watcher = new QFutureWatcher<std::shared_ptr<Answer>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, act = std::move(act)]() mutable {
                         watcher->deleteLater();
                         act(*watcher->result());
                     });
    watcher->setFuture(
        QtConcurrent::run([work = std::move(work)] { return std::make_shared<Answer>(work()); }));
}

QByteArray pngOf(const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return buffer.data();
}

} // namespace

PhotoDialog::PhotoDialog(Dialogs &dialogs, CameraPort *camera, const QString &who, QWidget *parent)
    : QDialog(parent)
    , m_dialogs(dialogs)
    , m_camera(camera)
    , m_who(who)
{
    setAcceptDrops(true);
    build();
    bind();
    retranslate();
    refresh();
    if (m_camera) {
        connect(m_camera, &CameraPort::camerasChanged, this, &PhotoDialog::refresh);
        m_camera->look();
    }
}

PhotoDialog::~PhotoDialog() = default;

void PhotoDialog::bind()
{
    connect(m_view, &CropView::cropChanged, this, [this] {
        if (m_picture)
            m_preview->show(*m_picture, m_view->crop());
    });
    connect(m_zoomIn, &QToolButton::clicked, m_view, &CropView::zoomIn);
    connect(m_zoomOut, &QToolButton::clicked, m_view, &CropView::zoomOut);
    connect(m_centre, &QToolButton::clicked, m_view, &CropView::centre);
    connect(m_choose, &QPushButton::clicked, this, &PhotoDialog::chooseFile);
    connect(m_paste, &QPushButton::clicked, this, &PhotoDialog::paste);
    connect(m_take, &QPushButton::clicked, this, &PhotoDialog::takeWithCamera);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &PhotoDialog::accept);
}

void PhotoDialog::refresh()
{
    const bool canCrop = m_picture.has_value();
    m_accept->setEnabled(canCrop && !isBusy());
    for (QToolButton *tool : {m_zoomIn, m_zoomOut, m_centre})
        tool->setEnabled(canCrop);
    const auto cameras = m_camera ? m_camera->cameras() : std::nullopt;
    m_take->setVisible(cameras && !cameras->isEmpty());
    m_message->setText(m_trouble.isEmpty() && isBusy() ? tr("Reading the picture…") : m_trouble);
}

void PhotoDialog::say(const QString &trouble)
{
    m_trouble = trouble;
    refresh();
}

void PhotoDialog::chooseFile()
{
    const QString filter = tr("Pictures (%1)").arg(u"*.jpg *.jpeg *.png"_s) + u";;"_s + tr("All files (*)");
    m_dialogs.openFile(this, tr("Choose a picture"), filter,
                       [self = QPointer<PhotoDialog>(this)](const QString &path) {
                           if (self && !path.isEmpty())
                               self->offerFile(path);
                       });
}

void PhotoDialog::offerFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        say(tr("The file can't be opened: %1").arg(file.errorString()));
        return;
    }
    offer(file.read(kPictureBytes + 1)); // one byte more than allowed is refused as too large
}

void PhotoDialog::paste()
{
    if (const QMimeData *mime = QGuiApplication::clipboard()->mimeData())
        offerMime(*mime);
}

void PhotoDialog::offerMime(const QMimeData &mime)
{
    const QList<QUrl> urls = mime.urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) {
        offerFile(urls.first().toLocalFile());
    } else if (mime.hasImage()) {
        offer(pngOf(qvariant_cast<QImage>(mime.imageData())));
    } else {
        say(tr("There is no picture to paste. Copy one first, or choose a file."));
    }
}

void PhotoDialog::takeWithCamera()
{
    m_camera->take([self = QPointer<PhotoDialog>(this)](const Result<QImage, CameraTrouble> &picture) {
        if (!self)
            return;
        if (picture)
            self->offer(pngOf(picture.value()));
        else
            self->say(tr("The camera took no picture. Try again, or choose a file."));
    });
}

void PhotoDialog::offer(const QByteArray &bytes)
{
    ++m_busy;
    say({});
    const int turn = ++m_offers;
    workThen<PictureAnswer>(
        this, [bytes] { return decodePicture(bytes); },
        [this, bytes, turn](const PictureAnswer &answer) {
            --m_busy;
            if (turn != m_offers)
                refresh();
            else if (answer)
                take(bytes, answer.value());
            else
                say(pictureIssueText(answer.error()));
        });
}

void PhotoDialog::take(const QByteArray &bytes, const Picture &picture)
{
    m_bytes = bytes;
    m_picture = picture;
    m_view->setPicture(picture);
    m_view->setFocus();
    say({});
}

void PhotoDialog::accept()
{
    if (!m_picture || isBusy())
        return;
    ++m_busy;
    say({});
    workThen<PhotoAnswer>(
        this, [bytes = m_bytes, crop = m_view->crop()] { return encodePhoto(bytes, crop); },
        [this](const PhotoAnswer &answer) {
            --m_busy;
            if (!answer) {
                say(pictureIssueText(answer.error()));
                return;
            }
            Q_EMIT photoReady(answer.value());
            QDialog::accept();
        });
}

void PhotoDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void PhotoDialog::dropEvent(QDropEvent *event)
{
    offerMime(*event->mimeData());
    event->acceptProposedAction();
}

void PhotoDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste))
        paste();
    else if (event->matches(QKeySequence::Open))
        chooseFile();
    else
        QDialog::keyPressEvent(event);
}

void PhotoDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QDialog::changeEvent(event);
}

} // namespace Loket
