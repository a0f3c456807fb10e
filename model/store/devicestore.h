// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/vault/devicekey.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace Loket {

class Connection;

/// The counter's identity and the end of its chain of envelopes.
struct DeviceState {
    QString id;
    QString generation;  ///< of the store; a new one after a restore
    qint64 seq = 0;      ///< of the last envelope; 0: none yet
    QByteArray lastHash; ///< envelopeHash() of the last one; empty: none yet
};

/// Failure Corrupt when the store has no device row.
Outcome<DeviceState> deviceState(Connection &connection);
/// The kept key; made and kept now when there is none yet. Writing connections only, in a transaction.
Outcome<DeviceKey> deviceKey(Connection &connection);
/// The public half of the kept key; empty: no envelope was ever made.
Outcome<QByteArray> devicePublicKey(Connection &connection);
/// Puts the end of the chain one envelope further. Stale when `seq` does not follow the last one.
Outcome<Nothing> advanceDevice(Connection &connection, qint64 seq, const QByteArray &hash);
/// When the last case was saved, for judging the clock; a null time: never.
Outcome<QDateTime> lastSavedAt(Connection &connection);

} // namespace Loket
