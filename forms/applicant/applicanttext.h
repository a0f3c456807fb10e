// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/applicant/applicantfacts.h"
#include "forms/common/tokens.h"

#include <QSizeF>
#include <QStringList>

class QTextDocument;

namespace Loket {

/// The facts as pages of rich text that each fit `room` (pixels), in the largest type that takes few pages.
/// `size`: the type it came to, in pixels.
struct ApplicantPages {
    QStringList pages;
    int size = 0;
};
ApplicantPages applicantPages(const ApplicantFacts &facts, const QSizeF &room, const Tokens &tokens);

/// Lays a page out in type of `size` pixels.
void layOutApplicantText(QTextDocument &document, const QString &html, double width, int size);

} // namespace Loket
