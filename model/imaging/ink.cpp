// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/ink.h"

#include "model/imaging/picture.h"

#include <QBuffer>
#include <QImageWriter>
#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace Loket {

static constexpr double kMargin = 6;       ///< pixels around the ink
static constexpr double kLeastShare = 0.2; ///< of the pad's width that a signature is long at least

void paintStroke(QPainter &painter, const Stroke &stroke)
{
    if (stroke.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(painter.pen().color(), stroke.first().width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (stroke.size() == 1) {
        painter.setPen(pen);
        painter.drawPoint(stroke.first().at);
        return;
    }
    for (qsizetype i = 1; i < stroke.size(); ++i) {
        pen.setWidthF((stroke[i - 1].width + stroke[i].width) / 2);
        painter.setPen(pen);
        painter.drawLine(stroke[i - 1].at, stroke[i].at);
    }
}

bool isInkEnough(const QList<Stroke> &strokes, double padWidth)
{
    double length = 0;
    for (const Stroke &stroke : strokes) {
        for (qsizetype i = 1; i < stroke.size(); ++i)
            length += QLineF(stroke[i - 1].at, stroke[i].at).length();
    }
    return length >= padWidth * kLeastShare;
}

QImage inkPicture(const QList<Stroke> &strokes)
{
    QRectF ink;
    for (const Stroke &stroke : strokes) {
        for (const InkPoint &point : stroke) {
            const double half = point.width / 2 + kMargin;
            ink |= QRectF(point.at, QSizeF()).adjusted(-half, -half, half, half);
        }
    }
    if (ink.isEmpty())
        return {};
    const double scale
        = std::min({1.0, kSignaturePixels.width() / ink.width(), kSignaturePixels.height() / ink.height()});
    QImage picture((ink.size() * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.scale(scale, scale);
    painter.translate(-ink.topLeft());
    painter.setPen(Qt::black);
    for (const Stroke &stroke : strokes)
        paintStroke(painter, stroke);
    painter.end();
    return picture.convertToFormat(QImage::Format_Grayscale8);
}

Result<QByteArray, PictureIssue> encodeSignature(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    // Few shades compress far better and look the same on paper; a busy drawing gets fewer of them.
    for (const int shades : std::array{16, 4, 2}) {
        QImage reduced = grey;
        const double step = 255.0 / (shades - 1);
        for (int y = 0; y < reduced.height(); ++y) {
            uchar *line = reduced.scanLine(y);
            std::transform(line, line + reduced.width(), line,
                           [step](uchar shade) { return uchar(qRound(qRound(shade / step) * step)); });
        }
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QImageWriter writer(&buffer, "png");
        writer.setCompression(100);
        if (writer.write(reduced) && bytes.size() <= kSignatureBytes)
            return bytes;
    }
    return fail(PictureIssue{PictureIssue::Kind::TooDetailed});
}

Result<QByteArray, PictureIssue> signatureFromPicture(const QByteArray &original)
{
    const auto picture = decodePicture(original);
    if (!picture)
        return fail(picture.error());
    QImage image = picture.value().preview;
    if (image.width() > kSignaturePixels.width() || image.height() > kSignaturePixels.height())
        image = image.scaled(kSignaturePixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return encodeSignature(image);
}

} // namespace Loket
