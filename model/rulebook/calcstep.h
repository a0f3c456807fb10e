// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/assessment.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace Loket {

/// One step of a sum, as the function that does the sum tells it. Its words, and how its values are written,
/// are in resources/calc/steps.csv.
struct CalcStep {
    QString code;     ///< "dues.floor"
    QJsonObject args; ///< what was reckoned with; dates and months as ISO text
    QJsonValue result;
    FiredRule rule; ///< the row or parameter behind it; empty: a matter of form
    friend bool operator==(const CalcStep &, const CalcStep &) = default;
};

} // namespace Loket
