// SPDX-License-Identifier: Apache-2.0
#include "model/sync/snapshotfolder.h"

#include "model/sync/wire.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// Of mirror.db with its indexes; 370 were measured.
constexpr qint64 kMirrorBytesPerParticipant = 450;
constexpr qint64 kSpareBytes = 32 * 1024 * 1024;

/// The failure behind errno of the last call.
Failure diskFailure(const QString &what)
{
    const int reason = errno;
    const FailureKind kind = reason == ENOSPC || reason == EDQUOT ? FailureKind::Full
        : reason == EACCES || reason == EPERM || reason == EROFS  ? FailureKind::ReadOnly
                                                                  : FailureKind::Io;
    return {kind, what};
}

/// On disk before its name is.
Outcome<Nothing> writeSnapshotFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()
        || ::fsync(file.handle()) != 0 || !file.commit())
        return fail(diskFailure(u"the snapshot's folder can't be written"_s));
    return Nothing();
}

} // namespace

SnapshotFolder::SnapshotFolder(QString path)
    : m_path(std::move(path))
{
}

SnapshotFolder SnapshotFolder::ofStore(const QString &storeDir)
{
    return SnapshotFolder(storeDir + u"/snapshot"_s);
}

QString SnapshotFolder::manifestFile() const
{
    return m_path + u"/manifest"_s;
}

QString SnapshotFolder::fileOf(const SnapshotChunk &chunk) const
{
    return m_path + u'/' + QString::fromLatin1(chunk.sha256);
}

QString SnapshotFolder::partFileOf(const SnapshotChunk &chunk) const
{
    return fileOf(chunk) + u".part"_s;
}

std::optional<SnapshotManifest> SnapshotFolder::manifest(const QByteArray &centreKey) const
{
    QFile file(manifestFile());
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostFeedBytes)
        return {};
    auto kept = readSnapshotManifest(file.readAll());
    if (!kept || (!centreKey.isEmpty() && !readSignedText("MANIFEST", kept.value().proof, centreKey)))
        return {};
    return kept.take();
}

Outcome<Nothing> SnapshotFolder::begin(const SnapshotManifest &manifest)
{
    if (::mkdir(QFile::encodeName(m_path).constData(), 0700) != 0 && errno != EEXIST)
        return fail(diskFailure(u"the snapshot's folder can't be made"_s));
    // Whatever is cut here: strangers are removed again at the next beginning, and no chunk is believed.
    if (auto written = writeSnapshotFile(manifestFile(), writeSnapshotManifest(manifest)); !written)
        return written;
    QFile::remove(m_path + u"/refused"_s);
    removeStrangers(manifest);
    return Nothing();
}

void SnapshotFolder::removeStrangers(const SnapshotManifest &manifest) const
{
    QSet<QString> ours = {u"manifest"_s};
    for (const SnapshotChunk &chunk : manifest.chunks) {
        ours += QFileInfo(fileOf(chunk)).fileName();
        ours += QFileInfo(partFileOf(chunk)).fileName();
    }
    const QDir dir(m_path);
    for (const QString &name : dir.entryList(QDir::Files | QDir::Hidden | QDir::System)) {
        if (!ours.contains(name))
            QFile::remove(dir.filePath(name));
    }
}

void SnapshotFolder::refuse()
{
    const auto kept = manifest({});
    if (kept)
        for (const SnapshotChunk &chunk : kept->chunks)
            discard(chunk);
    // Where this can't be written the snapshot is fetched and refused again.
    static_cast<void>(writeSnapshotFile(m_path + u"/refused"_s, "refused\n"));
}

bool SnapshotFolder::isRefused() const
{
    return QFile::exists(m_path + u"/refused"_s);
}

void SnapshotFolder::remove()
{
    QDir(m_path).removeRecursively();
}

SnapshotStanding SnapshotFolder::standing(const SnapshotManifest &manifest) const
{
    SnapshotStanding standing;
    for (const SnapshotChunk &chunk : manifest.chunks) {
        ++standing.chunks;
        standing.bytes += chunk.length;
        const bool isHere = has(chunk);
        standing.chunksDone += isHere ? 1 : 0;
        standing.bytesDone += isHere ? chunk.length : partOf(chunk);
    }
    return standing;
}

bool SnapshotFolder::has(const SnapshotChunk &chunk) const
{
    const QFileInfo file(fileOf(chunk));
    return file.isFile() && file.size() == chunk.length;
}

qint64 SnapshotFolder::partOf(const SnapshotChunk &chunk) const
{
    const qint64 size = QFileInfo(partFileOf(chunk)).size();
    return size < chunk.length ? size : 0;
}

Outcome<bool> SnapshotFolder::append(const SnapshotChunk &chunk, const QByteArray &bytes)
{
    const qint64 before = partOf(chunk);
    const QString path = partFileOf(chunk);
    errno = 0;
    const int file = ::open(QFile::encodeName(path).constData(),
                            O_WRONLY | O_CREAT | O_CLOEXEC | (before == 0 ? O_TRUNC : 0), 0600);
    if (file < 0)
        return fail(diskFailure(u"a chunk of the snapshot can't be written"_s));
    const bool isLast = before + bytes.size() >= chunk.length;
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t put
            = ::pwrite(file, bytes.constData() + done, size_t(bytes.size() - done), before + done);
        if (put <= 0)
            break;
        done += put;
    }
    const bool isKept = done == bytes.size() && (!isLast || ::fsync(file) == 0);
    const Failure failure = diskFailure(u"a chunk of the snapshot can't be written"_s);
    ::close(file);
    if (!isKept)
        return fail(failure);
    if (!isLast)
        return true;
    const auto isOurs = isItself(path, chunk);
    if (!isOurs)
        return isOurs;
    if (!isOurs.value()) {
        QFile::remove(path);
        return false;
    }
    if (::rename(QFile::encodeName(path).constData(), QFile::encodeName(fileOf(chunk)).constData()) != 0)
        return fail(diskFailure(u"a chunk of the snapshot can't be kept"_s));
    return true;
}

Outcome<bool> SnapshotFolder::isItself(const QString &path, const SnapshotChunk &chunk) const
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(Failure{FailureKind::Io, u"a chunk of the snapshot can't be read"_s});
    return hash.result().toHex() == chunk.sha256;
}

Outcome<bool> SnapshotFolder::prove(const SnapshotChunk &chunk)
{
    const auto isOurs = isItself(fileOf(chunk), chunk);
    if (!isOurs || !isOurs.value())
        discard(chunk);
    return isOurs;
}

void SnapshotFolder::discard(const SnapshotChunk &chunk)
{
    QFile::remove(fileOf(chunk));
    QFile::remove(partFileOf(chunk));
}

QList<SnapshotFile> SnapshotFolder::files(const SnapshotManifest &manifest) const
{
    QList<SnapshotFile> files;
    for (const SnapshotChunk &chunk : manifest.chunks)
        files += SnapshotFile{fileOf(chunk), chunk.sha256, chunk.families};
    return files;
}

qint64 roomFor(const SnapshotManifest &manifest, const SnapshotStanding &standing)
{
    return standing.bytes - standing.bytesDone + manifest.participants * kMirrorBytesPerParticipant
        + kSpareBytes;
}

} // namespace Loket
