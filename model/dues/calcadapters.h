// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside of this room only: one function a calculator, between the keys of the contract and the typed
// functions. Each reads all it needs from the input, returns anything once that failed, and else the answer.

#include "model/dues/calcinput.h"
#include "model/dues/calculators.h"
#include "model/rulebook/rulebook.h"

namespace Loket {

enum class DuesIssue;

struct Calculator {
    const char *name;
    QStringList keys; ///< every key that some branch knows; `date` is known to all
    QJsonObject (*run)(CalcInput &, const CalcContext &);
};

/// The edition in force on `day`; the answer names it.
const Rulebook &editionFor(CalcInput &, const CalcContext &, QDate day);
/// The day that picks the edition: the first of these keys that holds a date, else `date`, else today.
QDate editionDay(CalcInput &, const CalcContext &, const QStringList &keys);

QJsonObject calcDues(CalcInput &, const CalcContext &);
QJsonObject calcFirstPayment(CalcInput &, const CalcContext &);
QJsonObject calcDueDate(CalcInput &, const CalcContext &);
QJsonObject calcArrears(CalcInput &, const CalcContext &);
QJsonObject calcNik(CalcInput &, const CalcContext &);

QJsonObject calcPenalty(CalcInput &, const CalcContext &);
QJsonObject calcUpgrade(CalcInput &, const CalcContext &);
QJsonObject calcInstalments(CalcInput &, const CalcContext &);
QJsonObject calcMutation(CalcInput &, const CalcContext &);
QJsonObject calcFktpChange(CalcInput &, const CalcContext &);
QJsonObject calcClassChange(CalcInput &, const CalcContext &);
QJsonObject calcNewborn(CalcInput &, const CalcContext &);
QJsonObject calcDependants(CalcInput &, const CalcContext &);
QJsonObject calcPhk(CalcInput &, const CalcContext &);
QJsonObject calcFirstBill(CalcInput &, const CalcContext &);

/// "allowed", and "code", "earliest", "effective" where they exist.
QJsonObject permissionJson(const struct Permission &);

QString isoText(QDate day);
/// Refuses `key` for an amount that can't be reckoned.
void refuseDues(CalcInput &, const QString &key, DuesIssue, QDate firstMonth);

} // namespace Loket
