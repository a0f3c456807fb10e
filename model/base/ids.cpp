// SPDX-License-Identifier: Apache-2.0
#include "model/base/ids.h"

#include "model/base/clock.h"

#include <QRandomGenerator>

namespace Loket {

QUuid newUuid7(const Clock &clock)
{
    quint32 random[3];
    QRandomGenerator::system()->fillRange(random);
    const quint64 ms = quint64(clock.nowUtc().toMSecsSinceEpoch()) & 0xffffffffffffULL;
    QByteArray bytes(16, Qt::Uninitialized);
    for (int i = 0; i < 6; ++i)
        bytes[i] = char(ms >> (40 - 8 * i));
    memcpy(bytes.data() + 6, random, 10);
    bytes[6] = char((bytes[6] & 0x0f) | 0x70);
    bytes[8] = char((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes);
}

} // namespace Loket
