// SPDX-License-Identifier: Apache-2.0
#include "model/store/diskreserve.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr qint64 kPlenty = 8;  ///< times the reserve must be free, else it would make the disk short itself
constexpr qint64 kBlock = 512; ///< of st_blocks

} // namespace

DiskReserve::DiskReserve(const QString &storeDir, qint64 bytes, RoomTeller freeBytes)
    : m_path(storeDir + u"/store.reserve"_s)
    , m_bytes(bytes)
    , m_freeBytes(freeBytes ? std::move(freeBytes) : RoomTeller(freeRoom))
{
}

bool DiskReserve::keep()
{
    const QByteArray name = QFile::encodeName(m_path);
    struct stat file = {};
    if (::stat(name.constData(), &file) == 0 && file.st_size == m_bytes && file.st_blocks * kBlock >= m_bytes)
        return true;
    const QString folder = QFileInfo(m_path).absolutePath();
    if (m_bytes <= 0 || m_freeBytes(folder) < m_bytes * kPlenty)
        return false;
    const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return false;
    // Blocks, not a length only: a sparse file would give nothing back.
    const bool isTaken = ::posix_fallocate(descriptor, 0, m_bytes) == 0;
    ::close(descriptor);
    if (!isTaken)
        ::unlink(name.constData());
    return isTaken;
}

bool DiskReserve::release()
{
    return ::unlink(QFile::encodeName(m_path).constData()) == 0;
}

} // namespace Loket
