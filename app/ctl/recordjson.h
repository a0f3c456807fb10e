// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/views.h"
#include "model/sync/syncengine.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Loket {

QJsonArray numbersJson(const QList<AssignedNumber> &numbers);
/// A saved case as `show` prints it.
QJsonObject recordJson(const CaseRecord &record);
/// A participant as `search` prints one.
QJsonObject hitJson(const SearchHit &hit);
QJsonObject statusJson(const StoreStatus &status);

/// What a run did, every kind, 0 where nothing was done.
QJsonObject summaryJson(const SyncSummary &summary);

} // namespace Loket
