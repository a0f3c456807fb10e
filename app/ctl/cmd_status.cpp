// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "app/ctl/recordjson.h"
#include "model/base/clock.h"
#include "model/rulebook/rulebook.h"
#include "model/services/beginning.h"
#include "model/store/centrestore.h"
#include "model/store/connection.h"
#include "model/store/syncstate.h"

#include <QJsonArray>

namespace Loket {

using namespace Qt::StringLiterals;

static QJsonArray leasesJson(const QList<LeaseState> &leases)
{
    QJsonArray list;
    for (const LeaseState &held : leases) {
        const QDateTime expires = held.lease.expires;
        list += QJsonObject{
            {u"low"_s, held.lease.low},
            {u"high"_s, held.lease.high},
            {u"left"_s, held.state == "open"_L1 ? held.lease.left() : 0},
            {u"state"_s, held.state},
            {u"expires"_s, expires.isValid() ? QJsonValue(expires.toString(Qt::ISODate)) : QJsonValue()}};
    }
    return list;
}

/// How near what waits to be sent is to the limit from which on no new case is begun.
static QJsonObject unsentJson(const StoreStatus &status, const Rulebook &rules, const Clock &clock)
{
    const UnsentStanding standing = unsentStanding(status.unsent, status.isTrial, rules, clock.nowUtc());
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{u"cases"_s, standing.cases},
            {u"days"_s, standing.days},
            {u"oldest"_s, orNull(standing.oldest.toString(Qt::ISODate))},
            {u"mostCases"_s, standing.mostCases},
            {u"mostDays"_s, standing.mostDays},
            {u"pressure"_s, pressureWord(standing.pressure)},
            {u"frozenFrom"_s, orNull(status.isTrial ? QString() : standing.from.toString(Qt::ISODate))}};
}

/// What store.db knows of its centre, put into `object`.
static Outcome<Nothing> addCentre(const CtlSession &session, QJsonObject *object)
{
    const auto connection = openStore(session.storeDir + u"/store.db"_s, Access::Read, session.world.vfs);
    if (!connection)
        return fail(connection.error());
    const auto access = centreAccess(*connection.value());
    if (!access)
        return fail(access.error());
    const auto leases = leaseStates(*connection.value());
    if (!leases)
        return fail(leases.error());
    const auto orNothing
        = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    object->insert(u"centre"_s, orNothing(access.value().url));
    object->insert(u"officeCode"_s, orNothing(access.value().office));
    object->insert(u"epoch"_s, orNothing(access.value().epoch));
    object->insert(u"device"_s, access.value().device);
    object->insert(u"leases"_s, leasesJson(leases.value()));
    const auto snapshot = snapshotJson(session);
    if (!snapshot)
        return fail(snapshot.error());
    object->insert(u"snapshot"_s, snapshot.value());
    const auto state = storeSetting(*connection.value(), u"device.state"_s);
    const auto enabled = storeSetting(*connection.value(), u"sync.enabled"_s);
    if (!state || !enabled)
        return fail(state ? enabled.error() : state.error());
    // As the centre said last: it takes nothing from a counter that is frozen or revoked.
    object->insert(u"sync"_s,
                   !state.value().isEmpty()        ? state.value()
                       : enabled.value() == "0"_L1 ? u"off"_s
                                                   : u"on"_s);
    return Nothing();
}

static int runStatus(CtlSession &session, const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return session.usage(u"status"_s);
    int exitCode = kExitDone;
    const auto rulebooks = session.rulebooksOfStore(&exitCode);
    if (!rulebooks)
        return exitCode;
    const auto store = openForReading(session);
    if (!store)
        return session.failed(store.error());
    const auto reader = store.value()->reader();
    if (!reader)
        return session.failed(reader.error());
    const auto status = reader.value()->status();
    if (!status)
        return session.failed(status.error());
    const auto faults = reader.value()->glance();
    if (!faults)
        return session.failed(faults.error());
    QJsonObject object = statusJson(status.value());
    object.insert(u"unsent"_s, unsentJson(status.value(), rulebooks->on(session.today), *session.clock));
    object.insert(u"rulebooks"_s, QJsonArray::fromStringList(rulebooks->ids()));
    object.insert(u"integrity"_s, faults.value().isEmpty() ? u"ok"_s : faults.value().first());
    if (const auto added = addCentre(session, &object); !added)
        return session.failed(added.error());
    session.print(object);
    return kExitDone;
}

const Command kStatusCommand
    = {"status", "", "what waits, what is left, and whether the files are sound",
       "One JSON object: trial, office, workstation, drafts, outbox (cases by "
       "state), numbersLeft, lastSync, participants,\n"
       "casesToday, cardsPrintedToday, storeBytes, mirrorBytes, freeBytes (on the store's disk, null: not "
       "known), generation,\nunsent (cases that the centre has not received, days and oldest, mostCases and "
       "mostDays from which on no new case\nis taken, pressure: none, warning, urgent or frozen, frozenFrom: "
       "the day of that), "
       "rulebooks (editions), centre (its address), officeCode,\nepoch, device, leases (low, high, left, "
       "state, expires), snapshot (null, or how much of a new mirror is here: chunks, chunksDone, bytes, "
       "bytesDone), sync (on, off, frozen or revoked), stopped (why no new case may be made, as work.frozen; "
       "null: it "
       "may), integrity (a quick look\nat store.db: "
       "\"ok\" or the first fault; loketctl verify proves all files).\n"
       "Exit: 0, 3 there is no store or it can't be read.\n",
       runStatus};

} // namespace Loket
