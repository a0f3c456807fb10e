// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/csv.h"

#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

namespace Loket {

/// One CSV file of a built-in edition, and what it would be with one thing changed: what
/// RulebookLibrary::with() takes. Lines are counted from 1; a row stands on one line.
class EditionFile
{
public:
    /// "handbook/documents.csv"
    explicit EditionFile(const QString &name)
        : m_name(name)
    {
        QFile file(QStringLiteral(":/rulebook/") + name);
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QByteArray bytes = file.readAll();
        m_lines = QString::fromUtf8(bytes).split(QLatin1Char('\n'));
        const auto table = parseCsv(bytes);
        if (!table)
            return;
        m_header = table.value().header;
        for (const CsvRow &row : table.value().rows)
            m_rows += row;
    }

    bool exists() const { return !m_lines.isEmpty(); }
    const QString &name() const { return m_name; }
    const QStringList &header() const { return m_header; }
    const QList<CsvRow> &rows() const { return m_rows; }
    QString cell(const CsvRow &row, const QString &column) const
    {
        return row.cells.value(m_header.indexOf(column));
    }

    QByteArray without(const CsvRow &row) const
    {
        QStringList lines = m_lines;
        lines.removeAt(row.line - 1);
        return lines.join(QLatin1Char('\n')).toUtf8();
    }

    QByteArray with(const CsvRow &row, const QString &column, const QString &value) const
    {
        QStringList cells = row.cells;
        cells[m_header.indexOf(column)] = value;
        for (QString &cell : cells) {
            if (cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')))
                cell = QLatin1Char('"') + cell.replace(QLatin1Char('"'), QStringLiteral("\"\""))
                    + QLatin1Char('"');
        }
        QStringList lines = m_lines;
        lines[row.line - 1] = cells.join(QLatin1Char(','));
        return lines.join(QLatin1Char('\n')).toUtf8();
    }

private:
    QString m_name;
    QStringList m_lines;
    QStringList m_header;
    QList<CsvRow> m_rows;
};

} // namespace Loket
