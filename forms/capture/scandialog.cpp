// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/scandialog.h"

#include "forms/capture/camerapart.h"
#include "forms/capture/picturefile.h"
#include "forms/capture/quadview.h"
#include "forms/capture/scantexts.h"
#include "forms/common/dialogs.h"
#include "forms/common/keybutton.h"
#include "forms/common/whendone.h"
#include "model/imaging/photoformat.h"
#include "model/ports/cameraport.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPointer>
#include <QProgressBar>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QUrl>
#include <QtConcurrent>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {
constexpr int kSettled = 250; // milliseconds without a moved corner
} // namespace

ScanDialog::ScanDialog(Dialogs &dialogs, const CaptureTools &tools, std::shared_ptr<const ScanReader> reader,
                       const QString &what, const ScanRule &rule, QWidget *parent)
    : QDialog(parent)
    , m_dialogs(dialogs)
    , m_tools(tools)
    , m_reader(std::move(reader))
    , m_what(what)
    , m_rule(rule)
    , m_camera(new CameraPart(tools, {LiveView::Subject::Page, "scanCamera", kPagePicture}, this))
    , m_settled(new QTimer(this))
{
    m_settled->setSingleShot(true);
    m_settled->setInterval(kSettled);
    setAcceptDrops(true);
    build();
    bind();
    retranslate();
    bindCamera();
    refresh();
}

ScanDialog::~ScanDialog()
{
    m_stop.request_stop();
}

void ScanDialog::bind()
{
    connect(m_view, &QuadView::changed, this, [this] {
        ++m_changes;
        m_acceptsWhenEncoded = false; // nobody has agreed to these corners yet
        m_scan.clear();
        m_settled->start();
        refresh();
    });
    connect(m_settled, &QTimer::timeout, this, &ScanDialog::encode);
    connect(m_turn, &QToolButton::clicked, m_view, &QuadView::turn);
    connect(m_whole, &QToolButton::clicked, m_view, &QuadView::takeWhole);
    connect(m_found, &QToolButton::clicked, m_view, &QuadView::takeFound);
    connect(m_before, &QToolButton::clicked, this, [this] { showPage(m_page - 1); });
    connect(m_after, &QToolButton::clicked, this, [this] { showPage(m_page + 1); });
    connect(m_choose, &QPushButton::clicked, this, &ScanDialog::chooseFile);
    connect(m_paste, &QPushButton::clicked, this, &ScanDialog::paste);
    connect(m_cancel, &QPushButton::clicked, this, &ScanDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &ScanDialog::accept);
}

void ScanDialog::refresh()
{
    const bool hasPicture = m_view->hasPicture() && !isLive();
    m_views->setCurrentWidget(isLive() ? static_cast<QWidget *>(m_camera->view()) : m_view);
    m_toolPages->setCurrentIndex(isLive() ? 1 : 0);
    m_again->setVisible(m_camera->exists() && !isLive());
    m_take->setVisible(isLive());
    m_take->setEnabled(m_camera->canTake() && !m_reading);
    m_accept->setVisible(!isLive());
    m_accept->setEnabled(hasPicture && !m_reading);
    m_turn->setEnabled(hasPicture);
    m_whole->setEnabled(hasPicture && m_view->quad() != wholeQuad(m_view->picture().size()));
    m_found->setEnabled(m_view->hasFound() && hasPicture);
    for (QWidget *part : std::initializer_list<QWidget *>{m_before, m_pageLabel, m_after})
        part->setVisible(m_pages > 1);
    m_before->setEnabled(m_page > 1 && !m_reading);
    m_after->setEnabled(m_page < m_pages && !m_reading);
    m_pageLabel->setText(tr("Page %1 of %2").arg(m_page).arg(m_pages));
    for (QWidget *part : std::initializer_list<QWidget *>{m_resultLabel, m_preview, m_result})
        part->setVisible(!isLive());
    m_result->setText(resultWords());
    m_keys->setText(keysText());
    m_progress->setVisible(m_reading);
    m_message->setText(m_trouble.isEmpty() && m_reading ? tr("Reading the document… Esc stops.") : m_trouble);
}

QString ScanDialog::resultWords() const
{
    const QLocale locale;
    const QString most = locale.formattedDataSize(m_rule.bytes, 0, QLocale::DataSizeSIFormat);
    const QString colour = m_rule.isGrey ? tr("grey") : tr("in colour");
    if (m_scan.isEmpty())
        return tr("%1, at most %2", "grey, at most 200 kB").arg(colour, most);
    return tr("%1, %2 of at most %3", "grey, 120 kB of at most 200 kB")
        .arg(colour, locale.formattedDataSize(m_scan.size(), 0, QLocale::DataSizeSIFormat), most);
}

void ScanDialog::say(const QString &trouble)
{
    m_trouble = trouble;
    refresh();
}

void ScanDialog::chooseFile()
{
    const QString filter
        = tr("Pictures and PDF (%1)").arg(u"*.jpg *.jpeg *.png *.pdf"_s) + u";;"_s + tr("All files (*)");
    m_dialogs.openFile(this, tr("Choose a scan or a picture of the document"), filter,
                       [self = QPointer<ScanDialog>(this)](const QString &path) {
                           if (!self || path.isEmpty())
                               return;
                           self->remember(false);
                           self->offerFile(path);
                       });
}

void ScanDialog::offerFile(const QString &path)
{
    read([reader = m_reader, path](std::stop_token stop) -> Offered {
        const auto bytes = readPictureFile(path);
        if (!bytes)
            return {{}, fail(bytes.error())};
        return {bytes.value(), reader->open(bytes.value(), 1, stop)};
    });
}

void ScanDialog::paste()
{
    if (const QMimeData *mime = QGuiApplication::clipboard()->mimeData())
        offerMime(*mime);
}

void ScanDialog::offerMime(const QMimeData &mime)
{
    const QList<QUrl> urls = mime.urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        offerFile(urls.first().toLocalFile());
    else if (mime.hasImage())
        offer(qvariant_cast<QImage>(mime.imageData()));
    else
        say(tr("There is no picture to paste. Copy one first, or choose a file."));
}

void ScanDialog::offer(const QByteArray &bytes)
{
    read([reader = m_reader, bytes](std::stop_token stop) -> Offered {
        return {bytes, reader->open(bytes, 1, stop)};
    });
}

void ScanDialog::offer(const QImage &picture)
{
    read([reader = m_reader, picture](std::stop_token) -> Offered { return {{}, reader->open(picture)}; });
}

void ScanDialog::showPage(int page)
{
    if (page < 1 || page > m_pages || m_reading)
        return;
    read([reader = m_reader, bytes = m_bytes, page](std::stop_token stop) -> Offered {
        return {bytes, reader->open(bytes, page, stop)};
    });
}

void ScanDialog::read(std::function<Offered(std::stop_token)> open)
{
    m_stop.request_stop(); // nobody waits for the one before
    m_stop = {};
    m_reading = true;
    m_acceptsWhenEncoded = false;
    const int turn = ++m_offers;
    say({});
    whenDone(QtConcurrent::run([open = std::move(open), stop = m_stop.get_token()] {
                 return std::make_shared<Offered>(open(stop));
             }),
             this, [this, turn](const std::shared_ptr<Offered> &offered) {
                 if (turn != m_offers)
                     return;
                 m_reading = false;
                 if (!offered->answer)
                     say(tr("The file can't be opened: %1").arg(offered->answer.error()));
                 else if (const Opened &opened = offered->answer.value())
                     take(offered->bytes, opened.value());
                 else
                     say(scanIssueText(opened.error()));
             });
}

void ScanDialog::take(const QByteArray &bytes, const ScanSource &source)
{
    m_bytes = source.pages > 1 ? bytes : QByteArray();
    m_page = source.page;
    m_pages = source.pages;
    m_camera->rest();
    m_accept->setDefault(true);
    m_view->setPicture(source.picture, source.found);
    m_view->setFocus();
    say({});
}

void ScanDialog::encode()
{
    if (!m_view->hasPicture())
        return;
    ++m_encoding;
    const int change = m_changes;
    m_encodingOf = change;
    using Encoded = Result<QByteArray, PictureIssue>;
    whenDone(QtConcurrent::run([picture = m_view->picture(), quad = m_view->quad(), rule = m_rule] {
                 return std::make_shared<Encoded>(encodeScan(picture, quad, rule));
             }),
             this, [this, change](const std::shared_ptr<Encoded> &answer) {
                 --m_encoding;
                 if (change == m_changes)
                     encoded(*answer);
                 else
                     refresh();
             });
}

void ScanDialog::encoded(const Result<QByteArray, PictureIssue> &answer)
{
    const bool accepts = std::exchange(m_acceptsWhenEncoded, false);
    m_encodingOf = -1;
    if (!answer) {
        m_preview->clear();
        say(scanIssueText(answer.error()));
        return;
    }
    m_scan = answer.value();
    showPreview();
    say({});
    if (accepts)
        accept();
}

void ScanDialog::showPreview()
{
    const QSize room = m_preview->size() * devicePixelRatioF();
    QPixmap shown = QPixmap::fromImage(
        QImage::fromData(m_scan, "jpeg").scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    shown.setDevicePixelRatio(devicePixelRatioF());
    m_preview->setPixmap(shown);
}

void ScanDialog::accept()
{
    if (m_reading)
        return;
    if (isLive()) {
        m_camera->take();
        return;
    }
    if (!m_view->hasPicture())
        return;
    if (m_scan.isEmpty()) { // the corners were moved a moment ago
        m_acceptsWhenEncoded = true;
        m_settled->stop();
        if (m_encodingOf != m_changes)
            encode();
        return;
    }
    Q_EMIT scanReady(m_scan);
    QDialog::accept();
}

void ScanDialog::reject()
{
    if (!m_reading) {
        QDialog::reject();
        return;
    }
    m_stop.request_stop();
    ++m_offers;
    m_reading = false;
    say(tr("Reading was stopped. Choose another file, or the same one again."));
}

void ScanDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void ScanDialog::dropEvent(QDropEvent *event)
{
    offerMime(*event->mimeData());
    event->acceptProposedAction();
}

void ScanDialog::keyPressEvent(QKeyEvent *event)
{
    if (tookKey(event))
        return;
    if (event->matches(QKeySequence::Paste))
        paste();
    else if (event->matches(QKeySequence::Open))
        chooseFile();
    else if (event->key() == Qt::Key_PageUp)
        showPage(m_page - 1);
    else if (event->key() == Qt::Key_PageDown)
        showPage(m_page + 1);
    else
        QDialog::keyPressEvent(event);
}

void ScanDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (!m_scan.isEmpty())
        showPreview();
}

void ScanDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QDialog::changeEvent(event);
}

} // namespace Loket
