// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"

#include <QDate>
#include <QStringList>

namespace Loket {

/// The names in braces: "within {newborn.days} days" names newborn.days.
QStringList placeholdersIn(const QString &text);

/// The text with the value of each parameter in place of its name: rupiah with dots, hundredths of a percent
/// as a percentage, anything else as it stands. A dated parameter has its value of `day`.
QString withParameters(const QString &text, const Rulebook &, QDate day, RuleTrace *);

} // namespace Loket
