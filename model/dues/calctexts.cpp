// SPDX-License-Identifier: Apache-2.0
#include "model/dues/calctexts.h"

#include "model/domain/month.h"
#include "model/domain/rupiah.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/csv.h"

#include <QDate>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

QList<QHash<QString, QString>> calcTable(const QString &name)
{
    QFile file(u":/calc/%1.csv"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not compiled in", qPrintable(file.fileName()));
    const auto table = parseCsv(file.readAll());
    if (!table)
        qFatal("%s:%d: %s", qPrintable(file.fileName()), table.error().line, qPrintable(table.error().what));
    QList<QHash<QString, QString>> rows;
    for (const CsvRow &row : table.value().rows) {
        QHash<QString, QString> cells;
        for (qsizetype i = 0; i < table.value().header.size(); ++i)
            cells.insert(table.value().header.at(i), row.cells.value(i));
        rows += cells;
    }
    return rows;
}

CalcWords wordsOf(const QHash<QString, QString> &row, const QString &what)
{
    return {row.value(what + u"Id"_s), row.value(what + u"En"_s)};
}

struct ResultInfo {
    QString key;
    QString kind;
    QString codes;
    CalcWords label;
    bool isMain = false;
};

struct StepInfo {
    QString kind;
    QString codes;
    CalcWords label;
    CalcWords formula;
};

/// Everything below resources/calc, read once.
struct CalcTexts {
    QList<CalcInfo> infos;
    QHash<QString, QList<CalcField>> fields;
    QHash<QString, QList<ResultInfo>> results;
    QHash<QString, QList<CalcTarget>> targets;
    QHash<QString, StepInfo> steps;
    QHash<QString, CalcWords> faults;

    CalcTexts()
    {
        for (const auto &row : calcTable(u"calculators"_s))
            infos += {row.value(u"name"_s), wordsOf(row, u"title"_s), wordsOf(row, u"hint"_s)};
        for (const auto &row : calcTable(u"fields"_s)) {
            fields[row.value(u"calculator"_s)]
                += {row.value(u"key"_s), row.value(u"kind"_s), row.value(u"codes"_s),
                    wordsOf(row, u"label"_s), row.value(u"default"_s)};
        }
        for (const auto &row : calcTable(u"results"_s)) {
            results[row.value(u"calculator"_s)]
                += {row.value(u"key"_s), row.value(u"kind"_s), row.value(u"codes"_s),
                    wordsOf(row, u"label"_s), row.value(u"main"_s) == "yes"_L1};
        }
        for (const auto &row : calcTable(u"cases"_s)) {
            targets[row.value(u"calculator"_s)]
                += {row.value(u"service"_s), row.value(u"when"_s), row.value(u"key"_s), row.value(u"path"_s)};
        }
        for (const auto &row : calcTable(u"steps"_s)) {
            steps.insert(row.value(u"code"_s),
                         {row.value(u"kind"_s), row.value(u"codes"_s), wordsOf(row, u"label"_s),
                          wordsOf(row, u"formula"_s)});
        }
        for (const auto &row : calcTable(u"faults"_s))
            faults.insert(row.value(u"code"_s), {row.value(u"id"_s), row.value(u"en"_s)});
    }
};

const CalcTexts &calcTexts()
{
    static const CalcTexts texts;
    return texts;
}

QString monthWords(const QString &iso, const QString &language)
{
    const auto month = Month::parse(iso);
    if (!month)
        return iso;
    const QLocale locale(language == "en"_L1 ? QLocale::English : QLocale::Indonesian);
    return locale.toString(month.value().firstDay(), u"MMM yyyy"_s);
}

QString dayWords(const QString &iso)
{
    const QDate day = QDate::fromString(iso, Qt::ISODate);
    return day.isValid() ? day.toString(u"dd-MM-yyyy"_s) : iso;
}

QString classWords(const QJsonValue &value)
{
    static const QStringList roman = {u"I"_s, u"II"_s, u"III"_s};
    const qint64 number = value.isString() ? value.toString().toLongLong() : value.toInteger();
    return roman.value(number - 1, value.toVariant().toString());
}

/// "child:1", "spouse", or a kin.
QString personWords(const QString &who, const QString &language)
{
    const bool isEnglish = language == "en"_L1;
    if (who == "spouse"_L1)
        return isEnglish ? u"spouse"_s : u"suami/istri"_s;
    if (who.startsWith("child:"_L1))
        return (isEnglish ? u"child %1"_s : u"anak %1"_s).arg(who.mid(6).toInt() + 1);
    return codeText(u"kin"_s, who, language);
}

/// Hundredths of a percent: "5 %", "2,5 %".
QString shareWords(qint64 share, const QString &language)
{
    QString text = QString::number(share / 100);
    const qint64 rest = share % 100;
    if (rest > 0) {
        QString decimals = QString::number(rest).rightJustified(2, u'0');
        while (decimals.endsWith(u'0'))
            decimals.chop(1);
        text += (language == "en"_L1 ? u'.' : u',') + decimals;
    }
    return text + u" %"_s;
}

QString flagWords(bool is, const QString &language)
{
    if (language == "en"_L1)
        return is ? u"yes"_s : u"no"_s;
    return is ? u"ya"_s : u"tidak"_s;
}

QString numberWords(const QString &kind, qint64 number, const QString &language)
{
    const bool isEnglish = language == "en"_L1;
    if (kind == "money"_L1)
        return Rupiah(number).text();
    if (kind == "share"_L1)
        return shareWords(number, language);
    if (kind == "percent"_L1)
        return QString::number(number) + u" %"_s;
    if (kind == "days"_L1)
        return (isEnglish ? (number == 1 ? u"%1 day"_s : u"%1 days"_s) : u"%1 hari"_s).arg(number);
    return QString::number(number);
}

/// "12 × Rp105.000" instead of twelve times the same.
QStringList repeatedOnce(const QStringList &parts)
{
    QStringList out;
    for (qsizetype i = 0; i < parts.size();) {
        qsizetype end = i + 1;
        while (end < parts.size() && parts.at(end) == parts.at(i))
            ++end;
        out += end - i > 1 ? u"%1 × %2"_s.arg(end - i).arg(parts.at(i)) : parts.at(i);
        i = end;
    }
    return out;
}

/// The kind of the entries of a list.
QString entryKind(const QString &kind)
{
    static const QHash<QString, QString> entries
        = {{u"moneys"_s, u"money"_s}, {u"dates"_s, u"date"_s},    {u"months"_s, u"month"_s},
           {u"codes"_s, u"code"_s},   {u"people"_s, u"person"_s}, {u"problems"_s, u"problem"_s}};
    return entries.value(kind);
}

QString filled(const QString &pattern, const QJsonObject &args, const QString &language)
{
    static const QRegularExpression kPlace(u"\\{(\\w+):(\\w+)(?: ([\\w-]+))?\\}"_s);
    QString out;
    qsizetype from = 0;
    for (auto it = kPlace.globalMatch(pattern); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += pattern.mid(from, match.capturedStart() - from);
        out += calcValueText(match.captured(2), match.captured(3), args.value(match.captured(1)), language);
        from = match.capturedEnd();
    }
    return out + pattern.mid(from);
}

} // namespace

const QList<CalcInfo> &calcInfos()
{
    return calcTexts().infos;
}

const CalcInfo *calcInfo(const QString &name)
{
    for (const CalcInfo &info : calcInfos()) {
        if (info.name == name)
            return &info;
    }
    return nullptr;
}

QList<CalcField> calcFields(const QString &name)
{
    return calcTexts().fields.value(name);
}

QList<CalcTarget> calcTargets(const QString &name)
{
    return calcTexts().targets.value(name);
}

bool hasStepText(const QString &code)
{
    return calcTexts().steps.contains(code);
}

QString calcValueText(const QString &kind, const QString &codes, const QJsonValue &value,
                      const QString &language)
{
    if (value.isNull() || value.isUndefined())
        return u"–"_s;
    if (value.isArray()) {
        QStringList parts;
        if (kind == "proofs"_L1) { // one of each list
            for (const QJsonValue &entry : value.toArray())
                parts += calcValueText(u"codes"_s, codes, entry, language)
                             .replace(u", "_s, language == "en"_L1 ? u" or "_s : u" atau "_s);
            return parts.join(u"; "_s);
        }
        for (const QJsonValue &entry : value.toArray())
            parts += calcValueText(entryKind(kind), codes, entry, language);
        if (kind == "moneys"_L1)
            return repeatedOnce(parts).join(u", "_s);
        return parts.isEmpty() ? u"–"_s : parts.join(u", "_s);
    }
    if (kind == "class"_L1 || kind == "wanted"_L1)
        return classWords(value);
    if (value.isBool())
        return flagWords(value.toBool(), language);
    if (value.isDouble())
        return numberWords(kind, value.toInteger(), language);
    const QString text = value.toString();
    if (kind == "date"_L1)
        return dayWords(text);
    if (kind == "month"_L1)
        return monthWords(text, language);
    if (kind == "code"_L1)
        return codeText(codes, text, language);
    if (kind == "problem"_L1)
        return codeText(u"problem"_s, text, language);
    if (kind == "person"_L1)
        return personWords(text, language);
    return text;
}

QList<CalcLine> calcResultLines(const QString &name, const QJsonObject &out, const QString &language)
{
    QList<CalcLine> lines;
    for (const ResultInfo &info : calcTexts().results.value(name)) {
        if (out.contains(info.key))
            lines += {info.label.in(language),
                      {},
                      calcValueText(info.kind, info.codes, out.value(info.key), language),
                      {},
                      info.isMain};
    }
    return lines;
}

QList<CalcLine> calcStepLines(const QList<CalcStep> &steps, const QString &language)
{
    QList<CalcLine> lines;
    for (const CalcStep &step : steps) {
        const StepInfo info = calcTexts().steps.value(step.code);
        lines += {filled(info.label.in(language), step.args, language),
                  filled(info.formula.in(language), step.args, language),
                  calcValueText(info.kind, info.codes, step.result, language), step.rule};
    }
    return lines;
}

QString calcLabel(const QString &name, const QString &place, const QString &language)
{
    static const QRegularExpression kEntry(u"^(\\w+)\\[(\\d+)\\](?:\\.(\\w+))?$"_s);
    const QRegularExpressionMatch entry = kEntry.match(place);
    const QString key = entry.hasMatch() && !entry.captured(3).isEmpty()
        ? entry.captured(1) + u'.' + entry.captured(3)
        : entry.hasMatch() ? entry.captured(1)
                           : place;
    const QString number = QString::number(entry.captured(2).toInt() + 1);
    for (const CalcField &field : calcFields(name)) {
        if (field.key != key)
            continue;
        QString label = field.label.in(language);
        if (label.contains("%1"_L1))
            return label.arg(number);
        return entry.hasMatch() ? u"%1 (%2)"_s.arg(label, number) : label;
    }
    return place;
}

QString calcShortLabel(const QString &name, const QString &place, const QString &language)
{
    QString label = calcLabel(name, place, language);
    const qsizetype number = place.contains(u'[') ? label.lastIndexOf(u" ("_s) : -1;
    return number < 0 ? label : label.left(number);
}

QString calcFaultText(const QString &name, const CalcFault &fault, const QString &language)
{
    QString what = calcTexts().faults.value(fault.code).in(language);
    QString about = fault.about;
    if (fault.code == "before"_L1 || fault.code == "after"_L1)
        about = calcLabel(name, about, language);
    else if (fault.code == "no-rate"_L1)
        about = monthWords(about, language);
    if (what.contains("%1"_L1))
        what = what.arg(about);
    const QString label = calcLabel(name, fault.place, language);
    return u"%1 %2"_s.arg(label, what);
}

QList<CalcLine> calcInputLines(const QString &name, const QJsonObject &input, const QList<CalcAsk> &asked,
                               const QString &language)
{
    QList<CalcLine> lines;
    const QList<CalcField> all = calcFields(name);
    for (const CalcField &field : all) {
        const bool isAsked = std::any_of(asked.cbegin(), asked.cend(),
                                         [&field](const CalcAsk &ask) { return ask.key == field.key; });
        if (!isAsked || !input.contains(field.key))
            continue;
        if (field.kind != "list"_L1) {
            lines += {field.label.in(language),
                      {},
                      calcValueText(field.kind, field.codes, input.value(field.key), language)};
            continue;
        }
        const QJsonArray entries = input.value(field.key).toArray();
        for (qsizetype i = 0; i < entries.size(); ++i) {
            QStringList parts;
            for (const CalcField &part : all) {
                const QString key = part.key.section(u'.', 1);
                const QJsonObject entry = entries.at(i).toObject();
                if (part.key.startsWith(field.key + u'.') && entry.contains(key)
                    && !part.label.id.contains("%1"_L1))
                    parts += u"%1 %2"_s.arg(part.label.in(language).toLower(),
                                            calcValueText(part.kind, part.codes, entry.value(key), language));
                else if (part.key.startsWith(field.key + u'.') && entry.contains(key))
                    parts += calcValueText(part.kind, part.codes, entry.value(key), language);
            }
            lines += {u"%1 %2"_s.arg(field.label.in(language)).arg(i + 1), {}, parts.join(u", "_s)};
        }
    }
    return lines;
}

} // namespace Loket
