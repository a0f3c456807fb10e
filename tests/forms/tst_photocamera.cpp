// SPDX-License-Identifier: Apache-2.0
// The photo dialog with a camera and faces, both of the test's making.
#include "forms/capture/cropview.h"
#include "forms/capture/liveview.h"
#include "forms/capture/photodialog.h"
#include "forms/common/dialogs.h"
#include "forms/common/inspect.h"
#include "forms/common/language.h"
#include "forms/common/preferences.h"
#include "forms/common/theme.h"
#include "tests/fakes/fakecamera.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// Answers with one reason.
class OneReason : public Dialogs
{
public:
    QString reasonGiven;
    QList<ReasonQuestion> asked;
    int filesAsked = 0;
    void confirm(QWidget *, const Question &, std::function<void(bool)>) override { }
    void reason(QWidget *, const ReasonQuestion &question,
                std::function<void(const QString &)> answer) override
    {
        asked += question;
        answer(reasonGiven);
    }
    void openFile(QWidget *, const QString &, const QString &,
                  std::function<void(const QString &)> answer) override
    {
        ++filesAsked;
        answer({});
    }
    void saveFile(QWidget *, const QString &, const QString &, const QString &,
                  std::function<void(const QString &)>) override
    {
    }
    void choose(QWidget *, const ChoiceQuestion &, std::function<void(const QString &)>) override { }
    void tell(QWidget *, const QString &, const QString &) override { }
};

/// Finds as many faces as the test says.
class CountedFaces : public FaceFinder
{
public:
    explicit CountedFaces(std::shared_ptr<const std::atomic_int> count)
        : m_count(std::move(count))
    {
    }
    QList<Face> find(const QImage &picture) const override
    {
        const double side = picture.height() / 2.0;
        const QRectF box(picture.width() / 2.0 - side / 2, picture.height() / 4.0, side, side);
        return QList<Face>(*m_count, Face{box, {}, {}});
    }

private:
    std::shared_ptr<const std::atomic_int> m_count;
};

PortraitReport judged(const QImage &, const QList<Face> &faces, QSize)
{
    PortraitReport report;
    report.faces = faces;
    if (faces.isEmpty()) {
        report.verdicts = {PortraitVerdict::NoFace};
        return report;
    }
    report.head = faces.first().box;
    report.crop = QRectF(report.head.x() - 40, 10, 525, 700);
    if (faces.size() > 1)
        report.verdicts = {PortraitVerdict::SeveralFaces};
    return report;
}

QImage filled(const QColor &colour, QSize size = kPersonPicture)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// A dialog on the screen, with what it is made of.
struct Desk {
    OneReason dialogs;
    FakeCamera &camera;
    Preferences &preferences;
    std::shared_ptr<std::atomic_int> faces = std::make_shared<std::atomic_int>(1);
    std::shared_ptr<std::atomic_int> judgements = std::make_shared<std::atomic_int>(0);
    qint64 now = 0;
    std::unique_ptr<PhotoDialog> dialog;
    LiveView *live;
    CropView *crop;
    QLabel *message;
    QPushButton *take;
    QPushButton *use;
    QSignalSpy ready;

    CaptureTools tools(bool finds)
    {
        CaptureTools all{&camera, &preferences};
        if (finds)
            all.faces = [count = faces] { return std::make_unique<CountedFaces>(count); };
        all.judge = [count = judgements](const QImage &picture, const QList<Face> &found, QSize full) {
            ++*count;
            return judged(picture, found, full);
        };
        all.clock = [this] { return now; };
        return all;
    }
    Desk(FakeCamera &port, Preferences &kept, bool finds = false)
        : camera(port)
        , preferences(kept)
        , dialog(std::make_unique<PhotoDialog>(dialogs, tools(finds), u"SARI DEWI"_s))
        , live(dialog->findChild<LiveView *>())
        , crop(dialog->findChild<CropView *>())
        , message(dialog->findChild<QLabel *>(u"pictureTrouble"_s))
        , take(dialog->findChild<QPushButton *>(u"takePicture"_s))
        , use(dialog->findChild<QPushButton *>(u"usePhoto"_s))
        , ready(dialog.get(), &PhotoDialog::photoReady)
    {
        dialog->show();
        dialog->activateWindow();
        isActive = QTest::qWaitForWindowActive(dialog.get());
    }
    bool settled() const
    {
        return QTest::qWaitFor([this] { return !dialog->isBusy(); }, 20'000);
    }
    bool shows(const QString &words) const
    {
        return QTest::qWaitFor([&] { return message->text().contains(words); }, 20'000);
    }
    bool isActive = false;
};

} // namespace

class TestPhotoCamera : public QObject
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
        QVERIFY(desk.isActive && desk.dialog->isLive());
        QCOMPARE(m_camera->started, QStringList{u"desk"_s});
        QVERIFY(!desk.take->isEnabled());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key)); // nothing to take yet
        QCOMPARE(m_camera->taken, 0);

        m_camera->film(filled(Qt::red));
        QVERIFY(desk.live->hasPicture() && desk.take->isEnabled());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key)); // the first is not answered yet
        QCOMPARE(m_camera->taken, 1);
        m_camera->answer(filled(Qt::blue, QSize(1920, 1080)));
        QVERIFY(desk.settled());
        QVERIFY(!desk.dialog->isLive() && desk.crop->isVisible() && desk.crop->hasFocus());
        QCOMPARE(m_camera->running, QString()); // its lamp is out
        QCOMPARE(desk.crop->crop().height(), 1080.0);

        QTest::keyClick(desk.crop, Qt::Key_F4); // once more
        QVERIFY(desk.dialog->isLive() && desk.live->hasFocus());
        QCOMPARE(m_camera->running, u"desk"_s);
        m_camera->film(filled(Qt::red));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
        m_camera->answer(filled(Qt::green));
        QVERIFY(desk.settled());
        QTest::keyClick(desk.crop, Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return desk.ready.size() == 1; }, 20'000));
        const QImage photo = QImage::fromData(desk.ready.first().first().toByteArray());
        QCOMPARE(photo.size(), QSize(354, 472));
        QVERIFY(photo.pixelColor(100, 100).green() > 200);
        QVERIFY(desk.ready.first().at(1).value<QList<PassedVerdict>>().isEmpty());
    }

    void noneAtAll()
    {
        m_camera->there = QList<CameraInfo>();
        Desk desk(*m_camera, *m_preferences);
        QVERIFY2(desk.live->message().contains(u"no camera"_s), qPrintable(desk.live->message()));
        QVERIFY(desk.live->message().contains(u"Ctrl+O"_s) && !desk.take->isEnabled());
        QTest::keyClick(desk.dialog.get(), Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(desk.dialogs.filesAsked, 1);
        m_camera->setThere({u"desk"_s}); // and one comes
        QCOMPARE(m_camera->running, u"desk"_s);
        m_camera->film(filled(Qt::red));
        QVERIFY(desk.live->hasPicture());
    }

    void slowToKnow()
    {
        m_camera->there = std::nullopt;
        Desk desk(*m_camera, *m_preferences);
        QVERIFY(desk.live->message().contains(u"Looking"_s) && m_camera->looked == 1);
        m_camera->setThere({u"desk"_s, u"papers"_s});
        QCOMPARE(m_camera->running, u"desk"_s);
        QVERIFY(desk.live->message().contains(u"starting"_s));
    }

    void pulledOutAndBack()
    {
        Desk desk(*m_camera, *m_preferences);
        m_camera->film(filled(Qt::red));
        m_camera->setThere({});
        QVERIFY2(desk.live->message().contains(u"pulled out"_s), qPrintable(desk.live->message()));
        QVERIFY(!desk.take->isEnabled());
        m_camera->setThere({u"papers"_s}); // another one is not taken by itself
        QCOMPARE(m_camera->started, QStringList{u"desk"_s});
        m_camera->setThere({u"papers"_s, u"desk"_s});
        QCOMPARE(m_camera->running, u"desk"_s);
        m_camera->film(filled(Qt::red));
        QVERIFY(desk.live->hasPicture() && desk.take->isEnabled());
    }

    void pulledOutWhileTaking()
    {
        Desk desk(*m_camera, *m_preferences);
        m_camera->film(filled(Qt::red));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        m_camera->answer(Loket::fail(CameraTrouble::Pulled));
        m_camera->setThere({});
        QVERIFY(desk.dialog->isLive() && desk.message->text().contains(u"took no picture"_s));
        m_camera->setThere({u"desk"_s});
        m_camera->film(filled(Qt::red));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(m_camera->taken, 2);
    }

    void silentForAWhile()
    {
        Desk desk(*m_camera, *m_preferences);
        m_camera->fail(CameraTrouble::Silent);
        QVERIFY(desk.live->message().contains(u"sends no picture"_s));
        m_camera->film(filled(Qt::red));
        QVERIFY(desk.live->hasPicture() && desk.take->isEnabled());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        m_camera->answer(Loket::fail(CameraTrouble::Silent)); // the still's own time-out
        QVERIFY(desk.dialog->isLive() && desk.take->isEnabled());
        QVERIFY(desk.message->text().contains(u"took no picture"_s));
    }

    void usedByAnotherProgram()
    {
        Desk desk(*m_camera, *m_preferences);
        m_camera->fail(CameraTrouble::Busy);
        QVERIFY(desk.live->message().contains(u"Another program"_s));
        auto *retry = desk.dialog->findChild<QTimer *>(u"cameraRetry"_s);
        QVERIFY(retry->isActive());
        retry->start(0);
        QVERIFY(QTest::qWaitFor([&] { return m_camera->started.size() == 2; }, 20'000));
        m_camera->fail(CameraTrouble::Denied);
        QVERIFY(desk.live->message().contains(u"administrator"_s) && retry->isActive());
    }

    void severalCameras()
    {
        m_camera->there = QList<CameraInfo>{{u"desk"_s, u"Desk"_s, true}, {u"papers"_s, u"Papers"_s, false}};
        {
            Desk desk(*m_camera, *m_preferences);
            auto *chooser = desk.dialog->findChild<QComboBox *>(u"cameraChooser"_s);
            QCOMPARE(chooser->currentText(), u"Desk"_s);
            m_camera->film(filled(Qt::red));
            QTest::keyClick(chooser, Qt::Key_Down);
            QCOMPARE(m_camera->running, u"papers"_s);
            QVERIFY(!desk.live->hasPicture()); // the old picture is not the new camera's
            m_camera->film(filled(Qt::blue));
            QVERIFY(desk.live->hasPicture());
        }
        QCOMPARE(m_camera->running, QString());
        Desk again(*m_camera, *m_preferences);
        QCOMPARE(m_camera->running, u"papers"_s); // remembered
    }

    void anOpenListOfCamerasStaysOpen()
    {
        m_camera->setThere({u"desk"_s, u"papers"_s});
        Desk desk(*m_camera, *m_preferences);
        auto *chooser = desk.dialog->findChild<QComboBox *>(u"cameraChooser"_s);
        chooser->showPopup();
        QVERIFY(chooser->view()->isVisible());
        chooser->view()->setCurrentIndex(chooser->model()->index(chooser->findData(u"papers"_s), 0));
        const auto marked = [&] { return chooser->view()->currentIndex().data(Qt::UserRole).toString(); };
        m_camera->setThere({u"window"_s, u"desk"_s, u"papers"_s}); // one is plugged in
        QCOMPARE(chooser->count(), 3);
        QVERIFY(chooser->view()->isVisible());
        QCOMPARE(marked(), u"papers"_s);
        m_camera->setThere({u"window"_s, u"papers"_s}); // and another pulled out
        QCOMPARE(chooser->count(), 2);
        QVERIFY(chooser->view()->isVisible());
        QCOMPARE(marked(), u"papers"_s);
        QTest::keyClick(chooser->view(), Qt::Key_Return);
        QCOMPARE(m_camera->running, u"papers"_s);
    }

    void verdictWarnsAndIsPassed()
    {
        Desk desk(*m_camera, *m_preferences, true);
        *desk.faces = 2;
        m_camera->film(filled(Qt::red));
        QVERIFY(desk.shows(u"Several faces"_s)); // before it is taken
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        m_camera->answer(filled(Qt::blue));
        QVERIFY(QTest::qWaitFor([&] { return desk.crop->crop().height() == 700; }, 20'000)); // as proposed
        QVERIFY(desk.shows(u"Several faces"_s));
        QTest::keyClick(desk.crop, Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return desk.dialogs.asked.size() == 1; }, 20'000));
        QVERIFY(desk.dialogs.asked.first().text.contains(u"Several faces"_s));
        QVERIFY(desk.ready.isEmpty() && desk.dialog->isVisible()); // no reason, so back to the photo
        desk.dialogs.reasonGiven = u"twins"_s;
        QTest::keyClick(desk.crop, Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return desk.ready.size() == 1; }, 20'000));
        const QList<PassedVerdict> passed{{u"photo.several-faces"_s, u"twins"_s}};
        QCOMPARE(desk.ready.first().at(1).value<QList<PassedVerdict>>(), passed);
    }

    void goodPhotoIsNotAskedAbout()
    {
        Desk desk(*m_camera, *m_preferences, true);
        m_camera->film(filled(Qt::red));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        m_camera->answer(filled(Qt::blue));
        QVERIFY(desk.settled());
        QTest::keyClick(desk.crop, Qt::Key_Return); // also before the faces are known
        QVERIFY(QTest::qWaitFor([&] { return desk.ready.size() == 1; }, 20'000));
        QVERIFY(desk.dialogs.asked.isEmpty());
    }

    void aPictureIsJudgedOnceAsItWillBeCut()
    {
        Desk desk(*m_camera, *m_preferences, true);
        m_camera->film(filled(Qt::red));
        auto *watch = desk.dialog->findChild<FaceWatch *>();
        QVERIFY(QTest::qWaitFor([&] { return !watch->isBusy(); }, 20'000));
        *desk.judgements = 0;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        m_camera->answer(filled(Qt::blue));
        QVERIFY(QTest::qWaitFor([&] { return desk.crop->crop().height() == 700; }, 20'000)); // as proposed
        QVERIFY(QTest::qWaitFor([&] { return !watch->isBusy(); }, 20'000));
        QCOMPARE(desk.judgements->load(), 2); // the whole picture for its crop, then the crop
    }

    void officersCropStays()
    {
        Desk desk(*m_camera, *m_preferences, true);
        m_camera->film(filled(Qt::red));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        m_camera->answer(filled(Qt::blue));
        QVERIFY(QTest::qWaitFor([&] { return desk.crop->crop().height() == 700; }, 20'000));
        const QRectF proposed = desk.crop->crop();
        QTest::keyClick(desk.crop, Qt::Key_Plus);
        QVERIFY(desk.crop->crop() != proposed);
        QTest::keyClick(desk.crop, Qt::Key_Home);
        QCOMPARE(desk.crop->crop(), proposed);
        QTest::keyClick(desk.crop, Qt::Key_Right);
        const QRectF moved = desk.crop->crop();
        desk.crop->propose(QRectF(0, 0, 300, 400));
        QCOMPARE(desk.crop->crop(), moved);
    }

    void takesByItself()
    {
        Desk desk(*m_camera, *m_preferences, true);
        auto *automatic = desk.dialog->findChild<QCheckBox *>(u"autoCapture"_s);
        const auto see = [&](qint64 at) { // one frame, looked at
            desk.now = at;
            auto *watch = desk.dialog->findChild<FaceWatch *>();
            QSignalSpy found(watch, &FaceWatch::found);
            m_camera->film(filled(Qt::red));
            return QTest::qWaitFor([&] { return found.size() == 1; }, 20'000);
        };
        for (int at = 0; at <= 1000; at += 100)
            QVERIFY(see(at));
        QCOMPARE(m_camera->taken, 0); // not asked to
        automatic->click();
        QVERIFY(m_preferences->value("autoCapture").toBool());
        for (int at = 2000; at < 2500; at += 100)
            QVERIFY(see(at));
        QCOMPARE(m_camera->taken, 0); // not half a second yet
        QVERIFY(see(2500));
        QCOMPARE(m_camera->taken, 1);
        m_camera->answer(filled(Qt::blue));
        QVERIFY(desk.settled() && !desk.dialog->isLive());
        QVERIFY(Desk(*m_camera, *m_preferences, true)
                    .dialog->findChild<QCheckBox *>(u"autoCapture"_s)
                    ->isChecked());
    }

    void onlyTheNewestIsLookedAt()
    {
        struct Slow : FaceFinder {
            std::shared_ptr<QSemaphore> gate;
            explicit Slow(std::shared_ptr<QSemaphore> g)
                : gate(std::move(g))
            {
            }
            QList<Face> find(const QImage &) const override
            {
                gate->acquire();
                return {};
            }
        };
        const auto gate = std::make_shared<QSemaphore>();
        FaceWatch watch([gate] { return std::make_unique<Slow>(gate); });
        QSignalSpy found(&watch, &FaceWatch::found);
        for (int turn = 1; turn <= 5; ++turn)
            watch.look(turn, filled(Qt::red));
        QVERIFY(watch.isBusy());
        gate->release(5);
        QVERIFY(QTest::qWaitFor([&] { return !watch.isBusy(); }, 20'000));
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].first().toInt(), 1);
        QCOMPARE(found[1].first().toInt(), 5);
    }

    void goneWhileEverythingIsUnderWay()
    {
        {
            Desk desk(*m_camera, *m_preferences, true);
            m_camera->film(filled(Qt::red));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QCOMPARE(desk.dialog->result(), int(QDialog::Rejected));
        }
        QCOMPARE(m_camera->running, QString());
        m_camera->answer(filled(Qt::blue)); // nobody is there to take it
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
                window.grab().save(u"%1/photo-%2-%3.png"_s.arg(
                    pictures, QString::fromLatin1(QTest::currentDataTag()), QString::fromLatin1(what)));
            return findingsText(inspectWindow(window));
        };
        {
            Desk desk(*m_camera, *m_preferences, true);
            m_camera->film(filled(QColor(200, 210, 215)));
            *desk.faces = 2;
            m_camera->film(filled(QColor(200, 210, 215)));
            QCOMPARE(finds(*desk.dialog, "live"), QString());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
            m_camera->answer(filled(QColor(200, 210, 215)));
            QVERIFY(desk.settled());
            auto *watch = desk.dialog->findChild<FaceWatch *>();
            QVERIFY(
                QTest::qWaitFor([&] { return !watch->isBusy() && !desk.message->text().isEmpty(); }, 20'000));
            QCOMPARE(finds(*desk.dialog, "crop"), QString());
        }
        {
            m_camera->there = QList<CameraInfo>();
            Desk desk(*m_camera, *m_preferences);
            QCOMPARE(finds(*desk.dialog, "none"), QString());
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

QTEST_MAIN(TestPhotoCamera)
#include "tst_photocamera.moc"
