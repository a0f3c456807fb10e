// SPDX-License-Identifier: Apache-2.0
#include "model/vault/devicekey.h"

#include <QCryptographicHash>

#include <sodium.h>

namespace Loket {

namespace {

unsigned char *sodiumBytes(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *sodiumBytes(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

/// libsodium picks its fast implementations once; calling it again is free.
void startSodium()
{
    if (sodium_init() < 0)
        qFatal("libsodium could not be started");
}

} // namespace

static_assert(DeviceKey::kSeedBytes == crypto_sign_SEEDBYTES);
static_assert(DeviceKey::kPublicBytes == crypto_sign_PUBLICKEYBYTES);
static_assert(DeviceKey::kSignatureBytes == crypto_sign_BYTES);

DeviceKey DeviceKey::generate()
{
    startSodium();
    DeviceKey key;
    key.m_secret = QByteArray(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized);
    key.m_public = QByteArray(kPublicBytes, Qt::Uninitialized);
    crypto_sign_keypair(sodiumBytes(key.m_public), sodiumBytes(key.m_secret));
    return key;
}

std::optional<DeviceKey> DeviceKey::fromSeed(const QByteArray &seed)
{
    if (seed.size() != kSeedBytes)
        return std::nullopt;
    startSodium();
    DeviceKey key;
    key.m_secret = QByteArray(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized);
    key.m_public = QByteArray(kPublicBytes, Qt::Uninitialized);
    crypto_sign_seed_keypair(sodiumBytes(key.m_public), sodiumBytes(key.m_secret), sodiumBytes(seed));
    return key;
}

DeviceKey::DeviceKey(DeviceKey &&other) noexcept
    : m_secret(std::move(other.m_secret))
    , m_public(std::move(other.m_public))
{
}

DeviceKey &DeviceKey::operator=(DeviceKey &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_secret = std::move(other.m_secret);
        m_public = std::move(other.m_public);
    }
    return *this;
}

DeviceKey::~DeviceKey()
{
    wipe();
}

void DeviceKey::wipe()
{
    if (!m_secret.isEmpty())
        sodium_memzero(m_secret.data(), size_t(m_secret.size()));
    m_secret.clear();
}

QByteArray DeviceKey::seed() const
{
    return m_secret.left(kSeedBytes);
}

QByteArray DeviceKey::keyIdOf(const QByteArray &publicKey)
{
    return QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256).left(8).toHex();
}

QByteArray DeviceKey::sign(const QByteArray &message) const
{
    QByteArray signature(kSignatureBytes, Qt::Uninitialized);
    crypto_sign_detached(sodiumBytes(signature), nullptr, sodiumBytes(message), size_t(message.size()),
                         sodiumBytes(m_secret));
    return signature;
}

bool DeviceKey::verify(const QByteArray &message, const QByteArray &signature, const QByteArray &publicKey)
{
    if (signature.size() != kSignatureBytes || publicKey.size() != kPublicBytes)
        return false;
    startSodium();
    return crypto_sign_verify_detached(sodiumBytes(signature), sodiumBytes(message), size_t(message.size()),
                                       sodiumBytes(publicKey))
        == 0;
}

} // namespace Loket
