// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/imaging/pdfissue.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <chrono>
#include <stop_token>

namespace Loket {

inline constexpr qsizetype kPdfBytes = 20 * 1024 * 1024; ///< larger files are no scan of a document
inline constexpr int kPdfPages = 60;                     ///< a company's deed; more is a book
inline constexpr int kPdfLongSide = 3'508;               ///< A4 at 300 dots an inch

/// What a child process that reads a PDF may use before it is ended.
struct PdfLimits {
    std::chrono::milliseconds time{15'000}; ///< by the clock on the wall, for one question
    int processorSeconds = 10;
    qint64 addressSpace = 256 * 1024 * 1024;
};

/// Pages of a PDF as pictures, drawn by pdfinfo and pdftoppm of poppler-utils in a child process: whatever a
/// hostile file does to it happens outside of this program, within PdfLimits, without a shell, without a core
/// file and without the environment of this process. The file goes in and the picture comes out through
/// pipes: nothing is written to disk and no argument names anything. The calls block up to PdfLimits::time,
/// so they belong on a worker thread; `stop` ends them at once. Any thread; const.
class PdfPages
{
public:
    /// `folder`: where the two programs are looked for; empty: in the PATH.
    explicit PdfPages(PdfLimits limits = {}, QString folder = {});

    bool isAvailable() const; ///< both programs are there

    /// 1..kPdfPages.
    Result<int, PdfIssue> count(const QByteArray &pdf, std::stop_token stop = {}) const;

    /// Page `page` (from 1) as opaque RGB32, its longest side `longSide` pixels (at most kPdfLongSide).
    Result<QImage, PdfIssue> draw(const QByteArray &pdf, int page, int longSide,
                                  std::stop_token stop = {}) const;

private:
    Result<QByteArray, PdfIssue> run(const QString &program, const QStringList &arguments,
                                     const QByteArray &input, qsizetype mostOutput,
                                     const std::stop_token &stop) const;

    const PdfLimits m_limits;
    const QString m_info;
    const QString m_draw;
};

/// Whether the bytes claim to be a PDF: "%PDF-" within the first KiB.
bool looksLikePdf(const QByteArray &bytes);

} // namespace Loket
