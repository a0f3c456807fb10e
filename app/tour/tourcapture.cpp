// SPDX-License-Identifier: Apache-2.0
// The steps of the tour around what is captured on the page of a case: photo, scan, signature; and what the
// applicant sees of it.
#include "app/tour/tour.h"

#include "forms/applicant/applicantscreen.h"
#include "forms/capture/liveview.h"
#include "forms/casework/casepage.h"
#include "forms/shell/casespage.h"
#include "forms/shell/mainwindow.h"
#include "model/imaging/pagefinder.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QTest>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

bool isUsable(const QWidget *dialog, const QString &name)
{
    const QWidget *widget = dialog->findChild<QWidget *>(name);
    return widget && widget->isVisible() && widget->isEnabled();
}

/// A name, written in one go.
void sign(QWidget *pad)
{
    const QList<QPointF> way{{0.15, 0.7}, {0.22, 0.25}, {0.3, 0.72},  {0.36, 0.5}, {0.42, 0.7}, {0.5, 0.35},
                             {0.55, 0.7}, {0.62, 0.55}, {0.68, 0.72}, {0.8, 0.3},  {0.88, 0.6}};
    const auto at = [pad](const QPointF &share) {
        return QPoint(int(share.x() * pad->width()), int(share.y() * pad->height()));
    };
    QTest::mousePress(pad, Qt::LeftButton, {}, at(way.first()));
    for (int i = 1; i < way.size(); ++i) {
        for (int part = 1; part <= 8; ++part)
            QTest::mouseMove(pad, at(way[i - 1] + (way[i] - way[i - 1]) * part / 8.0));
    }
    QTest::mouseRelease(pad, Qt::LeftButton, {}, at(way.last()));
}

} // namespace

/// On the page of the case that is open.
Script Tour::captures()
{
    co_await photo();
    co_await scan();
    co_await signature();
    co_await applicant();
}

Script Tour::photo()
{
    m_camera->setPerson(2);
    m_hand.press(Qt::Key_F4);
    co_await Until(u"the photo dialog"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    co_await takePicture();
    co_await pictureOf(QApplication::activeModalWidget(), u"foto"_s);
    m_hand.press(Qt::Key_Escape);
    co_await backToWindow();
}

Script Tour::scan()
{
    m_hand.press(Qt::Key_F7);
    co_await Until(u"the documents"_s, [this] { return focusKey() == u"document"_s; });
    m_hand.press(Qt::Key_S);
    co_await Until(u"the scan dialog"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    QWidget *dialog = QApplication::activeModalWidget();
    auto *chooser = dialog->findChild<QComboBox *>(u"cameraChooser"_s);
    co_await Until(u"the cameras"_s, [chooser] { return chooser->count() > 1; });
    if (chooser->currentIndex() == 0)
        QTest::keyClick(chooser, Qt::Key_Down); // the first one films people
    const bool finds = makePageFinder() != nullptr;
    const std::function<bool()> sees = [dialog, finds] {
        const auto *live = dialog->findChild<LiveView *>();
        return isUsable(dialog, u"takePicture"_s) && (live->page().isEmpty() != finds);
    };
    co_await Until(u"the document before the camera"_s, sees);
    co_await pictureOf(dialog, u"pindai-kamera"_s);
    m_hand.press(Qt::Key_Return);
    const std::function<bool()> isRead = [dialog] {
        const auto *preview = dialog->findChild<QLabel *>(u"scanPreview"_s);
        return isUsable(dialog, u"useScan"_s) && !preview->pixmap(Qt::ReturnByValue).isNull();
    };
    co_await Until(u"the corners of the document"_s, isRead);
    co_await pictureOf(dialog, u"pindai-sudut"_s);
    m_hand.press(Qt::Key_F4);
    m_camera->setThere(false);
    const std::function<bool()> isMissed = [dialog] {
        return !dialog->findChild<LiveView *>()->message().isEmpty() && !isUsable(dialog, u"takePicture"_s);
    };
    co_await Until(u"the camera to be missed"_s, isMissed);
    co_await pictureOf(dialog, u"pindai-tanpa-kamera"_s);
    m_camera->setThere(true);
    m_hand.press(Qt::Key_Escape);
    co_await backToWindow();
    m_hand.press(Qt::Key_Space); // something was done on this page: the applicant may see it
    co_await settle();
}

Script Tour::signature()
{
    m_hand.click(find(u"signConsent"_s));
    co_await Until(u"the signature"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    QWidget *dialog = QApplication::activeModalWidget();
    co_await pictureOf(dialog, u"tanda-tangan-kosong"_s);
    sign(find(u"signaturePad"_s));
    const std::function<bool()> isSigned = [dialog] { return isUsable(dialog, u"acceptSignature"_s); };
    co_await Until(u"the signature to be enough"_s, isSigned);
    co_await pictureOf(dialog, u"tanda-tangan"_s);
    m_hand.press(Qt::Key_Escape);
    co_await backToWindow();
}

/// The second monitor of a counter that has one; a tour has none.
Script Tour::applicant()
{
    ApplicantScreen monitor(window(), [] { return QApplication::primaryScreen(); });
    monitor.setSwitchedOn(true);
    monitor.resize(window().size());
    monitor.show(window().casesPage()->current()->applicantFacts());
    co_await pictureAlone(&monitor, u"layar-peserta"_s);
}

} // namespace Loket
