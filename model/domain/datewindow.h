// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QDate>

namespace Loket {

enum class DateWindowIssue {
    NoDate,  ///< one of the ends is no date
    Reversed ///< the end is before the beginning
};

/// Days from one to another, both ends in. An instance is always valid and has at least one day.
class DateWindow
{
public:
    static Result<DateWindow, DateWindowIssue> make(QDate from, QDate until)
    {
        if (!from.isValid() || !until.isValid())
            return fail(DateWindowIssue::NoDate);
        if (until < from)
            return fail(DateWindowIssue::Reversed);
        return DateWindow(from, until);
    }

    QDate from() const { return m_from; }
    QDate until() const { return m_until; }
    qint64 days() const { return m_from.daysTo(m_until) + 1; }
    bool contains(QDate day) const { return day.isValid() && m_from <= day && day <= m_until; }
    friend bool operator==(const DateWindow &, const DateWindow &) = default;

private:
    DateWindow(QDate from, QDate until)
        : m_from(from)
        , m_until(until)
    {
    }
    QDate m_from;
    QDate m_until;
};

} // namespace Loket
