// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/csv.h"

#include <QStringDecoder>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// Takes records off a text one by one and counts lines.
class CsvReader
{
public:
    explicit CsvReader(const QString &text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }

    /// Passes over blank lines and comments.
    void skipIdle()
    {
        while (!atEnd()) {
            const qsizetype end = lineEnd();
            const QStringView line = QStringView(m_text).mid(m_at, end - m_at).trimmed();
            if (!line.isEmpty() && !line.startsWith(u'#'))
                return;
            m_at = end;
            endLine();
        }
    }

    Result<CsvRow, CsvFault> record()
    {
        CsvRow row;
        row.line = m_line;
        while (true) {
            const bool quoted = !atEnd() && m_text.at(m_at) == u'"';
            if (quoted) {
                if (!quotedCell(row.cells))
                    return fail(CsvFault{row.line, u"a quoted cell is not closed properly"_s});
            } else {
                plainCell(row.cells);
            }
            if (!atEnd() && m_text.at(m_at) == u',') {
                ++m_at;
                continue;
            }
            endLine();
            return row;
        }
    }

private:
    qsizetype lineEnd() const
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        return end < 0 ? m_text.size() : end;
    }

    void endLine()
    {
        if (!atEnd() && m_text.at(m_at) == u'\r')
            ++m_at;
        if (!atEnd() && m_text.at(m_at) == u'\n')
            ++m_at;
        ++m_line;
    }

    void plainCell(QStringList &cells)
    {
        const QChar *const begin = m_text.constData() + m_at;
        const QChar *const end = m_text.constData() + m_text.size();
        const QChar *at = begin;
        while (at != end && *at != u',' && *at != u'\n')
            ++at;
        m_at += at - begin;
        cells += QStringView(begin, at).trimmed().toString();
    }

    bool quotedCell(QStringList &cells)
    {
        QString cell;
        ++m_at;
        while (!atEnd()) {
            const QChar c = m_text.at(m_at++);
            if (c == u'\n')
                ++m_line;
            if (c != u'"') {
                cell += c;
            } else if (!atEnd() && m_text.at(m_at) == u'"') {
                cell += c;
                ++m_at;
            } else {
                cells += cell.trimmed();
                return atEnd() || m_text.at(m_at) == u',' || m_text.at(m_at) == u'\r'
                    || m_text.at(m_at) == u'\n';
            }
        }
        return false;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace

Result<CsvTable, CsvFault> parseCsv(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8); // drops a byte order mark
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return fail(CsvFault{0, u"not UTF-8"_s});

    CsvReader reader(text);
    CsvTable table;
    reader.skipIdle();
    while (!reader.atEnd()) {
        auto record = reader.record();
        if (!record)
            return fail(record.error());
        if (table.header.isEmpty()) {
            table.headerLine = record.value().line;
            table.header = record.value().cells;
        } else {
            table.rows += record.take();
        }
        reader.skipIdle();
    }
    if (table.header.isEmpty())
        return fail(CsvFault{0, u"empty: no header line"_s});
    return table;
}

} // namespace Loket
