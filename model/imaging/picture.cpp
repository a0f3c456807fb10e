// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/picture.h"

#include "model/imaging/crop.h"
#include "model/imaging/photoformat.h"
#include "model/imaging/picturebaggage.h"
#include "model/imaging/pictureheader.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QPainter>
#include <QTransform>

namespace Loket {
namespace PictureDecoding {

using Orientation = QImageIOHandler::Transformations;

/// A reader that knows only the sniffed type. No decoder of this process makes a picture that takes more than
/// kDecodedBytes, whatever the header check let through.
class Source
{
public:
    explicit Source(const QByteArray &bytes)
        : m_header(readPictureHeader(bytes))
    {
        if (!m_header)
            return;
        static const bool isBounded = [] {
            QImageReader::setAllocationLimit(int(kDecodedBytes / (1024 * 1024)));
            return true;
        }();
        Q_UNUSED(isBounded)
        m_buffer.setData(withoutBaggage(bytes, m_header.value()));
        m_buffer.open(QIODevice::ReadOnly);
        m_reader.setDevice(&m_buffer);
        m_reader.setAutoDetectImageFormat(false);
        m_reader.setFormat(m_header.value().type == PictureHeader::Type::Png ? "png" : "jpeg");
        m_reader.setAutoTransform(true); // after scaling and clipping, which work on the stored pixels
        if (!m_reader.canRead())
            m_header = fail(PictureIssue{PictureIssue::Kind::Broken});
    }
    const Result<PictureHeader, PictureIssue> &header() const { return m_header; }
    QSize stored() const { return m_header.value().stored; }
    QImageReader &reader() { return m_reader; }

private:
    Result<PictureHeader, PictureIssue> m_header;
    QBuffer m_buffer;
    QImageReader m_reader;
};

static QSize turned(QSize stored, Orientation orientation)
{
    return orientation.testFlag(QImageIOHandler::TransformationRotate90) ? stored.transposed() : stored;
}

/// Maps stored pixels to upright ones: mirror, flip, then a quarter turn clockwise, in Qt's order.
static QTransform upright(QSize stored, Orientation orientation)
{
    QTransform map;
    if (orientation.testFlag(QImageIOHandler::TransformationMirror))
        map *= QTransform(-1, 0, 0, 1, stored.width(), 0);
    if (orientation.testFlag(QImageIOHandler::TransformationFlip))
        map *= QTransform(1, 0, 0, -1, 0, stored.height());
    if (orientation.testFlag(QImageIOHandler::TransformationRotate90))
        map *= QTransform(0, 1, -1, 0, stored.height(), 0);
    return map;
}

/// Opaque RGB in sRGB on white; a fresh image, so texts and profiles of the file stay behind.
static QImage plain(QImage image)
{
    const QColorSpace space = image.colorSpace();
    const bool isGrey = image.isGrayscale();
    if (space.isValid() && !isGrey && space != QColorSpace(QColorSpace::SRgb)) {
        QImage wide
            = image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_RGBA64 : QImage::Format_RGBX64);
        wide.setColorSpace(space);
        wide.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
        image = wide;
    }
    QImage flat(image.size(), QImage::Format_RGB32);
    if (flat.isNull())
        return flat;
    flat.fill(Qt::white);
    image.setDevicePixelRatio(1);
    QPainter painter(&flat);
    painter.drawImage(QPoint(0, 0), image);
    painter.end();
    return flat;
}

static Result<QImage, PictureIssue> readPlain(QImageReader &reader)
{
    const QImage image = reader.read();
    const QImage flat = image.isNull() ? QImage() : plain(image);
    if (flat.isNull())
        return fail(PictureIssue{PictureIssue::Kind::Broken});
    return flat;
}

/// The smallest rectangle around `part` that is made of the JPEG decoder's blocks.
static QRect wholeBlocks(const QRect &part)
{
    constexpr int kBlock = 8;
    const auto down = [](int value) { return value / kBlock * kBlock; };
    const QPoint corner(down(part.left()), down(part.top()));
    return {corner, QPoint(down(part.right()) + kBlock - 1, down(part.bottom()) + kBlock - 1)};
}

/// The largest size with the proportions of `size` whose longest side is at most `side`.
static QSize within(QSize size, int side)
{
    if (qMax(size.width(), size.height()) <= side)
        return size;
    return size.scaled(side, side, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

} // namespace PictureDecoding

Result<QSize, PictureIssue> uprightSize(const QByteArray &bytes)
{
    using namespace PictureDecoding;
    Source source(bytes);
    if (!source.header())
        return fail(source.header().error());
    const QSize size = turned(source.stored(), source.reader().transformation());
    if (!canCrop(size))
        return fail(PictureIssue{PictureIssue::Kind::TooSmall});
    return size;
}

Result<Picture, PictureIssue> decodePicture(const QByteArray &bytes)
{
    using namespace PictureDecoding;
    Source source(bytes);
    if (!source.header())
        return fail(source.header().error());
    QImageReader &reader = source.reader();
    const QSize stored = source.stored();
    Picture picture;
    picture.size = turned(stored, reader.transformation());
    if (!canCrop(picture.size))
        return fail(PictureIssue{PictureIssue::Kind::TooSmall});
    if (const QSize smaller = within(stored, kPreviewSide); smaller != stored)
        reader.setScaledSize(smaller);
    const auto image = readPlain(reader);
    if (!image)
        return fail(image.error());
    picture.preview = image.value();
    return picture;
}

Result<QImage, PictureIssue> decodeUpright(const QByteArray &bytes, int longestSide)
{
    using namespace PictureDecoding;
    Source source(bytes);
    if (!source.header())
        return fail(source.header().error());
    if (const QSize smaller = within(source.stored(), longestSide); smaller != source.stored())
        source.reader().setScaledSize(smaller);
    return readPlain(source.reader());
}

Result<QImage, PictureIssue> decodePart(const QByteArray &bytes, const QRectF &crop, QSize target)
{
    using namespace PictureDecoding;
    Source source(bytes);
    if (!source.header())
        return fail(source.header().error());
    QImageReader &reader = source.reader();

    const QSize stored = source.stored();
    const Orientation orientation = reader.transformation();
    const QSize size = turned(stored, orientation);
    if (!canCrop(size))
        return fail(PictureIssue{PictureIssue::Kind::TooSmall});
    const QRectF part = upright(stored, orientation).inverted().mapRect(fittedCrop(crop, size));
    const QSize storedTarget = turned(target, orientation); // a quarter turn is its own opposite for sizes
    const double scaleX = storedTarget.width() / part.width();
    const double scaleY = storedTarget.height() / part.height();
    const bool shrinks = scaleX < 1 && scaleY < 1;
    const QRect clip = part.toAlignedRect() & QRect(QPoint(0, 0), stored);
    if (const QRect blocks = wholeBlocks(clip); shrinks && QRect(QPoint(0, 0), stored).contains(blocks)) {
        // Told both, the JPEG decoder makes no full-size pixels, and ends with the last row that is needed.
        const QSize scaled(qMax(storedTarget.width(), qRound(blocks.width() * scaleX)),
                           qMax(storedTarget.height(), qRound(blocks.height() * scaleY)));
        const QPointF inside = part.topLeft() - blocks.topLeft();
        const QPoint corner(qBound(0, qRound(inside.x() * scaleX), scaled.width() - storedTarget.width()),
                            qBound(0, qRound(inside.y() * scaleY), scaled.height() - storedTarget.height()));
        reader.setClipRect(blocks);
        reader.setScaledSize(scaled);
        reader.setScaledClipRect(QRect(corner, storedTarget));
    } else if (shrinks) { // the JPEG decoder skips most of the work when it is told the size
        const QSize scaled(qMax(storedTarget.width(), qRound(stored.width() * scaleX)),
                           qMax(storedTarget.height(), qRound(stored.height() * scaleY)));
        const QPoint corner(qBound(0, qRound(part.x() * scaleX), scaled.width() - storedTarget.width()),
                            qBound(0, qRound(part.y() * scaleY), scaled.height() - storedTarget.height()));
        reader.setScaledSize(scaled);
        reader.setScaledClipRect(QRect(corner, storedTarget));
    } else {
        reader.setClipRect(clip);
    }
    const auto image = readPlain(reader);
    if (!image)
        return image;
    if (image.value().size() == target)
        return image;
    return image.value().scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace Loket
