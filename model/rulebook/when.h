// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace Loket {

/// The cell of a column `when`: conditions on facts that have no column of their own, above all on what a
/// service asks in `details`. "details.reason=domicile|duty; age=21..24; details.member=!-". Every part must
/// hold. A value is one of the words, "-" standing for nothing at all; "!" before the list turns it round;
/// "<=3", ">=2" and "2..5" are numbers.
class When
{
public:
    struct Part {
        QString fact;
        bool negated = false;
        QStringList words; ///< "" for "-"; none for numbers
        QList<std::pair<qint64, qint64>> ranges;
        friend bool operator==(const Part &, const Part &) = default;
    };

    /// An empty cell holds always. The error names what is wrong with the cell.
    static Result<When, QString> parse(const QString &cell);

    bool matches(const QHash<QString, QString> &facts) const;
    bool isAny() const { return m_parts.isEmpty(); }
    const QList<Part> &parts() const { return m_parts; }
    /// Whether everything that `other` lets through surely gets through here too.
    bool covers(const When &other) const;
    /// Whether something may get through both.
    bool intersects(const When &other) const;

private:
    QList<Part> m_parts;
};

} // namespace Loket
