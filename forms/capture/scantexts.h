// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/scanreader.h"

#include <QString>

namespace Loket {

/// Why a document can't be kept from this file, and what to do; in the language that is on now.
QString scanIssueText(const ScanIssue &issue);
QString scanIssueText(const PictureIssue &issue);
QString scanIssueText(const PdfIssue &issue);

} // namespace Loket
