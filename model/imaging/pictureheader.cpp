// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/pictureheader.h"

#include "model/imaging/photoformat.h"

#include <QtEndian>

#include <cstring>
#include <optional>

namespace Loket {
namespace PictureBytes {

// A progressive file is decoded once a scan: honest ones have about ten.
constexpr int kMostScans = 64;
constexpr qint64 kMostScanPixels = 20 * kPicturePixels; ///< of all scans together: some seconds of work

PictureIssue tooLarge(QSize size)
{
    return {PictureIssue::Kind::TooLarge, double(size.width()) * size.height() / 1e6};
}

static quint32 big32(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

static quint16 big16(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.constData() + at);
}

static quint8 byteAt(const QByteArray &bytes, qsizetype at)
{
    return static_cast<quint8>(bytes[at]);
}

static Result<QSize, PictureIssue> pngSize(const QByteArray &bytes)
{
    constexpr qsizetype kFirstChunk = 8;
    constexpr qsizetype kAroundData = 12; // length, type and checksum
    if (bytes.size() < kFirstChunk + kAroundData + 13 || bytes.mid(12, 4) != "IHDR" || big32(bytes, 8) != 13)
        return fail(PictureIssue{PictureIssue::Kind::Broken});
    const quint32 width = big32(bytes, 16);
    const quint32 height = big32(bytes, 20);
    if (width == 0 || height == 0 || width > 0x7fffffff || height > 0x7fffffff)
        return fail(PictureIssue{PictureIssue::Kind::Broken});
    const QSize size(static_cast<int>(width), static_cast<int>(height));
    // Size first: a picture that is too large is told as such even when only its head is there.
    if (qint64(width) * height > kPicturePixels)
        return size;
    // As QImage holds them; 16 bits and interlaced pictures are kept whole, with a copy to scale from.
    const qint64 pixelBytes = (byteAt(bytes, 24) > 8 ? 16 : 4) * (byteAt(bytes, 28) != 0 ? 2 : 1);
    if (qint64(width) * height * pixelBytes > kDecodedBytes)
        return fail(tooLarge(size));
    qsizetype at = kFirstChunk;
    while (at + kAroundData <= bytes.size()) {
        const quint32 length = big32(bytes, at);
        if (length > 0x7fffffff || qint64(length) > bytes.size() - at - kAroundData)
            break;
        if (std::memcmp(bytes.constData() + at + 4, "IEND", 4) == 0)
            return size;
        at += kAroundData + qsizetype(length);
    }
    return fail(PictureIssue{PictureIssue::Kind::Broken});
}

static bool isFrame(quint8 marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/// Bytes that a decoder keeps when a picture comes in several scans: every coefficient of every component.
/// `at`: of the frame's segment, which holds `length` bytes. Negative: the frame contradicts itself.
static qint64 coefficientBytes(const QByteArray &bytes, qsizetype at, quint16 length, QSize size)
{
    const int components = byteAt(bytes, at + 9);
    if (length != 8 + 3 * components || components == 0)
        return -1;
    int widest = 0;
    int highest = 0;
    qint64 samples = 0;
    for (int i = 0; i < components; ++i) {
        const quint8 sampling = byteAt(bytes, at + 11 + 3 * i);
        const int across = sampling >> 4;
        const int down = sampling & 15;
        if (across < 1 || across > 4 || down < 1 || down > 4)
            return -1;
        widest = qMax(widest, across);
        highest = qMax(highest, down);
        samples += across * down;
    }
    const qint64 columns = (size.width() + 8 * widest - 1) / (8 * widest);
    const qint64 rows = (size.height() + 8 * highest - 1) / (8 * highest);
    return columns * rows * samples * 64 * 2;
}

static Result<QSize, PictureIssue> jpegSize(const QByteArray &bytes)
{
    const PictureIssue broken{PictureIssue::Kind::Broken};
    std::optional<QSize> size;
    int scans = 0;
    qint64 coefficients = 0;
    bool isProgressive = false;
    qsizetype at = 2;
    while (at + 4 <= bytes.size() || (at + 2 <= bytes.size() && size)) {
        if (byteAt(bytes, at) != 0xff)
            return fail(broken);
        const quint8 marker = byteAt(bytes, at + 1);
        if (marker == 0xff) { // fill byte
            ++at;
            continue;
        }
        if (marker == 0xd9)
            return size && scans > 0 ? Result<QSize, PictureIssue>(*size) : fail(broken);
        if (at + 4 > bytes.size())
            return fail(broken);
        const quint16 length = big16(bytes, at + 2);
        if (length < 2 || at + 2 + length > bytes.size())
            return fail(broken);
        if (isFrame(marker)) {
            if (length < 8 || size)
                return fail(broken);
            if (marker > 0xc2 || byteAt(bytes, at + 4) != 8) // arithmetic, lossless or more than 8 bits
                return fail(PictureIssue{PictureIssue::Kind::Unsupported});
            size = QSize(big16(bytes, at + 7), big16(bytes, at + 5));
            if (size->isEmpty())
                return fail(broken);
            if (qint64(size->width()) * size->height() > kPicturePixels)
                return *size;
            coefficients = coefficientBytes(bytes, at, length, *size);
            if (coefficients < 0)
                return fail(broken);
            isProgressive = marker == 0xc2;
        }
        at += 2 + length;
        if (marker == 0xda) {
            if (!size || ++scans > kMostScans
                || scans * qint64(size->width()) * size->height() > kMostScanPixels)
                return fail(broken);
            if ((isProgressive || scans > 1) && coefficients > kDecodedBytes)
                return fail(tooLarge(*size));
            at = endOfJpegScan(bytes, at);
            if (at < 0)
                return fail(broken);
        }
    }
    return fail(broken);
}

static bool isOtherPicture(const QByteArray &bytes)
{
    return bytes.startsWith("GIF8") || bytes.startsWith("BM") || bytes.startsWith(QByteArray("II*\0", 4))
        || bytes.startsWith(QByteArray("MM\0*", 4)) || (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        || bytes.startsWith("8BPS") || bytes.startsWith("<svg") || bytes.startsWith(QByteArray("\0\0\1\0", 4))
        || bytes.mid(4, 8) == "ftypheic" || bytes.mid(4, 8) == "ftypmif1" || bytes.mid(4, 8) == "ftypavif"
        || bytes.startsWith(QByteArray("\0\0\0\x0cjP  ", 8));
}

} // namespace PictureBytes

qsizetype endOfJpegScan(const QByteArray &bytes, qsizetype at)
{
    while (at + 1 < bytes.size()) {
        const void *found = std::memchr(bytes.constData() + at, 0xff, size_t(bytes.size() - at - 1));
        if (!found)
            return -1;
        at = static_cast<const char *>(found) - bytes.constData();
        const quint8 next = PictureBytes::byteAt(bytes, at + 1);
        const bool isRestart = next >= 0xd0 && next <= 0xd7;
        if (next != 0x00 && next != 0xff && !isRestart)
            return at;
        at += next == 0xff ? 1 : 2;
    }
    return -1;
}

Result<PictureHeader, PictureIssue> readPictureHeader(const QByteArray &bytes)
{
    const bool isPng = bytes.startsWith("\x89PNG\r\n\x1a\n");
    const bool isJpeg = bytes.startsWith("\xff\xd8\xff");
    if (!isPng && !isJpeg) {
        return fail(PictureIssue{PictureBytes::isOtherPicture(bytes) ? PictureIssue::Kind::Unsupported
                                                                     : PictureIssue::Kind::NotAnImage});
    }
    if (bytes.size() > kPictureBytes)
        return fail(PictureIssue{PictureIssue::Kind::TooLarge});
    const Result<QSize, PictureIssue> size
        = isPng ? PictureBytes::pngSize(bytes) : PictureBytes::jpegSize(bytes);
    if (!size)
        return fail(size.error());
    const qint64 pixels = qint64(size.value().width()) * size.value().height();
    if (pixels > kPicturePixels)
        return fail(PictureIssue{PictureIssue::Kind::TooLarge, double(pixels) / 1e6});
    return PictureHeader{isPng ? PictureHeader::Type::Png : PictureHeader::Type::Jpeg, size.value()};
}

} // namespace Loket
