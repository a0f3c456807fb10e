// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/counter.h"

#include "model/base/clock.h"
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/rulebook/rulebook.h"
#include "model/store/centrestore.h"
#include "model/store/connection.h"
#include "model/sync/snapshotfolder.h"
#include "model/sync/storededitions.h"
#include "model/sync/trialstart.h"

#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Loket {

Context RuleDesk::context(QDate today, const CaseLookup *lookup) const
{
    return {rulebooks.get(), today, regions.get(), facilities.get(), lookup};
}

Outcome<std::shared_ptr<const FacilityIndex>> facilitiesOfStore(const CtlSession &session)
{
    if (!isStoreThere(session))
        return FacilityIndex::trial();
    const auto store = openForReading(session);
    if (!store && store.error().kind == FailureKind::Missing)
        return FacilityIndex::trial(); // not yet brought to this program's schema: no centre sent any
    return store ? facilitiesOf(*store.value(), session.today) : fail(store.error());
}

std::optional<RuleDesk> openRuleDesk(CtlSession &session, int *exitCode)
{
    RuleDesk desk;
    desk.rulebooks = session.rulebooksOfStore(exitCode);
    if (!desk.rulebooks)
        return std::nullopt;
    const auto regions = RegionIndex::load();
    if (!regions) {
        *exitCode = session.failed(regions.error());
        return std::nullopt;
    }
    desk.regions = regions.value();
    auto facilities = facilitiesOfStore(session);
    if (!facilities) {
        *exitCode = session.failed(facilities.error());
        return std::nullopt;
    }
    desk.facilities = facilities.take();
    return desk;
}

Outcome<std::unique_ptr<Store>> openForReading(const CtlSession &session)
{
    StoreOptions options;
    options.dir = session.storeDir;
    options.vfs = session.world.vfs;
    options.clock = session.clock;
    return Store::open(options);
}

Outcome<std::unique_ptr<Store>> openForWriting(const CtlSession &session, bool create)
{
    StoreOptions options;
    options.dir = session.storeDir;
    options.vfs = session.world.vfs;
    options.clock = session.clock;
    options.create = create;
    options.write = true;
    auto store = Store::open(options);
    if (!store)
        return store;
    const auto actor = actorOf(session, *store.value());
    if (!actor)
        return fail(actor.error());
    if (const auto ready = prepareTrial(*store.value(), actor.value()); !ready)
        return fail(ready.error());
    return store;
}

bool isStoreThere(const CtlSession &session)
{
    return QFileInfo::exists(session.storeDir + u"/store.db"_s);
}

Outcome<Actor> actorOf(const CtlSession &session, const Store &store)
{
    const auto reader = store.reader();
    if (!reader)
        return fail(reader.error());
    const auto status = reader.value()->status();
    if (!status)
        return fail(status.error());
    Actor actor{u"loketctl"_s, u"petugas"_s, status.value().workstation};
    if (session.officer.isEmpty())
        return actor;
    const auto officers = reader.value()->officers();
    if (!officers)
        return fail(officers.error());
    for (const Officer &officer : officers.value()) {
        if (officer.id == session.officer) {
            actor.officer = officer.id;
            actor.role = officer.role;
            return actor;
        }
    }
    return fail(
        Failure{FailureKind::BadInput, u"--officer: this store knows no '%1'"_s.arg(session.officer)});
}

Outcome<Nothing> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(Failure{FailureKind::Io, path + u": "_s + file.errorString()});
    return Nothing();
}

Outcome<QJsonValue> snapshotJson(const CtlSession &session)
{
    const auto connection = openStore(session.storeDir + u"/store.db"_s, Access::Read, session.world.vfs);
    if (!connection)
        return fail(connection.error());
    const auto access = centreAccess(*connection.value());
    if (!access)
        return fail(access.error());
    const SnapshotFolder folder = SnapshotFolder::ofStore(session.storeDir);
    const auto manifest = folder.manifest(access.value().key);
    if (!manifest)
        return QJsonValue();
    const SnapshotStanding standing = folder.standing(*manifest);
    return QJsonValue(QJsonObject{{u"chunks"_s, standing.chunks},
                                  {u"chunksDone"_s, standing.chunksDone},
                                  {u"bytes"_s, standing.bytes},
                                  {u"bytesDone"_s, standing.bytesDone}});
}

} // namespace Loket
