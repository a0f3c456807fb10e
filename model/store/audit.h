// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/base/failure.h"

#include <QDateTime>
#include <QString>

namespace Loket {

class Connection;

/// One audited act. `object` is an id or a reference, never a name or a NIK; `detail` names fields, not
/// values.
struct AuditEntry {
    Actor actor;
    QDateTime at;   ///< UTC
    QString action; ///< "case.submit", "draft.discard", "receipt.print", …
    QString object;
    QString detail;
};

/// Appends a row to the chain in the caller's transaction: hash = SHA-256 over the row and the hash before
/// it.
Outcome<Nothing> appendAudit(Connection &connection, const AuditEntry &entry);
/// Recomputes the chain; empty: sound, else one line per broken place (at most ten).
Outcome<QStringList> verifyAudit(Connection &connection);

} // namespace Loket
