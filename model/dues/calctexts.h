// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dues/calculators.h"
#include "model/rulebook/calcstep.h"

#include <QList>
#include <QString>

namespace Loket {

// The words of the calculators (resources/calc), for window, paper and console alike. `language`: "id" |
// "en".

struct CalcWords {
    QString id;
    QString en;
    const QString &in(const QString &language) const { return language == QLatin1String("en") ? en : id; }
};

struct CalcInfo {
    QString name; ///< "dues"
    CalcWords title;
    CalcWords hint; ///< what it tells, in one line
};

/// One key that a calculator may ask for. "children.born" is a key of each entry of the list "children"; its
/// label may hold %1 for the number of the entry.
struct CalcField {
    QString key;
    QString kind;
    QString codes; ///< kind of codes.csv of a coded one
    CalcWords label;
    QString standard; ///< what it begins with, the first of "a|b" that is known: "family.class", "today",
                      ///< "this-month" or a value
};

/// Where an input goes in the case of a service that takes it over.
struct CalcTarget {
    QString service;
    QString when; ///< "segment=PBPU|BP-NPN": only for inputs of these groups; empty: always
    QString key;  ///< of the input, "out.KEY" of the answer; empty: nothing is handed over
    QString path; ///< in the case
};

/// All calculators, in the order of the contract.
const QList<CalcInfo> &calcInfos();
const CalcInfo *calcInfo(const QString &name);
QList<CalcField> calcFields(const QString &name); ///< in reading order
QList<CalcTarget> calcTargets(const QString &name);

/// One line of what a calculation says.
struct CalcLine {
    QString label;
    QString sum;         ///< of a step: "4 % × Rp3.000.000"
    QString value;       ///< in words
    FiredRule rule = {}; ///< of a step; may be empty
    bool isMain = false; ///< of an answer: what was asked for
    friend bool operator==(const CalcLine &, const CalcLine &) = default;
};

QList<CalcLine> calcResultLines(const QString &name, const QJsonObject &out, const QString &language);
QList<CalcLine> calcStepLines(const QList<CalcStep> &steps, const QString &language);
/// Inputs that were looked at and are there.
QList<CalcLine> calcInputLines(const QString &name, const QJsonObject &input, const QList<CalcAsk> &asked,
                               const QString &language);
/// "Upah sebulan belum diisi".
QString calcFaultText(const QString &name, const CalcFault &fault, const QString &language);
/// Name of one key, also of a place in a list: "children[0].born".
QString calcLabel(const QString &name, const QString &place, const QString &language);
/// The same where the number of the entry is seen: without it, but for the first field of an entry.
QString calcShortLabel(const QString &name, const QString &place, const QString &language);

/// A value of a kind of resources/calc/README.md in words.
QString calcValueText(const QString &kind, const QString &codes, const QJsonValue &value,
                      const QString &language);

/// Whether the texts know a step (for tests).
bool hasStepText(const QString &code);

} // namespace Loket
