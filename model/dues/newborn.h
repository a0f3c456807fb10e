// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dues/dues.h"

namespace Loket {

struct NewbornInput {
    QString segment;
    int careClass = 0; ///< read only when dues are owed from birth
    QDate born;
    QDate registered; ///< not before born
};

struct Newborn {
    QDate deadline;    ///< last day to register and pay in time
    bool late = false; ///< registered after it
    QDate nikDeadline; ///< last day without a NIK
    bool nikRequired = false;
    qint64 backDues = 0; ///< one baby's member share from the month of birth on, rupiah
};

/// Whether a late baby of this segment owes dues from its birth on (handbook p.39, p.60).
bool newbornOwesFromBirth(const Rulebook &, const QString &segment, QDate on, RuleTrace *);
Result<Newborn, DuesIssue> newbornOf(const Rulebook &, const NewbornInput &, RuleTrace *);

} // namespace Loket
