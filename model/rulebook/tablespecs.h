// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace Loket {

/// What may stand in the cells of a column.
enum class CellKind {
    Text,            ///< anything
    Code,            ///< one code of the kind `domain` of codes.csv
    CodeList,        ///< codes of that kind, joined by "|"
    Word,            ///< one of the words in `domain`, joined by "|"
    WordList,        ///< words of `domain`, joined by "|"
    Number,          ///< a whole number >= 0
    Date,            ///< yyyy-mm-dd
    Flag,            ///< yes | no
    Reference,       ///< the key of a row of the table `domain`
    ReferenceList,   ///< keys of rows of the table `domain`, joined by "|"
    CodeCondition,   ///< condition on a code of the kind `domain`
    WordCondition,   ///< condition on one of the words in `domain`
    NumberCondition, ///< condition on a whole number
    When,            ///< conditions on named facts (when.h)
};

struct ColumnSpec {
    QString name;
    CellKind kind = CellKind::Text;
    QString domain;
    bool required = false; ///< a cell may not be empty (conditions: may always be empty, that is "any")
};

/// How a table is asked, and so what is a mistake in it.
enum class Matching {
    First,     ///< the first row that fits decides: a row that an earlier one covers is unreachable
    All,       ///< every row that fits counts
    Exclusive, ///< at most one row fits on any day: overlapping windows are a mistake
    Keyed      ///< a list, read by its key
};

/// Column name -> codes: the table must have an answer for every combination of them, from the table's first
/// day on without a gap.
using Cover = QList<std::pair<QString, QStringList>>;

/// The shape of one table: names and types, never a number of the rulebook. Every table also has a column
/// `source` (required) and may have `note`.
struct TableSpec {
    QString name;
    Matching matching = Matching::First;
    QList<ColumnSpec> columns;
    QStringList
        key; ///< columns that together name a row; no two rows may share them (with windows: at one time)
    QList<Cover> covers;
    bool isCondition(const ColumnSpec &column) const
    {
        return column.kind == CellKind::CodeCondition || column.kind == CellKind::WordCondition
            || column.kind == CellKind::NumberCondition;
    }
};

enum class ParameterType { Number, Text, Date, Flag };

/// A parameter that the program asks for.
struct ParameterSpec {
    QString name;
    ParameterType type = ParameterType::Number;
    /// "days", "months", "years", "rupiah", "percent", "count", "megabytes", "day-of-month", "class", …;
    /// "days|working-days": the rulebook says which.
    QString unit;
    bool dated = false; ///< may have several rows with `from`
};

/// A fact that a `when` cell may name, beside the `details` fields of the edition.
struct WhenFact {
    QString name;
    QString codes; ///< kind of codes.csv of its values; empty: `words` or a number
    QStringList words;
};
const QList<WhenFact> &whenFacts();

/// What a case may change in its family, as FieldChange names it; joined by "|".
const QString &familyFieldWords();

/// The words of the column `checks` of services.csv: formulas of model/services that a service is put
/// through.
const QStringList &serviceChecks();

/// Every table and parameter that the program asks for. A new one is added in tablespecs.cpp.
const QList<TableSpec> &tableSpecs();
const QList<ParameterSpec> &parameterSpecs();

const TableSpec *tableSpec(const QString &name);
const ParameterSpec *parameterSpec(const QString &name);

} // namespace Loket
