// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside of this room only: the tables of the information desk and of model/desk.

#include "model/rulebook/tablespecs.h"

namespace Loket {

QList<TableSpec> infoTableSpecs();
QList<ParameterSpec> infoParameterSpecs();

} // namespace Loket
