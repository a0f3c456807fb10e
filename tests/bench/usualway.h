// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace Loket::Bench {

/// Applies the pages of a feed to a mirror as one would with what Qt offers: QJsonDocument, prepared
/// QSqlQuery, a transaction per 1,000 rows. `heardAt`: UTC milliseconds. The result is that of MirrorApply.
void usualWay(const QString &path, const std::vector<QByteArray> &pages, qint64 heardAt);

} // namespace Loket::Bench
