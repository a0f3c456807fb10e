// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/vault/box.h"
#include "model/vault/devicekey.h"

#include <QString>

namespace Loket::Central {

/// The secrets of the centre: what it signs with, and what is sealed to it.
struct CentreKeys {
    DeviceKey signing;
    BoxKey box;

    /// Reads the secret from `dir`, or makes it there, readable by its owner alone.
    static Outcome<CentreKeys> openOrMake(const QString &dir);
};

} // namespace Loket::Central
