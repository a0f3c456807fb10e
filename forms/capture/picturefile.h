// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QString>

namespace Loket {

/// The bytes of a file that the officer chose, one more than kPictureBytes at most (such a file is refused as
/// too large); or the system's words on why it can't be opened. May wait long for a slow drive: worker
/// threads only.
Result<QByteArray, QString> readPictureFile(const QString &path);

} // namespace Loket
