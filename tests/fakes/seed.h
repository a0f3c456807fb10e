// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <QtDebug>

namespace Loket::Fakes {

/// The seed of a random test, printed: LOKET_SEED, else the test's own, so that the same commit gives the
/// same answer everywhere. LOKET_SEED is how a long run looks for new ground.
inline quint32 seedOfTest(quint32 usual = 20220301)
{
    const quint32 seed
        = qEnvironmentVariableIsSet("LOKET_SEED") ? qEnvironmentVariable("LOKET_SEED").toUInt() : usual;
    qInfo("LOKET_SEED=%u", seed);
    return seed;
}

} // namespace Loket::Fakes
