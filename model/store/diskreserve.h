// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/diskroom.h"

#include <QString>

namespace Loket {

/// A file beside the store whose bytes are given back when the disk is full, so that the case that is open
/// can still be saved. It holds nothing and is in no backup. Used by one thread at a time.
class DiskReserve
{
public:
    static constexpr qint64 kBytes = 64 * 1024 * 1024;

    /// `freeBytes` may be empty: the disk's own.
    DiskReserve(const QString &storeDir, qint64 bytes, RoomTeller freeBytes = {});

    /// Takes the bytes, unless it has them or the disk is short of room already (less than eight times as
    /// much is free). Whether it has them now; a disk that refuses is no failure.
    bool keep();
    /// Gives them back. False: there were none to give.
    bool release();
    QString path() const { return m_path; }

private:
    const QString m_path;
    const qint64 m_bytes;
    const RoomTeller m_freeBytes;
};

} // namespace Loket
