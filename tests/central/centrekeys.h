// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/vault/devicekey.h"

#include <QString>

namespace Loket::Central {

/// The secrets of the centre: what it signs with, and what is sealed to it.
struct CentreKeys {
    DeviceKey signing;
    QByteArray boxSecret; ///< X25519, 32 bytes
    QByteArray boxPublic;

    /// Reads them from `dir`, or makes them there, readable by the owner alone.
    static Outcome<CentreKeys> openOrMake(const QString &dir);
};

} // namespace Loket::Central
