// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "app/ctl/recordjson.h"
#include "model/rulebook/rulebook.h"
#include "model/services/purging.h"
#include "model/sync/centralof.h"
#include "model/sync/syncengine.h"
#include "model/sync/wipe.h"

#include <QJsonArray>

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

/// What is left of the counter; the centre hears of it if it did not yet.
static int tellOfWipe(const CtlSession &session)
{
    static_cast<void>(tellWiped(session.storeDir, *session.clock)); // else with the next call
    const auto mark = readWipeMark(session.storeDir);
    if (!mark)
        return session.failed(mark.error());
    session.print(QJsonObject{{u"wiped"_s, true},
                              {u"at"_s, mark.value().at.toString(Qt::ISODateWithMs)},
                              {u"sealed"_s, QJsonArray::fromStringList(mark.value().sealed)},
                              {u"cases"_s, mark.value().cases},
                              {u"told"_s, mark.value().isTold}});
    return session.failed(
        {FailureKind::Wiped, u"what happened stands in %1/wiped.json"_s.arg(session.storeDir)});
}

/// Deletes everything by order of the centre and tells it.
static int runWipe(const CtlSession &session, std::unique_ptr<Store> store)
{
    const auto begun = beginWipe(*store);
    if (!begun)
        return session.failed(begun.error());
    store.reset();
    if (const auto deleted = deleteStoreFiles(session.storeDir); !deleted)
        return session.failed(deleted.error());
    return tellOfWipe(session);
}

static int runSync(CtlSession &session, const QStringList &arguments)
{
    if (!arguments.isEmpty() && (arguments.size() != 2 || arguments.first() != "--central"_L1))
        return session.usage(u"sync [--central URL]"_s);
    if (isWiped(session.storeDir)) { // a wipe that was cut goes on
        const auto none = openForWriting(session, false);
        return !none && none.error().kind == FailureKind::Wiped ? tellOfWipe(session)
                                                                : session.failed(none.error());
    }
    int exitCode = kExitDone;
    const auto desk = openRuleDesk(session, &exitCode);
    if (!desk)
        return exitCode;
    auto store = openForWriting(session, true);
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
    if (summary.value().mustWipe)
        return runWipe(session, store.take());
    const int days = purgeDays(desk->rulebooks->on(session.today));
    if (const auto purged = purgeAll(*store.value(), actor.value(), days); !purged)
        return session.failed(purged.error());
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
       "What the centre has had in a verified backup for purge.days of the rulebook (14 at least) is cleared "
       "away here then.\n"
       "An order of the centre to wipe this counter is carried out as soon as everything is sent, or ten "
       "minutes after it "
       "came:\none more object tells what stayed: wiped, at, sealed (courier files that only the centre can "
       "read), cases "
       "(in them),\ntold (the centre knows). Nothing else can be done with that store then.\n"
       "Exit: 0 done, 3 the link or the store failed; what was done is kept.\n",
       runSync};

} // namespace Loket
