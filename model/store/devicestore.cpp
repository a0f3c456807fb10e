// SPDX-License-Identifier: Apache-2.0
#include "model/store/devicestore.h"

#include "model/store/connection.h"

using namespace Qt::StringLiterals;

namespace Loket {

Outcome<DeviceState> deviceState(Connection &connection)
{
    const auto row = connection.one("SELECT device_id, generation, seq, last_hash FROM device WHERE one = 1",
                                    [](const Statement &s) {
                                        return DeviceState{s.text(0), s.text(1), s.integer(2), s.blob(3)};
                                    });
    if (!row)
        return fail(row.error());
    if (!row.value())
        return fail(Failure{FailureKind::Corrupt, u"the store has no device row"_s});
    return *row.value();
}

static Outcome<QByteArray> deviceSeed(Connection &connection)
{
    const auto row = connection.one("SELECT keys FROM device WHERE one = 1",
                                    [](const Statement &s) { return s.blob(0); });
    if (!row)
        return fail(row.error());
    return row.value().value_or(QByteArray());
}

Outcome<DeviceKey> deviceKey(Connection &connection)
{
    const auto seed = deviceSeed(connection);
    if (!seed)
        return fail(seed.error());
    if (!seed.value().isEmpty()) {
        auto kept = DeviceKey::fromSeed(seed.value());
        if (!kept)
            return fail(Failure{FailureKind::Corrupt, u"the device key can't be read"_s});
        return std::move(*kept);
    }
    DeviceKey made = DeviceKey::generate();
    const auto put = connection.exec("UPDATE device SET key_id = ?, keys = ? WHERE one = 1",
                                     QString::fromLatin1(made.keyId()), made.seed());
    if (!put)
        return fail(put.error());
    return made;
}

Outcome<QByteArray> devicePublicKey(Connection &connection)
{
    const auto seed = deviceSeed(connection);
    if (!seed)
        return fail(seed.error());
    const auto key = DeviceKey::fromSeed(seed.value());
    return key ? key->publicKey() : QByteArray();
}

Outcome<Nothing> advanceDevice(Connection &connection, qint64 seq, const QByteArray &hash)
{
    const auto moved = connection.exec(
        "UPDATE device SET seq = ?, last_hash = ? WHERE one = 1 AND seq = ? - 1", seq, hash, seq);
    if (!moved)
        return fail(moved.error());
    if (moved.value() != 1)
        return fail(Failure{FailureKind::Stale, u"the device's chain moved"_s});
    return Nothing();
}

Outcome<QDateTime> lastSavedAt(Connection &connection)
{
    const auto row = connection.one("SELECT saved_at FROM case_record WHERE device_seq ="
                                    " (SELECT max(device_seq) FROM case_record)",
                                    [](const Statement &s) { return s.time(0); });
    if (!row)
        return fail(row.error());
    return row.value().value_or(QDateTime());
}

} // namespace Loket
