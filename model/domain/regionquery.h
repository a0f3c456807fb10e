// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <vector>

namespace Loket {

struct RegionData;

/// Indexes of the villages where every word of `key` (a nameKey()) occurs in one of the four names, best
/// first, at most `limit`: the village is called so; its name begins with all that was typed; begins with a
/// word; has a word inside; only its district, its regency, its province has one. Equals stay in the order of
/// their codes. An empty key finds nothing, and so do more than 24 different words.
std::vector<quint32> findVillages(const RegionData &data, const QByteArray &key, int limit);

} // namespace Loket
