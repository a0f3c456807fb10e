// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/sync/wire.h"

#include <functional>

namespace Loket {

/// Takes what a message must have out of a JSON object and keeps the first thing that is wrong. Readers run
/// to their end on empty values and ask for the fault then.
class WireObject
{
public:
    /// A whole message.
    WireObject(const QByteArray &json, qsizetype most);

    bool isSound() const { return !m_fault->has_value(); }
    const InputError &fault() const { return m_fault->value(); }

    QString text(QLatin1StringView key);         ///< not empty
    QString optionalText(QLatin1StringView key); ///< empty: missing
    qint64 number(QLatin1StringView key, qint64 least = 0);
    qint64 optionalNumber(QLatin1StringView key, qint64 otherwise, qint64 least = 0);
    bool optionalFlag(QLatin1StringView key);
    QDateTime time(QLatin1StringView key);
    QDateTime optionalTime(QLatin1StringView key);
    QByteArray bytes(QLatin1StringView key, int exactly); ///< base64
    QByteArray hash(QLatin1StringView key);               ///< of SHA-256 in lowercase hex
    QByteArray optionalHash(QLatin1StringView key);
    SignedText optionalSigned(QLatin1StringView key);
    /// An array of objects, missing: none. `read` is called for each.
    void objects(QLatin1StringView key, int most, const std::function<void(WireObject &)> &read);
    QJsonObject optionalObject(QLatin1StringView key);
    const QJsonObject &all() const { return m_object; }
    void refuse(QLatin1StringView key, const QString &what);

private:
    WireObject(const QJsonObject &object, QString place, std::shared_ptr<std::optional<InputError>> fault)
        : m_object(object)
        , m_place(std::move(place))
        , m_fault(std::move(fault))
    {
    }
    QJsonValue value(QLatin1StringView key) const { return m_object.value(key); }
    bool isMissing(QLatin1StringView key) const;
    QString placeOf(QLatin1StringView key) const;

    QJsonObject m_object;
    QString m_place;
    std::shared_ptr<std::optional<InputError>> m_fault; ///< shared with the objects inside
};

/// The value when all was sound, else the fault.
template <typename T>
Read<T> wireResult(const WireObject &object, T value)
{
    if (!object.isSound())
        return fail(object.fault());
    return value;
}

/// Exactly these bytes in base64 with padding; none for anything else.
std::optional<QByteArray> fromStrictBase64(const QString &text);
QString wireTime(const QDateTime &time);
QByteArray compactJson(const QJsonObject &object);
/// Puts a value that is not empty.
void putText(QJsonObject *object, const QString &key, const QString &value);
QJsonObject signedObject(const SignedText &text);

} // namespace Loket
