// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/pagefinder.h"
#include "model/imaging/pagequad.h"
#include "model/imaging/scan.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"

#include <QDir>
#include <QElapsedTimer>
#include <QPainter>
#include <QPolygonF>
#include <QRandomGenerator>
#include <QTest>
#include <QTransform>

#include <cmath>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kSeed = 20'220'301;
constexpr int kSettings = 120;
constexpr QSize kPicture(1'280, 960);

/// A drawn identity card: coloured ground, heading, lines of text, a photo.
QImage drawnCard()
{
    QImage card(1'012, 638, QImage::Format_RGB32);
    card.fill(QColor(176, 205, 226));
    QPainter painter(&card);
    painter.fillRect(40, 30, 930, 60, QColor(150, 185, 214));
    painter.fillRect(740, 150, 220, 300, QColor(190, 60, 50));
    painter.setBrush(QColor(206, 170, 140));
    painter.drawEllipse(790, 200, 120, 150);
    for (int line = 0; line < 12; ++line)
        painter.fillRect(50, 130 + line * 38, 300 + (line * 97) % 330, 14, QColor(40, 40, 50));
    return card;
}

/// A drawn letter: white, a table in a frame, text.
QImage drawnLetter()
{
    QImage letter(1'240, 1'754, QImage::Format_RGB32);
    letter.fill(QColor(246, 245, 240));
    QPainter painter(&letter);
    for (int line = 0; line < 14; ++line)
        painter.fillRect(120, 150 + line * 42, 500 + (line * 131) % 480, 12, QColor(50, 50, 50));
    painter.setPen(QPen(Qt::black, 4));
    for (int row = 0; row < 12; ++row)
        painter.drawRect(120, 800 + row * 60, 1'000, 60);
    return letter;
}

QColor anyColour(QRandomGenerator &random, int from, int to)
{
    return QColor(random.bounded(from, to), random.bounded(from, to), random.bounded(from, to));
}

void drawDesk(QPainter &painter, int kind, QRandomGenerator &random)
{
    const QRect all(QPoint(0, 0), kPicture);
    switch (kind) {
    case 0:
        painter.fillRect(all, anyColour(random, 20, 90));
        break;
    case 1: { // light falls from one side
        QLinearGradient light(0, 0, kPicture.width(), kPicture.height());
        light.setColorAt(0, anyColour(random, 60, 120));
        light.setColorAt(1, anyColour(random, 10, 50));
        painter.fillRect(all, light);
        break;
    }
    case 2: { // wood
        const QColor wood(120 + random.bounded(30), 80 + random.bounded(20), 40 + random.bounded(20));
        painter.fillRect(all, wood);
        for (int y = 0; y < kPicture.height(); y += 9 + random.bounded(30))
            painter.fillRect(0, y, kPicture.width(), 2 + random.bounded(4),
                             wood.darker(105 + random.bounded(20)));
        break;
    }
    default: // other papers and pens lie around
        painter.fillRect(all, anyColour(random, 40, 100));
        for (int i = 0; i < 5; ++i) {
            painter.save();
            painter.translate(random.bounded(kPicture.width()), random.bounded(kPicture.height()));
            painter.rotate(random.bounded(180));
            painter.fillRect(-20, -200, 12 + random.bounded(30), 400, anyColour(random, 30, 160));
            painter.restore();
        }
    }
}

/// Corners of a page of these proportions, seen at a slant, with room around it.
PageQuad anyQuad(double proportion, QRandomGenerator &random)
{
    const double high = kPicture.height() * (0.58 + random.bounded(0.24));
    const double wide = qMin(high * proportion, kPicture.width() * 0.85);
    const double tall = wide / proportion;
    const double turn = (random.bounded(40.0) - 20) * M_PI / 180;
    const QPointF middle(kPicture.width() / 2.0, kPicture.height() / 2.0);
    const double slant = random.bounded(0.09);
    PageQuad quad;
    const QPointF square[] = {{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}};
    for (size_t i = 0; i < 4; ++i) {
        const double near = 1 + slant * (square[i].y() > 0 ? 1 : -1) + (random.bounded(0.05) - 0.025);
        const double x = square[i].x() * wide * near;
        const double y = square[i].y() * tall * near;
        const QPointF at(middle.x() + x * std::cos(turn) - y * std::sin(turn),
                         middle.y() + x * std::sin(turn) + y * std::cos(turn));
        quad.corners[i] = QPointF(qBound(12.0, at.x(), kPicture.width() - 12.0),
                                  qBound(12.0, at.y(), kPicture.height() - 12.0));
    }
    return quad;
}

void addNoise(QImage &image, int strength, QRandomGenerator &random)
{
    if (strength == 0)
        return;
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int by = int(random.bounded(quint32(2 * strength + 1))) - strength;
            line[x] = qRgb(qBound(0, qRed(line[x]) + by, 255), qBound(0, qGreen(line[x]) + by, 255),
                           qBound(0, qBlue(line[x]) + by, 255));
        }
    }
}

struct Setting {
    QImage picture;
    PageQuad truth;
};

Setting setting(int number)
{
    QRandomGenerator random(kSeed + quint32(number));
    const bool isCard = number % 2 == 0;
    const QImage page = isCard ? drawnCard() : drawnLetter();
    Setting made;
    made.truth = anyQuad(double(page.width()) / page.height(), random);
    made.picture = QImage(kPicture, QImage::Format_RGB32);
    QPainter painter(&made.picture);
    drawDesk(painter, (number / 2) % 4, random);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QPolygonF from{QRectF(page.rect()).topLeft(), QRectF(page.rect()).topRight(),
                         QRectF(page.rect()).bottomRight(), QRectF(page.rect()).bottomLeft()};
    QPolygonF to;
    for (const QPointF &corner : made.truth.corners)
        to << corner;
    QTransform map;
    QTransform::quadToQuad(from, to, map);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 70)); // its shadow
    painter.drawPolygon(to.translated(random.bounded(6), random.bounded(6)));
    painter.setTransform(map);
    painter.drawImage(0, 0, page);
    painter.end();
    addNoise(made.picture, (number / 8) % 3 * 9, random);
    if (number % 5 == 4) // out of focus
        made.picture = made.picture.scaled(kPicture / 3, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                           .scaled(kPicture, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return made;
}

/// The largest distance of a corner from the right one, in shares of the picture's diagonal.
double distance(const PageQuad &found, const PageQuad &truth)
{
    double worst = 0;
    for (size_t i = 0; i < 4; ++i) {
        double nearest = 1e9;
        for (const QPointF &corner : truth.corners)
            nearest = qMin(nearest,
                           std::hypot(found.corners[i].x() - corner.x(), found.corners[i].y() - corner.y()));
        worst = qMax(worst, nearest);
    }
    return worst / std::hypot(kPicture.width(), kPicture.height());
}

double areaOf(const QPolygonF &polygon)
{
    double twice = 0;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF a = polygon[i];
        const QPointF b = polygon[(i + 1) % polygon.size()];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(twice) / 2;
}

/// Share of the page that a crop to `found` would lose.
double lost(const PageQuad &found, const PageQuad &truth)
{
    QPolygonF page, crop;
    for (size_t i = 0; i < 4; ++i) {
        page << truth.corners[i];
        crop << found.corners[i];
    }
    QPolygonF both = page.intersected(crop);
    if (!both.isEmpty() && both.isClosed())
        both.removeLast();
    return 1 - areaOf(both) / areaOf(page);
}

} // namespace

class TestScan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pagesAreFound()
    {
        const auto finder = makePageFinder();
        if (!finder)
            QSKIP("built without OpenCV");
        int right = 0;
        int none = 0;
        int cut = 0;
        qint64 took = 0;
        for (int number = 0; number < kSettings; ++number) {
            const Setting one = setting(number);
            QElapsedTimer clock;
            clock.start();
            const auto quad = finder->find(one.picture);
            took += clock.elapsed();
            if (!quad) {
                ++none;
                continue;
            }
            const bool isRight = distance(*quad, one.truth) <= 0.02;
            const bool cuts = lost(*quad, one.truth) > 0.02;
            right += isRight;
            cut += cuts;
            if (!isRight || cuts) {
                qInfo("setting %d: corners off by %.1f %%, %.1f %% of the page lost", number,
                      100 * distance(*quad, one.truth), 100 * lost(*quad, one.truth));
                if (const QString folder = qEnvironmentVariable("LOKET_PICTURES"); !folder.isEmpty())
                    one.picture.save(QDir(folder).filePath(u"scan-%1.png"_s.arg(number)));
            }
        }
        qInfo(
            "seed %u, %d settings: %d found within 2 %% of the diagonal, %d left whole, %d cut; %.0f ms each",
            kSeed, kSettings, right, none, cut, double(took) / kSettings);
        QVERIFY(right >= kSettings * 9 / 10);
        QCOMPARE(cut, 0);
    }

    void nothingIsFoundWhereNothingIs()
    {
        const auto finder = makePageFinder();
        if (!finder)
            QSKIP("built without OpenCV");
        for (int kind = 0; kind < 4; ++kind) {
            QRandomGenerator random(kSeed + quint32(kind));
            QImage desk(kPicture, QImage::Format_RGB32);
            QPainter painter(&desk);
            drawDesk(painter, kind, random);
            painter.end();
            addNoise(desk, 8, random);
            QVERIFY2(!finder->find(desk), qPrintable(QString::number(kind)));
        }
        QVERIFY(!finder->find(QImage()));
        // A document that fills the picture is kept whole: neither its table nor its photo is the page.
        QVERIFY(!finder->find(drawnLetter()));
        QVERIFY(!finder->find(drawnCard()));
    }

    void flatteningPutsEveryPartInItsPlace()
    {
        const Setting one = setting(0);
        const QImage flat = flattened(one.picture, one.truth, PageShape::Card, 1'012);
        QVERIFY(qAbs(double(flat.width()) / flat.height() - 85.6 / 54) < 0.01);
        const QImage card = drawnCard();
        for (const QPoint &at : {QPoint(850, 180), QPoint(850, 280), QPoint(500, 60), QPoint(20, 620)}) {
            const QColor is = flat.pixelColor(at.x() * flat.width() / card.width(),
                                              at.y() * flat.height() / card.height());
            const QColor should = card.pixelColor(at);
            QVERIFY2(qAbs(is.red() - should.red()) < 25 && qAbs(is.blue() - should.blue()) < 25,
                     qPrintable(u"%1,%2: %3"_s.arg(at.x()).arg(at.y()).arg(is.name())));
        }
    }

    void cornersWithoutAPageAreRefused_data()
    {
        QTest::addColumn<PageQuad>("quad");
        const QPointF a(100, 100), b(1'000, 120), c(980, 700), d(110, 690);
        const double nan = std::nan("");
        QTest::newRow("three in a line") << PageQuad{{a, b, (b + d) / 2, d}};
        QTest::newRow("all in a line") << PageQuad{{a, a * 2, a * 3, a * 4}};
        QTest::newRow("two are one") << PageQuad{{a, a, c, d}};
        QTest::newRow("all are one") << PageQuad{{a, a, a, a}};
        QTest::newRow("crossed") << PageQuad{{a, c, b, d}};
        QTest::newRow("mirrored") << PageQuad{{b, a, d, c}};
        QTest::newRow("no number") << PageQuad{{a, QPointF(nan, 120), c, d}};
        QTest::newRow("outside the picture") << PageQuad{{QPointF(-5, 100), b, c, d}};
    }
    void cornersWithoutAPageAreRefused()
    {
        QFETCH(PageQuad, quad);
        const QImage picture = setting(0).picture;
        QVERIFY(flattened(picture, quad, PageShape::Free, 1'000).isNull());
        const auto bytes = encodeScan(picture, quad, {ScanRule::Shape::Free, false, 1'000, 200'000, {}});
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, PictureIssue::Kind::NoPage);
    }

    void turningFourTimesIsNothing_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = kSeed; seed < kSeed + 50; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void turningFourTimesIsNothing()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        PageQuad quad = anyQuad(1.4, random);
        const PageQuad before = quad;
        QSize size = kPicture;
        for (int i = 0; i < 4; ++i) {
            quad = turnedQuad(quad, size);
            size.transpose();
            QVERIFY(isSound(quad, size));
            QVERIFY(i == 3 || quad != before);
        }
        for (size_t i = 0; i < 4; ++i)
            QVERIFY(QLineF(quad.corners[i], before.corners[i]).length() < 1e-6);
    }

    void cornersStaySound()
    {
        QRandomGenerator random(kSeed);
        PageQuad quad = wholeQuad(kPicture);
        QVERIFY(isSound(quad, kPicture));
        for (int i = 0; i < 5'000; ++i) {
            quad = movedCorner(quad, random.bounded(4),
                               QPointF(random.bounded(800.0) - 400, random.bounded(800.0) - 400), kPicture);
            QVERIFY(isSound(quad, kPicture));
        }
        const double nan = std::nan("");
        QCOMPARE(movedCorner(quad, 0, QPointF(nan, 0), kPicture), quad);
    }

    void encodesByTheRule_data()
    {
        QTest::addColumn<QString>("document");
        QTest::newRow("card in colour") << u"KTP"_s;
        QTest::newRow("letter in grey") << u"DOMICILE-LETTER"_s;
        QTest::newRow("family card") << u"KK"_s;
        QTest::newRow("passport") << u"PASSPORT"_s;
    }
    void encodesByTheRule()
    {
        QFETCH(QString, document);
        const auto library = RulebookLibrary::builtIn();
        const ScanRule rule = scanRule(library->on(QDate(2022, 3, 1)), document, QDate(2022, 3, 1));
        QVERIFY(!rule.source.isEmpty());
        Setting one = setting(document == u"KTP"_s ? 0 : 1);
        QRandomGenerator random(kSeed);
        addNoise(one.picture, 60, random); // hard to make small
        const auto bytes = encodeScan(one.picture, one.truth, rule);
        QVERIFY(bytes);
        QVERIFY(bytes.value().size() <= rule.bytes);
        const QImage back = QImage::fromData(bytes.value(), "jpeg");
        QVERIFY(qMax(back.width(), back.height()) <= rule.longSide);
        QVERIFY(qMax(back.width(), back.height()) >= kLeastScanSide);
        QCOMPARE(back.format() == QImage::Format_Grayscale8, rule.isGrey);
    }

    void everyDocumentHasARule()
    {
        const auto library = RulebookLibrary::builtIn();
        for (const QString &code : codesOf(u"document"_s)) {
            const ScanRule rule = scanRule(library->on(QDate(2022, 3, 1)), code, QDate(2022, 3, 1));
            QVERIFY2(rule.longSide >= 1'000 && rule.longSide <= kScanPictureSide, qPrintable(code));
            QVERIFY2(rule.bytes >= 100'000 && rule.bytes <= 300'000, qPrintable(code));
        }
    }

    void tooSmallIsTold()
    {
        QImage small(200, 100, QImage::Format_RGB32);
        small.fill(Qt::white);
        const ScanRule rule{ScanRule::Shape::Free, true, 1'600, 200'000, {}};
        QCOMPARE(encodeScan(small, wholeQuad(small.size()), rule).error().kind, PictureIssue::Kind::TooSmall);
        QCOMPARE(encodeScan({}, {}, rule).error().kind, PictureIssue::Kind::Broken);
        QCOMPARE(encodeScanFile("%PDF-1.4", rule).error().kind, PictureIssue::Kind::NotAnImage);
    }
};

QTEST_MAIN(TestScan)
#include "tst_scan.moc"
