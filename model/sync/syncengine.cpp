// SPDX-License-Identifier: Apache-2.0
#include "model/sync/syncengine.h"

#include "model/sync/syncrun.h"

namespace Loket {

Outcome<SyncSummary> syncOnce(Store &store, CentralPort &central, const Actor &actor,
                              const SyncOptions &options)
{
    return SyncRun(store, central, actor, options).run();
}

Outcome<SyncSummary> syncOnce(Store &store, CentralPort &central, const Actor &actor,
                              const std::atomic_bool *cancel)
{
    SyncOptions options;
    options.cancel = cancel;
    return syncOnce(store, central, actor, options);
}

} // namespace Loket
