// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/domain/inputerror.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QStringList>

namespace Loket {

class RulebookLibrary;
class RegionIndex;

/// What a calculator may know. Nothing is owned.
struct CalcContext {
    const RulebookLibrary *rulebooks = nullptr; ///< required
    QDate today;                                ///< the default of `date`
    const RegionIndex *regions = nullptr;       ///< null: the region of a NIK is not checked
};

/// Names of all calculators, in the order of the contract.
QStringList calculatorNames();

/// Runs one calculator. Pure, any thread. The error names the key.
Result<QJsonObject, InputError> calculate(const QString &name, const QJsonObject &input, const CalcContext &);

/// The same from JSON text; stricter, as the text shows what values no longer do: a key given twice, 1e3 or
/// 3.0 where only whole numbers are read.
Result<QJsonObject, InputError> calculate(const QString &name, const QByteArray &json, const CalcContext &);

} // namespace Loket
