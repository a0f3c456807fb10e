// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/views.h"

#include <QHash>
#include <QJsonValue>

namespace Loket {

/// What a family tells the calculators, by the names that resources/calc/fields.csv uses as defaults
/// ("family.segment"). What isn't known of it is left out.
QHash<QString, QJsonValue> calcKnownOf(const FamilyView &family, QDate today);

} // namespace Loket
