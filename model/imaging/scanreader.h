// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/imaging/pagefinder.h"
#include "model/imaging/pdfpages.h"
#include "model/imaging/pictureissue.h"

#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <variant>

namespace Loket {

using ScanIssue = std::variant<PictureIssue, PdfIssue>;

/// A picture in which a document lies: a photo, or a page of a PDF.
struct ScanSource {
    QImage picture;                ///< upright RGB32, longest side at most kScanPictureSide
    std::optional<PageQuad> found; ///< where the document lies; none: not found, or a page of a PDF
    int page = 0;                  ///< of the PDF, from 1; 0: it is a picture
    int pages = 0;
};

/// Opens what an officer brings to be kept as a scan. Loads OpenCV with the first picture, so keep one and
/// call it on a worker thread; a PDF takes up to PdfLimits::time. Any thread.
class ScanReader
{
public:
    explicit ScanReader(PdfPages pdfPages = PdfPages());

    /// `page` counts for a PDF only.
    Result<ScanSource, ScanIssue> open(const QByteArray &bytes, int page = 1,
                                       std::stop_token stop = {}) const;
    /// A picture that is there already: pasted, or taken by a camera.
    Result<ScanSource, ScanIssue> open(const QImage &picture) const;

    /// Where a document lies in a picture that is only looked at; none: nowhere, or built without OpenCV.
    std::optional<PageQuad> find(const QImage &picture) const;

private:
    const PdfPages m_pdfPages;
    mutable std::once_flag m_isMade;
    mutable std::unique_ptr<PageFinder> m_finder; ///< null: built without OpenCV
};

} // namespace Loket
