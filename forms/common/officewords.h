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

/// For how long the oldest unsent case waits: "12 hari (sejak 16 Nov 2026)", below a day since when; empty:
/// none waits.
QString waitText(const UnsentStanding &, const QDateTime &now);
/// What the limit of unsent cases means now, in one or two sentences; empty below the warning.
QString unsentText(const UnsentStanding &);
Tone pressureTone(Pressure);
/// That the disk has too little room to begin a case; empty: it has enough.
QString diskText(const Office &);

/// Where the centre is: "sinkron.example.id:8443", or that it is the built-in one.
QString centreText(const CentreView &);

/// "Terakhir sinkron kemarin 16.42".
QString lastSyncText(const StoreStatus &, const QDateTime &now);

/// The name of an officer of this counter; the id of one who isn't known here.
QString officerName(const Office &office, const QString &id);

} // namespace Loket
