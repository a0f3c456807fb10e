// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dues/calctexts.h"
#include "model/print/sheetfacts.h"

namespace Loket {

/// A finished calculation on paper: what was known, what comes out, every step with its source, and that it
/// is an estimate. Place, officer and time are put in where it is printed.
SheetFacts calcSheet(const QString &calculator, const QJsonObject &input, const CalcAnswer &answer,
                     const QString &language);

} // namespace Loket
