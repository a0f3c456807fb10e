// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/photodialog.h"

#include "forms/capture/camerapart.h"
#include "forms/capture/cropview.h"
#include "forms/capture/photopreview.h"
#include "forms/capture/picturefile.h"
#include "forms/capture/pictureissuetext.h"
#include "forms/common/dialogs.h"
#include "forms/common/keybutton.h"
#include "forms/common/texts.h"
#include "forms/common/widgets.h"
#include "model/imaging/photo.h"
#include "model/ports/cameraport.h"

#include <QBuffer>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QtConcurrent>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

using PictureAnswer = Result<Picture, PictureIssue>;
using PhotoAnswer = Result<QByteArray, PictureIssue>;

struct Decoded {
    QByteArray bytes;
    Result<PictureAnswer, QString> answer; ///< or why the file can't be opened
};

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

/// Without loss and without delay: the photo is cut from it, and it is thrown away.
QByteArray pngOf(const QImage &image)
{
    constexpr int hardlyCompressed = 90;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png", hardlyCompressed);
    return buffer.data();
}

} // namespace

PhotoDialog::PhotoDialog(Dialogs &dialogs, const CaptureTools &tools, const QString &who, QWidget *parent)
    : QDialog(parent)
    , m_dialogs(dialogs)
    , m_tools(tools)
    , m_who(who)
    , m_camera(new CameraPart(tools, {LiveView::Subject::Person, "camera", kPersonPicture}, this))
    , m_watch(new FaceWatch(tools.faces, tools.judge, this))
{
    setAcceptDrops(true);
    build();
    bind();
    retranslate();
    bindCamera();
    refresh();
}

PhotoDialog::~PhotoDialog() = default;

void PhotoDialog::bind()
{
    connect(m_view, &CropView::cropChanged, this, [this] {
        if (!m_picture)
            return;
        m_preview->show(*m_picture, m_view->crop());
        judgeCrop();
    });
    connect(m_zoomIn, &QToolButton::clicked, m_view, &CropView::zoomIn);
    connect(m_zoomOut, &QToolButton::clicked, m_view, &CropView::zoomOut);
    connect(m_centre, &QToolButton::clicked, m_view, &CropView::centre);
    connect(m_choose, &QPushButton::clicked, this, &PhotoDialog::chooseFile);
    connect(m_paste, &QPushButton::clicked, this, &PhotoDialog::paste);
    connect(m_again, &QPushButton::clicked, this, &PhotoDialog::film);
    connect(m_take, &QPushButton::clicked, m_camera, &CameraPart::take);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &PhotoDialog::accept);
    connect(m_watch, &FaceWatch::found, this, &PhotoDialog::onFound);
    connect(m_watch, &FaceWatch::judged, this, &PhotoDialog::onJudged);
}

void PhotoDialog::refresh()
{
    const bool canCrop = m_picture.has_value() && !isLive();
    m_pages->setCurrentWidget(isLive() ? static_cast<QWidget *>(m_camera->view()) : m_view);
    m_toolPages->setCurrentIndex(isLive() ? 1 : 0);
    m_accept->setVisible(!isLive());
    m_accept->setEnabled(canCrop && !isBusy());
    m_again->setVisible(m_camera->exists() && !isLive());
    m_take->setVisible(isLive());
    m_take->setEnabled(m_camera->canTake());
    for (QToolButton *tool : {m_zoomIn, m_zoomOut, m_centre})
        tool->setEnabled(canCrop);
    for (QWidget *widget : {static_cast<QWidget *>(m_previewLabel), static_cast<QWidget *>(m_preview)})
        widget->setVisible(!isLive());
    m_keys->setText(keysText());
    QString words = m_trouble;
    if (words.isEmpty())
        words = isBusy() ? tr("Reading the picture…") : verdictSentences();
    m_message->setText(words);
    setLook(m_message, "role", m_trouble.isEmpty() ? u"small"_s : u"error"_s);
    setLook(m_message, "tone", m_trouble.isEmpty() && !isBusy() ? toneWord(Tone::Warning) : QString());
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
    decode([path] { return readPictureFile(path); });
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
        offerImage(qvariant_cast<QImage>(mime.imageData()));
    } else {
        say(tr("There is no picture to paste. Copy one first, or choose a file."));
    }
}

void PhotoDialog::offer(const QByteArray &bytes)
{
    decode([bytes]() -> PictureBytes { return bytes; });
}

void PhotoDialog::offerImage(const QImage &image)
{
    decode([image]() -> PictureBytes { return pngOf(image); });
}

void PhotoDialog::decode(std::function<PictureBytes()> source)
{
    ++m_busy;
    say({});
    const int turn = ++m_offers;
    workThen<Decoded>(
        this,
        [source = std::move(source)] {
            const PictureBytes bytes = source();
            if (!bytes)
                return Decoded{{}, fail(bytes.error())};
            return Decoded{bytes.value(), decodePicture(bytes.value())};
        },
        [this, turn](const Decoded &decoded) {
            --m_busy;
            if (turn != m_offers)
                refresh();
            else if (!decoded.answer)
                say(tr("The file can't be opened: %1").arg(decoded.answer.error()));
            else if (const PictureAnswer &answer = decoded.answer.value())
                take(decoded.bytes, answer.value());
            else
                say(pictureIssueText(answer.error()));
        });
}

void PhotoDialog::take(const QByteArray &bytes, const Picture &picture)
{
    m_bytes = bytes;
    m_picture = picture;
    m_faces.reset();
    m_verdicts.clear();
    m_isJudging = true;
    m_watch->look(++m_turn, picture.preview);
    m_camera->rest();
    m_view->setPicture(picture);
    say({});
    m_view->setFocus();
    m_accept->setDefault(true);
}

void PhotoDialog::accept()
{
    if (isLive()) {
        m_camera->take();
        return;
    }
    if (!m_picture || isBusy())
        return;
    m_acceptsThen = m_isJudging; // some tens of milliseconds more
    if (m_isJudging)
        return;
    if (m_verdicts.isEmpty())
        encode({});
    else
        askWhy();
}

void PhotoDialog::encode(const QList<PassedVerdict> &passed)
{
    ++m_busy;
    say({});
    workThen<PhotoAnswer>(
        this, [bytes = m_bytes, crop = m_view->crop()] { return encodePhoto(bytes, crop); },
        [this, passed, turn = m_offers](const PhotoAnswer &answer) {
            --m_busy;
            if (turn != m_offers) { // another picture came meanwhile
                refresh();
                return;
            }
            if (!answer) {
                say(pictureIssueText(answer.error()));
                return;
            }
            Q_EMIT photoReady(answer.value(), passed);
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
    if (tookKey(event))
        return;
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
