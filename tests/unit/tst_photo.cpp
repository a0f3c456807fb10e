// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/crop.h"
#include "model/imaging/photo.h"
#include "model/imaging/photoformat.h"
#include "model/imaging/picture.h"
#include "model/imaging/pictureheader.h"
#include "tests/fakes/drawnportrait.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageWriter>
#include <QPainter>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QtEndian>

#include <array>
#include <limits>

using namespace Loket;
using namespace Qt::StringLiterals;
using Kind = PictureIssue::Kind;

namespace {

constexpr quint32 kSeed = 20'260'307;

/// Columns and rows of plain colours, none repeated, so that every turn and mirror image is told apart.
constexpr int kCells = 4;

QColor cellColour(int column, int row)
{
    return QColor(40 + column * 60, 40 + row * 60, (column + row) % 2 == 0 ? 60 : 200);
}

QImage chart(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    for (int row = 0; row < kCells; ++row) {
        for (int column = 0; column < kCells; ++column) {
            const QRectF cell(double(size.width()) * column / kCells, double(size.height()) * row / kCells,
                              double(size.width()) / kCells + 1, double(size.height()) / kCells + 1);
            painter.fillRect(cell, cellColour(column, row));
        }
    }
    return image;
}

QByteArray encoded(const QImage &image, const char *format, int quality = 95)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    writer.write(image);
    return buffer.data();
}

/// An APP1 segment with nothing but an orientation, put right after the start of the JPEG.
QByteArray withOrientation(const QByteArray &jpeg, quint16 orientation, bool bigEndian)
{
    QByteArray tiff = bigEndian ? QByteArray("MM\0\x2a\0\0\0\x08", 8) : QByteArray("II\x2a\0\x08\0\0\0", 8);
    const auto add16 = [&](quint16 value) {
        char two[2];
        bigEndian ? qToBigEndian(value, two) : qToLittleEndian(value, two);
        tiff.append(two, 2);
    };
    const auto add32 = [&](quint32 value) {
        char four[4];
        bigEndian ? qToBigEndian(value, four) : qToLittleEndian(value, four);
        tiff.append(four, 4);
    };
    add16(1);      // entries
    add16(0x0112); // orientation
    add16(3);      // SHORT
    add32(1);
    add16(orientation);
    add16(0);
    add32(0);
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    char length[2];
    qToBigEndian(quint16(body.size() + 2), length);
    return jpeg.left(2) + QByteArray("\xff\xe1", 2) + QByteArray(length, 2) + body + jpeg.mid(2);
}

/// How the upright picture lies in the file for an EXIF orientation (the definition of the tag, by rows and
/// columns).
QImage storedFor(const QImage &upright, int orientation)
{
    switch (orientation) {
    case 2:
        return upright.mirrored(true, false);
    case 3:
        return upright.mirrored(true, true);
    case 4:
        return upright.mirrored(false, true);
    case 5:
        return upright.transformed(QTransform(0, 1, 1, 0, 0, 0));
    case 6:
        return upright.transformed(QTransform().rotate(-90));
    case 7:
        return upright.transformed(QTransform(0, -1, -1, 0, 0, 0));
    case 8:
        return upright.transformed(QTransform().rotate(90));
    default:
        return upright;
    }
}

int distance(QRgb a, QRgb b)
{
    return qMax(qAbs(qRed(a) - qRed(b)), qMax(qAbs(qGreen(a) - qGreen(b)), qAbs(qBlue(a) - qBlue(b))));
}

/// The largest difference between an image and what the chart shows in `part` of it, looked at in the middles
/// of the cells' quarters.
int chartError(const QImage &image, const QRectF &part, QSize chartSize)
{
    int worst = 0;
    for (int y = 0; y < image.height(); y += 7) {
        for (int x = 0; x < image.width(); x += 7) {
            const double column
                = (part.x() + (x + 0.5) * part.width() / image.width()) * kCells / chartSize.width();
            const double row
                = (part.y() + (y + 0.5) * part.height() / image.height()) * kCells / chartSize.height();
            const double border = qMin(qAbs(column - qRound(column)), qAbs(row - qRound(row)));
            if (border < 0.08) // edges are smoothed
                continue;
            worst = qMax(worst, distance(image.pixel(x, y), cellColour(int(column), int(row)).rgb()));
        }
    }
    return worst;
}

QImage noise(QSize size, quint32 seed)
{
    QRandomGenerator random(seed);
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        random.fillRange(reinterpret_cast<quint32 *>(image.scanLine(y)), size.width());
    return image;
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    static const auto table = [] {
        std::array<quint32, 256> t{};
        for (quint32 n = 0; n < 256; ++n) {
            quint32 c = n;
            for (int k = 0; k < 8; ++k)
                c = c & 1 ? 0xedb88320U ^ (c >> 1) : c >> 1;
            t[n] = c;
        }
        return t;
    }();
    quint32 crc = 0xffffffffU;
    for (const char byte : type + data)
        crc = table[(crc ^ quint8(byte)) & 0xff] ^ (crc >> 8);
    char length[4];
    char check[4];
    qToBigEndian(quint32(data.size()), length);
    qToBigEndian(crc ^ 0xffffffffU, check);
    return QByteArray(length, 4) + type + data + QByteArray(check, 4);
}

/// A well-formed PNG that claims any size and holds next to nothing.
QByteArray pngClaiming(quint32 width, quint32 height)
{
    QByteArray head(13, '\0');
    qToBigEndian(width, head.data());
    qToBigEndian(height, head.data() + 4);
    head[8] = 8;
    head[9] = 2;
    return QByteArray("\x89PNG\r\n\x1a\n") + pngChunk("IHDR", head)
        + pngChunk("IDAT", qCompress(QByteArray(1000, '\0')).mid(4)) + pngChunk("IEND", {});
}

/// A baseline JPEG of four components (Adobe's inverted CMYK), every sample 128. Both Huffman tables have the
/// one code "0" (no difference, end of block), so the pixels are nothing but zero bits.
QByteArray middleCmykJpeg(QSize size)
{
    const auto segment = [](char marker, const QByteArray &body) {
        char length[2];
        qToBigEndian(quint16(body.size() + 2), length);
        return QByteArray("\xff") + marker + QByteArray(length, 2) + body;
    };
    QByteArray frame(1, 8);
    char number[2];
    qToBigEndian(quint16(size.height()), number);
    frame.append(number, 2);
    qToBigEndian(quint16(size.width()), number);
    frame.append(number, 2);
    frame.append(4);
    QByteArray scan(1, 4);
    for (char component = 1; component <= 4; ++component) {
        frame.append(component).append(0x11).append('\0');
        scan.append(component).append('\0');
    }
    scan.append(QByteArray("\0\x3f\0", 3));
    const QByteArray oneCode = QByteArray(1, 1) + QByteArray(15, '\0') + QByteArray(1, '\0');
    const int blocks = ((size.width() + 7) / 8) * ((size.height() + 7) / 8) * 4;
    return QByteArray("\xff\xd8") + segment('\xee', QByteArray("Adobe\0\x64\0\0\0\0\0", 12))
        + segment('\xdb', QByteArray(1, '\0') + QByteArray(64, 1)) + segment('\xc0', frame)
        + segment('\xc4', QByteArray(1, '\0') + oneCode) + segment('\xc4', QByteArray(1, '\x10') + oneCode)
        + segment('\xda', scan) + QByteArray((blocks * 2 + 7) / 8, '\0') + "\xff\xd9";
}

/// Types of the segments of a JPEG before its pixels.
QList<int> segmentsOf(const QByteArray &jpeg)
{
    QList<int> markers;
    qsizetype at = 2;
    while (at + 4 < jpeg.size()) {
        const int marker = quint8(jpeg[at + 1]);
        markers += marker;
        if (marker == 0xda)
            break;
        at += 2 + qFromBigEndian<quint16>(jpeg.constData() + at + 2);
    }
    return markers;
}

} // namespace

class TestPhoto : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void orientation_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("bigEndian");
        for (int orientation = 1; orientation <= 8; ++orientation) {
            QTest::addRow("%d, small", orientation) << orientation << QSize(300, 400) << false;
            QTest::addRow("%d, camera, wide", orientation) << orientation << QSize(2600, 1700) << true;
            QTest::addRow("%d, camera, high", orientation) << orientation << QSize(1501, 2203) << false;
        }
        QTest::newRow("0, not a value of the tag") << 0 << QSize(600, 800) << false;
        QTest::newRow("9, not a value of the tag") << 9 << QSize(600, 800) << true;
    }
    void orientation()
    {
        QFETCH(int, orientation);
        QFETCH(QSize, size);
        QFETCH(bool, bigEndian);
        const QByteArray bytes = withOrientation(encoded(storedFor(chart(size), orientation), "jpeg"),
                                                 quint16(orientation), bigEndian);

        const auto picture = decodePicture(bytes);

        QVERIFY(bool(picture));
        QCOMPARE(picture.value().size, size);
        QVERIFY(qMax(picture.value().preview.width(), picture.value().preview.height()) <= kPreviewSide);
        const double proportions = double(size.width()) / size.height();
        const QSize preview = picture.value().preview.size();
        QVERIFY(qAbs(double(preview.width()) / preview.height() - proportions) < 0.01);
        QVERIFY(chartError(picture.value().preview, QRectF(QPointF(), size), size) <= 24);

        // A crop away from the middle, so that a wrong turn or mirror shows.
        const QRectF wanted(size.width() * 0.05, size.height() * 0.02, 200, size.height() * 0.6);
        const QRectF crop = fittedCrop(wanted, size);
        const auto photo = encodePhoto(bytes, crop);
        QVERIFY(bool(photo));
        const QImage image = QImage::fromData(photo.value(), "jpeg");
        QCOMPARE(image.size(), kPhotoPixels);
        QVERIFY2(chartError(image, crop, size) <= 24,
                 qPrintable(QString::number(chartError(image, crop, size))));
    }

    void aPartLiesWhereThePlainWayPutsIt_data()
    {
        QTest::addColumn<QRectF>("part");
        QTest::newRow("between the decoder's blocks") << QRectF(307, 413, 1206, 1608);
        QTest::newRow("just after a block begins") << QRectF(801, 1601, 1200, 1600);
        QTest::newRow("at the corner") << QRectF(1297, 1669, 1302, 1736);
    }
    void aPartLiesWhereThePlainWayPutsIt()
    {
        QFETCH(QRectF, part);
        QImage stripes(2599, 3405, QImage::Format_RGB32);
        for (int y = 0; y < stripes.height(); ++y) {
            for (int x = 0; x < stripes.width(); ++x) {
                const bool isDark = (x / 40 + y / 40) % 2 == 0;
                stripes.setPixel(x, y, isDark ? qRgb(40, 40, 40) : qRgb(220, 220, 220));
            }
        }
        const QByteArray bytes = encoded(stripes, "jpeg");
        const QImage plain = QImage::fromData(bytes, "jpeg")
                                 .copy(part.toRect())
                                 .scaled(kPhotoPixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);

        const auto ours = decodePart(bytes, part, kPhotoPixels);

        QVERIFY(bool(ours));
        QCOMPARE(ours.value().size(), kPhotoPixels);
        double apart = 0;
        for (int y = 0; y < plain.height(); ++y) {
            for (int x = 0; x < plain.width(); ++x)
                apart += qAbs(qGray(plain.pixel(x, y)) - qGray(ours.value().pixel(x, y)));
        }
        apart /= plain.width() * plain.height();
        QVERIFY2(apart < 7, QByteArray::number(apart).constData());
    }

    void defaultCropIsCentredAndWhole_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QRectF>("crop");
        QTest::newRow("wide") << QSize(4000, 3000) << QRectF(875, 0, 2250, 3000);
        QTest::newRow("high") << QSize(3000, 5000) << QRectF(0, 500, 3000, 4000);
        QTest::newRow("exact") << QSize(354, 472) << QRectF(0, 0, 354, 472);
        QTest::newRow("smallest") << kSmallestCrop << QRectF(0, 0, 177, 236);
    }
    void defaultCropIsCentredAndWhole()
    {
        QFETCH(QSize, size);
        QFETCH(QRectF, crop);
        QCOMPARE(defaultCrop(size), crop);
        QCOMPARE(fittedCrop(crop, size), crop);
    }

    void cropStaysInside()
    {
        qInfo("seed %u", kSeed);
        QRandomGenerator random(kSeed);
        for (int round = 0; round < 2000; ++round) {
            const QSize size(random.bounded(177, 6000), random.bounded(236, 6000));
            QRectF crop = defaultCrop(size);
            for (int step = 0; step < 8; ++step) {
                if (random.bounded(2) == 0) {
                    const QPointF by(random.bounded(8000.0) - 4000, random.bounded(8000.0) - 4000);
                    crop = movedCrop(crop, by, size);
                } else {
                    const QPointF about(random.bounded(double(size.width())),
                                        random.bounded(double(size.height())));
                    crop = zoomedCrop(crop, 0.2 + random.bounded(4.0), about, size);
                }
                QVERIFY(crop.left() >= 0 && crop.top() >= 0);
                QVERIFY(crop.right() <= size.width() + 1e-6 && crop.bottom() <= size.height() + 1e-6);
                QVERIFY(qAbs(crop.width() * 4 - crop.height() * 3) < 1e-6);
                QVERIFY(crop.height() >= 236 - 1e-6);
            }
        }
    }

    void zoomKeepsThePointUnderThePointer()
    {
        const QSize size(3000, 4000);
        const QRectF before(600, 800, 1500, 2000);
        const QPointF about(900, 1500);
        const QRectF after = zoomedCrop(before, 1.25, about, size);
        QCOMPARE(after.height(), 1600.0);
        QCOMPARE((about.x() - after.x()) / after.width(), (about.x() - before.x()) / before.width());
        QCOMPARE((about.y() - after.y()) / after.height(), (about.y() - before.y()) / before.height());
    }

    void cropWithoutNumbersIsTheDefault()
    {
        const QSize size(3000, 4000);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(fittedCrop(QRectF(nan, 0, 3, 4), size), defaultCrop(size));
        QCOMPARE(zoomedCrop(defaultCrop(size), nan, QPointF(), size), defaultCrop(size));
        QCOMPARE(zoomedCrop(defaultCrop(size), 0, QPointF(), size), defaultCrop(size));
    }

    void fitsTheBudgetAndUsesIt_data()
    {
        QTest::addColumn<QImage>("image");
        QTest::addColumn<int>("atLeast"); // a plain picture needs few bytes at any quality
        QTest::newRow("plain") << chart(QSize(900, 1200)) << 1000;
        QTest::newRow("noise of the photo's size") << noise(kPhotoPixels, kSeed) << 45'000;
        QTest::newRow("noise, camera") << noise(QSize(1500, 2000), kSeed) << 45'000;
    }
    void fitsTheBudgetAndUsesIt()
    {
        QFETCH(QImage, image);
        QFETCH(int, atLeast);
        const QByteArray bytes = encoded(image, "jpeg", 90);
        const auto photo = encodePhoto(bytes, defaultCrop(image.size()));
        QVERIFY(bool(photo));
        qInfo("%lld bytes", qint64(photo.value().size()));
        QVERIFY(photo.value().size() <= kPhotoBytes);
        QVERIFY(photo.value().size() >= atLeast);
        QCOMPARE(encodePhoto(bytes, defaultCrop(image.size())).value(), photo.value()); // the same every time
    }

    void noBetterQualityFits_data()
    {
        QTest::addColumn<QImage>("image");
        QTest::newRow("noise") << noise(kPhotoPixels, kSeed);
        QTest::newRow("colours") << chart(kPhotoPixels);
        DrawnPortrait portrait;
        portrait.size = kPhotoPixels;
        portrait.noise = 6;
        DrawnHead head;
        head.middle = QPointF(kPhotoPixels.width() / 2.0, kPhotoPixels.height() / 2.0);
        head.height = kPhotoPixels.height() * 0.75;
        portrait.heads = {head};
        QTest::newRow("a face") << drawPortrait(portrait);
        portrait.background = DrawnPortrait::Background::Leaves;
        portrait.blur = 0.6;
        QTest::newRow("a face before leaves") << drawPortrait(portrait);
    }
    void noBetterQualityFits()
    {
        QFETCH(QImage, image);
        std::array<QByteArray, 101> all;
        for (int quality = 1; quality <= 100; ++quality) {
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            QImageWriter writer(&buffer, "jpeg");
            writer.setQuality(quality);
            writer.setOptimizedWrite(true);
            QVERIFY(writer.write(image));
            all[size_t(quality)] = buffer.data();
        }
        for (qsizetype budget = 4'000; budget <= 64'000; budget += 5'000) {
            const QByteArray *best = nullptr;
            for (int quality = 100; quality >= 1 && !best; --quality) {
                if (all[size_t(quality)].size() <= budget)
                    best = &all[size_t(quality)];
            }
            const auto found = encodeWithin(image, budget);
            QCOMPARE(bool(found), best != nullptr);
            if (best)
                QVERIFY2(found.value() == *best, QByteArray::number(qint64(budget)).constData());
        }
    }

    void nothingFitsNoBytes()
    {
        const auto result = encodeWithin(noise(kPhotoPixels, kSeed), 500);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Kind::TooDetailed);
    }

    void carriesNoMetadata()
    {
        QImage image = chart(QSize(900, 1200));
        image.setText(u"Comment"_s, u"taken at home"_s);
        image.setText(u"Author"_s, u"somebody"_s);
        image.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
        const QByteArray secret("GPS 6 12 S 106 49 E");
        QByteArray jpeg = withOrientation(encoded(image, "jpeg"), 6, true);
        jpeg.insert(2, QByteArray("\xff\xfe\0\x15", 4) + secret); // COM
        for (const QByteArray &bytes : {jpeg, encoded(image, "png")}) {
            const auto photo = encodePhoto(bytes, QRectF(10, 10, 500, 600));
            QVERIFY(bool(photo));
            for (const int marker : segmentsOf(photo.value()))
                QVERIFY2(marker == 0xe0 || (marker >= 0xc0 && marker < 0xe0),
                         qPrintable(QString::number(marker, 16)));
            for (const char *trace : {"Exif", "ICC_PROFILE", "somebody", "taken at home", "GPS"})
                QVERIFY2(!photo.value().contains(trace), trace);
            const QImage back = QImage::fromData(photo.value(), "jpeg");
            QCOMPARE(back.dotsPerMeterX(), kPhotoDotsPerMetre);
            QVERIFY(back.textKeys().isEmpty());
        }
    }

    void unusualPixels_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QColor>("expected");
        const QSize size(400, 500);
        QImage clear(size, QImage::Format_ARGB32);
        clear.fill(QColor(255, 0, 0, 0));
        QTest::newRow("transparent is white") << encoded(clear, "png") << QColor(Qt::white);
        QImage half(size, QImage::Format_ARGB32);
        half.fill(QColor(0, 0, 0, 128));
        QTest::newRow("half transparent is grey") << encoded(half, "png") << QColor(127, 127, 127);
        QImage deep(size, QImage::Format_RGBA64);
        deep.fill(QColor(200, 100, 50));
        QTest::newRow("16 bit") << encoded(deep, "png") << QColor(200, 100, 50);
        QImage deepGrey(size, QImage::Format_Grayscale16);
        deepGrey.fill(QColor(90, 90, 90));
        QTest::newRow("16 bit grey") << encoded(deepGrey, "png") << QColor(90, 90, 90);
        QImage grey(size, QImage::Format_Grayscale8);
        grey.fill(QColor(120, 120, 120));
        QTest::newRow("grey JPEG") << encoded(grey, "jpeg") << QColor(120, 120, 120);
        QImage palette(size, QImage::Format_Indexed8);
        palette.setColorTable({qRgb(10, 200, 30), qRgb(1, 2, 3)});
        palette.fill(0);
        QTest::newRow("palette") << encoded(palette, "png") << QColor(10, 200, 30);
        QImage bits(size, QImage::Format_Mono);
        bits.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
        bits.fill(1);
        QTest::newRow("one bit") << encoded(bits, "png") << QColor(Qt::white);
        QImage wide(size, QImage::Format_RGB32);
        wide.fill(QColor(100, 150, 100));
        wide.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
        QImage inSrgb = wide.convertedToColorSpace(QColorSpace(QColorSpace::SRgb));
        QTest::newRow("Display P3") << encoded(wide, "png") << inSrgb.pixelColor(5, 5);
    }
    void unusualPixels()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QColor, expected);
        const auto picture = decodePicture(bytes);
        QVERIFY(bool(picture));
        QCOMPARE(picture.value().preview.format(), QImage::Format_RGB32);
        QVERIFY(distance(picture.value().preview.pixel(200, 200), expected.rgb()) <= 3);
        const auto photo = encodePhoto(bytes, defaultCrop(picture.value().size));
        QVERIFY(bool(photo));
        QVERIFY(distance(QImage::fromData(photo.value()).pixel(100, 100), expected.rgb()) <= 4);
    }

    void cmykJpeg()
    {
        const auto picture = decodePicture(middleCmykJpeg(QSize(240, 320)));
        QVERIFY(bool(picture));
        QCOMPARE(picture.value().preview.format(), QImage::Format_RGB32);
        QVERIFY(distance(picture.value().preview.pixel(100, 100), qRgb(64, 64, 64)) <= 3);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const QByteArray jpeg = encoded(chart(QSize(600, 800)), "jpeg");
        const QByteArray png = encoded(chart(QSize(600, 800)), "png");
        QTest::newRow("empty") << QByteArray() << int(Kind::NotAnImage);
        QTest::newRow("text") << QByteArray("Jl. Tebet Raya 1\n") << int(Kind::NotAnImage);
        QTest::newRow("PDF") << QByteArray("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n") << int(Kind::NotAnImage);
        QTest::newRow("zip") << QByteArray("PK\3\4 ....") << int(Kind::NotAnImage);
        QTest::newRow("zeros") << QByteArray(5000, '\0') << int(Kind::NotAnImage);
        QTest::newRow("GIF") << QByteArray("GIF89a\1\0\1\0") << int(Kind::Unsupported);
        QTest::newRow("BMP") << encoded(chart(QSize(600, 800)), "bmp") << int(Kind::Unsupported);
        QTest::newRow("WebP") << QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16) << int(Kind::Unsupported);
        QTest::newRow("HEIC") << QByteArray("\0\0\0\x18"
                                            "ftypheic\0\0\0\0",
                                            16)
                              << int(Kind::Unsupported);
        QTest::newRow("TIFF") << QByteArray("II*\0\x08\0\0\0", 8) << int(Kind::Unsupported);
        QTest::newRow("signature only, PNG") << png.left(8) << int(Kind::Broken);
        QTest::newRow("signature only, JPEG") << jpeg.left(3) << int(Kind::Broken);
        QTest::newRow("PNG bomb") << pngClaiming(0x7fffffff, 0x7fffffff) << int(Kind::TooLarge);
        QTest::newRow("PNG just above the limit") << pngClaiming(6000, 4001) << int(Kind::TooLarge);
        QTest::newRow("PNG of 24 MP without its pixels") << pngClaiming(6000, 4000) << int(Kind::Broken);
        QTest::newRow("PNG of no width") << pngClaiming(0, 100) << int(Kind::Broken);
        QTest::newRow("PNG of no height") << pngClaiming(100, 0) << int(Kind::Broken);
        QTest::newRow("too small") << encoded(chart(QSize(176, 400)), "png") << int(Kind::TooSmall);
        QTest::newRow("one pixel") << encoded(chart(QSize(1, 1)), "png") << int(Kind::TooSmall);
        QTest::newRow("too many bytes") << jpeg + QByteArray(kPictureBytes, 'x') << int(Kind::TooLarge);
        QByteArray huge = jpeg;
        const qsizetype frame = huge.indexOf("\xff\xc0");
        qToBigEndian(quint16(60'000), huge.data() + frame + 5);
        qToBigEndian(quint16(60'000), huge.data() + frame + 7);
        QTest::newRow("JPEG bomb") << huge << int(Kind::TooLarge);
        QByteArray flat = jpeg;
        qToBigEndian(quint16(0), flat.data() + frame + 5);
        QTest::newRow("JPEG of no height") << flat << int(Kind::Broken);
        QByteArray lossless = jpeg;
        lossless[frame + 1] = char(0xc3);
        QTest::newRow("lossless JPEG") << lossless << int(Kind::Unsupported);
        const qsizetype scan = jpeg.indexOf("\xff\xda");
        QByteArray manyScans = jpeg.left(scan);
        for (int i = 0; i < 100; ++i)
            manyScans += jpeg.mid(scan, jpeg.size() - scan - 2);
        QTest::newRow("JPEG of a hundred scans") << manyScans + "\xff\xd9" << int(Kind::Broken);
    }
    void refused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        const auto picture = decodePicture(bytes);
        QVERIFY(!picture);
        QCOMPARE(int(picture.error().kind), kind);
        if (bytes.size() < 1'000'000 && kind != int(Kind::Broken)) {
            const auto photo = encodePhoto(bytes, QRectF(0, 0, 300, 400));
            QVERIFY(!photo);
            QCOMPARE(photo.error(), picture.error());
        }
    }

    void tooLargeSaysHowLarge()
    {
        const auto picture = decodePicture(pngClaiming(10'000, 5'000));
        QVERIFY(!picture);
        QCOMPARE(picture.error(), (PictureIssue{Kind::TooLarge, 50.0}));
    }

    void cutFilesAreBroken_data()
    {
        QTest::addColumn<QByteArray>("whole");
        QTest::newRow("JPEG") << encoded(noise(QSize(300, 400), kSeed), "jpeg", 60);
        QTest::newRow("JPEG with EXIF") << withOrientation(encoded(chart(QSize(300, 400)), "jpeg"), 6, false);
        QTest::newRow("PNG") << encoded(chart(QSize(300, 400)), "png");
    }
    void cutFilesAreBroken()
    {
        QFETCH(QByteArray, whole);
        QVERIFY(bool(decodePicture(whole)));
        const qsizetype step = qMax<qsizetype>(1, whole.size() / 3000);
        int tried = 0;
        for (qsizetype size = 8; size < whole.size(); size += (size < 700 ? 1 : step), ++tried) {
            const auto picture = decodePicture(whole.left(size));
            QVERIFY2(!picture, qPrintable(QString::number(size)));
            QCOMPARE(picture.error().kind, Kind::Broken);
        }
        QVERIFY(!decodePicture(whole.left(whole.size() - 1)));
        qInfo("%d cuts of %lld bytes", tried, qint64(whole.size()));
    }

    void damagedFilesNeverCrash()
    {
        qInfo("seed %u", kSeed);
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
        QRandomGenerator random(kSeed);
        const QList<QByteArray> whole{encoded(noise(QSize(240, 320), kSeed), "jpeg", 50),
                                      withOrientation(encoded(chart(QSize(240, 320)), "jpeg"), 5, true),
                                      encoded(chart(QSize(240, 320)), "png")};
        int decoded = 0;
        for (int round = 0; round < 600; ++round) {
            QByteArray bytes = whole[round % whole.size()];
            const int flips = random.bounded(1, 6);
            for (int i = 0; i < flips; ++i)
                bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            const auto picture = decodePicture(bytes);
            if (!picture)
                continue;
            ++decoded;
            const auto photo = encodePhoto(bytes, defaultCrop(picture.value().size));
            if (photo)
                QCOMPARE(QImage::fromData(photo.value()).size(), kPhotoPixels);
        }
        qInstallMessageHandler(nullptr);
        QVERIFY(decoded > 50); // else the loop proved nothing
    }

    void trailingBytesAreLeftAlone()
    {
        // Phones append a film or a second picture after the end marker.
        const QByteArray bytes = encoded(chart(QSize(600, 800)), "jpeg") + QByteArray(5000, '\x7f');
        QVERIFY(bool(decodePicture(bytes)));
    }
};

QTEST_GUILESS_MAIN(TestPhoto)
#include "tst_photo.moc"
