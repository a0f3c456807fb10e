// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/statement.h"

#include <QJsonDocument>
#include <QJsonObject>

// Inside of trialbook*.cpp only: small things that its statements share.

namespace Loket::TrialRows {

inline QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

inline QJsonObject jsonObject(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

inline qint64 firstInteger(const Statement &row)
{
    return row.integer(0);
}

/// Keeps the failure, drops the count.
inline Outcome<Nothing> done(const Outcome<qint64> &changed)
{
    if (!changed)
        return fail(changed.error());
    return Nothing();
}

inline Outcome<bool> isThere(const Outcome<std::optional<qint64>> &row)
{
    if (!row)
        return fail(row.error());
    return row.value().has_value();
}

} // namespace Loket::TrialRows
