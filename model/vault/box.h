// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace Loket {

class DeviceKey;

/// The X25519 key pair of a device: what is sealed to it only it can open. Made from the seed of its signing
/// key, so that one secret is kept; the two keys say nothing of each other.
class BoxKey
{
public:
    static constexpr int kPublicBytes = 32;

    static BoxKey of(const DeviceKey &key);
    BoxKey(BoxKey &&) noexcept = default;
    BoxKey &operator=(BoxKey &&) = delete;
    BoxKey(const BoxKey &) = delete;
    BoxKey &operator=(const BoxKey &) = delete;
    ~BoxKey();

    const QByteArray &publicKey() const { return m_public; }
    /// None: not sealed to this key, or not whole.
    std::optional<QByteArray> open(const QByteArray &sealed) const;

private:
    BoxKey() = default;
    QByteArray m_secret;
    QByteArray m_public;
};

/// Seals bytes so that only the owner of `publicKey` can open them; nobody can tell who sealed them. None
/// when the key is none.
std::optional<QByteArray> sealTo(const QByteArray &publicKey, const QByteArray &bytes);

} // namespace Loket
