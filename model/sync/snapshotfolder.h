// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/centralport.h"
#include "model/store/snapshotload.h"

#include <optional>

namespace Loket {

/// How much of a snapshot is on disk.
struct SnapshotStanding {
    qint64 chunksDone = 0, chunks = 0;
    qint64 bytesDone = 0, bytes = 0; ///< with what has come of a chunk that is not whole
    bool isWhole() const { return chunksDone == chunks; }
};

/// A snapshot on its way to this counter: a folder (mode 0700) with its signed manifest and its chunks, each
/// under its SHA-256; a chunk that has not come whole ends in ".part". Everything in it proves itself, so a
/// run that was cut, a neighbour or a USB stick may have brought it, and nothing is lost with it. Several
/// objects may look at one folder, one process changes it (store.lock). Failures: Full, ReadOnly, Io.
class SnapshotFolder
{
public:
    explicit SnapshotFolder(QString path);
    /// The one of a store.
    static SnapshotFolder ofStore(const QString &storeDir);

    const QString &path() const { return m_path; }
    /// The manifest that is kept, when the owner of `centreKey` signed it (an empty key: unsigned ones too).
    std::optional<SnapshotManifest> manifest(const QByteArray &centreKey) const;
    /// From now on the folder is for this snapshot: what does not belong to it is removed, chunks that it
    /// shares with the one before stay.
    Outcome<Nothing> begin(const SnapshotManifest &manifest);
    /// The kept snapshot can't be used, although it is whole; it is not fetched again.
    void refuse();
    bool isRefused() const;
    /// Removes everything.
    void remove();

    SnapshotStanding standing(const SnapshotManifest &manifest) const;
    bool has(const SnapshotChunk &chunk) const;
    /// Bytes of it that have come, of one that is not whole.
    qint64 partOf(const SnapshotChunk &chunk) const;
    /// Puts bytes behind those. The last of them are followed by a look at the whole: true: it is kept;
    /// false: it is not what its name says, and was thrown away.
    Outcome<bool> append(const SnapshotChunk &chunk, const QByteArray &bytes);
    /// Reads a kept chunk once more; one that is not what its name says any more is thrown away.
    Outcome<bool> prove(const SnapshotChunk &chunk);
    void discard(const SnapshotChunk &chunk);
    QString fileOf(const SnapshotChunk &chunk) const;
    QList<SnapshotFile> files(const SnapshotManifest &manifest) const;

private:
    Outcome<bool> isItself(const QString &path, const SnapshotChunk &chunk) const;
    QString partFileOf(const SnapshotChunk &chunk) const;
    QString manifestFile() const;
    void removeStrangers(const SnapshotManifest &manifest) const;

    QString m_path;
};

/// Bytes of disk that the rest of a snapshot and the mirror made from it take, with some to spare.
qint64 roomFor(const SnapshotManifest &manifest, const SnapshotStanding &standing);

} // namespace Loket
