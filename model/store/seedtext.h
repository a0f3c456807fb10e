// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/seedfamilies.h"

#include <QDate>

// Inside of seed*.cpp only: days and digits as text, written into strings that are used again.

namespace Loket::SeedText {

inline constexpr double kDaysAYear = 365.25;

inline int seedJulianDay()
{
    static const int day
        = int(QDate(SeedFamilies::kSeedYear, SeedFamilies::kSeedMonth, SeedFamilies::kSeedDayOfMonth)
                  .toJulianDay());
    return day;
}

inline void appendDigits(quint64 number, int digits, std::string &text)
{
    const size_t end = text.size() + size_t(digits);
    text.resize(end);
    for (size_t at = end; digits > 0; --digits, number /= 10)
        text[--at] = char('0' + number % 10);
}

inline void appendRandomDigits(int digits, SeedRandom &random, std::string &text)
{
    for (int i = 0; i < digits; ++i)
        text += char('0' + random.below(10));
}

inline void setIsoDay(int julianDay, std::string &text)
{
    int year = 0;
    int month = 0;
    int day = 0;
    QDate::fromJulianDay(julianDay).getDate(&year, &month, &day);
    text.clear();
    appendDigits(quint64(year), 4, text);
    text += '-';
    appendDigits(quint64(month), 2, text);
    text += '-';
    appendDigits(quint64(day), 2, text);
}

/// yyyy-mm, `months` before the seed's day.
inline void setMonthsAgo(int months, std::string &text)
{
    const int index = SeedFamilies::kSeedYear * 12 + SeedFamilies::kSeedMonth - 1 - months;
    text.clear();
    appendDigits(quint64(index / 12), 4, text);
    text += '-';
    appendDigits(quint64(index % 12 + 1), 2, text);
}

/// The first day of the month that is `months` before the seed's day.
inline void setMonthStart(int months, std::string &text)
{
    setMonthsAgo(months, text);
    text += "-01";
}

} // namespace Loket::SeedText
