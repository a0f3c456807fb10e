// SPDX-License-Identifier: Apache-2.0
#include "hostilebytes.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Loket::Hostile {

namespace {

QImage picture(QImage::Format format)
{
    QImage image(256, 240, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int i = 0; i < 60; ++i)
        painter.fillRect((i * 37) % 250, (i * 53) % 235, 5 + i % 40, 4 + i % 23,
                         QColor((i * 41) % 256, (i * 73) % 256, (i * 19) % 256, 120 + i * 2));
    painter.end();
    return image.convertToFormat(format);
}

QByteArray written(const QImage &image, const char *format, bool progressive = false)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(60);
    writer.setProgressiveScanWrite(progressive);
    writer.write(image);
    return buffer.data();
}

/// After the start of the JPEG: an orientation, and a thumbnail's directory that follows.
QByteArray withExif(const QByteArray &jpeg)
{
    const QByteArray tiff = QByteArray("MM\0\x2a\0\0\0\x08\0\2", 10) // the directory lies at 8, two entries
        + QByteArray("\1\x12\0\3\0\0\0\1\0\6\0\0", 12)               // orientation 6
        + QByteArray("\1\x1a\0\5\0\0\0\1\0\0\0\x26\0\0\0\x2e", 16)   // a fraction at 0x26; the next at 0x2e
        + QByteArray("\0\0\0\x48\0\0\0\1", 8) + QByteArray("\0\1\1\x12\0\3\0\0\0\1\0\1\0\0\0\0\0\0", 18);
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    QByteArray segment("\xff\xe1\0\0", 4);
    put16(segment, 2, quint32(body.size() + 2));
    return jpeg.left(2) + segment + body + jpeg.mid(2);
}

QByteArray drawnPdf()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A5));
    writer.setCreator(u"test"_s);
    QPainter painter(&writer);
    painter.drawText(400, 600, u"Kartu Keluarga"_s);
    painter.drawImage(QRect(500, 900, 3000, 3000), picture(QImage::Format_RGB32));
    painter.setOpacity(0.5);
    painter.fillRect(1000, 1000, 900, 900, QLinearGradient(1000, 1000, 1900, 1900));
    writer.newPage();
    painter.drawText(400, 600, u"halaman 2"_s);
    painter.end();
    return buffer.data();
}

QByteArray streamObject(const QByteArray &dictionary, const QByteArray &data)
{
    return "<< " + dictionary + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data
        + "\nendstream";
}

/// By hand, so that what QPdfWriter never writes is there: a form, a pattern, a shading, a drawn font, a
/// function.
QByteArray writtenPdf()
{
    const QByteArray content("q 1 0 0 1 20 20 cm /F1 12 Tf BT (ab) Tj ET /Fm Do /Im Do /Pattern cs /P1 scn "
                             "0 0 80 80 re f /Sh sh Q");
    const QByteArray resources("/Resources << /Font << /F1 5 0 R >> /XObject << /Fm 6 0 R /Im 7 0 R >> "
                               "/Pattern << /P1 8 0 R >> /Shading << /Sh 9 0 R >> >>");
    return pdfOf(
        {"<< /Type /Catalog /Pages 2 0 R >>",
         "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 /MediaBox [ 0 0 200 280 ] >>",
         "<< /Type /Page /Parent 2 0 R /Contents 4 0 R " + resources + " >>", streamObject({}, content),
         "<< /Type /Font /Subtype /Type3 /FontBBox [ 0 0 10 10 ] /FontMatrix [ 0.1 0 0 0.1 0 0 ] "
         "/CharProcs << /a 11 0 R >> /Encoding << /Differences [ 97 /a /a ] >> /FirstChar 97 /LastChar 98 "
         "/Widths [ 10 10 ] /Resources << >> >>",
         streamObject("/Type /XObject /Subtype /Form /BBox [ 0 0 50 50 ]", "0 0 40 40 re S"),
         streamObject("/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace "
                      "/DeviceGray /Filter /FlateDecode",
                      qCompress(QByteArray(64, '\x60')).mid(4)),
         streamObject("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [ 0 0 8 8 ] /XStep 8 "
                      "/YStep 8 /Resources << >>",
                      "0 0 4 4 re f"),
         "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [ 0 0 50 50 ] /Function 10 0 R >>",
         "<< /FunctionType 2 /Domain [ 0 1 ] /C0 [ 0 0 0 ] /C1 [ 1 1 1 ] /N 2 >>",
         streamObject({}, "10 0 0 0 10 10 d1 0 0 8 8 re f")});
}

} // namespace

QList<Seedling> seeds()
{
    QImage profiled = picture(QImage::Format_RGB32);
    profiled.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
    profiled.setText(u"Comment"_s, u"a comment"_s);
    const QByteArray plain = written(picture(QImage::Format_RGB32), "jpeg");
    QList<Seedling> all{{Format::Jpeg, plain},
                        {Format::Jpeg, withExif(plain)},
                        {Format::Jpeg, written(picture(QImage::Format_RGB32), "jpeg", true)},
                        {Format::Jpeg, written(picture(QImage::Format_Grayscale8), "jpeg")},
                        {Format::Jpeg, written(profiled, "jpeg")},
                        {Format::Png, written(profiled, "png")}};
    for (const QImage::Format format :
         {QImage::Format_RGB32, QImage::Format_ARGB32, QImage::Format_RGBA64, QImage::Format_Grayscale8,
          QImage::Format_Grayscale16, QImage::Format_Indexed8, QImage::Format_Mono})
        all.append({Format::Png, written(picture(format), "png")});
    all.append({Format::Pdf, drawnPdf()});
    all.append({Format::Pdf, writtenPdf()});
    return all;
}

QByteArray damaged(const Seedling &whole, QRandomGenerator &random)
{
    QByteArray bytes = whole.bytes;
    for (int i = random.bounded(1, 5); i > 0; --i) {
        switch (whole.format) {
        case Format::Jpeg:
            bytes = damagedJpeg(bytes, random);
            break;
        case Format::Png:
            bytes = damagedPng(bytes, random);
            break;
        case Format::Pdf:
            bytes = damagedPdf(bytes, random);
            break;
        }
    }
    if (random.bounded(20) == 0)
        bytes.truncate(random.bounded(int(bytes.size()) + 1));
    return bytes;
}

quint32 nastyNumber(QRandomGenerator &random)
{
    static constexpr quint32 kNasty[]
        = {0,      1,      2,        3,         7,          8,          15,         16,         127,
           128,    255,    256,      257,       0x7fff,     0x8000,     0xfffe,     0xffff,     0x10000,
           100000, 999999, 0xffffff, 0x1000000, 0x7ffffffe, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff};
    const quint32 which = random.bounded(quint32(std::size(kNasty)) * 3 / 2);
    return which < std::size(kNasty) ? kNasty[which] : random.generate() >> random.bounded(31);
}

void put16(QByteArray &bytes, qsizetype at, quint32 value)
{
    if (at >= 0 && at + 2 <= bytes.size())
        qToBigEndian(quint16(value), bytes.data() + at);
}

void put32(QByteArray &bytes, qsizetype at, quint32 value)
{
    if (at >= 0 && at + 4 <= bytes.size())
        qToBigEndian(value, bytes.data() + at);
}

void scratch(QByteArray &bytes, QRandomGenerator &random)
{
    if (bytes.isEmpty()) {
        bytes = QByteArray(random.bounded(300), char(random.bounded(256)));
        return;
    }
    const int size = int(bytes.size());
    const int at = random.bounded(size);
    const int length = qMin(size - at, 1 + random.bounded(random.bounded(2) ? 4 : 200));
    switch (random.bounded(6)) {
    case 0:
        bytes[at] = char(bytes[at] ^ (1 << random.bounded(8)));
        break;
    case 1:
        bytes[at] = char(nastyNumber(random));
        break;
    case 2:
        bytes.remove(at, length);
        break;
    case 3:
        bytes.insert(at, bytes.mid(at, length));
        break;
    case 4:
        bytes.replace(at, length, QByteArray(length, random.bounded(2) ? '\0' : '\xff'));
        break;
    default:
        for (int i = 0; i < length; ++i)
            bytes[at + i] = char(random.bounded(256));
    }
}

} // namespace Loket::Hostile
