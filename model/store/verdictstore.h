// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/views.h"
#include "model/vault/signedtext.h"

#include <QJsonObject>

namespace Loket {

class Connection;

/// What the centre decided on a case.
struct VerdictRow {
    QString id;
    CaseState state = CaseState::Accepted;
    QString reason;
    QList<AssignedNumber> numbers; ///< as the centre confirmed or gave them; empty: none
    QString code;                  ///< "kk.registered"; empty: none
    QString path;                  ///< the field that must change; empty: none in particular
    QJsonObject conflict;          ///< "loket-conflict/1", of state conflict; empty: nothing to choose
    SignedText proof;              ///< as the centre signed it; empty from the trial centre
};
/// Sets state, reason and numbers of the case, keeps the proof, and drops its pending effect; when it was not
/// taken, the queued cases that build on it come back to the officer. Answers whether that changed something:
/// a case that is not ours or has this verdict already does not.
Outcome<bool> applyVerdict(Connection &connection, const VerdictRow &verdict, const QDateTime &now);

} // namespace Loket
