// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

/// What officers type, understood. Every function gives the typed text back (trimmed) when it doesn't
/// understand it: nothing is refused and nothing is lost.
namespace Loket::Typed {

/// A date as ISO text. Understands 29091965, 290965, 29-9-65, 29/09/1965, 29.9.65, 1965-09-29, 29 Sep 1965.
/// A year of two digits is the youngest one not after `today`.
QString date(const QString &typed, QDate today);

/// An ISO date as dd-mm-yyyy; any other text as it is.
QString shownDate(const QString &iso);

/// A month as yyyy-mm. Understands 3/2022, 03-22, 032022, 0322, 2022-03, 202203, Maret 2022.
QString month(const QString &typed, QDate today);

/// A month yyyy-mm as mm-yyyy; any other text as it is.
QString shownMonth(const QString &iso);

/// Whole rupiah without what people put around and between the digits: "Rp1.500.000" is 1500000, "1,5 jt"
/// too.
QString money(const QString &typed);

/// "yes" or "no" for what people write for it in either language; 1 is yes, 2 is no.
QString flag(const QString &typed);

/// The code words of a coded field of a member, in the order of their numbers on the paper form.
/// `kind`: relation | sex | marital | citizenship. Empty for another kind.
QStringList choices(const QString &kind);

/// The code word for a number of the paper form ("1"), the beginning of a code's name in either language
/// ("k", "kep", "hea"), a short form of the paper form ("CH") or the code word itself.
QString choice(const QString &kind, const QString &typed);

/// What people call a code: short enough for a cell, in "id" or "en".
QString choiceLabel(const QString &kind, const QString &code, const QString &language);

/// Whether `text` is one of the code words of this kind.
bool isChoice(const QString &kind, const QString &text);

/// Letters, upper case, blanks squeezed: how names of people and places are kept.
QString name(const QString &typed);

/// RT or RW in three digits; "-" and other text as it is.
QString rtRw(const QString &typed);

/// A number with the blanks, points and hyphens that people put between its digits taken out, when nothing
/// else is in it.
QString digits(const QString &typed);

/// Whether this can only be the number of a stay permit (KITAS, KITAP): a digit, then letters among digits.
bool looksLikeStayPermit(const QString &typed);

} // namespace Loket::Typed
