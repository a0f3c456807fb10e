// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside of this room only: what must hold for an edition as a whole.

#include "model/rulebook/tablereader.h"

namespace Loket {

/// Everything that is wrong between the rows, tables and parameters of a merged edition: missing tables and
/// parameters, duplicate keys, overlaps, gaps, unreachable rows, dangling references. `changed` names the one
/// table ("parameters" for those) that is new since the edition was proven; empty: everything is.
QList<RulebookFault> checkEdition(const QString &editionFolder,
                                  const std::map<QString, std::shared_ptr<RuleTableData>> &tables,
                                  const ParametersRead &parameters, const QString &changed = {});

} // namespace Loket
