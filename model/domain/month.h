// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QDate>
#include <QString>
#include <QStringView>

#include <compare>

namespace Loket {

enum class MonthIssue {
    Form, ///< not yyyy-mm
    Range ///< no such month: not 01 to 12, or year 0000
};

/// A calendar month of the years 1 to 9999. An instance is always valid.
class Month
{
public:
    /// "2022-03".
    static Result<Month, MonthIssue> parse(QStringView typed);
    /// The month that a valid day is in.
    static Month of(QDate day);

    int year() const { return m_index / 12; }
    int number() const { return m_index % 12 + 1; } ///< 1 to 12
    QDate firstDay() const { return QDate(year(), number(), 1); }
    QDate lastDay() const { return firstDay().addMonths(1).addDays(-1); }
    bool contains(QDate day) const { return day.isValid() && of(day) == *this; }
    Month next() const { return plus(1); }
    Month previous() const { return plus(-1); }
    /// `months` may be negative. The result stays within the years 1 to 9999.
    Month plus(int months) const;
    /// How many months later `other` is; negative when it is earlier.
    int monthsUntil(Month other) const { return other.m_index - m_index; }
    QString text() const; ///< "2022-03"
    friend auto operator<=>(const Month &, const Month &) = default;

private:
    explicit Month(int index)
        : m_index(index)
    {
    }
    int m_index; ///< year * 12 + month - 1
};

QString problemCode(MonthIssue issue); ///< "month.form", …

} // namespace Loket
