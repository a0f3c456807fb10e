// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Loket {

/// Who does something, and where. Goes into every call that changes the store, and into its audit row.
struct Actor {
    QString officer;     ///< officer's short id, e.g. "rina"
    QString role;        ///< "petugas" or "penyelia"
    QString workstation; ///< e.g. "MCS-GARUT-2"
    friend bool operator==(const Actor &, const Actor &) = default;
};

} // namespace Loket
