// SPDX-License-Identifier: Apache-2.0
#include "model/sync/trialstart.h"

#include "model/base/clock.h"
#include "model/store/audit.h"
#include "model/store/centrestore.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/leasestore.h"
#include "model/store/store.h"
#include "model/store/transaction.h"
#include "model/store/trialbook.h"
#include "model/store/writer.h"

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// From the centre's file. Asked again after a cut it answers with the same block.
Outcome<LeaseGrant> firstBlock(const Store &store, const QString &device)
{
    auto book = TrialBook::open(store.dir() + u"/trial.db"_s, store.vfs(), builtInTrialSettings());
    if (!book)
        return fail(book.error());
    Transaction transaction(book.value()->connection());
    if (!transaction.begun())
        return fail(transaction.begun().error());
    auto grant = book.value()->firstLease(device);
    if (!grant)
        return grant;
    if (const auto committed = transaction.commit(); !committed)
        return fail(committed.error());
    return grant;
}

} // namespace

Outcome<Nothing> prepareTrial(Store &store, const Actor &actor)
{
    return store.writer()
        ->run(Writer::Priority::Save,
              [&store, actor](Connection &connection) -> Outcome<Nothing> {
                  const auto trial = isTrialStore(connection);
                  if (!trial)
                      return fail(trial.error());
                  if (!trial.value())
                      return Nothing(); // its numbers come from its centre
                  const auto had = hadLease(connection);
                  if (!had)
                      return fail(had.error());
                  if (had.value())
                      return Nothing();
                  if (const auto key = deviceKey(connection); !key)
                      return fail(key.error());
                  const auto device = deviceState(connection);
                  if (!device)
                      return fail(device.error());
                  const auto grant = firstBlock(store, device.value().id);
                  if (!grant)
                      return fail(grant.error());
                  const QDateTime now = store.clock().nowUtc();
                  const Lease lease{grant.value().leaseId, grant.value().low, grant.value().high,
                                    grant.value().low};
                  if (const auto added = addLease(connection, lease, now); !added)
                      return fail(added.error());
                  return appendAudit(connection, {actor, now, u"lease.granted"_s, lease.id, QString()});
              })
        .result();
}

} // namespace Loket
