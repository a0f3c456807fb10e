// SPDX-License-Identifier: Apache-2.0
#include "model/sync/wireobject.h"

#include "model/domain/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr qint64 kGreatest = Q_INT64_C(1) << 53; // what every JSON reader can hold exactly

bool isHash(const QString &text)
{
    return text.size() == 64 && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

} // namespace

WireObject::WireObject(const QByteArray &json, qsizetype most)
    : m_fault(std::make_shared<std::optional<InputError>>())
{
    if (json.size() > most) {
        *m_fault = InputError{{}, u"larger than %1 bytes"_s.arg(most)};
        return;
    }
    auto object = readJsonObject(json);
    if (object)
        m_object = object.take();
    else
        *m_fault = object.error();
}

QString WireObject::placeOf(QLatin1StringView key) const
{
    return m_place.isEmpty() ? QString(key) : m_place + u'.' + key;
}

void WireObject::refuse(QLatin1StringView key, const QString &what)
{
    if (isSound())
        *m_fault = InputError{placeOf(key), what};
}

bool WireObject::isMissing(QLatin1StringView key) const
{
    const QJsonValue found = value(key);
    return found.isUndefined() || found.isNull();
}

QString WireObject::text(QLatin1StringView key)
{
    const QString out = value(key).toString();
    if (out.isEmpty())
        refuse(key, u"a text was expected"_s);
    return out;
}

QString WireObject::optionalText(QLatin1StringView key)
{
    if (!isMissing(key) && !value(key).isString())
        refuse(key, u"a text was expected"_s);
    return value(key).toString();
}

qint64 WireObject::number(QLatin1StringView key, qint64 least)
{
    const QJsonValue found = value(key);
    const qint64 out = found.toInteger(least - 1);
    if (!found.isDouble() || out < least || out > kGreatest) {
        refuse(key, u"a whole number from %1 on was expected"_s.arg(least));
        return least;
    }
    return out;
}

qint64 WireObject::optionalNumber(QLatin1StringView key, qint64 otherwise, qint64 least)
{
    return isMissing(key) ? otherwise : number(key, least);
}

bool WireObject::optionalFlag(QLatin1StringView key)
{
    if (!isMissing(key) && !value(key).isBool())
        refuse(key, u"true or false was expected"_s);
    return value(key).toBool();
}

QDateTime WireObject::time(QLatin1StringView key)
{
    const QDateTime out = QDateTime::fromString(value(key).toString(), Qt::ISODateWithMs);
    if (!out.isValid() || out.timeSpec() != Qt::UTC)
        refuse(key, u"a time in UTC was expected"_s);
    return out;
}

QDateTime WireObject::optionalTime(QLatin1StringView key)
{
    return isMissing(key) ? QDateTime() : time(key);
}

QByteArray WireObject::bytes(QLatin1StringView key, int exactly)
{
    const auto out = fromStrictBase64(value(key).toString());
    if (!out || out->size() != exactly) {
        refuse(key, u"%1 bytes in base64 were expected"_s.arg(exactly));
        return {};
    }
    return *out;
}

QByteArray WireObject::hash(QLatin1StringView key)
{
    const QString out = value(key).toString();
    if (!isHash(out))
        refuse(key, u"a SHA-256 in lowercase hex was expected"_s);
    return out.toLatin1();
}

QByteArray WireObject::optionalHash(QLatin1StringView key)
{
    return isMissing(key) ? QByteArray() : hash(key);
}

SignedText WireObject::optionalSigned(QLatin1StringView key)
{
    const auto out = isMissing(key) ? SignedText() : signedTextFromJson(value(key));
    if (!out)
        refuse(key, u"a signed text was expected"_s);
    return out.value_or(SignedText());
}

void WireObject::objects(QLatin1StringView key, int most, const std::function<void(WireObject &)> &read)
{
    if (isMissing(key))
        return;
    const QJsonArray list = value(key).toArray();
    if (!value(key).isArray() || list.size() > most)
        return refuse(key, u"an array of at most %1 objects was expected"_s.arg(most));
    for (qsizetype i = 0; i < list.size() && isSound(); ++i) {
        const QString place = u"%1[%2]"_s.arg(placeOf(key)).arg(i);
        if (!list.at(i).isObject()) {
            *m_fault = InputError{place, u"an object was expected"_s};
            return;
        }
        WireObject inner(list.at(i).toObject(), place, m_fault);
        read(inner);
    }
}

QJsonObject WireObject::optionalObject(QLatin1StringView key)
{
    if (!isMissing(key) && !value(key).isObject())
        refuse(key, u"an object was expected"_s);
    return value(key).toObject();
}

std::optional<QByteArray> fromStrictBase64(const QString &text)
{
    const QByteArray latin = text.toLatin1();
    auto decoded = QByteArray::fromBase64Encoding(latin, QByteArray::AbortOnBase64DecodingErrors);
    // Encoding it again refuses what the decoder passes over: missing padding and bits behind the end.
    if (!decoded || (*decoded).toBase64() != latin)
        return std::nullopt;
    return *decoded;
}

QString wireTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void putText(QJsonObject *object, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        object->insert(key, value);
}

QJsonObject signedObject(const SignedText &text)
{
    return signedTextToJson(text).toObject();
}

} // namespace Loket
