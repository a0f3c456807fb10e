// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUuid>

#include <optional>

namespace Loket {

class Clock;

/// The identity of something made on a device: a UUID version 7. Never empty.
template <typename Tag>
class TypedId
{
public:
    static std::optional<TypedId> fromText(QStringView text)
    {
        const QUuid uuid = QUuid::fromString(text);
        if (uuid.isNull() || text.size() != 36)
            return std::nullopt;
        return TypedId(uuid);
    }
    static std::optional<TypedId> fromBytes(const QByteArray &bytes)
    {
        const QUuid uuid = QUuid::fromRfc4122(bytes);
        return uuid.isNull() ? std::nullopt : std::optional(TypedId(uuid));
    }
    explicit TypedId(QUuid uuid)
        : m_uuid(uuid)
    {
    }
    QString text() const { return m_uuid.toString(QUuid::WithoutBraces); }
    QByteArray bytes() const { return m_uuid.toRfc4122(); }
    friend bool operator==(const TypedId &, const TypedId &) = default;
    friend size_t qHash(const TypedId &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using CaseId = TypedId<struct CaseTag>; ///< also the submission id of its envelope

/// A fresh UUIDv7 (RFC 9562): milliseconds of `clock`, then random bits of the operating system.
QUuid newUuid7(const Clock &clock);

} // namespace Loket
