// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/base/diskroom.h"
#include "model/base/failure.h"
#include "model/store/views.h"

#include <QByteArray>
#include <QFuture>
#include <QString>

#include <chrono>
#include <memory>

namespace Loket {

class ByteStore;
class Clock;
class MirrorLoad;
class MirrorReader;
class StoreReader;
class Writer;

struct StoreOptions {
    QString dir;                  ///< the folder that holds store.db, mirror.db, store.lock and blobs/
    QByteArray vfs;               ///< name of a registered SQLite VFS; empty: the system's
    bool create = false;          ///< make a missing store (a trial store)
    bool write = false;           ///< take store.lock and start the two writer threads
    const Clock *clock = nullptr; ///< required, not owned, outlives the store
    RoomTeller freeBytes = {};    ///< of the store's disk; empty: the disk's
    qint64 reserveBytes = 0;      ///< kept back beside the store for the case that is open when the disk is
                                  ///< full (DiskReserve); 0: nothing. With `write` only
    std::chrono::milliseconds lockWait{5000}; ///< for another program's lock on store.db, of one try
};

/// What it took to put a new mirror in the place of the old one.
struct MirrorSwap {
    double aloneMilliseconds = 0; ///< for which no reader of this process could ask
};

/// A counter's store: two SQLite files and a folder of blobs. One process writes (store.lock), many may read.
/// Made and destroyed on one thread; readers are made per thread; the writers are threads of their own.
class Store
{
public:
    /// Opens (and with `create` makes) a store. Failures: Missing, LockedByOther (detail: pid), ReadOnly,
    /// Full, Io, Corrupt, Newer,
    /// Wiped (wipemark.h; with `write` what was left to delete is deleted).
    static Outcome<std::unique_ptr<Store>> open(const StoreOptions &);
    ~Store(); ///< finishes the jobs that were handed in, then closes

    /// A reader for the calling thread: its own query_only connections. Destroy it on the same thread, before
    /// the store.
    Outcome<std::unique_ptr<StoreReader>> reader() const;
    /// The thread that writes store.db; null when opened without `write`.
    Writer *writer() const;
    /// The thread that writes mirror.db; null when opened without `write`.
    Writer *mirrorWriter() const;
    /// mirror.db alone, for the calling thread, which may be the writer's; for what asks it besides a store
    /// connection of its own. Destroy it on the same thread, before the store.
    Outcome<std::unique_ptr<MirrorReader>> mirrorReader() const;
    /// Puts a sealed load in the place of mirror.db while the program works: a job of the mirror's writer, so
    /// none of its jobs is cut. Readers of this process wait for some milliseconds and see the new file then;
    /// row ids change. Busy: a long question (verify) or another process reads mirror.db; nothing was
    /// changed, try again later with the same load, which must live until the future is finished. Only of
    /// a store opened with `write`.
    QFuture<Outcome<MirrorSwap>> replaceMirror(MirrorLoad &load);
    /// Takes the reserve again if it was given back and the disk has room by now; a job of the writer, which
    /// alone uses it. Nothing without `reserveBytes`.
    void keepReserve();
    ByteStore &blobs() const;
    const Clock &clock() const;
    QString dir() const;
    QByteArray vfs() const; ///< as it was opened with

private:
    Store();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Loket
