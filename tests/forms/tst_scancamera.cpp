// SPDX-License-Identifier: Apache-2.0
// The scan dialog with a document camera of the test's making.
#include "forms/capture/liveview.h"
#include "forms/capture/quadview.h"
#include "forms/capture/scandialog.h"
#include "forms/common/inspect.h"
#include "forms/common/language.h"
#include "forms/common/preferences.h"
#include "forms/common/theme.h"
#include "tests/fakes/fakecamera.h"
#include "tests/fakes/fakedialogs.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

const ScanRule kCard{ScanRule::Shape::Card, false, 1'012, 150'000, {}};

/// A card that lies a little turned on a dark desk, seen by a camera of this many pixels.
QImage cardOnDesk(QSize size = {1'280, 960})
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(QColor(50, 45, 40));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size.width() / 1'280.0, size.height() / 960.0);
    painter.translate(640, 480);
    painter.rotate(7);
    painter.fillRect(-428, -270, 856, 540, QColor(180, 208, 228));
    painter.fillRect(200, -160, 180, 240, QColor(190, 60, 50));
    for (int line = 0; line < 10; ++line)
        painter.fillRect(-380, -200 + line * 38, 280 + (line * 97) % 220, 14, QColor(40, 40, 50));
    return picture;
}

QImage emptyDesk()
{
    QImage picture(1'280, 960, QImage::Format_RGB32);
    picture.fill(QColor(50, 45, 40));
    return picture;
}

struct Desk {
    FakeDialogs dialogs;
    FakeCamera &camera;
    ScanDialog dialog;
    LiveView *live;
    QuadView *view;
    QLabel *message;
    QPushButton *take;
    QPushButton *accept;
    QSignalSpy ready;

    Desk(FakeCamera &port, Preferences &preferences)
        : camera(port)
        , dialog(dialogs, CaptureTools{&port, &preferences}, std::make_shared<const ScanReader>(),
                 u"KTP elektronik"_s, kCard)
        , live(dialog.findChild<LiveView *>())
        , view(dialog.findChild<QuadView *>())
        , message(dialog.findChild<QLabel *>(u"scanTrouble"_s))
        , take(dialog.findChild<QPushButton *>(u"takePicture"_s))
        , accept(dialog.findChild<QPushButton *>(u"useScan"_s))
        , ready(&dialog, &ScanDialog::scanReady)
    {
        dialog.show();
        dialog.activateWindow();
        isActive = QTest::qWaitForWindowActive(&dialog);
    }
    bool isActive = false;
    static void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    bool settled()
    {
        return QTest::qWaitFor([&] { return !dialog.isBusy(); }, 60'000);
    }
    /// Films until the worker has said of one of the frames what the test waits for.
    bool sees(const QImage &picture, bool isPage)
    {
        return QTest::qWaitFor(
            [&] {
                camera.film(picture);
                return live->page().isEmpty() != isPage;
            },
            60'000);
    }
};

} // namespace

class TestScanCamera : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_language = std::make_unique<Language>();
        m_language->set(u"en"_s);
    }
    void init()
    {
        m_camera = std::make_unique<FakeCamera>();
        m_preferences = std::make_unique<Preferences>(QString());
    }

    void keysAlone_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Space") << int(Qt::Key_Space);
        QTest::newRow("Enter") << int(Qt::Key_Return);
    }
    void keysAlone()
    {
        QFETCH(int, key);
        Desk desk(*m_camera, *m_preferences);
        QVERIFY(desk.isActive && desk.dialog.isLive() && desk.live->hasFocus());
        QCOMPARE(m_camera->started, QStringList{u"desk"_s});
        QCOMPARE(m_camera->atLeast, kPagePicture);
        QVERIFY(!desk.take->isEnabled() && !desk.accept->isVisible());
        Desk::key(Qt::Key(key)); // nothing to take yet
        QCOMPARE(m_camera->taken, 0);

        m_camera->film(cardOnDesk());
        Desk::key(Qt::Key(key));
        Desk::key(Qt::Key(key)); // the first is not answered yet
        QCOMPARE(m_camera->taken, 1);
        m_camera->answer(cardOnDesk({2'560, 1'920}));
        QVERIFY(desk.settled());
        QVERIFY(!desk.dialog.isLive() && desk.view->isVisible() && desk.view->hasFocus());
        QCOMPARE(m_camera->running, QString());                     // its lamp is out
        QCOMPARE(desk.view->picture().size(), QSize(2'560, 1'920)); // the still, not a frame
        if (makePageFinder())
            QVERIFY(QLineF(desk.view->quad().corners[0], QPointF(2 * 248, 2 * 160)).length() < 40);

        Desk::key(Qt::Key_F4); // the card had slipped
        QVERIFY(desk.dialog.isLive() && desk.live->hasFocus());
        m_camera->film(emptyDesk());
        Desk::key(Qt::Key(key));
        m_camera->answer(cardOnDesk());
        QVERIFY(desk.settled());
        Desk::key(Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return desk.ready.size() == 1; }, 60'000));
        const QByteArray jpeg = desk.ready[0][0].toByteArray();
        QVERIFY(jpeg.size() <= kCard.bytes);
        const QImage scan = QImage::fromData(jpeg, "jpeg");
        QVERIFY(qAbs(double(scan.width()) / scan.height() - 85.6 / 54) < 0.02);
        QCOMPARE(desk.dialog.result(), int(QDialog::Accepted));
    }

    void edgesAreDrawnWhileItFilms()
    {
        if (!makePageFinder())
            QSKIP("built without OpenCV");
        Desk desk(*m_camera, *m_preferences);
        QVERIFY(desk.sees(cardOnDesk(), true));
        QCOMPARE(desk.live->page().size(), 4);
        const QPointF corner = desk.live->page().first();
        QVERIFY(QLineF(QPointF(corner.x() * 1'280, corner.y() * 960), QPointF(248, 160)).length() < 20);
        QVERIFY(desk.sees(emptyDesk(), false)); // taken away
        QVERIFY(desk.sees(cardOnDesk(), true));
        m_camera->setThere({});
        QVERIFY(!desk.live->hasPicture() && desk.live->page().isEmpty());
    }

    void noneAtAll()
    {
        m_camera->there = QList<CameraInfo>();
        Desk desk(*m_camera, *m_preferences);
        QVERIFY2(desk.live->message().contains(u"no camera"_s), qPrintable(desk.live->message()));
        QVERIFY(desk.live->message().contains(u"Ctrl+O"_s) && !desk.take->isEnabled());
        const QTemporaryDir folder;
        desk.dialogs.fileAnswer = folder.filePath(u"ktp.png"_s);
        QVERIFY(cardOnDesk().save(desk.dialogs.fileAnswer));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_O, Qt::ControlModifier);
        QVERIFY(desk.settled());
        QVERIFY(!desk.dialog.isLive() && desk.view->hasFocus());
        Desk::key(Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return desk.ready.size() == 1; }, 60'000));
    }

    void pulledOutAndBack()
    {
        Desk desk(*m_camera, *m_preferences);
        m_camera->film(cardOnDesk());
        m_camera->setThere({});
        QVERIFY2(desk.live->message().contains(u"pulled out"_s), qPrintable(desk.live->message()));
        QVERIFY(!desk.take->isEnabled());
        m_camera->setThere({u"desk"_s});
        QCOMPARE(m_camera->running, u"desk"_s);
        m_camera->film(cardOnDesk());
        QVERIFY(desk.live->hasPicture() && desk.take->isEnabled());

        Desk::key(Qt::Key_Space);
        m_camera->answer(Loket::fail(CameraTrouble::Pulled)); // in the middle of it
        m_camera->setThere({});
        QVERIFY(desk.dialog.isLive() && desk.message->text().contains(u"took no picture"_s));
        m_camera->setThere({u"desk"_s});
        m_camera->film(cardOnDesk());
        Desk::key(Qt::Key_Space);
        QCOMPARE(m_camera->taken, 2);
    }

    void itsCameraIsNotThePortraits()
    {
        m_camera->there = QList<CameraInfo>{{u"desk"_s, u"Desk"_s, true}, {u"papers"_s, u"Papers"_s, false}};
        m_preferences->set("camera", u"desk"_s);
        {
            Desk desk(*m_camera, *m_preferences);
            auto *chooser = desk.dialog.findChild<QComboBox *>(u"cameraChooser"_s);
            QCOMPARE(chooser->currentText(), u"Desk"_s);
            QTest::keyClick(chooser, Qt::Key_Down);
            QCOMPARE(m_camera->running, u"papers"_s);
        }
        QCOMPARE(m_camera->running, QString());
        const Desk again(*m_camera, *m_preferences);
        QCOMPARE(m_camera->running, u"papers"_s);
        QCOMPARE(m_preferences->value("camera").toString(), u"desk"_s);
    }

    void beginsWhereTheLastScanCameFrom()
    {
        const QTemporaryDir folder;
        {
            Desk desk(*m_camera, *m_preferences);
            QVERIFY(desk.dialog.isLive());
            desk.dialogs.fileAnswer = folder.filePath(u"ktp.png"_s);
            QVERIFY(cardOnDesk().save(desk.dialogs.fileAnswer));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_O, Qt::ControlModifier);
            QVERIFY(desk.settled());
        }
        {
            Desk desk(*m_camera, *m_preferences);
            QVERIFY(!desk.dialog.isLive());
            QCOMPARE(m_camera->running, QString());
            Desk::key(Qt::Key_F4);
            m_camera->film(cardOnDesk());
            Desk::key(Qt::Key_Space);
            m_camera->answer(cardOnDesk());
            QVERIFY(desk.settled());
        }
        const Desk desk(*m_camera, *m_preferences);
        QVERIFY(desk.dialog.isLive());
    }

    void goneWhileEverythingIsUnderWay()
    {
        {
            Desk desk(*m_camera, *m_preferences);
            m_camera->film(cardOnDesk());
            Desk::key(Qt::Key_Space);
            Desk::key(Qt::Key_Escape);
            QCOMPARE(desk.dialog.result(), int(QDialog::Rejected));
            QVERIFY(desk.ready.isEmpty());
        }
        QCOMPARE(m_camera->running, QString());
        m_camera->answer(cardOnDesk()); // nobody is there to take it
        m_camera->setThere({});
    }

    void looksRight_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("scale");
        QTest::newRow("id") << u"id"_s << false << 100;
        QTest::newRow("id dark") << u"id"_s << true << 100;
        QTest::newRow("id large") << u"id"_s << false << 150;
        QTest::newRow("en large dark") << u"en"_s << true << 150;
    }
    void looksRight()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        QFETCH(int, scale);
        m_language->set(language);
        m_theme->setDark(dark);
        m_theme->setScale(scale);
        const auto finds = [](QWidget &window, const char *what) {
            const QString pictures = qEnvironmentVariable("LOKET_PICTURES");
            if (!pictures.isEmpty())
                window.grab().save(u"%1/scan-%2-%3.png"_s.arg(
                    pictures, QString::fromLatin1(QTest::currentDataTag()), QString::fromLatin1(what)));
            return findingsText(inspectWindow(window));
        };
        {
            Desk desk(*m_camera, *m_preferences);
            if (makePageFinder())
                QVERIFY(desk.sees(cardOnDesk(), true));
            QCOMPARE(finds(desk.dialog, "live"), QString());
            Desk::key(Qt::Key_Space);
            m_camera->answer(cardOnDesk({2'560, 1'920}));
            QVERIFY(desk.settled());
            QCOMPARE(finds(desk.dialog, "corners"), QString());
        }
        m_camera->there = QList<CameraInfo>();
        {
            Desk desk(*m_camera, *m_preferences);
            QCOMPARE(finds(desk.dialog, "none"), QString());
        }
        m_theme->setDark(false);
        m_theme->setScale(100);
        m_language->set(u"en"_s);
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<FakeCamera> m_camera;
    std::unique_ptr<Preferences> m_preferences;
};

QTEST_MAIN(TestScanCamera)
#include "tst_scancamera.moc"
