// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/rulebook.h"

#include "model/rulebook/rulebookdata.h"

#include <QVarLengthArray>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

Facts segmentFacts(const QString &segment)
{
    return {{u"segment"_s, segment}, {u"group"_s, segment.section(u'.', 0, 0)}};
}

void RuleTrace::add(const FiredRule &rule)
{
    const bool known = std::any_of(m_rules.cbegin(), m_rules.cend(), [&rule](const FiredRule &other) {
        return other.file == rule.file && other.row == rule.row;
    });
    if (!known)
        m_rules += rule;
}

QString RuleRow::cell(const QString &column) const
{
    const qsizetype index = m_table->column(column);
    Q_ASSERT_X(index >= 0, "RuleRow::cell", qPrintable(column));
    return m_table->rows[size_t(m_index)].cells.value(index);
}

qint64 RuleRow::number(const QString &column) const
{
    const qsizetype index = m_table->column(column);
    Q_ASSERT_X(index >= 0, "RuleRow::number", qPrintable(column));
    return m_table->rows[size_t(m_index)].numbers[size_t(index)];
}

QDate RuleRow::date(const QString &column) const
{
    return QDate::fromString(cell(column), Qt::ISODate);
}

bool RuleRow::flag(const QString &column) const
{
    return cell(column) == "yes"_L1;
}

QStringList RuleRow::list(const QString &column) const
{
    return cell(column).split(u'|', Qt::SkipEmptyParts);
}

bool RuleRow::isInForce(QDate day) const
{
    return m_table->rows[size_t(m_index)].isInForce(day);
}

QString RuleRow::source() const
{
    return m_table->rows[size_t(m_index)].cells.value(m_table->sourceColumn);
}

FiredRule RuleRow::fired() const
{
    const RuleRowData &row = m_table->rows[size_t(m_index)];
    QStringList key;
    for (const QString &column : m_table->spec->key)
        key += row.cells.value(m_table->column(column));
    for (const int column : m_table->conditionColumns) {
        if (!m_table->spec->key.contains(m_table->columns.at(column)) && !row.cells.at(column).isEmpty())
            key += m_table->columns.at(column) + u'=' + row.cells.at(column);
    }
    if (m_table->whenColumn >= 0 && !row.when.isAny())
        key += row.cells.at(m_table->whenColumn);
    if (row.from.isValid())
        key += u"from="_s + row.from.toString(Qt::ISODate);
    return {m_table->spec->name, key.join(u' '), u"%1:%2"_s.arg(m_table->file).arg(row.line), source()};
}

QString RuleTable::name() const
{
    return m_data->spec->name;
}

QStringList RuleTable::columns() const
{
    return m_data->columns;
}

qsizetype RuleTable::size() const
{
    return qsizetype(m_data->rows.size());
}

RuleRow RuleTable::row(qsizetype index) const
{
    RuleRow row;
    row.m_table = m_data.get();
    row.m_index = index;
    return row;
}

/// Calls `visit` with every row whose conditions hold, until it answers false.
template <typename Visit>
void RuleTable::visitFitting(const Facts &facts, Visit visit) const
{
    QVarLengthArray<QString, 8> values;
    for (const int column : m_data->conditionColumns)
        values.append(facts.value(m_data->columns.at(column)));

    for (size_t i = 0; i < m_data->rows.size(); ++i) {
        const RuleRowData &candidate = m_data->rows[i];
        bool fits = true;
        for (size_t c = 0; fits && c < candidate.conditions.size(); ++c)
            fits = candidate.conditions[c].matches(values[qsizetype(c)]);
        if (fits && candidate.when.matches(facts) && !visit(candidate, row(qsizetype(i))))
            return;
    }
}

std::optional<RuleRow> RuleTable::first(const Facts &facts, QDate date, RuleTrace *trace) const
{
    std::optional<RuleRow> found;
    visitFitting(facts, [&](const RuleRowData &data, const RuleRow &candidate) {
        if (data.isInForce(date))
            found = candidate;
        return !found;
    });
    if (found && trace)
        trace->add(found->fired());
    return found;
}

std::vector<RuleRow> RuleTable::all(const Facts &facts, QDate date, RuleTrace *trace) const
{
    std::vector<RuleRow> found;
    visitFitting(facts, [&](const RuleRowData &data, const RuleRow &candidate) {
        if (data.isInForce(date)) {
            found.push_back(candidate);
            if (trace)
                trace->add(candidate.fired());
        }
        return true;
    });
    return found;
}

std::optional<RuleRow> RuleTable::byKey(const QString &key, QDate date, RuleTrace *trace) const
{
    Q_ASSERT(!m_data->spec->key.isEmpty());
    const qsizetype column = m_data->column(m_data->spec->key.first());
    for (size_t i = 0; i < m_data->rows.size(); ++i) {
        if (m_data->rows[i].cells.at(column) != key || !m_data->rows[i].isInForce(date))
            continue;
        const RuleRow found = row(qsizetype(i));
        if (trace)
            trace->add(found.fired());
        return found;
    }
    return std::nullopt;
}

std::vector<RuleRow> RuleTable::onAnyDay(const Facts &facts) const
{
    std::vector<RuleRow> found;
    visitFitting(facts, [&](const RuleRowData &, const RuleRow &candidate) {
        found.push_back(candidate);
        return true;
    });
    return found;
}

const RulebookData &rulebookData(const Rulebook &rulebook)
{
    return *rulebook.m_data;
}

QString Rulebook::id() const
{
    return m_data->id;
}

QDate Rulebook::effectiveFrom() const
{
    return m_data->effectiveFrom;
}

const RuleTable &Rulebook::table(const QString &name) const
{
    const auto found = m_data->tables.find(name);
    Q_ASSERT_X(found != m_data->tables.end(), "Rulebook::table", qPrintable(name));
    return found->second;
}

QStringList Rulebook::tableNames() const
{
    QStringList names;
    for (const auto &[name, table] : m_data->tables)
        names += name;
    return names;
}

static FiredRule firedParameter(const ParameterValue &value)
{
    return {u"parameters"_s, value.name, u"%1:%2"_s.arg(value.file).arg(value.line), value.source};
}

const ParameterValue &Rulebook::parameter(const QString &name, QDate on, RuleTrace *trace) const
{
    const auto found = m_data->parameters.find(name);
    Q_ASSERT_X(found != m_data->parameters.end(), "Rulebook::parameter", qPrintable(name));
    const QList<ParameterValue> &history = found->second;
    qsizetype index = history.size() - 1;
    while (on.isValid() && index > 0 && history.at(index).from > on)
        --index;
    const ParameterValue &value = history.at(index);
    if (trace)
        trace->add(firedParameter(value));
    return value;
}

FiredRule Rulebook::parameterRule(const QString &name, QDate on) const
{
    return firedParameter(parameter(name, on, nullptr));
}

QList<ParameterText> Rulebook::parameterTexts(const QString &name) const
{
    const auto found = m_data->parameters.find(name);
    QList<ParameterText> texts;
    if (found == m_data->parameters.end())
        return texts;
    for (const ParameterValue &value : found->second)
        texts += {value.text, value.from, u"%1:%2"_s.arg(value.file).arg(value.line)};
    return texts;
}

QDate Rulebook::effectiveFromOf(const QString &edition) const
{
    return m_data->lineage.value(edition);
}

qint64 Rulebook::number(const QString &name, RuleTrace *trace) const
{
    return parameter(name, {}, trace).number;
}

qint64 Rulebook::number(const QString &name, QDate on, RuleTrace *trace) const
{
    return parameter(name, on, trace).number;
}

QString Rulebook::text(const QString &name, RuleTrace *trace) const
{
    return parameter(name, {}, trace).text;
}

QDate Rulebook::date(const QString &name, RuleTrace *trace) const
{
    return parameter(name, {}, trace).date;
}

bool Rulebook::flag(const QString &name, RuleTrace *trace) const
{
    return parameter(name, {}, trace).flag;
}

QString Rulebook::unit(const QString &name) const
{
    return parameter(name, {}, nullptr).unit;
}

QString Rulebook::parameterSource(const QString &name) const
{
    return parameter(name, {}, nullptr).source;
}

QStringList Rulebook::parameterNames() const
{
    QStringList names;
    for (const auto &[name, history] : m_data->parameters)
        names += name;
    return names;
}

const Rulebook &RulebookLibrary::on(QDate day) const
{
    auto after = std::find_if(m_editions.begin() + 1, m_editions.end(),
                              [day](const Rulebook &edition) { return edition.effectiveFrom() > day; });
    return *(after - 1);
}

QStringList RulebookLibrary::ids() const
{
    QStringList ids;
    for (const Rulebook &edition : m_editions)
        ids += edition.id();
    return ids;
}

} // namespace Loket
