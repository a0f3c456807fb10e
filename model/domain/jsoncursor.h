// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/inputerror.h"

#include <QJsonObject>
#include <QVarLengthArray>

#include <functional>
#include <optional>

namespace Loket {

/// The outcome of one reading. The first error stays.
struct JsonReading {
    std::optional<InputError> error;
};

/// Reads the keys of one JSON object strictly. Every read names a key; finish() refuses the keys that nobody
/// read. A missing or null value leaves the target as it is. Errors name the path, what was expected and what
/// was found; values are never repeated in a message. Paths are built only when there is something to say.
class JsonCursor
{
public:
    JsonCursor(const QJsonObject &object, JsonReading &reading)
        : JsonCursor(object, reading, nullptr, {}, -1)
    {
    }

    bool has(QLatin1StringView key) const;
    void text(QLatin1StringView key, QString *out);
    /// A text or a whole number, as text.
    void textOrNumber(QLatin1StringView key, QString *out);
    /// A code word of codes.csv, or "".
    void word(QLatin1StringView key, QString *out, const QString &kind);
    /// A whole number. False when there is none.
    bool integer(QLatin1StringView key, int *out);
    /// An object; `read` isn't called when it is missing or null.
    void object(QLatin1StringView key, const std::function<void(JsonCursor)> &read);
    /// An array of objects.
    void objects(QLatin1StringView key, const std::function<void(JsonCursor)> &read);
    /// An object whose keys are not looked at.
    void anyObject(QLatin1StringView key, QJsonObject *out);
    void refuse(QLatin1StringView key, const QString &what);
    void finish();

private:
    JsonCursor(const QJsonObject &object, JsonReading &reading, const JsonCursor *parent,
               QLatin1StringView key, int index)
        : m_object(object)
        , m_reading(reading)
        , m_parent(parent)
        , m_key(key)
        , m_index(index)
    {
    }
    QJsonValue take(QLatin1StringView key);
    void refuseType(QLatin1StringView key, const QString &expected, const QJsonValue &found);
    QString path() const;
    bool failed() const { return m_reading.error.has_value(); }

    QJsonObject m_object;
    QVarLengthArray<QLatin1StringView, 24> m_read;
    JsonReading &m_reading;
    const JsonCursor *m_parent;
    QLatin1StringView m_key;
    int m_index;
};

} // namespace Loket
