// SPDX-License-Identifier: Apache-2.0
#include "model/base/diskroom.h"

#include <QFile>

#include <sys/statvfs.h>

namespace Loket {

qint64 freeRoom(const QString &folder)
{
    struct statvfs system = {};
    if (::statvfs(QFile::encodeName(folder).constData(), &system) != 0)
        return -1;
    return qint64(system.f_bavail) * qint64(system.f_frsize);
}

} // namespace Loket
