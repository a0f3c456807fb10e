// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/pictureissue.h"

#include <QString>

namespace Loket {

/// What is wrong with a picture and what to do, in the language that is on now.
QString pictureIssueText(const PictureIssue &issue);

} // namespace Loket
