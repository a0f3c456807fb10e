// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/editioncheck.h"

#include "model/rulebook/codes.h"
#include "model/rulebook/placeholders.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

// An open end as a date, so that windows compare plainly.
QDate windowStart(const RuleRowData &row)
{
    return row.from.isValid() ? row.from : QDate(1, 1, 1);
}
QDate windowEnd(const RuleRowData &row)
{
    return row.until.isValid() ? row.until : QDate(9999, 12, 31);
}

bool windowsMeet(const RuleRowData &a, const RuleRowData &b)
{
    return windowStart(a) <= windowEnd(b) && windowStart(b) <= windowEnd(a);
}

bool windowCovers(const RuleRowData &outer, const RuleRowData &inner)
{
    return windowStart(outer) <= windowStart(inner) && windowEnd(inner) <= windowEnd(outer);
}

bool conditionsCover(const RuleRowData &outer, const RuleRowData &inner)
{
    for (size_t i = 0; i < outer.conditions.size(); ++i) {
        if (!outer.conditions[i].covers(inner.conditions[i]))
            return false;
    }
    return outer.when.covers(inner.when);
}

bool conditionsMeet(const RuleRowData &a, const RuleRowData &b)
{
    for (size_t i = 0; i < a.conditions.size(); ++i) {
        if (!a.conditions[i].intersects(b.conditions[i]))
            return false;
    }
    return a.when.intersects(b.when);
}

/// Looks at one table.
class TableCheck
{
public:
    TableCheck(const RuleTableData &table, QList<RulebookFault> &faults)
        : m_table(table)
        , m_faults(faults)
    {
    }

    void run()
    {
        for (const RuleRowData &row : m_table.rows)
            m_keys += keyOf(row);
        for (size_t later = 0; later < m_table.rows.size(); ++later) {
            for (size_t earlier = 0; earlier < later; ++earlier) {
                if (pairFault(earlier, later))
                    break;
            }
        }
        if (!m_table.isWhole)
            return; // a row that was left out is no gap
        for (const Cover &cover : m_table.spec->covers)
            checkCover(cover, 0, {});
    }

private:
    void fault(int line, const QString &what) { m_faults += {m_table.file, line, what}; }

    QString keyOf(const RuleRowData &row) const
    {
        QStringList key;
        for (const QString &column : m_table.spec->key)
            key += row.cells.value(m_table.column(column));
        return key.join(u' ');
    }

    /// Whether two rows differ in their source, note and window at most.
    bool saysTheSame(const RuleRowData &a, const RuleRowData &b) const
    {
        static const QStringList aside = {u"source"_s, u"note"_s, u"from"_s, u"until"_s};
        for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
            if (a.cells.at(i) != b.cells.at(i) && !aside.contains(m_table.columns.at(i)))
                return false;
        }
        return true;
    }

    bool pairFault(size_t first, size_t second)
    {
        const RuleRowData &earlier = m_table.rows[first];
        const RuleRowData &later = m_table.rows[second];
        const QString &key = m_keys.at(qsizetype(second));
        if (!m_table.spec->key.isEmpty() && m_keys.at(qsizetype(first)) == key
            && windowsMeet(earlier, later)) {
            fault(later.line, u"duplicate key '%1', first in line %2"_s.arg(key).arg(earlier.line));
            return true;
        }
        if (m_table.spec->matching == Matching::Keyed)
            return false;
        if (m_table.spec->matching == Matching::All && saysTheSame(earlier, later)
            && windowsMeet(earlier, later)) {
            fault(later.line, u"says the same as line %1"_s.arg(earlier.line));
            return true;
        }
        if (m_table.spec->matching == Matching::Exclusive && conditionsMeet(earlier, later)
            && windowsMeet(earlier, later)) {
            fault(later.line, u"overlaps line %1"_s.arg(earlier.line));
            return true;
        }
        if (m_table.spec->matching == Matching::First && conditionsCover(earlier, later)
            && windowCovers(earlier, later)) {
            fault(later.line, u"unreachable: line %1 covers it"_s.arg(earlier.line));
            return true;
        }
        return false;
    }

    /// Goes through every combination of the cover's codes.
    void checkCover(const Cover &cover, qsizetype depth, const Facts &facts)
    {
        if (depth == cover.size()) {
            checkWindows(facts);
            return;
        }
        const auto &[column, codes] = cover.at(depth);
        for (const QString &code : codes) {
            Facts next = facts;
            next.insert(column, code);
            if (column == "segment"_L1)
                next.insert(segmentFacts(code));
            checkCover(cover, depth + 1, next);
        }
    }

    QDate firstDay() const
    {
        QDate first = QDate(9999, 12, 31);
        for (const RuleRowData &row : m_table.rows)
            first = std::min(first, windowStart(row));
        return first;
    }

    /// The windows of the rows that answer `facts` must follow each other without a gap.
    void checkWindows(const Facts &facts)
    {
        std::vector<const RuleRowData *> rows;
        for (const RuleRowData &row : m_table.rows) {
            bool fits = true;
            for (size_t c = 0; fits && c < row.conditions.size(); ++c)
                fits
                    = row.conditions[c].matches(facts.value(m_table.columns.at(m_table.conditionColumns[c])));
            if (fits)
                rows.push_back(&row);
        }
        std::stable_sort(rows.begin(), rows.end(), [](const RuleRowData *a, const RuleRowData *b) {
            return windowStart(*a) < windowStart(*b);
        });
        QDate next = firstDay();
        int line = m_table.headerLine;
        for (const RuleRowData *row : rows) {
            if (windowStart(*row) > next)
                gap(row->line, facts, next, windowStart(*row).addDays(-1));
            if (windowEnd(*row) >= next) {
                next = windowEnd(*row).addDays(1);
                line = row->line;
            }
        }
        if (next <= QDate(9999, 12, 31))
            gap(line, facts, next, {});
    }

    void gap(int line, const Facts &facts, QDate from, QDate until)
    {
        QStringList names;
        for (const int column : m_table.conditionColumns) {
            const QString &name = m_table.columns.at(column);
            if (facts.contains(name))
                names += name + u' ' + facts.value(name);
        }
        const QString what = until.isValid()
            ? u"gap: nothing for %1 from %2 until %3"_s.arg(names.join(u", "_s), from.toString(Qt::ISODate),
                                                            until.toString(Qt::ISODate))
            : u"gap: nothing for %1 from %2 on"_s.arg(names.join(u", "_s), from.toString(Qt::ISODate));
        fault(line, what);
    }

    const RuleTableData &m_table;
    QStringList m_keys; ///< of the rows
    QList<RulebookFault> &m_faults;
};

using TableMap = std::map<QString, std::shared_ptr<RuleTableData>>;

QStringList keysOf(const RuleTableData &table)
{
    QStringList keys;
    for (const RuleRowData &row : table.rows)
        keys += row.cells.value(table.column(table.spec->key.first()));
    return keys;
}

/// Cells that name a row of another table.
void checkReferences(const RuleTableData &table, const TableMap &tables, QList<RulebookFault> &faults)
{
    for (const ColumnSpec &column : table.spec->columns) {
        if (column.kind != CellKind::Reference && column.kind != CellKind::ReferenceList)
            continue;
        const auto target = tables.find(column.domain);
        if (target == tables.end() || !target->second->isWhole)
            continue;
        const QStringList known = keysOf(*target->second);
        for (const RuleRowData &row : table.rows) {
            const QString cell = row.cells.value(table.column(column.name));
            for (const QString &part : cell.split(u'|', Qt::SkipEmptyParts)) {
                if (!known.contains(part))
                    faults += {table.file, row.line,
                               u"%1: '%2' is not in %3.csv"_s.arg(column.name, part, column.domain)};
            }
        }
    }
}

/// What is wrong with the values that a `when` part compares its fact with; empty: nothing.
QString whenFault(const When::Part &part, const QString &codes, const QStringList &words)
{
    const QStringList known = codes.isEmpty() ? words : codesOf(codes);
    if (known.isEmpty())
        return {};
    for (const QString &word : part.words) {
        if (!word.isEmpty() && !known.contains(word))
            return u"unknown code '%1'"_s.arg(word);
    }
    return {};
}

/// Parts of `when` cells that name no fact, or a value that it never has.
void checkWhens(const RuleTableData &table, const RuleTableData &fields, QList<RulebookFault> &faults)
{
    if (table.whenColumn < 0)
        return;
    QHash<QString, QString> codesOfPath;
    for (const RuleRowData &row : fields.rows)
        codesOfPath.insert(row.cells.value(fields.column(u"path"_s)),
                           row.cells.value(fields.column(u"codes"_s)));
    const auto &facts = whenFacts();
    for (const RuleRowData &row : table.rows) {
        for (const When::Part &part : row.when.parts()) {
            const auto fact = std::find_if(facts.cbegin(), facts.cend(),
                                           [&part](const WhenFact &one) { return one.name == part.fact; });
            QString what;
            if (fact != facts.cend())
                what = whenFault(part, fact->codes, fact->words);
            else if (codesOfPath.contains(part.fact))
                what = whenFault(part, codesOfPath.value(part.fact), {});
            else
                what = u"unknown fact '%1'"_s.arg(part.fact);
            if (!what.isEmpty())
                faults += {table.file, row.line, u"when: "_s + what};
        }
    }
}

/// What a case changes comes from a field, a parameter, or is a word.
void checkEffectValues(const RuleTableData &table, const RuleTableData &fields, QList<RulebookFault> &faults)
{
    QSet<QString> paths;
    for (const RuleRowData &row : fields.rows)
        paths.insert(row.cells.value(fields.column(u"path"_s)));
    for (const RuleRowData &row : table.rows) {
        const QString value = row.cells.value(table.column(u"value"_s));
        const QString path = value.startsWith("va-of:"_L1) ? value.mid(6) : value;
        const bool isKnown = value.startsWith(u'=') ? value.size() > 1
            : value.startsWith("param:"_L1)         ? parameterSpec(value.mid(6)) != nullptr
                                                    : paths.contains(path);
        if (!isKnown)
            faults += {table.file, row.line, u"value: '%1' is no field, parameter or =word"_s.arg(value)};
    }
}

/// A centre must know what to do when two cases change the same: every field that a case may change has its
/// group.
void checkMergeGroups(const RuleTableData &effects, const RuleTableData &groups, QList<RulebookFault> &faults)
{
    QSet<QString> known;
    for (const RuleRowData &row : groups.rows)
        known.insert(row.cells.value(groups.column(u"field"_s)));
    for (const RuleRowData &row : effects.rows) {
        const QString field = row.cells.value(effects.column(u"field"_s));
        if (!known.contains(field)) {
            known.insert(field); // told once
            faults += {groups.file, 0, u"'%1', which %2 changes, has no row"_s.arg(field, effects.file)};
        }
    }
}

/// A coded field names its kind of code in the column `codes`.
void checkFieldCodes(const RuleTableData &table, QList<RulebookFault> &faults)
{
    for (const RuleRowData &row : table.rows) {
        const QString codes = row.cells.value(table.column(u"codes"_s));
        const bool coded = row.cells.value(table.column(u"kind"_s)) == "code"_L1;
        if (coded && codes.isEmpty())
            faults += {table.file, row.line, u"codes: empty where the kind is 'code'"_s};
        else if (!codes.isEmpty() && codesOf(codes).isEmpty())
            faults += {table.file, row.line, u"codes: unknown kind of code '%1'"_s.arg(codes)};
    }
}

/// A text names parameters in braces; each must be one.
void checkPlaceholders(const RuleTableData &table, QList<RulebookFault> &faults)
{
    for (const ColumnSpec &column : table.spec->columns) {
        const qsizetype index = table.column(column.name);
        if (column.kind != CellKind::Text || index < 0)
            continue;
        for (const RuleRowData &row : table.rows) {
            const QString &cell = row.cells.at(index);
            if (!cell.contains(u'{'))
                continue;
            for (const QString &name : placeholdersIn(cell)) {
                if (!parameterSpec(name))
                    faults += {table.file, row.line, u"%1: unknown parameter '%2'"_s.arg(column.name, name)};
            }
        }
    }
}

} // namespace

QList<RulebookFault> checkEdition(const QString &editionFolder, const TableMap &tables,
                                  const ParametersRead &parameters, const QString &changed)
{
    QList<RulebookFault> faults;
    for (const TableSpec &spec : tableSpecs()) {
        if (!tables.contains(spec.name))
            faults += {u"%1/%2.csv"_s.arg(editionFolder, spec.name), 0, u"the table is missing"_s};
    }
    for (const ParameterSpec &spec : parameterSpecs()) {
        const auto found = parameters.values.find(spec.name);
        if (found == parameters.values.end() && !parameters.isWhole)
            continue; // it may be in a row that was left out
        if (found == parameters.values.end())
            faults
                += {editionFolder + u"/parameters.csv"_s, 0, u"parameter '%1' is missing"_s.arg(spec.name)};
        else if (found->second.first().from.isValid())
            faults += {found->second.first().file, found->second.first().line,
                       u"gap: %1 has no value before %2"_s.arg(
                           spec.name, found->second.first().from.toString(Qt::ISODate))};
    }
    const bool isAllNew = changed.isEmpty() || changed == "fields"_L1; // every table may name a field
    for (const auto &[name, table] : tables) {
        if (!isAllNew && name != changed)
            continue;
        if (!table->isCompared) {
            TableCheck(*table, faults).run();
            checkPlaceholders(*table, faults);
            table->isCompared = true;
        }
        checkReferences(*table, tables, faults);
        const auto fields = tables.find(u"fields"_s);
        if (fields != tables.end() && fields->second->isWhole)
            checkWhens(*table, *fields->second, faults);
        if (name == "effects"_L1 && fields != tables.end() && fields->second->isWhole)
            checkEffectValues(*table, *fields->second, faults);
        if (name == "fields"_L1)
            checkFieldCodes(*table, faults);
    }
    const auto effects = tables.find(u"effects"_s), groups = tables.find(u"merge-groups"_s);
    const bool meet = isAllNew || changed == "effects"_L1 || changed == "merge-groups"_L1;
    if (meet && effects != tables.end() && groups != tables.end() && effects->second->isWhole
        && groups->second->isWhole)
        checkMergeGroups(*effects->second, *groups->second, faults);
    return faults;
}

} // namespace Loket
