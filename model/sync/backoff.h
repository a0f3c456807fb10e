// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <functional>

namespace Loket {

/// A number in [0, 1).
using Random = std::function<double()>;
/// From the operating system.
Random systemRandom();

/// How long to wait after `failures` failures in a row (1 and more), in milliseconds: anything up to 2 s
/// doubled with each, at most 15 minutes, so that many counters don't come back at once (reliability.md
/// B.12). Not before `retryAfter` seconds when the other side asked for that.
qint64 backoffMilliseconds(int failures, int retryAfter, const Random &random);

} // namespace Loket
