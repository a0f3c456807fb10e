// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/tablespecs.h"

namespace Loket {

/// The tables and parameters that assess() asks for, beside fields and services.
QList<TableSpec> serviceTableSpecs();
QList<ParameterSpec> serviceParameterSpecs();

} // namespace Loket
