// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/tablereader.h"

#include "model/rulebook/codes.h"
#include "model/rulebook/csv.h"

#include <QRegularExpression>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

QDate strictDate(const QString &text)
{
    static const QRegularExpression form(u"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"_s);
    return form.match(text).hasMatch() ? QDate::fromString(text, Qt::ISODate) : QDate();
}

namespace {

/// Whole rupiah, days, months: 0 … 999,999,999,999,999.
std::optional<qint64> wholeNumber(const QString &text)
{
    static const QRegularExpression form(u"^(0|[1-9][0-9]{0,14})$"_s);
    return form.match(text).hasMatch() ? std::optional(text.toLongLong()) : std::nullopt;
}

/// What a cell of this kind may not say; empty: it is fine.
QString cellFault(const ColumnSpec &column, const QString &cell, const QStringList &ownServices)
{
    const QStringList parts = cell.split(u'|');
    const auto unknown = [&parts](const auto &isKnown) {
        const auto bad = std::find_if_not(parts.cbegin(), parts.cend(), isKnown);
        return bad == parts.cend() ? QString() : u"unknown code '%1'"_s.arg(*bad);
    };
    const auto isKnownCode = [&column, &ownServices](const QString &code) {
        return isCode(column.domain, code) || (column.domain == "service"_L1 && ownServices.contains(code));
    };
    const auto isKnownWord
        = [&column](const QString &word) { return column.domain.split(u'|').contains(word); };
    switch (column.kind) {
    case CellKind::Code:
        return isKnownCode(cell) ? QString() : u"unknown code '%1'"_s.arg(cell);
    case CellKind::CodeList:
        return unknown(isKnownCode);
    case CellKind::Word:
        return isKnownWord(cell) ? QString() : u"unknown code '%1'"_s.arg(cell);
    case CellKind::WordList:
        return unknown(isKnownWord);
    case CellKind::Number:
        return wholeNumber(cell) ? QString() : u"'%1' is not a whole number"_s.arg(cell);
    case CellKind::Date:
        return strictDate(cell).isValid() ? QString() : u"'%1' is not a date yyyy-mm-dd"_s.arg(cell);
    case CellKind::Flag:
        return cell == "yes"_L1 || cell == "no"_L1 ? QString() : u"'%1' is neither yes nor no"_s.arg(cell);
    default:
        return {};
    }
}

/// Reads one file; keeps the place of every fault.
class TableReader
{
public:
    TableReader(const TableSpec &spec, const QString &file, QList<RulebookFault> &faults,
                const QStringList &ownServices)
        : m_spec(spec)
        , m_ownServices(ownServices)
        , m_faults(faults)
        , m_table(std::make_shared<RuleTableData>())
    {
        m_table->spec = &spec;
        m_table->file = file;
    }

    std::shared_ptr<RuleTableData> read(const QByteArray &bytes)
    {
        const auto csv = parseCsv(bytes);
        if (!csv) {
            fault(csv.error().line, csv.error().what);
            return m_table;
        }
        if (!readHeader(csv.value()))
            return m_table;
        for (const CsvRow &row : csv.value().rows)
            readRow(row);
        return m_table;
    }

private:
    void fault(int line, const QString &what)
    {
        m_faults += {m_table->file, line, what};
        m_table->isWhole = false;
    }

    const ColumnSpec *column(const QString &name) const
    {
        const auto found = std::find_if(m_spec.columns.cbegin(), m_spec.columns.cend(),
                                        [&name](const ColumnSpec &spec) { return spec.name == name; });
        return found == m_spec.columns.cend() ? nullptr : &*found;
    }

    bool readHeader(const CsvTable &csv)
    {
        m_table->headerLine = csv.headerLine;
        m_table->columns = csv.header;
        m_table->sourceColumn = int(csv.header.indexOf(u"source"_s));
        bool sound = true;
        const auto wrong = [&](const QString &what) {
            fault(csv.headerLine, what);
            sound = false;
        };
        for (qsizetype i = 0; i < csv.header.size(); ++i) {
            const QString &name = csv.header.at(i);
            const ColumnSpec *spec = column(name);
            if (!spec && name != "source"_L1 && name != "note"_L1) {
                wrong(u"unknown column '%1'"_s.arg(name));
            } else if (csv.header.indexOf(name) != i) {
                wrong(u"column '%1' stands twice"_s.arg(name));
            } else if (spec && spec->kind == CellKind::When) {
                m_table->whenColumn = int(i);
            } else if (spec && m_spec.isCondition(*spec)) {
                m_table->conditionColumns.push_back(int(i));
                m_domains.push_back(domainOf(*spec));
            }
        }
        for (const ColumnSpec &spec : m_spec.columns) {
            if (!csv.header.contains(spec.name))
                wrong(u"column '%1' is missing"_s.arg(spec.name));
        }
        if (m_table->sourceColumn < 0)
            wrong(u"column 'source' is missing"_s);
        return sound;
    }

    ConditionDomain domainOf(const ColumnSpec &spec) const
    {
        if (spec.kind == CellKind::NumberCondition)
            return {true, {}};
        if (spec.kind == CellKind::CodeCondition && spec.domain == "service"_L1)
            return {false, codesOf(spec.domain) + m_ownServices};
        return {false, spec.kind == CellKind::CodeCondition ? codesOf(spec.domain) : spec.domain.split(u'|')};
    }

    void readRow(const CsvRow &csv)
    {
        if (csv.cells.size() != m_table->columns.size()) {
            fault(csv.line,
                  u"%1 cells where the header has %2"_s.arg(csv.cells.size()).arg(m_table->columns.size()));
            return;
        }
        RuleRowData row;
        row.line = csv.line;
        row.cells = csv.cells;
        row.numbers.resize(size_t(csv.cells.size()));
        const qsizetype faultsBefore = m_faults.size();
        for (qsizetype i = 0; i < csv.cells.size(); ++i)
            readCell(row, i);
        if (row.from.isValid() && row.until.isValid() && row.until < row.from)
            fault(row.line, u"'until' is before 'from'"_s);
        if (m_faults.size() == faultsBefore)
            m_table->rows.push_back(std::move(row));
    }

    void readCell(RuleRowData &row, qsizetype index)
    {
        const QString &name = m_table->columns.at(index);
        const QString &cell = row.cells.at(index);
        const ColumnSpec *spec = column(name);
        if (!spec) {
            if (name == "source"_L1 && cell.isEmpty())
                fault(row.line, u"no source"_s);
            return;
        }
        if (m_spec.isCondition(*spec)) {
            const auto condition = Condition::parse(cell, m_domains.at(row.conditions.size()));
            if (!condition)
                fault(row.line, u"%1: %2"_s.arg(name, condition.error()));
            row.conditions.push_back(condition ? condition.value() : Condition());
            return;
        }
        if (spec->kind == CellKind::When) {
            auto when = When::parse(cell);
            if (!when)
                fault(row.line, u"%1: %2"_s.arg(name, when.error()));
            else
                row.when = when.take();
            return;
        }
        if (cell.isEmpty()) {
            if (spec->required)
                fault(row.line, u"%1: empty"_s.arg(name));
            return;
        }
        if (const QString what = cellFault(*spec, cell, m_ownServices); !what.isEmpty()) {
            fault(row.line, u"%1: %2"_s.arg(name, what));
            return;
        }
        if (spec->kind == CellKind::Number)
            row.numbers[size_t(index)] = *wholeNumber(cell);
        if (name == "from"_L1)
            row.from = strictDate(cell);
        if (name == "until"_L1)
            row.until = strictDate(cell);
    }

    const TableSpec &m_spec;
    const QStringList m_ownServices;
    QList<RulebookFault> &m_faults;
    std::shared_ptr<RuleTableData> m_table;
    std::vector<ConditionDomain> m_domains;
};

const TableSpec &parametersSpec()
{
    static const TableSpec spec = {u"parameters"_s,
                                   Matching::Keyed,
                                   {{u"name"_s, CellKind::Text, {}, true},
                                    {u"type"_s, CellKind::Word, u"number|text|date|flag"_s, true},
                                    {u"value"_s, CellKind::Text, {}, true},
                                    {u"unit"_s, CellKind::Text, {}},
                                    {u"from"_s, CellKind::Date, {}}},
                                   {},
                                   {}};
    return spec;
}

/// Types the value as its parameter is declared. The answer is what is wrong; empty: nothing.
QString typeValue(const ParameterSpec &spec, const QString &type, ParameterValue &value)
{
    static const QStringList words = {u"number"_s, u"text"_s, u"date"_s, u"flag"_s};
    const QString expected = words.at(int(spec.type));
    if (type != expected)
        return u"%1: type is '%2' where the program reads a %3"_s.arg(value.name, type, expected);
    switch (spec.type) {
    case ParameterType::Number:
        if (const auto number = wholeNumber(value.text))
            value.number = *number;
        else
            return u"%1: '%2' is not a whole number"_s.arg(value.name, value.text);
        break;
    case ParameterType::Date:
        value.date = strictDate(value.text);
        if (!value.date.isValid())
            return u"%1: '%2' is not a date yyyy-mm-dd"_s.arg(value.name, value.text);
        break;
    case ParameterType::Flag:
        value.flag = value.text == "yes"_L1;
        if (!value.flag && value.text != "no"_L1)
            return u"%1: '%2' is neither yes nor no"_s.arg(value.name, value.text);
        break;
    case ParameterType::Text:
        break;
    }
    return {};
}

/// What is wrong with a parameter's row beside its value; empty: nothing.
QString parameterFault(const ParameterSpec *spec, const ParameterValue &value, const QString &unit,
                       const QList<ParameterValue> &before)
{
    if (!spec)
        return u"unknown parameter '%1'"_s.arg(value.name);
    if (!spec->unit.split(u'|').contains(unit))
        return u"%1: unit is '%2' where the program reads '%3'"_s.arg(value.name, unit, spec->unit);
    if (value.from.isValid() && !spec->dated)
        return u"%1: has no history, 'from' must be empty"_s.arg(value.name);
    for (const ParameterValue &other : before) {
        if (other.from == value.from)
            return u"duplicate key '%1', first in line %2"_s.arg(value.name).arg(other.line);
    }
    return {};
}

} // namespace

std::shared_ptr<RuleTableData> readRuleTable(const TableSpec &spec, const QString &file,
                                             const QByteArray &bytes, QList<RulebookFault> &faults,
                                             const QStringList &ownServices)
{
    return TableReader(spec, file, faults, ownServices).read(bytes);
}

QStringList ownServicesOf(const QByteArray &servicesCsv)
{
    static const QRegularExpression form(u"^[A-Z][A-Z0-9-]{1,23}$"_s);
    QStringList own;
    const auto csv = parseCsv(servicesCsv);
    if (!csv)
        return own; // told when the table is read
    const CsvTable &table = csv.value();
    const auto cell = [&table](const CsvRow &row, const QString &column) {
        return row.cells.value(table.header.indexOf(column));
    };
    for (const CsvRow &row : table.rows) {
        const QString code = cell(row, u"code"_s);
        const bool isNamed = !cell(row, u"nameId"_s).isEmpty() && !cell(row, u"nameEn"_s).isEmpty();
        if (isNamed && form.match(code).hasMatch() && !isCode(u"service"_s, code) && !own.contains(code))
            own += code;
    }
    return own;
}

ParametersRead readParameters(const QString &file, const QByteArray &bytes, QList<RulebookFault> &faults)
{
    ParametersRead out;
    auto &parameters = out.values;
    const auto table = readRuleTable(parametersSpec(), file, bytes, faults);
    out.isWhole = table->isWhole;
    const auto cell = [&table](const RuleRowData &row, const QString &column) {
        return row.cells.value(table->column(column));
    };
    for (const RuleRowData &row : table->rows) {
        ParameterValue value;
        value.name = cell(row, u"name"_s);
        value.text = cell(row, u"value"_s);
        value.unit = cell(row, u"unit"_s);
        value.source = cell(row, u"source"_s);
        value.from = row.from;
        value.file = file;
        value.line = row.line;
        const ParameterSpec *spec = parameterSpec(value.name);
        QString what = parameterFault(spec, value, cell(row, u"unit"_s), parameters[value.name]);
        if (what.isEmpty())
            what = typeValue(*spec, cell(row, u"type"_s), value);
        if (!what.isEmpty())
            faults += {file, row.line, what};
        // Kept even with a fault, so that it is not told as missing too.
        parameters[value.name] += value;
    }
    for (auto &[name, history] : parameters)
        std::stable_sort(history.begin(), history.end(),
                         [](const ParameterValue &a, const ParameterValue &b) { return a.from < b.from; });
    return out;
}

} // namespace Loket
