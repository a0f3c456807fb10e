// SPDX-License-Identifier: Apache-2.0
#include "model/dues/calcinput.h"

#include "model/domain/month.h"
#include "model/domain/rupiah.h"
#include "model/rulebook/codes.h"

#include <QJsonArray>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

// Dates are written with four digits of the year, also after a few years were added.
constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2999;
constexpr qint64 kLargestCount = 999'999'999;

QDate soundDate(const QJsonValue &value)
{
    const QString text = value.toString();
    const QDate date = QDate::fromString(text, Qt::ISODate);
    // Reading back catches other forms of a date that the reader would take.
    return date.isValid() && date.toString(Qt::ISODate) == text ? date : QDate();
}

QString shown(const QJsonValue &value)
{
    constexpr int most = 40;
    QString text = value.toString();
    for (QChar &c : text) {
        if (!c.isPrint())
            c = u'?';
    }
    return text.size() > most ? text.left(most) + u'…' : text;
}

} // namespace

CalcInput::CalcInput(const QJsonObject &object, const QStringList &known, const QString &prefix)
    : m_object(object)
    , m_prefix(prefix)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key()))
            refuse(shown(it.key()), u"unknown key"_s, u"unknown-key"_s);
    }
}

void CalcInput::refuse(const QString &key, const QString &what, const QString &code, const QString &about)
{
    const QString place = m_prefix.isEmpty() ? key : m_prefix + u'.' + key;
    refuse({place, what}, {place, code, about});
}

void CalcInput::refuse(const InputError &error, const CalcFault &fault)
{
    if (m_error)
        return;
    m_error = error;
    m_fault = fault;
}

bool CalcInput::hasAsked(const QString &key) const
{
    return std::any_of(m_asked.cbegin(), m_asked.cend(),
                       [&key](const CalcAsk &ask) { return ask.key == key; });
}

void CalcInput::ask(const QString &key, const QString &kind, bool isNeeded, const QString &codes)
{
    if (!hasAsked(key))
        m_asked += {key, kind, codes, isNeeded};
}

QJsonValue CalcInput::needed(const QString &key)
{
    if (!has(key))
        refuse(key, u"missing"_s, u"missing"_s);
    return raw(key);
}

QString CalcInput::text(const QString &key)
{
    ask(key, u"text"_s, true);
    const QJsonValue value = needed(key);
    if (!value.isString())
        refuse(key, u"must be a text"_s, u"text"_s);
    return value.toString();
}

QString CalcInput::toCode(const QString &key, const QJsonValue &value, const QString &kindOfCode)
{
    if (!value.isString())
        refuse(key, u"must be a text"_s, u"text"_s);
    else if (!isCode(kindOfCode, value.toString()))
        refuse(key, u"unknown value '%1'"_s.arg(shown(value)), u"code"_s, shown(value));
    return value.toString();
}

QString CalcInput::code(const QString &key, const QString &kindOfCode)
{
    ask(key, u"code"_s, true, kindOfCode);
    return toCode(key, needed(key), kindOfCode);
}

QDate CalcInput::toDate(const QString &key, const QJsonValue &value)
{
    const QDate date = soundDate(value);
    if (!date.isValid())
        refuse(key, u"must be a date yyyy-mm-dd that exists"_s, u"date"_s);
    else if (date.year() < kFirstYear || date.year() > kLastYear)
        refuse(key, u"must be in the years %1 to %2"_s.arg(kFirstYear).arg(kLastYear), u"years"_s,
               u"%1–%2"_s.arg(kFirstYear).arg(kLastYear));
    return date;
}

QDate CalcInput::date(const QString &key)
{
    ask(key, u"date"_s, true);
    return toDate(key, needed(key));
}

QDate CalcInput::toMonth(const QString &key, const QJsonValue &value)
{
    const auto month = Month::parse(value.toString());
    if (!month) {
        refuse(key, u"must be a month yyyy-mm"_s, u"month"_s);
        return {};
    }
    if (month.value().year() < kFirstYear || month.value().year() > kLastYear)
        refuse(key, u"must be in the years %1 to %2"_s.arg(kFirstYear).arg(kLastYear), u"years"_s,
               u"%1–%2"_s.arg(kFirstYear).arg(kLastYear));
    return month.value().firstDay();
}

QDate CalcInput::month(const QString &key)
{
    ask(key, u"month"_s, true);
    return toMonth(key, needed(key));
}

qint64 CalcInput::toNumber(const QString &key, const QJsonValue &value, qint64 least, qint64 most)
{
    // A default that no integer has tells a fraction or a number beyond 64 bits.
    const qint64 number = value.toInteger(-1);
    if (!value.isDouble() || (number == -1 && value.toDouble() != -1))
        refuse(key, u"must be a whole number"_s, u"number"_s);
    else if (number < least)
        refuse(key, u"must be at least %1"_s.arg(least), u"least"_s, QString::number(least));
    else if (number > most)
        refuse(key, u"must be at most %1"_s.arg(most), u"most"_s, QString::number(most));
    return number;
}

qint64 CalcInput::rupiah(const QString &key)
{
    ask(key, u"money"_s, true);
    return toNumber(key, needed(key), 0, Rupiah::kLargest);
}

qint64 CalcInput::rupiah(const QString &key, qint64 otherwise)
{
    ask(key, u"money"_s, false);
    return has(key) ? rupiah(key) : otherwise;
}

qint64 CalcInput::count(const QString &key, qint64 least)
{
    ask(key, u"count"_s, true);
    return toNumber(key, needed(key), least, kLargestCount);
}

qint64 CalcInput::countOr(const QString &key, qint64 otherwise)
{
    ask(key, u"count"_s, false);
    return has(key) ? count(key) : otherwise;
}

int CalcInput::careClass(const QString &key)
{
    ask(key, u"class"_s, true);
    const QJsonValue value = needed(key);
    const qint64 number = toNumber(key, value, 0, kLargestCount);
    if (!failed() && !isCode(u"class"_s, QString::number(number)))
        refuse(key, u"unknown value '%1'"_s.arg(number), u"code"_s, QString::number(number));
    return int(number);
}

bool CalcInput::flag(const QString &key, bool otherwise)
{
    ask(key, u"flag"_s, false);
    if (has(key) && !raw(key).isBool())
        refuse(key, u"must be true or false"_s, u"flag"_s);
    return raw(key).toBool(otherwise);
}

std::optional<QDate> CalcInput::dateIf(const QString &key)
{
    ask(key, u"date"_s, false);
    return quietDateIf(key);
}

std::optional<QDate> CalcInput::quietDateIf(const QString &key)
{
    return has(key) ? std::optional(toDate(key, raw(key))) : std::nullopt;
}

std::optional<QDate> CalcInput::monthIf(const QString &key)
{
    ask(key, u"month"_s, false);
    return has(key) ? std::optional(month(key)) : std::nullopt;
}

std::optional<QString> CalcInput::codeIf(const QString &key, const QString &kindOfCode)
{
    ask(key, u"code"_s, false, kindOfCode);
    return has(key) ? std::optional(code(key, kindOfCode)) : std::nullopt;
}

QJsonArray CalcInput::array(const QString &key)
{
    ask(key, u"list"_s, false);
    if (has(key) && !raw(key).isArray())
        refuse(key, u"must be a list"_s, u"list"_s);
    return raw(key).toArray();
}

QList<QDate> CalcInput::dates(const QString &key)
{
    ask(key, u"dates"_s, false);
    QList<QDate> out;
    const QJsonArray list = array(key);
    for (qsizetype i = 0; i < list.size(); ++i)
        out += toDate(u"%1[%2]"_s.arg(key).arg(i), list.at(i));
    return out;
}

QList<QDate> CalcInput::months(const QString &key)
{
    ask(key, u"months"_s, false);
    QList<QDate> out;
    const QJsonArray list = array(key);
    for (qsizetype i = 0; i < list.size(); ++i)
        out += toMonth(u"%1[%2]"_s.arg(key).arg(i), list.at(i));
    return out;
}

QStringList CalcInput::codes(const QString &key, const QString &kindOfCode)
{
    ask(key, u"codes"_s, false, kindOfCode);
    QStringList out;
    const QJsonArray list = array(key);
    for (qsizetype i = 0; i < list.size(); ++i)
        out += toCode(u"%1[%2]"_s.arg(key).arg(i), list.at(i), kindOfCode);
    return out;
}

QDate CalcInput::peek(const QString &key) const
{
    const auto month = Month::parse(raw(key).toString());
    return month ? month.value().firstDay() : soundDate(raw(key));
}

void CalcInput::ordered(const QString &firstKey, QDate first, const QString &secondKey, QDate second)
{
    if (!failed() && first.isValid() && second.isValid() && second < first)
        refuse(secondKey, u"is before %1"_s.arg(firstKey), u"before"_s, firstKey);
}

} // namespace Loket
