// SPDX-License-Identifier: Apache-2.0
#include "model/base/clock.h"

#include <QFile>

#include <ctime>

namespace Loket {

QString systemBootId()
{
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
}

qint64 systemUptime()
{
    timespec now = {};
    if (::clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return 0;
    constexpr qint64 kMillion = 1'000'000;
    return qint64(now.tv_sec) * 1'000 + now.tv_nsec / kMillion;
}

} // namespace Loket
