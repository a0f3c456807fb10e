// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

namespace Loket {

/// A text of printed papers (resources/cards/print-texts.csv) in "id" or "en". Asking for a key that is not
/// there is a programmer's error; see hasPrintText().
QString printText(const QString &key, const QString &language);
bool hasPrintText(const QString &key);

QString printedDay(QDate day); ///< "03-02-2027"
QString printedSpan(QDate from, QDate until,
                    const QString &language); ///< "15–31 Mar 2022", "20 Des 2026 – 5 Jan 2027"
QString printedTime(const QDateTime &when);   ///< "03-02-2027 10.07 WIB", local
QString printedClass(int careClass);          ///< "III"; empty for none

} // namespace Loket
