// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QByteArray>

#include <functional>

namespace Loket {

/// A device that takes pictures of people. Lives on the window's thread.
class CameraPort
{
public:
    virtual ~CameraPort() = default;
    /// Whether a device is there now. May change while the program runs.
    virtual bool isAvailable() const = 0;
    /// Takes one picture; `done` gets its bytes (JPEG or PNG) or why there is none, later, on the window's
    /// thread, and exactly once, also when the device is pulled out.
    virtual void take(std::function<void(Outcome<QByteArray>)> done) = 0;
};

} // namespace Loket
