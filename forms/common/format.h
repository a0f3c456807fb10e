// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

namespace Loket {

// How values look on screen, in the language that is on now (QLocale's default, set by Language). Empty for
// empty values.

QString dateText(QDate);                ///< 29-09-1965
QString longDateText(QDate);            ///< 3 Feb 2027
QString dayText(QDate);                 ///< Sab 21 Nov 2026
QString timeText(const QDateTime &);    ///< 10.07, local
QString secondsText(const QDateTime &); ///< 10.07.31, local
/// "10.07" on the same day as `now`, "kemarin 16.42", else "20 Nov 16.42"; both UTC.
QString momentText(const QDateTime &moment, const QDateTime &now);
/// "5–21 Des 2026"; the parts that both days share are written once.
QString dateRangeText(QDate from, QDate until);
QString monthText(const QString &isoMonth); ///< "2026-11" -> November 2026

QString moneyText(qint64 rupiah);  ///< Rp140.000, −Rp28.000
QString numberText(qint64 number); ///< 1.004.118
QString romanClass(int careClass); ///< III; empty for 0

/// Identity numbers grouped for reading: "3174 0101 0122 0001"; with a first group of 5 (the bank's prefix of
/// a VA) "88888 0999 9999 991".
QString groupedDigits(const QString &number, int firstGroup = 4);
/// "3174 •••• •••• 9991": the middle is hidden, except where `typed` (digits) is part of the number.
QString maskedNumber(const QString &number, const QString &typed = {});

/// A name as lists show it: "SARI DEWI" -> "Sari Dewi".
QString personName(const QString &name);

/// A date as people type it: 29-09-1965, 29/9/1965, 29.9.65, 29091965, 1965-09-29. Invalid: not understood.
/// A two-digit year is the latest one not after `today`.
QDate typedDate(const QString &typed, QDate today);

} // namespace Loket
