// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"

#include <QDate>
#include <QString>
#include <QStringList>

namespace Loket {

/// What a company or another body must show to be registered (handbook p.36).
struct EntityProofs {
    QStringList documents; ///< any one of them
    QStringList instead;   ///< or any one of these, for the state of its licence
    QString npwp; ///< in whose name it is registered: "body", "person", "either"; "none": there is none
    FiredRule rule;
};
/// `kind`: a code of the kind entity-kind. `licenceState`: a code of the kind licence-state.
EntityProofs entityProofs(const Rulebook &, const QString &kind, const QString &licenceState, QDate day,
                          RuleTrace *);

} // namespace Loket
