// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside of this room only: one CSV file of an edition, cell by cell.

#include "model/rulebook/rulebookdata.h"

#include <QByteArray>

#include <memory>

namespace Loket {

/// Reads and types one table. Every fault is added to `faults`; rows with a fault are left out. `ownServices`
/// are codes of services beside those of codes.csv.
std::shared_ptr<RuleTableData> readRuleTable(const TableSpec &spec, const QString &file,
                                             const QByteArray &bytes, QList<RulebookFault> &faults,
                                             const QStringList &ownServices = {});

/// The services that a services.csv brings itself: capitals, figures and hyphens, with a name in both
/// languages.
QStringList ownServicesOf(const QByteArray &servicesCsv);

struct ParametersRead {
    std::map<QString, QList<ParameterValue>> values;
    bool isWhole = true; ///< no row was left out for a fault
};
/// Reads parameters.csv: name, type, value, unit, from, source, note.
ParametersRead readParameters(const QString &file, const QByteArray &bytes, QList<RulebookFault> &faults);

/// A date in the form yyyy-mm-dd and in no other.
QDate strictDate(const QString &text);

} // namespace Loket
