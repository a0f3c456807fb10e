// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Loket {

/// Why a page of a PDF can't be used. The sentence is made by forms.
struct PdfIssue {
    enum class Kind {
        NoProgram,    ///< pdfinfo and pdftoppm (poppler-utils) are not installed
        NotAPdf,      ///< no "%PDF-" in the first bytes
        TooLarge,     ///< more bytes than kPdfBytes
        TooManyPages, ///< more than kPdfPages; `pages` says how many
        Encrypted,    ///< needs a password
        Broken,       ///< can't be read, has no such page, or needs more memory than it may have
        TooSlow,      ///< did not come to an end within the time it has
        Stopped       ///< the caller asked to stop
    };
    Kind kind = Kind::Broken;
    int pages = 0;
    friend bool operator==(const PdfIssue &, const PdfIssue &) = default;
};

} // namespace Loket
