// SPDX-License-Identifier: Apache-2.0
#include "model/sync/syncengine.h"

#include "model/sync/syncrun.h"

namespace Loket {

Outcome<SyncSummary> syncOnce(Store &store, CentralPort &central, const Actor &actor,
                              const std::atomic_bool *cancel)
{
    return SyncRun(store, central, actor, cancel).run();
}

} // namespace Loket
