// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/facefinder.h"
#include "model/imaging/portrait.h"

#include <QPainter>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Loket;

namespace {

struct Nobody : FaceFinder {
    QList<Face> find(const QImage &) const override { return {}; }
};

} // namespace

class TestFaceFinder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plainPicturesHaveNoFace()
    {
        const auto finder = makeFaceFinder();
#ifndef LOKET_HAS_FACES
        QVERIFY(!finder);
        QSKIP("built without OpenCV");
#endif
        QVERIFY(finder);
        QImage plain(640, 480, QImage::Format_RGB32);
        plain.fill(Qt::lightGray);
        QVERIFY(finder->find(plain).isEmpty());
        QVERIFY(finder->find(QImage()).isEmpty());
        QVERIFY(lookAt(plain, {}).has(PortraitVerdict::NoFace));
        QVERIFY(!lookAt(plain, {}).isGood());
    }

    void oneIsMadeAndKept()
    {
        std::atomic_int made = 0;
        const FaceFinderSource source = keptFaceFinder([&made] {
            ++made;
            return std::make_unique<Nobody>();
        });
        const FaceFinderSource copy = source; // as every dialog has one
        QCOMPARE(made.load(), 0);
        std::shared_ptr<const FaceFinder> there, here;
        std::thread other([&] { there = copy(); });
        here = source();
        other.join();
        QVERIFY(here);
        QCOMPARE(here, there);
        QCOMPARE(source(), here);
        QCOMPARE(made.load(), 1);
    }

    void oneThatCannotBeMadeIsTriedOnce()
    {
        int tried = 0;
        const FaceFinderSource source = keptFaceFinder([&tried] {
            ++tried;
            return std::unique_ptr<FaceFinder>();
        });
        QVERIFY(!source() && !source());
        QCOMPARE(tried, 1);
    }
};

QTEST_GUILESS_MAIN(TestFaceFinder)
#include "tst_facefinder.moc"
