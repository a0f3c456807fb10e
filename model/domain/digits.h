// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace Loket {

// What the identity numbers share. "Digit" always means '0'..'9': digits of other scripts look alike on
// screen and match nothing at the centre.

/// Whether `text` is one or more ASCII digits and nothing else.
bool isAsciiDigits(QStringView text);

/// Number of characters a person would count (code points).
int characterCount(QStringView text);

/// A typed, pasted or scanned number without what people put between groups: spaces of any kind, dots,
/// hyphens. The identity types themselves take the bare number only, so that what is stored is always the
/// same text; editors call this first.
QString withoutGrouping(QStringView typed);

/// "3174010101220001" -> "3174 0101 0122 0001", for reading aloud.
QString grouped(QStringView digits, int groupSize = 4);

/// The same with the middle hidden: "3174 •••• •••• 9991". The first and last four characters stay, and so
/// does the first place where `typed` occurs (what the officer searched for is no secret from the officer). A
/// number of at most eight characters keeps the last two only.
QString masked(QStringView digits, QStringView typed = {});

/// Whether the last digit is the Luhn check digit of those before it. Digits only.
bool hasLuhnCheckDigit(QStringView digits);

} // namespace Loket
