// SPDX-License-Identifier: Apache-2.0
#include "model/domain/month.h"

#include "model/domain/digits.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

Result<Month, MonthIssue> Month::parse(QStringView typed)
{
    if (typed.size() != 7 || typed[4] != u'-' || !isAsciiDigits(typed.first(4))
        || !isAsciiDigits(typed.last(2)))
        return fail(MonthIssue::Form);
    const int year = typed.first(4).toInt();
    const int month = typed.last(2).toInt();
    if (year < 1 || month < 1 || month > 12)
        return fail(MonthIssue::Range);
    return Month(year * 12 + month - 1);
}

Month Month::of(QDate day)
{
    Q_ASSERT(day.isValid() && day.year() >= 1 && day.year() <= 9999);
    return Month(day.year() * 12 + day.month() - 1);
}

Month Month::plus(int months) const
{
    return Month(std::clamp(m_index + months, 12, 9999 * 12 + 11));
}

QString Month::text() const
{
    return QString::number(year()).rightJustified(4, u'0') + u'-'
        + QString::number(number()).rightJustified(2, u'0');
}

QString problemCode(MonthIssue issue)
{
    switch (issue) {
    case MonthIssue::Form:
        return u"month.form"_s;
    case MonthIssue::Range:
        return u"month.range"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
