// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/steadyface.h"

#include <QTest>

using namespace Loket;

namespace {

constexpr qint64 kFrame = 40; // 25 a second

PortraitReport headAt(double x, double height = 300, QList<PortraitVerdict> verdicts = {})
{
    PortraitReport report;
    Face face;
    face.box = QRectF(x - height * 0.4, 200, height * 0.8, height * 0.8);
    report.faces = {face};
    report.head = QRectF(x - height * 0.4, 150, height * 0.8, height);
    report.verdicts = verdicts;
    return report;
}

PortraitReport nobody()
{
    PortraitReport report;
    report.verdicts = {PortraitVerdict::NoFace};
    return report;
}

/// A scene played frame by frame: what is seen, for how long, and at which times it took a picture.
class Scene
{
public:
    explicit Scene(qint64 frame = kFrame)
        : m_frame(frame)
    {
    }
    Scene &play(qint64 milliseconds, const PortraitReport &report)
    {
        for (qint64 end = m_time + milliseconds; m_time < end; m_time += m_frame) {
            if (m_steady.see(m_time, report))
                m_taken += m_time;
        }
        return *this;
    }
    Scene &blind(qint64 milliseconds)
    {
        m_time += milliseconds;
        return *this;
    }
    Scene &askAgain()
    {
        m_steady.askAgain();
        return *this;
    }
    const QList<qint64> &taken() const { return m_taken; }
    const SteadyFace &steady() const { return m_steady; }
    qint64 time() const { return m_time; }

private:
    SteadyFace m_steady;
    qint64 m_frame;
    qint64 m_time = 1'000;
    QList<qint64> m_taken;
};

} // namespace

class TestSteadyFace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void halfASecondGoodAndStill()
    {
        Scene scene;
        scene.play(480, headAt(600));
        QVERIFY(scene.taken().isEmpty());
        QVERIFY(scene.steady().progress() > 0.8);
        scene.play(200, headAt(600));
        QCOMPARE(scene.taken(), QList<qint64>{1'520});
        QCOMPARE(scene.steady().progress(), 0.0);
    }

    void slowFramesWaitNoLessThanHalfASecond()
    {
        Scene scene(200);
        scene.play(2'000, headAt(600));
        QCOMPARE(scene.taken(), QList<qint64>{1'600});
    }

    void neverTwiceForOnePerson()
    {
        Scene scene;
        scene.play(20'000, headAt(600));
        QCOMPARE(scene.taken().size(), 1);
        // Turning away for a moment, or a verdict in between, is still the same person.
        scene.play(400, nobody())
            .play(2'000, headAt(600))
            .play(500, headAt(620, 300, {PortraitVerdict::Tilted}));
        scene.play(3'000, headAt(700, 340));
        QCOMPARE(scene.taken().size(), 1);
    }

    void nextPersonAfterTheFirstLeft()
    {
        Scene scene;
        scene.play(2'000, headAt(600)).play(1'000, nobody());
        const qint64 sat = scene.time();
        scene.play(2'000, headAt(500, 260));
        QCOMPARE(scene.taken().size(), 2);
        QCOMPARE(scene.taken().last(), sat + 520);
    }

    void officerAsksAgain()
    {
        Scene scene;
        scene.play(2'000, headAt(600)).askAgain();
        const qint64 asked = scene.time();
        scene.play(2'000, headAt(600));
        QCOMPARE(scene.taken().size(), 2);
        QCOMPARE(scene.taken().last(), asked + 520);
    }

    void jitterOfTheFinderIsStill()
    {
        Scene scene;
        for (int i = 0; i < 20; ++i)
            scene.play(kFrame, headAt(i % 2 == 0 ? 595 : 605, i % 3 == 0 ? 294 : 306));
        QCOMPARE(scene.taken().size(), 1);
    }

    void movingIsNot()
    {
        Scene scene;
        for (int i = 0; i < 100; ++i)
            scene.play(kFrame, headAt(400 + i * 6.0));
        QVERIFY(scene.taken().isEmpty());
        Scene closer;
        for (int i = 0; i < 100; ++i)
            closer.play(kFrame, headAt(600, 200 + i * 4.0));
        QVERIFY(closer.taken().isEmpty());
    }

    void flickerDoesNotBeginAnew()
    {
        Scene scene;
        scene.play(240, headAt(600)).play(80, nobody()).play(200, headAt(600));
        scene.play(40, headAt(600, 300, {PortraitVerdict::Blurred})).play(200, headAt(600));
        QCOMPARE(scene.taken().size(), 1);
        QVERIFY(scene.taken().first() <= 1'600);
    }

    void longerFaultDoes()
    {
        Scene scene;
        scene.play(400, headAt(600)).play(240, headAt(600, 300, {PortraitVerdict::TooDark}));
        const qint64 mended = scene.time();
        scene.play(1'000, headAt(600));
        QCOMPARE(scene.taken(), QList<qint64>{mended + 520});
    }

    void aVerdictIsNeverTaken()
    {
        Scene scene;
        scene.play(5'000, headAt(600, 300, {PortraitVerdict::BackgroundBusy}));
        PortraitReport two = headAt(600);
        two.faces += two.faces.first();
        scene.play(5'000, two);
        QVERIFY(scene.taken().isEmpty());
        // Nor is the frame of a flicker after the half second.
        Scene late;
        late.play(480, headAt(600)).play(120, headAt(600, 300, {PortraitVerdict::Blurred}));
        QVERIFY(late.taken().isEmpty());
    }

    void aHoleInTheFramesBeginsAnew()
    {
        Scene scene;
        scene.play(400, headAt(600)).blind(1'000);
        const qint64 back = scene.time();
        scene.play(1'000, headAt(600));
        QCOMPARE(scene.taken(), QList<qint64>{back + 520});
    }

    void aClockSetBackBeginsAnew()
    {
        SteadyFace steady;
        QVERIFY(!steady.see(10'000, headAt(600)));
        QVERIFY(!steady.see(10'200, headAt(600)));
        QVERIFY(!steady.see(5'000, headAt(600)));
        QVERIFY(!steady.see(5'300, headAt(600)));
        QVERIFY(steady.see(5'500, headAt(600)));
    }
};

QTEST_APPLESS_MAIN(TestSteadyFace)
#include "tst_steadyface.moc"
