// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QBitArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <utility>

namespace Loket {

/// What a condition column may be asked about: whole numbers, or one of these words.
struct ConditionDomain {
    bool numeric = false;
    QStringList words;
};

/// One condition cell. Empty or "*": any. Words: "a", "a|b", "!a", "!a|b". Numbers: "3", "1|2", "<=3", ">=2",
/// "2..5".
class Condition
{
public:
    /// The error names what is wrong with the cell.
    static Result<Condition, QString> parse(const QString &cell, const ConditionDomain &domain);

    /// An empty value is "not known": only `any` (and "!a") holds for it.
    bool matches(QStringView value) const;
    bool isAny() const { return m_any; }
    /// Whether every value that `other` lets through gets through here too. Both must be of one column.
    bool covers(const Condition &other) const;
    /// Whether some value gets through both.
    bool intersects(const Condition &other) const;

private:
    Result<Condition, QString> static parseNumbers(const QString &cell);

    using Range = std::pair<qint64, qint64>; ///< both ends in
    bool m_any = false;
    bool m_negated = false;
    bool m_numeric = false;
    QStringList m_words;  ///< as written
    QBitArray m_accepted; ///< by the words of the domain
    QList<Range> m_ranges;
};

} // namespace Loket
