// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/services/assessment.h"

#include <QDate>
#include <QDateTime>
#include <QString>

namespace Loket {

class Connection;

/// Why this counter may make no new cases, the gravest first. What was saved goes out all the same.
enum class WorkStop {
    Wiping,        ///< the centre ordered that everything here is deleted; what was not sent goes out first
    Revoked,       ///< the centre takes nothing more from this counter
    Copied,        ///< the centre found another counter with this one's keys
    Frozen,        ///< the centre ordered it
    ProgramTooOld, ///< the centre takes no new cases of this version
    None
};

/// Whether a new case may be made here, and if not why.
struct WorkState {
    WorkStop stop = WorkStop::None;
    QDateTime since = {};  ///< UTC; when an order came; null: not known
    QString reasonId = {}; ///< why, in the centre's words, Indonesian; empty: it gave none
    QString reasonEn = {}; ///< the same in English
    QDate tooOldFrom = {}; ///< from which this program makes no new cases; told before that day too
    bool mayBegin() const { return stop == WorkStop::None; }
    /// Whether a case that is open may still be saved: not after an order.
    bool maySave() const { return stop >= WorkStop::ProgramTooOld; }
    friend bool operator==(const WorkState &, const WorkState &) = default;
};

/// Keeps from which ISO day on the centre takes no new cases of this version; empty: it takes them. Another
/// version does not heed it. In the caller's transaction on the writer's connection.
Outcome<Nothing> putTooOldFrom(Connection &store, const QString &day);

/// Reads store.db on any connection. Part of StoreStatus; CaseService asks it in the transaction that saves.
Outcome<WorkState> workState(Connection &store, QDate today);

/// The code of a problem that says so: "work.frozen"; empty for None.
QString problemCode(WorkStop stop);
/// The same as a refusal of assess(), for a case that may not be saved.
Problem workProblem(const WorkState &state);

} // namespace Loket
