// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/tablespecs.h"

namespace Loket {

/// The tables and parameters that model/dues asks for.
QList<TableSpec> duesTableSpecs();
QList<ParameterSpec> duesParameterSpecs();

} // namespace Loket
