// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QDateTime>
#include <QStringList>

namespace Loket {

class Connection;

// Clears away what the centre has for good (reliability.md B.1). In the caller's transaction on the writer's
// connection.

/// What of the cases goes that are decided, taken up into a verified backup and decided before `before`:
/// their content but for service, day and family, their assessment, the payload of their envelope, their
/// conflict. Number, reference, state, numbers, header and signature of the envelope and the centre's signed
/// verdict stay. Never what is parked, waits, or is sent again, nor a case that a draft names or that an
/// undecided one corrects: they need its content. At most `limit`; answers their device_seq.
Outcome<QList<qint64>> purgeCases(Connection &connection, const QDateTime &before, int limit);

/// Forgets pictures and scans that the centre had whole before `before`, and those that no case has any more;
/// not those of a case whose content is here, of a draft, or of a card that is still to be printed. At most
/// `limit`; answers their files, which go after the commit.
Outcome<QStringList> purgePictures(Connection &connection, const QDateTime &before, int limit);

} // namespace Loket
