// SPDX-License-Identifier: Apache-2.0
#include "model/vault/box.h"

#include "model/vault/devicekey.h"

#include <QCryptographicHash>

#include <sodium.h>

namespace Loket {

namespace {

unsigned char *boxBytes(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *boxBytes(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

static_assert(BoxKey::kPublicBytes == crypto_box_PUBLICKEYBYTES);

BoxKey BoxKey::of(const DeviceKey &key)
{
    static const QByteArray kDomain("LOKET-BOX-1\0", 12);
    QByteArray secret = kDomain + key.seed();
    QByteArray seed = QCryptographicHash::hash(secret, QCryptographicHash::Sha256);
    BoxKey box;
    box.m_secret = QByteArray(crypto_box_SECRETKEYBYTES, Qt::Uninitialized);
    box.m_public = QByteArray(kPublicBytes, Qt::Uninitialized);
    crypto_box_seed_keypair(boxBytes(box.m_public), boxBytes(box.m_secret), boxBytes(seed));
    sodium_memzero(secret.data(), size_t(secret.size()));
    sodium_memzero(seed.data(), size_t(seed.size()));
    return box;
}

BoxKey::~BoxKey()
{
    if (!m_secret.isEmpty())
        sodium_memzero(m_secret.data(), size_t(m_secret.size()));
}

std::optional<QByteArray> BoxKey::open(const QByteArray &sealed) const
{
    if (sealed.size() < qsizetype(crypto_box_SEALBYTES))
        return std::nullopt;
    QByteArray bytes(sealed.size() - qsizetype(crypto_box_SEALBYTES), Qt::Uninitialized);
    if (crypto_box_seal_open(boxBytes(bytes), boxBytes(sealed), size_t(sealed.size()), boxBytes(m_public),
                             boxBytes(m_secret))
        != 0)
        return std::nullopt;
    return bytes;
}

std::optional<QByteArray> sealTo(const QByteArray &publicKey, const QByteArray &bytes)
{
    if (publicKey.size() != BoxKey::kPublicBytes || sodium_init() < 0)
        return std::nullopt;
    QByteArray sealed(bytes.size() + qsizetype(crypto_box_SEALBYTES), Qt::Uninitialized);
    if (crypto_box_seal(boxBytes(sealed), boxBytes(bytes), size_t(bytes.size()), boxBytes(publicKey)) != 0)
        return std::nullopt;
    return sealed;
}

} // namespace Loket
