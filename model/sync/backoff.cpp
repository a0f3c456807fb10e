// SPDX-License-Identifier: Apache-2.0
#include "model/sync/backoff.h"

#include <QRandomGenerator>

namespace Loket {

namespace {

constexpr qint64 kFirstWait = 2'000;
constexpr qint64 kLongestWait = 15 * 60 * 1'000;
constexpr int kDoublings = 9; // more would be longer than the longest

} // namespace

Random systemRandom()
{
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

qint64 backoffMilliseconds(int failures, int retryAfter, const Random &random)
{
    const qint64 ceiling = qMin(kLongestWait, kFirstWait << qBound(0, failures, kDoublings));
    const qint64 asked = qint64(qMax(0, retryAfter)) * 1'000;
    return asked + qint64(random() * double(ceiling));
}

} // namespace Loket
