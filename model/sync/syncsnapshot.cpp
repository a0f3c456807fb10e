// SPDX-License-Identifier: Apache-2.0
// The last lane of a run: a mirror that is not of the centre's present history is made anew from a snapshot.
// The chunks are fetched into a folder and stay there until the mirror made from them is in place, so a cut
// at any moment costs a piece of one chunk, or the minute in which a new file is made from them once more.
#include "model/base/clock.h"
#include "model/store/connection.h"
#include "model/store/mirrorcarry.h"
#include "model/store/mirrorgate.h"
#include "model/store/snapshotload.h"
#include "model/sync/syncrun.h"

#include <QElapsedTimer>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace Loket {

Q_LOGGING_CATEGORY(lcSnapshot, "loket.sync.snapshot")

namespace {

constexpr qint64 kFirstChunkPiece = 32 * 1024; // the link may be thin
constexpr qint64 kMostChunkPiece = 1024 * 1024;
/// A piece takes about as long, so that a case which was saved a moment ago does not wait behind it.
constexpr qint64 kQuickMilliseconds = 1000, kSlowMilliseconds = 4000;
constexpr std::chrono::milliseconds kStepTime{200};
constexpr int kMostRenewals = 3;   ///< manifests in one run
constexpr int kMostSnapshots = 3;  ///< loads in one run
constexpr int kMostTimesBusy = 60; ///< half a second each; a check of the whole file takes that long
/// The feed is listened to meanwhile, once in so many seconds.
constexpr qint64 kFeedSeconds = 60;

} // namespace

SyncRun::Step SyncRun::snapshotStep()
{
    if (m_isFeedDrained && m_lastPage.secsTo(m_store.clock().nowUtc()) >= kFeedSeconds && !m_isFeedGone) {
        m_isFeedDrained = false;
        return Went::On;
    }
    if (!m_snapshot)
        return beginSnapshot();
    if (m_snapshot->rows)
        return loadFamilies();
    if (m_snapshot->load)
        return m_snapshot->load->isSealed() ? placeMirror() : sealMirror();
    for (const SnapshotChunk &chunk : m_snapshot->manifest.chunks) {
        if (!m_snapshot->folder.has(chunk))
            return fetchChunk(chunk);
    }
    return beginLoad();
}

Outcome<SyncSummary> SyncRun::runOfflineLoad()
{
    const auto state = counterState();
    if (!state)
        return fail(state.error());
    const auto epoch
        = inStore([](Connection &connection) { return storeSetting(connection, u"central.epoch"_s); });
    if (!epoch)
        return fail(epoch.error());
    m_epoch = epoch.value();
    m_isFeedDrained = false; // nobody is there to be listened to
    Step went = Went::On;
    while (went && went.value() == Went::On && !m_mirrorFollows && !isCancelled()) {
        tellProgress();
        went = snapshotStep();
    }
    if (!went)
        return fail(went.error());
    return m_summary;
}

/// A kept manifest is gone on with as long as the centre has its chunks: on a thin line a new one each day
/// would never be loaded.
SyncRun::Step SyncRun::beginSnapshot()
{
    if (m_snapshots >= kMostSnapshots)
        return linkFailure({FailureKind::Later, u"the snapshots are older than the feed"_s});
    MirrorLoad::removeRemains(m_store.dir());
    m_snapshot.emplace(SnapshotWork{SnapshotFolder::ofStore(m_store.dir())});
    m_snapshot->pieceBytes = kFirstChunkPiece;
    auto kept = m_snapshot->folder.manifest(m_centreKey);
    if (!kept || kept->epoch != m_epoch || m_snapshot->folder.isRefused())
        return renewManifest();
    m_snapshot->manifest = *std::move(kept);
    return hasRoom() ? Step(Went::On) : snapshotFailure({FailureKind::Full, u"snapshot"_s});
}

Outcome<SnapshotManifest> SyncRun::askForManifest()
{
    auto manifest = m_central.snapshot();
    if (!manifest)
        return manifest;
    if (!m_centreKey.isEmpty() && !readSignedText("MANIFEST", manifest.value().proof, m_centreKey))
        return fail(Failure{FailureKind::Untrusted, u"a snapshot is not signed by the centre"_s});
    if (manifest.value().epoch != m_epoch)
        return fail(Failure{FailureKind::Later, u"the centre began another epoch"_s});
    return manifest;
}

SyncRun::Step SyncRun::renewManifest()
{
    SnapshotFolder &folder = m_snapshot->folder;
    if (++m_snapshot->renewals > kMostRenewals)
        return snapshotFailure({FailureKind::Later, u"the centre changes its snapshot too often"_s});
    const auto manifest = askForManifest();
    if (!manifest)
        return snapshotFailure(manifest.error());
    const auto kept = folder.manifest(m_centreKey);
    if (kept && kept->id == manifest.value().id && folder.isRefused())
        return snapshotFailure({FailureKind::Later, u"the snapshot does not hold what it says"_s});
    if (const auto begun = folder.begin(manifest.value()); !begun)
        return snapshotFailure(begun.error());
    auto read = folder.manifest(m_centreKey); // what was signed is what counts
    if (!read)
        return snapshotFailure({FailureKind::Io, u"the snapshot's manifest can't be read"_s});
    m_snapshot->manifest = *std::move(read);
    return hasRoom() ? Step(Went::On) : snapshotFailure({FailureKind::Full, u"snapshot"_s});
}

bool SyncRun::hasRoom() const
{
    const qint64 room = m_options.freeBytes ? m_options.freeBytes(m_store.dir()) : freeRoom(m_store.dir());
    return room < 0
        || room >= roomFor(m_snapshot->manifest, m_snapshot->folder.standing(m_snapshot->manifest));
}

/// Of a load whose last step was cut, or brought by a stick that came too late. A newer one than the mirror
/// is kept: it is fetched because the feed is gone.
void SyncRun::forgetOldSnapshot(qint64 cursor) const
{
    SnapshotFolder folder = SnapshotFolder::ofStore(m_store.dir());
    const auto kept = folder.manifest(m_centreKey);
    if (!kept || kept->epoch != m_epoch || kept->cursor <= cursor)
        folder.remove();
}

/// One piece, behind what is here already.
SyncRun::Step SyncRun::fetchChunk(const SnapshotChunk &chunk)
{
    SnapshotFolder &folder = m_snapshot->folder;
    const qint64 offset = folder.partOf(chunk);
    const qint64 wanted = qMin(m_snapshot->pieceBytes, chunk.length - offset);
    QElapsedTimer timer;
    timer.start();
    const auto piece = m_central.snapshotBytes(chunk.sha256, offset, wanted);
    if (!piece && piece.error().kind == FailureKind::Gone)
        return renewManifest();
    if (!piece)
        return snapshotFailure(piece.error());
    if (piece.value().isEmpty())
        return snapshotFailure({FailureKind::Network, u"a chunk of the snapshot ended early"_s});
    if (timer.elapsed() < kQuickMilliseconds)
        m_snapshot->pieceBytes = qMin(kMostChunkPiece, 2 * m_snapshot->pieceBytes);
    else if (timer.elapsed() > kSlowMilliseconds)
        m_snapshot->pieceBytes = qMax(kFirstChunkPiece / 4, m_snapshot->pieceBytes / 2);
    const auto kept = folder.append(chunk, piece.value().left(wanted));
    if (!kept)
        return snapshotFailure(kept.error());
    if (kept.value())
        return Went::On;
    if (m_snapshot->damaged == chunk.sha256)
        return snapshotFailure({FailureKind::Later, u"a chunk of the snapshot came damaged twice"_s});
    m_snapshot->damaged = chunk.sha256;
    return Went::On;
}

SyncRun::Step SyncRun::beginLoad()
{
    if (!hasRoom())
        return snapshotFailure({FailureKind::Full, u"snapshot"_s});
    auto load = MirrorLoad::begin(m_store.dir(), m_store.vfs());
    if (!load)
        return snapshotFailure(load.error());
    m_snapshot->load = load.take();
    m_snapshot->load->setCancel(m_options.cancel);
    m_snapshot->rows
        = std::make_unique<SnapshotLoad>(*m_snapshot->load, m_snapshot->folder.files(m_snapshot->manifest));
    return Went::On;
}

SyncRun::Step SyncRun::loadFamilies()
{
    const SnapshotManifest &manifest = m_snapshot->manifest;
    const auto more = m_snapshot->rows->step(kStepTime);
    if (!more)
        return loadDamaged(more.error());
    if (more.value())
        return Went::On;
    const qint64 families = m_snapshot->rows->families();
    m_snapshot->rows.reset();
    if (families != manifest.families)
        return refuseSnapshot();
    const auto moved = moveMirrorPosition(m_snapshot->load->connection(), {manifest.epoch, manifest.cursor},
                                          m_store.clock().nowUtc());
    return moved ? Step(Went::On) : snapshotFailure(moved.error());
}

/// A chunk that was damaged on this disk is fetched again; one that is what its name says can't be helped.
SyncRun::Step SyncRun::loadDamaged(const Failure &failure)
{
    const qsizetype at = m_snapshot->rows->damagedFile();
    m_snapshot->rows.reset();
    m_snapshot->load.reset();
    if (at < 0)
        return snapshotFailure(failure);
    const SnapshotChunk chunk = m_snapshot->manifest.chunks.at(at);
    const auto isItself = m_snapshot->folder.prove(chunk);
    if (isItself && isItself.value())
        return failure.kind == FailureKind::Corrupt ? refuseSnapshot() : snapshotFailure(failure);
    if (m_snapshot->damaged == chunk.sha256)
        return snapshotFailure({FailureKind::Io, u"a chunk of the snapshot does not stay as it was"_s});
    m_snapshot->damaged = chunk.sha256;
    return Went::On;
}

SyncRun::Step SyncRun::refuseSnapshot()
{
    qCWarning(lcSnapshot, "snapshot %s does not hold what it says", qPrintable(m_snapshot->manifest.id));
    m_snapshot->rows.reset();
    m_snapshot->load.reset();
    m_snapshot->folder.refuse();
    return snapshotFailure({FailureKind::Later, u"the snapshot does not hold what it says"_s});
}

/// What the mirror in use knows better.
Outcome<Nothing> SyncRun::carryOver()
{
    Connection &to = m_snapshot->load->connection();
    const auto stored = inStore([](Connection &connection) { return storePosition(connection); });
    if (!stored)
        return fail(stored.error());
    const auto old = m_store.mirrorReader();
    if (!old)
        return fail(old.error());
    const MirrorReader::Use use(*old.value());
    if (!use.ready())
        return use.ready();
    Connection &from = old.value()->connection();
    const auto mirrored = mirrorPosition(from);
    if (!mirrored)
        return fail(mirrored.error());
    // A mirror that never followed has what the feed told of its own cases; see leaveHistory().
    const bool isOneHistory = mirrored.value().epoch.isEmpty() || mirrored.value().epoch == m_epoch;
    const FeedPosition reached{m_epoch, m_snapshot->manifest.cursor};
    if (isOneHistory && stored.value().epoch == reached.epoch && stored.value().cursor >= reached.cursor) {
        if (const auto carried = carryNewer(from, to); !carried)
            return fail(carried.error());
    }
    return carryPaid(from, to, m_store.clock().nowUtc());
}

/// The one long step: a minute for millions. Windows and the writers go on meanwhile.
SyncRun::Step SyncRun::sealMirror()
{
    MirrorLoad &load = *m_snapshot->load;
    if (const auto indexed = load.index(); !indexed)
        return indexed.error().kind == FailureKind::Internal ? refuseSnapshot()
                                                             : snapshotFailure(indexed.error());
    if (const auto carried = carryOver(); !carried)
        return snapshotFailure(carried.error());
    const auto sealed = load.seal();
    return sealed ? Step(Went::On) : snapshotFailure(sealed.error());
}

SyncRun::Step SyncRun::placeMirror()
{
    const auto placed = m_store.replaceMirror(*m_snapshot->load).result();
    if (!placed && placed.error().kind == FailureKind::Busy && ++m_snapshot->timesBusy < kMostTimesBusy)
        return Went::On;
    if (!placed)
        return snapshotFailure(placed.error());
    const qint64 cursor = m_snapshot->manifest.cursor;
    m_snapshot->folder.remove();
    m_snapshot.reset();
    m_mirrorFollows = true;
    m_isFeedDrained = false; // what was told since the snapshot
    ++m_snapshots;
    count(u"snapshots"_s);
    if (!std::exchange(m_isFeedGone, false))
        return Went::On;
    const auto skipped = skipLostFeed(cursor);
    return skipped ? Step(Went::On) : fail(skipped.error());
}

/// Ends the run; what was fetched is kept. The counter works without it, so even a full disk is told and no
/// more.
SyncRun::Step SyncRun::snapshotFailure(const Failure &failure)
{
    m_snapshot.reset();
    if (failure.kind == FailureKind::Cancelled)
        m_summary.problem = failureWord(failure.kind);
    return failure.kind == FailureKind::Cancelled ? Went::Ended : linkFailure(failure);
}

SnapshotProgress SyncRun::snapshotProgress() const
{
    if (!m_snapshot)
        return {};
    const SnapshotStanding standing = m_snapshot->folder.standing(m_snapshot->manifest);
    SnapshotProgress progress{SnapshotProgress::Phase::Fetching, standing.chunksDone, standing.chunks,
                              standing.bytesDone, standing.bytes};
    if (!m_snapshot->load)
        return progress;
    progress.phase = m_snapshot->rows ? SnapshotProgress::Phase::Loading : SnapshotProgress::Phase::Indexing;
    if (m_snapshot->rows)
        progress.bytesDone = m_snapshot->rows->bytesDone();
    return progress;
}

} // namespace Loket
