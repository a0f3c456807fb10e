// SPDX-License-Identifier: Apache-2.0
// The real QCamera with cameras that GStreamer draws.
#include "app/devices/cameramode.h"
#include "app/devices/cameraprobe.h"
#include "app/devices/cameraroll.h"
#include "app/devices/qtcamera.h"
#include "tests/fakes/drawncamera.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Loket;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QString kDesk = u"Kamera meja"_s;
const QString kPapers = u"Kamera dokumen"_s;
constexpr int kRepeats = 20;
constexpr int kPatience = 20'000; // milliseconds, on a machine that does much else

/// What a user of the port sees.
struct Watcher {
    QtCamera camera;
    QSignalSpy changes;
    QSignalSpy frames;
    QSignalSpy troubles;
    QList<Result<QImage, CameraTrouble>> stills;

    explicit Watcher(CameraLimits limits = {})
        : camera(limits)
        , changes(&camera, &CameraPort::camerasChanged)
        , frames(&camera, &CameraPort::frame)
        , troubles(&camera, &CameraPort::troubled)
    {
        camera.look();
    }
    bool waitFor(const std::function<bool()> &condition) const
    {
        return QTest::qWaitFor(condition, kPatience);
    }
    bool sees(int count)
    {
        return waitFor([&] { return camera.cameras() && camera.cameras()->size() == count; });
    }
    bool films(int more = 3)
    {
        const qsizetype before = frames.size();
        return waitFor([&] { return frames.size() >= before + more; });
    }
    void take()
    {
        camera.take([this](const Result<QImage, CameraTrouble> &still) { stills += still; });
    }
    QByteArray said() const
    {
        QByteArray all;
        for (const auto &trouble : troubles)
            all += QByteArray::number(int(trouble.first().value<CameraTrouble>())) + ' ';
        return all;
    }
    CameraTrouble lastTrouble() const { return troubles.last().first().value<CameraTrouble>(); }
};

} // namespace

class TestQtCamera : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup()
    {
        for (const QString &id : {u"one"_s, u"two"_s})
            DrawnCamera::pull(id);
        QVERIFY(QTest::qWaitFor([] { return DrawnCamera::inUse() == 0; }, kPatience));
    }

    void nothingThere()
    {
        Watcher watcher;
        QVERIFY(watcher.sees(0));
        watcher.camera.start(kDesk, kPersonPicture);
        QVERIFY(watcher.waitFor([&] { return watcher.troubles.size() == 1; }));
        QCOMPARE(watcher.lastTrouble(), CameraTrouble::Pulled);
        watcher.take();
        QVERIFY(watcher.stills.isEmpty()); // never from within the call
        QVERIFY(watcher.waitFor([&] { return watcher.stills.size() == 1; }));
        QVERIFY(!watcher.stills.first() && watcher.stills.first().error() == CameraTrouble::Pulled);
    }

    void framesAndStill()
    {
        DrawnCamera::plug(u"one"_s, kDesk);
        for (int i = 0; i < kRepeats; ++i) {
            Watcher watcher;
            QVERIFY(watcher.sees(1));
            QCOMPARE(watcher.camera.cameras()->first().name, kDesk);
            watcher.camera.start(kDesk, kPersonPicture);
            QVERIFY(watcher.films());
            const QImage frame = watcher.frames.last().first().value<QImage>();
            QCOMPARE(frame.size(), kPersonPicture);                      // not the first format it offers
            QCOMPARE(frame.pixelColor(60, 100).lightness() > 170, true); // the bars begin light
            watcher.take();
            watcher.take(); // one at a time
            QVERIFY(watcher.waitFor([&] { return watcher.stills.size() == 2; }));
            QVERIFY(!watcher.stills[0] && watcher.stills[0].error() == CameraTrouble::Failed);
            QVERIFY(watcher.stills[1]);
            const QImage still = watcher.stills[1].value();
            QCOMPARE(still.size(), kPersonPicture);
            QCOMPARE(still.format(), QImage::Format_RGB32);
            if (i % 2 == 0)
                watcher.camera.stop(); // else it goes while it films
            QCOMPARE(watcher.said(), QByteArray());
        }
        QCOMPARE(DrawnCamera::opened(), kRepeats);
    }

    void pulledWhileFilmingAndBack()
    {
        Watcher watcher;
        QVERIFY(watcher.sees(0));
        DrawnCamera::plug(u"one"_s, kDesk);
        QVERIFY(watcher.sees(1));
        watcher.camera.start(kDesk, kPersonPicture);
        QVERIFY(watcher.films());
        watcher.take();
        DrawnCamera::pull(u"one"_s);
        QVERIFY(watcher.waitFor([&] { return watcher.stills.size() == 1 && watcher.troubles.size() == 1; }));
        QCOMPARE(watcher.lastTrouble(), CameraTrouble::Pulled);
        QVERIFY(watcher.sees(0));
        QVERIFY(watcher.waitFor([] { return DrawnCamera::inUse() == 0; }));

        DrawnCamera::plug(u"one"_s, kDesk);
        QVERIFY(watcher.sees(1));
        watcher.camera.start(kDesk, kPersonPicture);
        QVERIFY(watcher.films());
        QCOMPARE(watcher.said(), QByteArray::number(int(CameraTrouble::Pulled)) + ' ');
    }

    void fromOneToTheOther()
    {
        DrawnCamera::plug(u"one"_s, kDesk);
        DrawnCamera::plug(u"two"_s, kPapers);
        Watcher watcher;
        QVERIFY(watcher.sees(2));
        watcher.camera.start(kDesk, QSize(320, 240));
        QVERIFY(watcher.films());
        QCOMPARE(watcher.frames.last().first().value<QImage>().size(), QSize(640, 480));
        watcher.take();
        watcher.camera.start(kPapers, kPersonPicture); // the other's still never comes
        QVERIFY(watcher.waitFor([&] { return watcher.stills.size() == 1; }));
        QVERIFY(!watcher.stills.first());
        watcher.frames.clear();
        QVERIFY(watcher.films());
        for (const auto &frame : watcher.frames)
            QCOMPARE(frame.first().value<QImage>().size(), kPersonPicture);
        QVERIFY(watcher.waitFor([] { return DrawnCamera::inUse() == 1; }));
        DrawnCamera::pull(u"one"_s); // not the one that films
        QVERIFY(watcher.sees(1));
        QVERIFY(watcher.films());
        QCOMPARE(watcher.said(), QByteArray());
    }

    void silentCamera()
    {
        CameraLimits quick;
        quick.firstFrame = 1500ms;
        quick.nextFrame = 100ms;
        quick.still = 200ms;
        Watcher watcher(quick);
        DrawnCamera::plug(u"one"_s, kDesk, DrawnCamera::Kind::Ending);
        QVERIFY(watcher.sees(1));
        watcher.camera.start(kDesk, kPersonPicture);
        QVERIFY(watcher.films(1));
        QVERIFY(watcher.waitFor([&] { return watcher.troubles.size() == 1; }));
        QCOMPARE(watcher.lastTrouble(), CameraTrouble::Silent);
        QVERIFY(watcher.films(1)); // it was started again by itself
        watcher.camera.stop();
        const qsizetype told = watcher.troubles.size();
        watcher.take();
        QVERIFY(watcher.waitFor([&] { return watcher.stills.size() == 1; }));
        QVERIFY(watcher.waitFor([] { return DrawnCamera::inUse() == 0; }));
        QCOMPARE(watcher.troubles.size(), told); // a camera that was stopped is not watched
    }

    void cameraThatCannotBeOpened()
    {
        CameraLimits quick;
        quick.firstFrame = 300ms;
        quick.still = 100ms;
        DrawnCamera::plug(u"one"_s, kDesk, DrawnCamera::Kind::Broken);
        Watcher watcher(quick);
        QVERIFY(watcher.sees(1));
        watcher.camera.start(kDesk, kPersonPicture);
        watcher.take();
        QVERIFY(watcher.waitFor([&] { return watcher.stills.size() == 1 && !watcher.troubles.isEmpty(); }));
        QVERIFY(!watcher.stills.first());
        QVERIFY(watcher.frames.isEmpty());
    }

    void modes_data()
    {
        QTest::addColumn<QList<CameraMode>>("modes");
        QTest::addColumn<int>("best");
        using Modes = QList<CameraMode>;
        QTest::newRow("none") << Modes{} << -1;
        QTest::newRow("only small ones") << Modes{{{320, 240}, 30}, {{640, 480}, 30}} << 1;
        QTest::newRow("the smallest that is enough")
            << Modes{{{640, 480}, 30}, {{1920, 1080}, 30}, {{1280, 720}, 30}} << 2;
        QTest::newRow("raw is too slow over USB 2, so JPEG")
            << Modes{{{1280, 720}, 10}, {{1280, 720}, 30}} << 1;
        QTest::newRow("larger and quick before enough and slow")
            << Modes{{{1280, 720}, 5}, {{1920, 1080}, 30}, {{640, 480}, 60}} << 1;
        QTest::newRow("slow everywhere") << Modes{{{2592, 1944}, 2}, {{1280, 720}, 8}, {{640, 480}, 30}} << 1;
        QTest::newRow("wide but low is not enough") << Modes{{{1920, 480}, 30}, {{1280, 960}, 15}} << 1;
    }
    void modes()
    {
        QFETCH(QList<CameraMode>, modes);
        QFETCH(int, best);
        QCOMPARE(bestMode(modes, kPersonPicture), best);
    }

    void rollOfCameras()
    {
        const auto ids = [](const CameraRoll &roll) {
            QStringList list;
            for (const CameraRoll::Seat &seat : roll.cameras())
                list += seat.id + u'=' + seat.qtId;
            return list.join(u' ');
        };
        CameraRoll roll;
        roll.update({{u"0"_s, u"C270"_s}, {u"1"_s, u"C270"_s}, {u"2"_s, u"Scan"_s}});
        QCOMPARE(ids(roll), u"C270=0 C270 (2)=1 Scan=2"_s);
        QList<ListedCamera> doubled{{u"0"_s, u"C270"_s}, {u"1"_s, u"C270"_s}, {u"2"_s, u"Scan"_s},
                                    {u"3"_s, u"C270"_s}, {u"4"_s, u"C270"_s}, {u"5"_s, u"Scan"_s}};
        roll.update(doubled); // told again
        QCOMPARE(ids(roll), u"C270=0 C270 (2)=1 Scan=2"_s);
        roll.update(doubled + QList<ListedCamera>{{u"6"_s, u"Scan"_s}}); // and a second one of it
        QCOMPARE(ids(roll), u"C270=0 C270 (2)=1 Scan=2 Scan (2)=6"_s);
        roll.endOfBeginning();

        doubled.removeFirst(); // pulled out, and Qt forgets one of the two
        roll.update(doubled);
        QCOMPARE(ids(roll), u"C270 (2)=1 Scan=2"_s);
        roll.update(doubled + QList<ListedCamera>{{u"7"_s, u"C270"_s}}); // back
        QCOMPARE(ids(roll), u"C270 (2)=1 Scan=2 C270=7"_s);
        QCOMPARE(roll.qtId(u"C270"_s), u"7"_s);
        doubled.removeLast(); // the other of the two
        roll.update(doubled + QList<ListedCamera>{{u"7"_s, u"C270"_s}});
        QCOMPARE(ids(roll), u"C270 (2)=1 C270=7"_s);
        roll.update({});
        QCOMPARE(ids(roll), QString());
        roll.update({{u"8"_s, u"C270"_s}, {u"9"_s, u"C270"_s}}); // no pairs after the beginning
        QCOMPARE(ids(roll), u"C270=8 C270 (2)=9"_s);
    }

    void whatTheKernelSays()
    {
        QCOMPARE(whyUnusable({u"/dev/video-that-is-not-there"_s}, CameraTrouble::Silent),
                 CameraTrouble::Pulled);
        QCOMPARE(whyUnusable({u"/dev/null"_s}, CameraTrouble::Silent), CameraTrouble::Silent); // no camera
        QCOMPARE(whyUnusable({}, CameraTrouble::Failed), CameraTrouble::Failed);
        QVERIFY(cameraFiles(u"a name that no camera has"_s).isEmpty());
    }
};

int main(int argc, char **argv)
{
    if (!DrawnCamera::prepare())
        qFatal("GStreamer has no videotestsrc");
    QApplication app(argc, argv);
    TestQtCamera test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_qtcamera.moc"
