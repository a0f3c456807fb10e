// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Loket {

class Rulebook;

/// The service that takes the inputs of a calculator over; empty: none, or none for these inputs. A service
/// that the edition doesn't have is none.
QString calcService(const Rulebook &, const QString &calculator, const QJsonObject &input);

/// Puts inputs and answer into a case of that service, as far as it has a field for them
/// (resources/calc/cases.csv).
void putCalcInput(Case &content, const Rulebook &, const QString &calculator, const QJsonObject &input,
                  const QJsonObject &out);

} // namespace Loket
