// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/scanreader.h"

#include "model/imaging/photoformat.h"
#include "model/imaging/picture.h"
#include "model/imaging/scan.h"

#include <QPainter>

namespace Loket {

ScanReader::ScanReader(PdfPages pdfPages)
    : m_pdfPages(std::move(pdfPages))
{
}

Result<ScanSource, ScanIssue> ScanReader::open(const QByteArray &bytes, int page, std::stop_token stop) const
{
    ScanSource source;
    if (looksLikePdf(bytes)) {
        const auto pages = m_pdfPages.count(bytes, stop);
        if (!pages)
            return fail(ScanIssue(pages.error()));
        source.pages = pages.value();
        source.page = qBound(1, page, source.pages);
        auto drawn = m_pdfPages.draw(bytes, source.page, kScanPictureSide, stop);
        if (!drawn)
            return fail(ScanIssue(drawn.error()));
        source.picture = drawn.take();
        return source;
    }
    auto picture = decodeUpright(bytes, kScanPictureSide);
    if (!picture)
        return fail(ScanIssue(picture.error()));
    source.picture = picture.take();
    source.found = find(source.picture);
    return source;
}

Result<ScanSource, ScanIssue> ScanReader::open(const QImage &picture) const
{
    ScanSource source;
    if (picture.isNull())
        return fail(ScanIssue(PictureIssue{PictureIssue::Kind::NotAnImage}));
    const qint64 pixels = qint64(picture.width()) * picture.height();
    if (pixels > kPicturePixels)
        return fail(ScanIssue(PictureIssue{PictureIssue::Kind::TooLarge, double(pixels) / 1e6}));
    source.picture = qMax(picture.width(), picture.height()) > kScanPictureSide
        ? picture.scaled(kScanPictureSide, kScanPictureSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        : picture;
    QImage opaque(source.picture.size(), QImage::Format_RGB32);
    opaque.fill(Qt::white); // what is cut out of a page is paper, not black
    QPainter(&opaque).drawImage(0, 0, source.picture);
    source.picture = opaque;
    source.found = find(source.picture);
    return source;
}

std::optional<PageQuad> ScanReader::find(const QImage &picture) const
{
    std::call_once(m_isMade, [this] { m_finder = makePageFinder(); });
    return m_finder ? m_finder->find(picture) : std::nullopt;
}

} // namespace Loket
