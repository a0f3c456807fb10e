// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace Loket {

/// The Ed25519 key pair of this counter. Made once at the first start; signs every envelope. The secret part
/// is overwritten in memory when the object goes away. Copying is not possible, moving is.
class DeviceKey
{
public:
    static constexpr int kSeedBytes = 32;
    static constexpr int kPublicBytes = 32;
    static constexpr int kSignatureBytes = 64;

    /// A fresh key from the operating system's randomness.
    static DeviceKey generate();
    /// The key that a kept seed stands for; none when the seed has not exactly kSeedBytes bytes.
    static std::optional<DeviceKey> fromSeed(const QByteArray &seed);

    DeviceKey(DeviceKey &&other) noexcept;
    DeviceKey &operator=(DeviceKey &&other) noexcept;
    DeviceKey(const DeviceKey &) = delete;
    DeviceKey &operator=(const DeviceKey &) = delete;
    ~DeviceKey();

    QByteArray seed() const; ///< the secret to keep; kSeedBytes bytes
    const QByteArray &publicKey() const { return m_public; }
    /// Names the key: the first 16 hex digits of the SHA-256 of the public key.
    QByteArray keyId() const { return keyIdOf(m_public); }
    static QByteArray keyIdOf(const QByteArray &publicKey);

    QByteArray sign(const QByteArray &message) const; ///< kSignatureBytes bytes
    static bool verify(const QByteArray &message, const QByteArray &signature, const QByteArray &publicKey);

private:
    DeviceKey() = default;
    void wipe();
    QByteArray m_secret; ///< seed and public key, as libsodium wants it
    QByteArray m_public;
};

} // namespace Loket
