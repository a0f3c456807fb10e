// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/office.h"
#include "forms/common/tokens.h"

namespace Loket {

// What the status bar and the sync page say about the store's state.

/// Cases that are saved here and not yet received by the centre.
int waitingToSend(const StoreStatus &);

/// "Latihan: pusat bawaan", "Terhubung", "Tanpa jaringan".
QString linkText(Link);
/// The same, with since when there is no network.
QString linkText(const Office &);
Tone linkTone(Link);

/// Where the centre is: "sinkron.example.id:8443", or that it is the built-in one.
QString centreText(const CentreView &);

/// "Terakhir sinkron kemarin 16.42".
QString lastSyncText(const StoreStatus &, const QDateTime &now);

} // namespace Loket
