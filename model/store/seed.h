// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QByteArray>
#include <QString>

namespace Loket {

class Clock;
class FacilityIndex;
class Rulebook;
struct RegionData;
struct SeedWorld;

struct SeedOptions {
    QString dir;             ///< of the store; made when it is missing
    QByteArray vfs;          ///< name of a registered SQLite VFS; empty: the system's
    qint64 participants = 0; ///< 1 to kMostSeedParticipants
    quint64 randomSeed = 1;
    const Rulebook *rulebook = nullptr;        ///< for the banks; required
    const FacilityIndex *facilities = nullptr; ///< required
    const Clock *clock = nullptr;              ///< required
};

inline constexpr qint64 kMostSeedParticipants = 50'000'000;

struct SeedSummary {
    qint64 families = 0;
    qint64 participants = 0; ///< those added now
    qint64 before = 0;       ///< those that were there
    double seconds = 0;      ///< all of it, until it was on disk
};

/// What the families of these options are made from. `regions` must outlive it.
Outcome<SeedWorld> seedWorld(const SeedOptions &options, const RegionData &regions);

/// Fills the mirror of a trial store with synthetic families, exactly `participants` people, or changes
/// nothing. An empty mirror is replaced by a whole new file; one with people in it gets further families in
/// one transaction. Takes store.lock. Failures besides those of Store::open: Busy (mirror.db is being read by
/// another process), Conflict (not a trial store).
Outcome<SeedSummary> seedStore(const SeedOptions &options);

} // namespace Loket
