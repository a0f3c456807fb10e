// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "app/ctl/recordjson.h"
#include "model/sync/centralof.h"
#include "model/sync/syncengine.h"

namespace Loket {

using namespace Qt::StringLiterals;

QJsonObject summaryJson(const SyncSummary &summary)
{
    QJsonObject object;
    for (const char *kind :
         {"sent", "accepted", "accepted-changed", "needs-correction", "rejected", "conflict", "parked",
          "attachments", "families", "numbers", "snapshots", "errors"})
        object.insert(QLatin1StringView(kind), summary.counts.value(QLatin1StringView(kind)));
    return object;
}

static int runSync(CtlSession &session, const QStringList &arguments)
{
    if (!arguments.isEmpty() && (arguments.size() != 2 || arguments.first() != "--central"_L1))
        return session.usage(u"sync [--central URL]"_s);
    int exitCode = kExitDone;
    const auto desk = openRuleDesk(session, &exitCode);
    if (!desk)
        return exitCode;
    const auto store = openForWriting(session, true);
    if (!store)
        return session.failed(store.error());
    const auto actor = actorOf(session, *store.value());
    if (!actor)
        return session.failed(actor.error());
    const auto centre = centralOf(*store.value(), desk->context(session.today), nullptr,
                                  arguments.isEmpty() ? QString() : arguments.at(1));
    if (!centre)
        return session.failed(centre.error());
    const auto summary = syncOnce(*store.value(), *centre.value(), actor.value());
    if (!summary)
        return session.failed(summary.error());
    QJsonObject object = summaryJson(summary.value());
    const auto snapshot = snapshotJson(session);
    if (snapshot && snapshot.value().isObject())
        object.insert(u"snapshot"_s, snapshot.value());
    session.print(object); // what was done is told, whatever fails behind it
    if (!snapshot)
        return session.failed(snapshot.error());
    if (summary.value().linkFailed)
        return session.failed({FailureKind::Network, summary.value().problem});
    return kExitDone;
}

const Command kSyncCommand
    = {"sync", "[--central URL]", "one whole synchronisation run with the centre",
       "Asks for numbers, sends what waits, then pictures and scans, and fetches "
       "decisions and changes, until nothing is\n"
       "left to do or the link is gone. A trial store has its centre built in and "
       "refuses another one; --central reaches the\ncentre of an enrolled store at "
       "another address, for this run. One JSON object\n"
       "with what was done: sent, accepted, accepted-changed, needs-correction, "
       "rejected, conflict, parked, attachments,\n"
       "families, numbers, snapshots (loaded), errors; and snapshot, how much of one is here, while it is "
       "fetched (as status). A missing store is made, as a trial store.\n"
       "Exit: 0 done, 3 the link or the store failed; what was done is kept.\n",
       runSync};

} // namespace Loket
