// SPDX-License-Identifier: Apache-2.0
#include "tests/central/centrekeys.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace Loket::Central {

namespace {

Outcome<QByteArray> secretIn(const QString &path, qsizetype size)
{
    QFile file(path);
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return fail(Failure{FailureKind::Io, path});
        const QByteArray secret = QByteArray::fromHex(file.readAll().trimmed());
        if (secret.size() != size)
            return fail(Failure{FailureKind::Corrupt, path});
        return secret;
    }
    QByteArray secret(size, Qt::Uninitialized);
    randombytes_buf(secret.data(), size_t(size));
    QSaveFile made(path);
    if (!made.open(QIODevice::WriteOnly) || !made.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || made.write(secret.toHex() + '\n') < 0 || !made.commit())
        return fail(Failure{FailureKind::Io, path});
    return secret;
}

} // namespace

Outcome<CentreKeys> CentreKeys::openOrMake(const QString &dir)
{
    if (sodium_init() < 0)
        return fail(Failure{FailureKind::Internal, u"libsodium"_s});
    if (!QDir().mkpath(dir))
        return fail(Failure{FailureKind::Io, dir});
    const auto seed = secretIn(dir + u"/centre.seed"_s, DeviceKey::kSeedBytes);
    if (!seed)
        return fail(seed.error());
    auto signing = DeviceKey::fromSeed(seed.value());
    if (!signing)
        return fail(Failure{FailureKind::Corrupt, dir});
    BoxKey box = BoxKey::of(*signing);
    return CentreKeys{std::move(*signing), std::move(box)};
}

} // namespace Loket::Central
