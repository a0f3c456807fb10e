// SPDX-License-Identifier: Apache-2.0
#include "model/domain/jsoncursor.h"

#include "model/domain/strictjson.h"
#include "model/rulebook/codes.h"

#include <QJsonArray>

#include <cmath>
#include <limits>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// No case has that many members or documents; looking at a million of them would only keep the officer
/// waiting.
constexpr qsizetype kMostEntries = 500;

QString typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"true or false"_s;
    case QJsonValue::Double:
        return u"a number"_s;
    case QJsonValue::String:
        return u"a text"_s;
    case QJsonValue::Array:
        return u"an array"_s;
    case QJsonValue::Object:
        return u"an object"_s;
    case QJsonValue::Undefined:
        break;
    }
    return u"nothing"_s;
}

/// A mistyped code may be shown again; what could be a person's number or name may not.
bool looksLikeCode(const QString &text)
{
    int digits = 0;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            ++digits;
        else if (!((c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'-' || c == u'.'))
            return false;
    }
    return text.size() <= 24 && digits <= 3;
}

std::optional<int> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble();
    if (std::floor(number) != number || std::abs(number) > std::numeric_limits<int>::max())
        return std::nullopt;
    return int(number);
}

} // namespace

QString JsonCursor::path() const
{
    QString out = m_parent ? m_parent->path() : QString();
    if (!m_key.isEmpty())
        out += (out.isEmpty() ? QString() : u"."_s) + m_key;
    if (m_index >= 0)
        out += u"[%1]"_s.arg(m_index);
    return out;
}

void JsonCursor::refuse(QLatin1StringView key, const QString &what)
{
    if (failed())
        return;
    const QString above = path();
    m_reading.error = InputError{above.isEmpty() ? QString(key) : above + u'.' + key, what};
}

void JsonCursor::refuseType(QLatin1StringView key, const QString &expected, const QJsonValue &found)
{
    refuse(key, u"%1 was expected, found %2"_s.arg(expected, typeName(found)));
}

bool JsonCursor::has(QLatin1StringView key) const
{
    return m_object.contains(key);
}

/// The value of a key, null when it is missing.
QJsonValue JsonCursor::take(QLatin1StringView key)
{
    const auto found = m_object.constFind(key);
    if (found == m_object.constEnd())
        return QJsonValue(QJsonValue::Null);
    m_read += key;
    return found.value();
}

void JsonCursor::text(QLatin1StringView key, QString *out)
{
    const QJsonValue value = take(key);
    if (value.isString())
        *out = value.toString();
    else if (value.isDouble())
        refuse(key, u"a text was expected, found a number (a number loses leading zeros and long digits)"_s);
    else if (!value.isNull())
        refuseType(key, u"a text"_s, value);
}

void JsonCursor::textOrNumber(QLatin1StringView key, QString *out)
{
    const QJsonValue value = take(key);
    if (value.isString()) {
        *out = value.toString();
    } else if (value.isDouble()) {
        const std::optional<int> number = wholeNumber(value);
        if (number)
            *out = QString::number(*number);
        else
            refuse(key, u"a whole number was expected"_s);
    } else if (!value.isNull()) {
        refuseType(key, u"a whole number"_s, value);
    }
}

void JsonCursor::word(QLatin1StringView key, QString *out, const QString &kind)
{
    QString typed = *out;
    text(key, &typed);
    if (typed.isEmpty() || isCode(kind, typed)) {
        *out = typed;
        return;
    }
    QString what = u"unknown %1"_s.arg(kind);
    if (looksLikeCode(typed))
        what += u" '%1'"_s.arg(typed);
    const QStringList known = codesOf(kind);
    if (known.size() <= 12)
        what += u", expected %1"_s.arg(known.join(u" | "_s));
    refuse(key, what);
}

bool JsonCursor::integer(QLatin1StringView key, int *out)
{
    const QJsonValue value = take(key);
    if (value.isNull())
        return false;
    if (!value.isDouble()) {
        refuseType(key, u"a whole number"_s, value);
        return false;
    }
    const std::optional<int> number = wholeNumber(value);
    if (number)
        *out = *number;
    else
        refuse(key, u"a whole number was expected"_s);
    return number.has_value();
}

void JsonCursor::object(QLatin1StringView key, const std::function<void(JsonCursor)> &read)
{
    const QJsonValue value = take(key);
    if (value.isObject())
        read(JsonCursor(value.toObject(), m_reading, this, key, -1));
    else if (!value.isNull())
        refuseType(key, u"an object"_s, value);
}

void JsonCursor::objects(QLatin1StringView key, const std::function<void(JsonCursor)> &read)
{
    const QJsonValue value = take(key);
    if (!value.isArray()) {
        if (!value.isNull())
            refuseType(key, u"an array"_s, value);
        return;
    }
    const QJsonArray array = value.toArray();
    if (array.size() > kMostEntries)
        refuse(key, u"at most %1 entries are read, found %2"_s.arg(kMostEntries).arg(array.size()));
    for (int i = 0; i < array.size() && !failed(); ++i) {
        JsonCursor inner({}, m_reading, this, key, i);
        if (array.at(i).isObject()) {
            inner.m_object = array.at(i).toObject();
            read(inner);
        } else {
            m_reading.error
                = InputError{inner.path(), u"an object was expected, found %1"_s.arg(typeName(array.at(i)))};
        }
    }
}

void JsonCursor::anyObject(QLatin1StringView key, QJsonObject *out)
{
    const QJsonValue value = take(key);
    if (value.isObject())
        *out = value.toObject();
    else if (!value.isNull())
        refuseType(key, u"an object"_s, value);
}

void JsonCursor::finish()
{
    if (failed() || m_read.size() == m_object.size())
        return;
    for (auto key = m_object.constBegin(); key != m_object.constEnd(); ++key) {
        if (std::find(m_read.cbegin(), m_read.cend(), key.key()) != m_read.cend())
            continue;
        const QString above = path();
        m_reading.error = InputError{(above.isEmpty() ? QString() : above + u'.') + printableKey(key.key()),
                                     u"unknown key"_s};
        return;
    }
}

} // namespace Loket
