// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"

#include <QDate>
#include <QList>

#include <optional>

namespace Loket {

struct DependantChild {
    QDate born;
    std::optional<QDate> letter;       ///< date of the school letter
    std::optional<QDate> tuitionUntil; ///< any day of the last month that the tuition receipt covers
    bool married = false;
    bool income = false;
};

/// Who of an employee's children is covered by the wage (handbook p.13). Numbers are indexes into the input.
struct Dependants {
    QList<qsizetype> quota; ///< the oldest eligible children, oldest first
    QList<qsizetype> extra; ///< the other eligible children, oldest first
    QList<qsizetype> ineligible;
};
Dependants dependantsOf(const Rulebook &, const QList<DependantChild> &, QDate day, RuleTrace *);

/// Under the age, or under the students' age with proof; not married, no income.
bool isEligibleChild(const Rulebook &, const DependantChild &, QDate day, RuleTrace *);

} // namespace Loket
