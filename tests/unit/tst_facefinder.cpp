// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/facefinder.h"
#include "model/imaging/portrait.h"

#include <QPainter>
#include <QTest>

using namespace Loket;

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
};

QTEST_GUILESS_MAIN(TestFaceFinder)
#include "tst_facefinder.moc"
