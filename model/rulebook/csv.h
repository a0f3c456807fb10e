// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Loket {

struct CsvRow {
    int line = 0; ///< 1-based line on which the row begins
    QStringList cells;
};

struct CsvTable {
    int headerLine = 0;
    QStringList header;
    QList<CsvRow> rows;
};

struct CsvFault {
    int line = 0;
    QString what;
};

/// Reads RFC 4180 text in UTF-8 (a byte order mark is allowed). The first record is the header; blank lines
/// and lines that begin with '#' are passed over. Cells are trimmed. Row lengths are not checked here.
Result<CsvTable, CsvFault> parseCsv(const QByteArray &bytes);

} // namespace Loket
