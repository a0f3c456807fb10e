// SPDX-License-Identifier: Apache-2.0
// The last lane of a run: a mirror that is not of the centre's present history is made anew from a snapshot.
#include "model/base/clock.h"
#include "model/store/connection.h"
#include "model/store/familyjson.h"
#include "model/store/mirrorfeed.h"
#include "model/sync/packing.h"
#include "model/sync/syncrun.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr qint64 kChunkPieceBytes = 256 * 1024;
constexpr qint64 kMostChunkBytes = 256 * 1024 * 1024; ///< unpacked
/// So many families are put in one transaction: a search or the feed waits no longer than that.
constexpr qsizetype kFamiliesAtOnce = 100;

/// Whatever revision the mirror has of it: in another history a revision may say something else.
Outcome<Nothing> putAnew(Connection &mirror, const FamilyView &family, const QDateTime &now)
{
    const auto gone = dropFamily(mirror, family.kk, std::numeric_limits<int>::max());
    if (!gone)
        return fail(gone.error());
    const auto put = putFamily(mirror, family, now);
    return put ? Outcome<Nothing>(Nothing()) : fail(put.error());
}

} // namespace

SyncRun::Step SyncRun::loadSnapshot()
{
    const auto manifest = m_central.snapshot();
    if (!manifest)
        return linkFailure(manifest.error());
    if (!m_centreKey.isEmpty() && !readSignedText("MANIFEST", manifest.value().proof, m_centreKey))
        return linkFailure({FailureKind::Untrusted, u"a snapshot is not signed by the centre"_s});
    if (manifest.value().epoch != m_epoch)
        return linkFailure({FailureKind::Later, u"the centre began another epoch"_s});
    QSet<QString> kks;
    for (const SnapshotChunk &chunk : manifest.value().chunks) {
        if (isCancelled())
            return Went::Ended;
        const auto bytes = fetchChunk(chunk);
        if (!bytes)
            return linkFailure(bytes.error());
        if (const auto put = putChunk(bytes.value(), kks); !put)
            return fail(put.error());
    }
    if (kks.size() != manifest.value().families)
        return linkFailure({FailureKind::Later, u"the snapshot does not hold what it says"_s});
    if (const auto ended = endSnapshot(manifest.value(), kks); !ended)
        return fail(ended.error());
    m_mirrorFollows = true;
    m_isFeedDrained = false; // what was told since the snapshot
    count(u"snapshots"_s);
    return Went::On;
}

/// A chunk proves itself; one that doesn't is fetched once more.
Outcome<QByteArray> SyncRun::fetchChunk(const SnapshotChunk &chunk)
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        QByteArray bytes;
        while (bytes.size() < chunk.length) {
            if (isCancelled())
                return fail(Failure{FailureKind::Cancelled, u"snapshot"_s});
            const auto piece = m_central.snapshotBytes(chunk.sha256, bytes.size(), kChunkPieceBytes);
            if (!piece)
                return piece;
            if (piece.value().isEmpty())
                return fail(Failure{FailureKind::Network, u"a chunk of the snapshot ended early"_s});
            bytes += piece.value();
        }
        if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() == chunk.sha256)
            return bytes;
    }
    return fail(Failure{FailureKind::Later, u"a chunk of the snapshot came damaged twice"_s});
}

Outcome<Nothing> SyncRun::putChunk(const QByteArray &chunk, QSet<QString> &kks) const
{
    const auto lines = unpackBody(chunk, "zstd", kMostChunkBytes);
    if (!lines)
        return fail(Failure{FailureKind::Corrupt, u"a chunk of the snapshot can't be unpacked"_s});
    const QDateTime now = m_store.clock().nowUtc();
    const QList<QByteArray> all = lines.value().split('\n');
    for (qsizetype from = 0; from < all.size(); from += kFamiliesAtOnce) {
        QList<FamilyView> families;
        for (const QByteArray &line : all.mid(from, kFamiliesAtOnce)) {
            const auto family = familyFromJson(QJsonDocument::fromJson(line).object());
            if (family)
                families += *family;
        }
        auto put = m_store.mirrorWriter()
                       ->run(Writer::Priority::Feed,
                             [&](Connection &mirror) -> Outcome<Nothing> {
                                 for (const FamilyView &family : families) {
                                     if (auto done = putAnew(mirror, family, now); !done)
                                         return done;
                                 }
                                 return Nothing();
                             })
                       .result();
        if (!put)
            return put;
        for (const FamilyView &family : families)
            kks += family.kk;
    }
    return Nothing();
}

/// What the snapshot does not have is no more; from here on the mirror follows the feed.
Outcome<Nothing> SyncRun::endSnapshot(const SnapshotManifest &manifest, const QSet<QString> &kks) const
{
    return m_store.mirrorWriter()
        ->run(Writer::Priority::Feed,
              [&](Connection &mirror) -> Outcome<Nothing> {
                  const auto present = mirroredKks(mirror);
                  if (!present)
                      return fail(present.error());
                  for (const QString &kk : present.value()) {
                      if (kks.contains(kk))
                          continue;
                      const auto gone = dropFamily(mirror, kk, std::numeric_limits<int>::max());
                      if (!gone)
                          return fail(gone.error());
                  }
                  return moveMirrorPosition(mirror, {manifest.epoch, manifest.cursor},
                                            m_store.clock().nowUtc());
              })
        .result();
}

} // namespace Loket
