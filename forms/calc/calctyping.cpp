// SPDX-License-Identifier: Apache-2.0
#include "forms/calc/calctyping.h"

#include "forms/casework/fieldsources.h"
#include "forms/casework/typedinput.h"
#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/texts.h"
#include "model/rulebook/codes.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// By any part of the name or the beginning of the code: "pbpu", "swasta", "PPU-BU".
SuggestEdit::Source codeOrNameSource(const QString &kind)
{
    return [kind](const QString &typed) {
        QList<Suggestion> found = codeSource(kind)(typed);
        const QString wanted = typed.simplified();
        for (const CodeText &code : allCodes()) {
            const bool isThere = std::any_of(found.cbegin(), found.cend(), [&code](const Suggestion &one) {
                return one.value == code.code;
            });
            if (code.kind == kind && !isThere && code.code.startsWith(wanted, Qt::CaseInsensitive))
                found.append({code.code, codeLabel(kind, code.code), {}});
        }
        if (kind == "segment"_L1) {
            for (Suggestion &one : found)
                one.detail = segmentShort(one.value);
        }
        return found;
    };
}

SuggestEdit::Source wantedSource()
{
    return [](const QString &typed) {
        QList<Suggestion> found;
        const QString wanted = typed.trimmed().toUpper();
        for (const Suggestion &one : {Suggestion{u"1"_s, u"I"_s, u"1"_s}, Suggestion{u"2"_s, u"II"_s, u"2"_s},
                                      Suggestion{u"VIP"_s, u"VIP"_s, {}}}) {
            if (wanted == one.value || wanted == one.text)
                found.prepend(one);
            else if (wanted.isEmpty() || one.text.startsWith(wanted))
                found.append(one);
        }
        return found;
    };
}

QStringList partsOfList(const QString &typed)
{
    static const QRegularExpression kBetween(u"\\s*[,;]\\s*"_s);
    return typed.trimmed().split(kBetween, Qt::SkipEmptyParts);
}

/// Offers for the last part of "ibu, ay"; the value is the whole list of codes.
SuggestEdit::Source listSource(const QString &kind)
{
    return [kind](const QString &typed) {
        const qsizetype comma = typed.lastIndexOf(u',');
        const QString before = comma < 0 ? QString() : typed.left(comma).trimmed();
        QStringList codes;
        for (const QString &part : partsOfList(before)) {
            const QList<Suggestion> meant = codeOrNameSource(kind)(part);
            codes += meant.isEmpty() ? part : meant.first().value;
        }
        QList<Suggestion> found = codeOrNameSource(kind)(typed.mid(comma + 1).trimmed());
        for (Suggestion &one : found) {
            one.value = (codes + QStringList{one.value}).join(u',');
            if (!before.isEmpty())
                one.text = before + u", "_s + one.text;
        }
        return found;
    };
}

/// The one thing that a typed word of a list can mean; empty: nothing, or one of several.
QString sureOf(const SuggestEdit::Source &source, const QString &typed)
{
    const QList<Suggestion> found = source(typed);
    const auto is = [&typed](const QString &word) { return word.compare(typed, Qt::CaseInsensitive) == 0; };
    const bool isSure
        = found.size() == 1 || (found.size() > 1 && (is(found.first().value) || is(found.first().text)));
    return isSure ? found.first().value : QString();
}

QJsonValue wholeNumber(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

QJsonArray listOf(const CalcField &field, const QString &typed, QDate today)
{
    QJsonArray out;
    for (const QString &part : partsOfList(typed)) {
        if (field.kind == "dates"_L1) {
            out += Typed::date(part, today);
        } else if (field.kind == "months"_L1) {
            out += Typed::month(part, today);
        } else {
            const QString code = sureOf(codeOrNameSource(field.codes), part);
            out += code.isEmpty() ? part : code;
        }
    }
    return out;
}

} // namespace

bool isCalcClosed(const CalcField &field)
{
    static const QStringList kinds = {u"code"_s, u"class"_s, u"wanted"_s, u"flag"_s};
    return kinds.contains(field.kind);
}

SuggestEdit::Source calcSource(const CalcField &field)
{
    if (field.kind == "code"_L1)
        return codeOrNameSource(field.codes);
    if (field.kind == "codes"_L1)
        return listSource(field.codes);
    if (field.kind == "class"_L1)
        return classSource();
    if (field.kind == "wanted"_L1)
        return wantedSource();
    return field.kind == "flag"_L1 ? flagSource() : SuggestEdit::Source();
}

QJsonValue calcTaken(const CalcField &field, const QString &value)
{
    if (field.kind == "codes"_L1)
        return QJsonArray::fromStringList(value.split(u',', Qt::SkipEmptyParts));
    if (field.kind == "flag"_L1)
        return value == "yes"_L1;
    if (field.kind == "class"_L1 || (field.kind == "wanted"_L1 && value != "VIP"_L1))
        return wholeNumber(value);
    return value;
}

QJsonValue calcTyped(const CalcField &field, const QString &typed, QDate today, bool isLeft)
{
    const QString text = typed.simplified();
    if (text.isEmpty())
        return QJsonValue::Undefined;
    if (isCalcClosed(field)) {
        const QString meant = sureOf(calcSource(field), text);
        if (!meant.isEmpty())
            return calcTaken(field, meant);
        return isLeft ? QJsonValue(text) : QJsonValue(QJsonValue::Undefined);
    }
    if (field.kind == "date"_L1)
        return Typed::date(text, today);
    if (field.kind == "month"_L1)
        return Typed::month(text, today);
    if (field.kind == "money"_L1)
        return wholeNumber(Typed::money(text));
    if (field.kind == "count"_L1)
        return wholeNumber(Typed::digits(text));
    if (field.kind == "nik"_L1)
        return Typed::digits(text);
    if (field.kind == "dates"_L1 || field.kind == "months"_L1 || field.kind == "codes"_L1)
        return listOf(field, text, today);
    return text;
}

QString calcShown(const CalcField &field, const QJsonValue &value)
{
    if (value.isArray()) {
        CalcField part = field;
        part.kind = field.kind.chopped(1); // "dates" holds dates
        QStringList parts;
        for (const QJsonValue &entry : value.toArray())
            parts += calcShown(part, entry);
        return parts.join(u", "_s);
    }
    if (value.isBool())
        return flagSource()(value.toBool() ? u"1"_s : u"2"_s).first().text;
    if (value.isDouble()) {
        const qint64 number = value.toInteger();
        if (field.kind == "money"_L1)
            return moneyText(number);
        return field.kind == "class"_L1 || field.kind == "wanted"_L1 ? romanClass(int(number))
                                                                     : QString::number(number);
    }
    const QString text = value.toString();
    if (field.kind == "date"_L1)
        return Typed::shownDate(text);
    if (field.kind == "month"_L1)
        return Typed::shownMonth(text);
    return field.kind == "code"_L1 && isCode(field.codes, text) ? codeLabel(field.codes, text) : text;
}

QJsonValue calcStandard(const CalcField &field, QDate today, const QHash<QString, QJsonValue> &known)
{
    for (const QString &standard : field.standard.split(u'|', Qt::SkipEmptyParts)) {
        if (known.contains(standard))
            return known.value(standard);
        if (standard.startsWith("family."_L1))
            continue;
        if (standard == "today"_L1)
            return today.toString(Qt::ISODate);
        if (standard == "this-month"_L1)
            return today.toString(u"yyyy-MM"_s);
        if (field.kind == "count"_L1 || field.kind == "money"_L1)
            return wholeNumber(standard);
        return calcTaken(field, standard);
    }
    return QJsonValue::Undefined;
}

} // namespace Loket
