// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "app/ctl/recordjson.h"
#include "model/sync/centralof.h"
#include "model/sync/snapshotpack.h"

#include <QFileInfo>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

const QString kSnapshotUsage = u"snapshot request FILE | export DIR --for FILE | import DIR"_s;

int snapshotRequestTo(CtlSession &session, Store &store, const QString &path)
{
    const auto request = snapshotRequest(store);
    if (!request)
        return session.failed(request.error());
    if (const auto written = writeWhole(path, request.value()); !written)
        return session.failed(written.error());
    session.print(QJsonObject{{u"bytes"_s, request.value().size()}});
    return kExitDone;
}

int snapshotExportTo(CtlSession &session, Store &store, const QString &dir, const QByteArray &request)
{
    int exitCode = kExitDone;
    const auto desk = openRuleDesk(session, &exitCode);
    if (!desk)
        return exitCode;
    const auto central = centralOf(store, desk->context(session.today));
    if (!central)
        return session.failed(central.error());
    const auto pack = exportSnapshot(store, *central.value(), request, dir);
    if (!pack)
        return session.failed(pack.error());
    session.print(QJsonObject{{u"chunks"_s, pack.value().chunks},
                              {u"fetched"_s, pack.value().fetched},
                              {u"bytes"_s, pack.value().bytes},
                              {u"families"_s, pack.value().families},
                              {u"participants"_s, pack.value().participants}});
    return kExitDone;
}

int snapshotImportFrom(CtlSession &session, Store &store, const QString &dir)
{
    const auto actor = actorOf(session, store);
    if (!actor)
        return session.failed(actor.error());
    const auto taken = importSnapshot(store, dir, actor.value());
    if (!taken)
        return session.failed(taken.error());
    const SnapshotTaken &done = taken.value();
    session.print(QJsonObject{{u"chunks"_s, done.chunks},
                              {u"taken"_s, done.taken},
                              {u"damaged"_s, done.damaged},
                              {u"missing"_s, done.missing},
                              {u"needed"_s, done.isNeeded},
                              {u"loaded"_s, done.isLoaded}});
    if (done.summary.stoppedBy)
        return session.failed(*done.summary.stoppedBy);
    return kExitDone;
}

int runSnapshot(CtlSession &session, const QStringList &arguments)
{
    const QString what = arguments.value(0);
    const bool isExport = what == "export"_L1;
    if ((!isExport && what != "request"_L1 && what != "import"_L1) || arguments.size() != (isExport ? 4 : 2)
        || (isExport && arguments.at(2) != "--for"_L1))
        return session.usage(kSnapshotUsage);
    if (what == "import"_L1 && !QFileInfo(arguments.at(1)).isDir())
        return session.usage(arguments.at(1) + u": not a folder"_s);
    QByteArray request;
    if (isExport) {
        const auto read = session.read(arguments.at(3), kMostRequestBytes);
        if (!read)
            return session.failed(read.error());
        request = read.value();
    }
    const auto store = openForWriting(session, false);
    if (!store)
        return session.failed(store.error());
    if (isExport)
        return snapshotExportTo(session, *store.value(), arguments.at(1), request);
    return what == "request"_L1 ? snapshotRequestTo(session, *store.value(), arguments.at(1))
                                : snapshotImportFrom(session, *store.value(), arguments.at(1));
}

} // namespace

const Command kSnapshotCommand = {
    "snapshot", "request FILE | export DIR --for FILE | import DIR",
    "carries the families of the area on a USB stick to a counter with a thin line or none",
    "request: at the counter that needs them, writes what another one seals them with. export: at a\n"
    "counter of the same office with a network, fetches the newest snapshot from the centre into the\n"
    "folder DIR, sealed to the counter of the request; after a cut the same command goes on. import: at\n"
    "the first counter again, takes every chunk that proves itself; the next sync fetches only what is\n"
    "missing, and when nothing is, the families are loaded at once, without a network.\n"
    "One JSON object: request: bytes; export: chunks, fetched, bytes, families, participants; import:\n"
    "chunks, taken, damaged, missing, needed (false: what is here is as new), loaded.\n"
    "Exit: 0 done, also when chunks are missing or damaged; 2 a request or a folder that is damaged or of\n"
    "another office or centre, or older than the centre's last restoring; 3 the link or the store failed.\n",
    runSnapshot};

} // namespace Loket
