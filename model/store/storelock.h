// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QString>

#include <memory>

namespace Loket {

/// The right to write a store: an flock on `<dir>/store.lock` with the holder's pid inside. The system
/// lets go of it when the process dies. A second holder in the same process is refused as well.
class StoreLock
{
public:
    /// LockedByOther with the pid in the detail, ReadOnly, Full or Io.
    static Outcome<std::unique_ptr<StoreLock>> take(const QString &dir);
    ~StoreLock();
    Q_DISABLE_COPY_MOVE(StoreLock)

private:
    explicit StoreLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    int m_descriptor;
};

} // namespace Loket
