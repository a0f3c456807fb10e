// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/base/failure.h"
#include "model/store/views.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace Loket {

class ByteStore;
class Clock;
class StoreReader;
class Writer;

struct StoreOptions {
    QString dir;                  ///< the folder that holds store.db, mirror.db, store.lock and blobs/
    QByteArray vfs;               ///< name of a registered SQLite VFS; empty: the system's
    bool create = false;          ///< make a missing store (a trial store)
    bool write = false;           ///< take store.lock and start the two writer threads
    const Clock *clock = nullptr; ///< required, not owned, outlives the store
};

/// A counter's store: two SQLite files and a folder of blobs. One process writes (store.lock), many may read.
/// Made and destroyed on one thread; readers are made per thread; the writers are threads of their own.
class Store
{
public:
    /// Opens (and with `create` makes) a store. Failures: Missing, LockedByOther (detail: pid), ReadOnly,
    /// Full, Io, Corrupt, Newer.
    static Outcome<std::unique_ptr<Store>> open(const StoreOptions &);
    ~Store(); ///< finishes the jobs that were handed in, then closes

    /// A reader for the calling thread: its own query_only connections. Destroy it on the same thread, before
    /// the store.
    Outcome<std::unique_ptr<StoreReader>> reader() const;
    /// The thread that writes store.db; null when opened without `write`.
    Writer *writer() const;
    /// The thread that writes mirror.db; null when opened without `write`.
    Writer *mirrorWriter() const;
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
