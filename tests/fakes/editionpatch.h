// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/csv.h"
#include "model/rulebook/rulebook.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>

#include <utility>

namespace Loket {

/// A copy of the built-in edition in a temporary folder, in which a test changes a line, a cell or a
/// parameter. Lines are counted from 1, as faults and traces count them; a row stands on one line.
class EditionPatch
{
public:
    explicit EditionPatch(const QString &edition = QStringLiteral("handbook"))
        : m_folder(m_root.filePath(edition))
        , m_source(QStringLiteral(":/rulebook/") + edition)
    {
        QDir().mkpath(m_folder);
        for (const QString &name : m_source.entryList(QDir::Files))
            copyFile(name);
        m_touched.clear();
    }

    /// Undoes everything, which costs less than a new copy.
    void restore()
    {
        for (const QString &name : std::exchange(m_touched, {})) {
            QFile::remove(m_folder + QLatin1Char('/') + name);
            if (m_source.exists(name))
                copyFile(name);
        }
        m_touched.clear();
    }

    /// What RulebookLibrary::load and --rulebook take.
    QString root() const { return m_root.path(); }
    Result<std::shared_ptr<const RulebookLibrary>, QList<RulebookFault>> load() const
    {
        return RulebookLibrary::load(root());
    }

    /// Puts one more edition below a root: its edition.json and its own tables.
    static void addEdition(const QString &root, const QString &name, const QByteArray &editionJson,
                           const QHash<QString, QByteArray> &files)
    {
        const QDir dir(root + QLatin1Char('/') + name);
        dir.mkpath(QStringLiteral("."));
        const auto write = [&dir](const QString &file, const QByteArray &bytes) {
            QFile out(dir.filePath(file));
            if (out.open(QIODevice::WriteOnly))
                out.write(bytes);
        };
        write(QStringLiteral("edition.json"), editionJson);
        for (auto file = files.begin(); file != files.end(); ++file)
            write(file.key(), file.value());
    }

    QStringList files() const { return QDir(m_folder).entryList(QDir::Files); }

    /// The lines of "rates.csv" without their ends.
    QStringList lines(const QString &file) const
    {
        QFile in(m_folder + QLatin1Char('/') + file);
        if (!in.open(QIODevice::ReadOnly))
            return {};
        QStringList lines = QString::fromUtf8(in.readAll()).split(QLatin1Char('\n'));
        if (!lines.isEmpty() && lines.last().isEmpty())
            lines.removeLast();
        return lines;
    }

    void setLines(const QString &file, const QStringList &lines)
    {
        writeFile(file, (lines.join(QLatin1Char('\n')) + QLatin1Char('\n')).toUtf8());
    }

    void removeLine(const QString &file, int line)
    {
        QStringList all = lines(file);
        all.removeAt(line - 1);
        setLines(file, all);
    }

    /// Adds a line after `line`.
    void insertLine(const QString &file, int line, const QString &text)
    {
        QStringList all = lines(file);
        all.insert(line, text);
        setLines(file, all);
    }

    void setCell(const QString &file, int line, const QString &column, const QString &value)
    {
        QStringList all = lines(file);
        QStringList cells = cellsOf(all.at(line - 1));
        cells[header(file).indexOf(column)] = value;
        all[line - 1] = rowOf(cells);
        setLines(file, all);
    }

    QString cell(const QString &file, int line, const QString &column) const
    {
        return cellsOf(lines(file).at(line - 1)).value(header(file).indexOf(column));
    }

    /// The numbers of the lines that hold rows.
    QList<int> rowLines(const QString &file) const
    {
        QList<int> out;
        const auto table = parseCsv((lines(file).join(QLatin1Char('\n'))).toUtf8());
        if (table) {
            for (const CsvRow &row : table.value().rows)
                out += row.line;
        }
        return out;
    }

    /// Sets the value of a parameter; of one with a history, of its first row. False: there is no such one.
    bool setParameter(const QString &name, const QString &value)
    {
        const QString file = QStringLiteral("parameters.csv");
        for (const int line : rowLines(file)) {
            if (cell(file, line, QStringLiteral("name")) == name) {
                setCell(file, line, QStringLiteral("value"), value);
                return true;
            }
        }
        return false;
    }

    QStringList header(const QString &file) const
    {
        const auto table = parseCsv((lines(file).join(QLatin1Char('\n'))).toUtf8());
        return table ? table.value().header : QStringList();
    }

    void writeFile(const QString &file, const QByteArray &bytes)
    {
        m_touched += file;
        QFile out(m_folder + QLatin1Char('/') + file);
        if (out.open(QIODevice::WriteOnly))
            out.write(bytes);
    }

    void removeFile(const QString &file)
    {
        m_touched += file;
        QFile::remove(m_folder + QLatin1Char('/') + file);
    }

private:
    void copyFile(const QString &name)
    {
        QFile file(m_source.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            writeFile(name, file.readAll());
    }

    static QStringList cellsOf(const QString &line)
    {
        const auto table = parseCsv(line.toUtf8());
        return table ? table.value().header : QStringList();
    }

    static QString rowOf(const QStringList &cells)
    {
        QStringList quoted;
        for (QString cell : cells) {
            if (cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')))
                cell = QLatin1Char('"') + cell.replace(QLatin1Char('"'), QStringLiteral("\"\""))
                    + QLatin1Char('"');
            quoted += cell;
        }
        return quoted.join(QLatin1Char(','));
    }

    QTemporaryDir m_root;
    QString m_folder;
    QDir m_source;
    QSet<QString> m_touched;
};

} // namespace Loket
