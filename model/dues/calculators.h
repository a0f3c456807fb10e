// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/domain/inputerror.h"
#include "model/rulebook/calcstep.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace Loket {

class RegionIndex;
class Rulebook;
class RulebookLibrary;
class RuleTrace;

/// What a calculator may know. Nothing is owned.
struct CalcContext {
    const RulebookLibrary *rulebooks = nullptr; ///< required
    QDate today;                                ///< the default of `date`
    const RegionIndex *regions = nullptr;       ///< null: the region of a NIK is not checked
    RuleTrace *trace = nullptr;                 ///< null: nobody asks for rules and steps
    /// Where the input names no `holidays`: those of the rulebook (cases and windows), or none (the
    /// contract).
    bool holidayTable = false;
};

/// One key that a calculator looked at. What it looks at depends on what it was told before: wages are asked
/// only of those who have one.
struct CalcAsk {
    QString key;
    QString kind;          ///< as resources/calc/fields.csv has it
    QString codes;         ///< kind of codes.csv of a coded one
    bool isNeeded = false; ///< there is no default
    friend bool operator==(const CalcAsk &, const CalcAsk &) = default;
};

/// What is wrong with an input, for a sentence: `code` as resources/calc/faults.csv has it, and what it is
/// about (a bound, a key, a month).
struct CalcFault {
    QString place;
    QString code;
    QString about;
};

/// A calculation that explains itself.
struct CalcAnswer {
    QJsonObject out; ///< empty: there is an error
    std::optional<InputError> error;
    CalcFault fault;
    QList<CalcAsk> asked; ///< in the order of asking, as far as the input was sound
    QList<CalcStep> steps;
    QList<FiredRule> rules;
    const Rulebook *rulebook = nullptr; ///< the edition that answered; lives as long as the library
};

/// Names of all calculators, in the order of the contract.
QStringList calculatorNames();

/// Runs one calculator. Pure, any thread. The error names the key.
Result<QJsonObject, InputError> calculate(const QString &name, const QJsonObject &input, const CalcContext &);

/// Runs one calculator and tells how it came to the answer. `context.trace` is not used.
CalcAnswer explainCalculation(const QString &name, const QJsonObject &input, const CalcContext &);

/// The same as calculate() from JSON text; stricter, as the text shows what values no longer do: a key given
/// twice, 1e3 or 3.0 where only whole numbers are read.
Result<QJsonObject, InputError> calculate(const QString &name, const QByteArray &json, const CalcContext &);

} // namespace Loket
