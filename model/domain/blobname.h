// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Loket {

/// Whether `name` names a picture or scan by its content: "sha256:" and 64 lowercase hex digits. Any thread.
[[nodiscard]] bool isBlobName(const QString &name);

} // namespace Loket
