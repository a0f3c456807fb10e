// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/ruletext.h"

#include "model/domain/rupiah.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/csv.h"
#include "model/rulebook/rulebook.h"
#include "model/rulebook/rulebookdata.h"
#include "model/rulebook/tablespecs.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <utility>

namespace Loket {

using namespace Qt::StringLiterals;

namespace RuleWords {

struct Word {
    QString unit;
    QString id;
    QString en;
    const QString &in(const QString &language) const { return language == "en"_L1 ? en : id; }
};

/// By kind and code, as the file has them.
static const QHash<std::pair<QString, QString>, Word> &all()
{
    static const QHash<std::pair<QString, QString>, Word> words = [] {
        QFile file(u":/codes/rule-texts.csv"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("rule-texts.csv is not compiled in");
        const auto table = parseCsv(file.readAll());
        if (!table)
            qFatal("rule-texts.csv:%d: %s", table.error().line, qPrintable(table.error().what));
        QHash<std::pair<QString, QString>, Word> out;
        for (const CsvRow &row : table.value().rows)
            out.insert({row.cells.value(0), row.cells.value(1)},
                       {row.cells.value(2), row.cells.value(3), row.cells.value(4)});
        return out;
    }();
    return words;
}

/// The column of this table, or of any table.
static Word columnWord(const QString &table, const QString &column)
{
    const auto own = all().constFind({u"column"_s, table + u'.' + column});
    return own != all().cend() ? *own : all().value({u"column"_s, column});
}

static QString unitText(const QString &unit, qint64 number, const QString &language)
{
    if (unit == "rupiah"_L1)
        return Rupiah(number).text();
    if (unit == "hundredths-of-percent"_L1) {
        QString text = QString::number(number / 100);
        if (number % 100 != 0) {
            QString decimals = QString::number(number % 100).rightJustified(2, u'0');
            if (decimals.endsWith(u'0'))
                decimals.chop(1);
            text += (language == "en"_L1 ? u'.' : u',') + decimals;
        }
        return text + u" %"_s;
    }
    const QString pattern = all().value({u"unit"_s, unit}).in(language);
    return pattern.contains("%1"_L1) ? pattern.arg(number) : QString::number(number);
}

static QString wordText(const QString &word, const QString &language)
{
    const QString text = all().value({u"word"_s, word}).in(language);
    return text.isEmpty() ? word : text;
}

/// One word of a cell, by what the column holds.
static QString partText(const Rulebook &rulebook, const ColumnSpec &column, const QString &part,
                        const QString &language)
{
    switch (column.kind) {
    case CellKind::Code:
    case CellKind::CodeList:
    case CellKind::CodeCondition:
        return codeText(column.domain, part, language);
    case CellKind::Flag:
    case CellKind::Word:
    case CellKind::WordList:
    case CellKind::WordCondition:
        return wordText(part, language);
    case CellKind::Date: {
        const QDate day = QDate::fromString(part, Qt::ISODate);
        return day.isValid() ? day.toString(u"dd-MM-yyyy"_s) : part;
    }
    case CellKind::Reference:
    case CellKind::ReferenceList:
        if (const Field *known = column.domain == "fields"_L1 ? field(rulebook, part) : nullptr)
            return language == "en"_L1 ? known->labelEn : known->labelId;
        return part;
    default:
        return part;
    }
}

/// The field of the catalogue at a path of the case; null: none.
static const Field *fieldAt(const Rulebook &rulebook, const QString &path)
{
    for (const Field &one : rulebookData(rulebook).fields) {
        if (one.path == path)
            return &one;
    }
    return nullptr;
}

static QString labelText(const QString &table, const QString &column, const QString &language);

/// One value of a fact that a condition names: by the code that it can only be.
static QString factText(const QString &fact, const QString &value, const Field *known,
                        const QString &language)
{
    if (known && isCode(known->codes, value))
        return codeText(known->codes, value, language);
    static const QHash<QString, QString> kinds
        = {{u"group"_s, u"segment-group"_s}, {u"status"_s, u"member-status"_s}};
    const QString kind = kinds.value(fact, fact);
    return isCode(kind, value) ? codeText(kind, value, language) : wordText(value, language);
}

/// "details.reason=!-; group=PBPU|BP-NPN" -> "Alasan: terisi; Segmen: Pekerja mandiri, …".
static QString whenText(const Rulebook &rulebook, const QString &cell, const QString &language)
{
    const bool isEnglish = language == "en"_L1;
    QStringList parts;
    for (const QString &part : cell.split(u';', Qt::SkipEmptyParts)) {
        const QString fact = part.section(u'=', 0, 0).trimmed();
        QString value = part.section(u'=', 1).trimmed();
        const Field *known = fieldAt(rulebook, fact);
        const QString label
            = known ? (isEnglish ? known->labelEn : known->labelId) : labelText({}, fact, language);
        const bool isNot = value.startsWith(u'!');
        if (isNot)
            value.remove(0, 1);
        QStringList words;
        for (const QString &word : value.split(u'|')) {
            if (word == "-"_L1)
                words += isEnglish ? u"nothing"_s : u"kosong"_s;
            else
                words += factText(fact, word, known, language);
        }
        const QString text = words.join(u", "_s);
        if (isNot && value == "-"_L1)
            parts += u"%1: %2"_s.arg(label, isEnglish ? u"given"_s : u"terisi"_s);
        else if (isNot)
            parts += u"%1: %2"_s.arg(label, (isEnglish ? u"all but %1"_s : u"selain %1"_s).arg(text));
        else
            parts += u"%1: %2"_s.arg(label, text);
    }
    return parts.join(u"; "_s);
}

static QString cellText(const Rulebook &rulebook, const QString &table, const ColumnSpec &column,
                        QString cell, const QString &language)
{
    if (column.kind == CellKind::When)
        return whenText(rulebook, cell, language);
    if (column.kind == CellKind::Text) {
        const Field *known = fieldAt(rulebook, cell);
        return known ? (language == "en"_L1 ? known->labelEn : known->labelId) : cell;
    }
    if (column.kind == CellKind::Number) {
        bool isNumber = false;
        const qint64 number = cell.toLongLong(&isNumber);
        return isNumber ? unitText(columnWord(table, column.name).unit, number, language) : cell;
    }
    const bool isNot = cell.startsWith(u'!');
    if (isNot)
        cell.remove(0, 1);
    QStringList parts;
    for (const QString &part : cell.split(u'|', Qt::SkipEmptyParts))
        parts += partText(rulebook, column, part, language);
    const QString text = parts.join(u", "_s);
    if (!isNot)
        return text;
    return (language == "en"_L1 ? u"all but %1"_s : u"selain %1"_s).arg(text);
}

static QString labelText(const QString &table, const QString &column, const QString &language)
{
    const QString label = columnWord(table, column).in(language);
    return label.isEmpty() ? column : label;
}

static void addRow(RuleText &text, const Rulebook &rulebook, const RuleTable &table, const RuleRow &row,
                   const QString &language)
{
    const TableSpec *spec = tableSpec(table.name());
    for (const QString &name : table.columns()) {
        const QString cell = row.cell(name);
        if (name == "source"_L1 || name == "note"_L1 || cell.isEmpty() || cell == "*"_L1)
            continue;
        const QString stem = name.chopped(std::min<qsizetype>(2, name.size()));
        const bool isTwin
            = table.columns().contains(stem + u"Id"_s) && table.columns().contains(stem + u"En"_s);
        if (isTwin && name.endsWith(language == "en"_L1 ? u"Id"_s : u"En"_s))
            continue; // the same in the other language
        ColumnSpec column;
        column.name = name;
        for (const ColumnSpec &known : spec->columns) {
            if (known.name == name)
                column = known;
        }
        text.cells += {labelText(table.name(), isTwin ? stem : name, language),
                       cellText(rulebook, table.name(), column, cell, language)};
    }
}

static void addParameter(RuleText &text, const Rulebook &rulebook, const FiredRule &rule,
                         const QString &language)
{
    const ParameterSpec *spec = parameterSpec(rule.row);
    if (!spec || !rulebook.parameterNames().contains(rule.row))
        return;
    for (const ParameterText &value : rulebook.parameterTexts(rule.row)) {
        if (value.file != rule.file)
            continue;
        QString shown = value.value;
        if (spec->type == ParameterType::Number)
            shown = unitText(spec->unit, shown.toLongLong(), language);
        else if (spec->type == ParameterType::Flag)
            shown = wordText(shown, language);
        text.cells += {labelText(u"parameters"_s, u"value"_s, language), shown};
        if (value.from.isValid())
            text.cells
                += {labelText(u"parameters"_s, u"from"_s, language), value.from.toString(u"dd-MM-yyyy"_s)};
    }
}

} // namespace RuleWords

bool hasRuleWord(const QString &kind, const QString &code)
{
    return RuleWords::all().contains({kind, code});
}

QString ruleWord(const QString &kind, const QString &code, const QString &language)
{
    const QString text = RuleWords::all().value({kind, code}).in(language);
    return text.isEmpty() ? code : text;
}

RuleText ruleText(const Rulebook &rulebook, const FiredRule &rule, const QString &language)
{
    RuleText text;
    text.source = rule.source;
    text.file = rule.file;
    text.edition = rule.file.section(u'/', 0, 0);
    text.effectiveFrom = rulebook.effectiveFromOf(text.edition);
    if (rule.table == "parameters"_L1) {
        text.title = ruleWord(u"parameter"_s, rule.row, language);
        RuleWords::addParameter(text, rulebook, rule, language);
        return text;
    }
    text.title = ruleWord(u"table"_s, rule.table, language);
    if (!rulebook.tableNames().contains(rule.table))
        return text;
    const RuleTable &table = rulebook.table(rule.table);
    for (qsizetype i = 0; i < table.size(); ++i) {
        if (table.row(i).fired().file == rule.file) {
            RuleWords::addRow(text, rulebook, table, table.row(i), language);
            break;
        }
    }
    return text;
}

} // namespace Loket
