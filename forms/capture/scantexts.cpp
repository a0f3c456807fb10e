// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/scantexts.h"

#include "forms/capture/pictureissuetext.h"
#include "model/imaging/scan.h"

#include <QCoreApplication>

namespace Loket {

namespace {

struct ScanWords {
    Q_DECLARE_TR_FUNCTIONS(ScanWords)
};

} // namespace

QString scanIssueText(const PictureIssue &issue)
{
    switch (issue.kind) {
    case PictureIssue::Kind::NotAnImage:
        return ScanWords::tr("This is neither a picture nor a PDF. Choose a JPEG, PNG or PDF file.");
    case PictureIssue::Kind::TooSmall:
        return ScanWords::tr(
                   "The document is too small to be read (at least %1 pixels). Come nearer with the camera, "
                   "or choose a larger picture.")
            .arg(kLeastScanSide);
    case PictureIssue::Kind::NoPage:
        return ScanWords::tr("The four corners do not enclose a document. Put each on a corner of it.");
    case PictureIssue::Kind::TooDetailed:
        return ScanWords::tr("The document can't be made small enough to be sent. Choose another picture.");
    default:
        return pictureIssueText(issue);
    }
}

QString scanIssueText(const PdfIssue &issue)
{
    switch (issue.kind) {
    case PdfIssue::Kind::NoProgram:
        return ScanWords::tr(
            "PDF files can't be read on this computer: the package poppler-utils is missing. "
            "Choose a picture instead.");
    case PdfIssue::Kind::NotAPdf:
        return ScanWords::tr("This is neither a picture nor a PDF. Choose a JPEG, PNG or PDF file.");
    case PdfIssue::Kind::TooLarge:
        return ScanWords::tr("The PDF is too large (at most %1 MB). Save only the page that is needed.")
            .arg(kPdfBytes / (1024 * 1024));
    case PdfIssue::Kind::TooManyPages:
        return ScanWords::tr(
                   "The PDF has too many pages (%1; at most %2). Save only the page that is needed.")
            .arg(issue.pages)
            .arg(kPdfPages);
    case PdfIssue::Kind::Encrypted:
        return ScanWords::tr(
            "The PDF is protected by a password. Save it without one, or take a picture of it.");
    case PdfIssue::Kind::TooSlow:
        return ScanWords::tr(
            "Reading the PDF took too long. Print it to a new PDF, or take a picture of it.");
    case PdfIssue::Kind::Stopped:
        return ScanWords::tr("Reading was stopped. Choose another file, or the same one again.");
    case PdfIssue::Kind::Broken:
        break;
    }
    return ScanWords::tr(
        "The PDF is damaged or was not copied completely. Copy it again or choose another one.");
}

QString scanIssueText(const ScanIssue &issue)
{
    return std::visit([](const auto &one) { return scanIssueText(one); }, issue);
}

} // namespace Loket
