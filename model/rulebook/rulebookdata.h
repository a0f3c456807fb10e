// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside of this room only: what RuleTable and Rulebook stand on.

#include "model/rulebook/catalogue.h"
#include "model/rulebook/condition.h"
#include "model/rulebook/rulebook.h"
#include "model/rulebook/tablespecs.h"
#include "model/rulebook/when.h"

#include <QSet>

#include <map>

namespace Loket {

struct RuleRowData {
    int line = 0;
    QStringList cells;
    std::vector<qint64> numbers;       ///< by column; 0 where there is none
    std::vector<Condition> conditions; ///< in the order of conditionColumns
    When when;
    QDate from;  ///< null: since ever
    QDate until; ///< null: for ever
    bool isInForce(QDate day) const
    {
        return (from.isNull() || from <= day) && (until.isNull() || day <= until);
    }
};

struct RuleTableData {
    const TableSpec *spec = nullptr;
    QString file; ///< "handbook/rates.csv"
    int headerLine = 0;
    bool isWhole = true;     ///< no row was left out for a fault
    bool isCompared = false; ///< its rows were held against each other; the editions that extend it needn't
    QStringList columns;
    std::vector<int> conditionColumns; ///< indexes into columns
    std::vector<RuleRowData> rows;
    int sourceColumn = -1;
    int whenColumn = -1;
    qsizetype column(const QString &name) const { return columns.indexOf(name); }
};

/// One row of parameters.csv.
struct ParameterValue {
    QString name;
    QString file;
    int line = 0;
    QDate from; ///< null: since ever
    QString unit;
    QString text;
    qint64 number = 0;
    QDate date;
    bool flag = false;
    QString source;
};

struct RulebookData {
    QString id;
    QString extends;
    QDate effectiveFrom;
    QHash<QString, QDate> lineage; ///< this edition and those it extends, with their days
    std::map<QString, RuleTable> tables;
    std::map<QString, QList<ParameterValue>> parameters; ///< each by `from`
    QList<Field> fields;
    QList<Service> services;
    QHash<QString, qsizetype> fieldIndex;
    QHash<QString, qsizetype> serviceIndex;
};

const RulebookData &rulebookData(const Rulebook &);

} // namespace Loket
