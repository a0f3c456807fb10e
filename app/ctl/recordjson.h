// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/views.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Loket {

QJsonArray numbersJson(const QList<AssignedNumber> &numbers);
/// A saved case as `show` prints it.
QJsonObject recordJson(const CaseRecord &record);
/// A participant as `search` prints one.
QJsonObject hitJson(const SearchHit &hit);
QJsonObject statusJson(const StoreStatus &status);

} // namespace Loket
