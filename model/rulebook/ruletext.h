// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/assessment.h"

#include <QDate>
#include <QList>
#include <QString>

namespace Loket {

class Rulebook;

/// A row or parameter of the rulebook in words ("Mengapa?").
struct RuleText {
    struct Cell {
        QString label;
        QString value;
        friend bool operator==(const Cell &, const Cell &) = default;
    };
    QString title;     ///< what kind of rule: "Iuran per orang dan bulan"
    QList<Cell> cells; ///< what the row says; cells that say "any" are left out
    QString source;
    QString edition; ///< that brought the row
    QDate effectiveFrom;
    QString file; ///< "handbook/rates.csv:12"
    friend bool operator==(const RuleText &, const RuleText &) = default;
};

/// The rule as the edition has it; `language`: "id" | "en". A rule of another edition has its title and
/// source only. Words: resources/codes/rule-texts.csv and codes.csv.
RuleText ruleText(const Rulebook &, const FiredRule &, const QString &language);

/// Title of a table, column or parameter; what has no words answers itself. For tests and headings.
QString ruleWord(const QString &kind, const QString &code, const QString &language);
bool hasRuleWord(const QString &kind, const QString &code);

} // namespace Loket
