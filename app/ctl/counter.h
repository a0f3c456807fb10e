// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "model/base/actor.h"
#include "model/services/assess.h"
#include "model/store/store.h"
#include "model/store/storereader.h"

namespace Loket {

/// What assess() needs, loaded for one run of a command that works on cases.
struct RuleDesk {
    std::shared_ptr<const RulebookLibrary> rulebooks;
    std::shared_ptr<const RegionIndex> regions;
    std::shared_ptr<const FacilityIndex> facilities;
    Context context(QDate today, const CaseLookup *lookup = nullptr) const;
};
/// Of the store, when there is one; else the built-in list.
Outcome<std::shared_ptr<const FacilityIndex>> facilitiesOfStore(const CtlSession &session);
/// None after a fault was told; `exitCode` says which.
std::optional<RuleDesk> openRuleDesk(CtlSession &session, int *exitCode);

/// Opens the store for reading. Missing when there is none.
Outcome<std::unique_ptr<Store>> openForReading(const CtlSession &session);
/// Opens the store for writing; with `create` a missing one is made. A trial store gets its key and its first
/// numbers.
Outcome<std::unique_ptr<Store>> openForWriting(const CtlSession &session, bool create);
bool isStoreThere(const CtlSession &session);

/// Who the run acts for: the officer of --officer, who must be known to the store, or in a trial store nobody
/// by name.
Outcome<Actor> actorOf(const CtlSession &session, const Store &store);

/// A file of the user's, whole on disk or not there. Io, with its path.
Outcome<Nothing> writeWhole(const QString &path, const QByteArray &bytes);

/// The snapshot that is on its way to the store: {"chunks","chunksDone","bytes","bytesDone"}; null: none.
Outcome<QJsonValue> snapshotJson(const CtlSession &session);

} // namespace Loket
