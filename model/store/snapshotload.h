// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <memory>

namespace Loket {

class MirrorLoad;

/// A chunk of a snapshot on disk: one zstd frame over lines of compact "loket-family/1".
struct SnapshotFile {
    QString path;
    QByteArray sha256;   ///< lowercase hex, of the file's bytes; empty: not checked
    qint64 families = 0; ///< lines that it holds at most; 0: not checked
};

/// Puts the families of a snapshot into a new mirror file, in steps. A thread of its own reads, checks,
/// unpacks and parses the chunks; the caller's inserts. Memory does not grow with the snapshot: some thousand
/// families wait between the two. Nothing can be had of the load before the last step said that all is in: a
/// chunk's name is compared when its last byte was read.
///
///     auto load = MirrorLoad::begin(storeDir);
///     SnapshotLoad snapshot(*load.value(), files);
///     for (;;) { const auto more = snapshot.step(200ms); if (!more || !more.value()) break; }
///     load.value()->seal(); // indexes and sync; then finish() or Store::replaceMirror()
class SnapshotLoad
{
public:
    /// `load` is not owned, outlives this and is used by nobody else meanwhile.
    SnapshotLoad(MirrorLoad &load, QList<SnapshotFile> files);
    ~SnapshotLoad(); ///< ends the thread
    Q_DISABLE_COPY_MOVE(SnapshotLoad)

    /// Works for about that long. Answers whether there is more. Failures: Corrupt (a chunk is not what its
    /// name or its manifest says: damagedFile()), Missing (a file is not there), Io, Full (of the new
    /// mirror). After a failure there are no further steps.
    Outcome<bool> step(std::chrono::milliseconds time);

    qint64 bytesDone() const; ///< of the files
    qint64 families() const;
    qint64 participants() const;
    /// Place in the list of the file that made it end with Corrupt, Missing or Io; -1: none.
    qsizetype damagedFile() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Loket
