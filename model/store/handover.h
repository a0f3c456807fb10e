// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/printlog.h"

namespace Loket {

// Cards that were collected. Every function works in the caller's transaction on the writer's connection.

/// Notes who took a printed card; the answer is its print as it was. Missing: there is no such print; Stale:
/// it waits for nobody (collected, replaced, or it did not come out).
Outcome<PrintRecord> insertHandOver(Connection &connection, qint64 print, const HandOverInput &given,
                                    const CardStamp &stamp);
/// It was a mistake: the card waits again. The row stays, with who took it back and why. Stale: nobody has
/// it.
Outcome<PrintRecord> undoHandOver(Connection &connection, qint64 print, const QString &reason,
                                  const CardStamp &stamp);

} // namespace Loket
