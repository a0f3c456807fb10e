// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QString>
#include <QStringView>

namespace Loket {

enum class KkNumberIssue {
    Length, ///< not 16 characters
    Digits  ///< something else than 0-9
};

/// Number of a family card (Kartu Keluarga): 16 digits, region, day of issue, serial. Only length and digits
/// are certain, so only they are checked. An instance is always valid.
class KkNumber
{
public:
    static Result<KkNumber, KkNumberIssue> parse(QStringView typed);

    /// "31.74.01", the region of issue by the digits. May name no region.
    QString regionCode() const;

    const QString &text() const { return m_text; }
    friend bool operator==(const KkNumber &, const KkNumber &) = default;

private:
    explicit KkNumber(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

QString problemCode(KkNumberIssue issue); ///< "kk.length", …

} // namespace Loket
