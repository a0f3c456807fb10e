// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside of this room only: one CSV file of an edition, cell by cell.

#include "model/rulebook/rulebookdata.h"

#include <QByteArray>

#include <memory>

namespace Loket {

/// Reads and types one table. Every fault is added to `faults`; null when nothing could be read.
std::shared_ptr<RuleTableData> readRuleTable(const TableSpec &spec, const QString &file,
                                             const QByteArray &bytes, QList<RulebookFault> &faults);

/// Reads parameters.csv: name, type, value, unit, from, source, note.
std::map<QString, QList<ParameterValue>> readParameters(const QString &file, const QByteArray &bytes,
                                                        QList<RulebookFault> &faults);

/// A date in the form yyyy-mm-dd and in no other.
QDate strictDate(const QString &text);

} // namespace Loket
