// SPDX-License-Identifier: Apache-2.0
#include "model/sync/snapshotpack.h"

#include "model/base/clock.h"
#include "model/store/centrestore.h"
#include "model/store/connection.h"
#include "model/store/store.h"
#include "model/store/syncstate.h"
#include "model/store/writer.h"
#include "model/sync/wireobject.h"
#include "model/vault/box.h"
#include "model/vault/devicekey.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr char kRequestKind[] = "SNAPREQ";
constexpr qint64 kPackPieceBytes = 1024 * 1024;
constexpr qint64 kMostPackChunk = 256 * 1024 * 1024;
constexpr qint64 kMostSealBytes = 1024; ///< that sealing adds

Failure badPack(const QString &what)
{
    return {FailureKind::BadInput, what};
}

/// Who this counter is, and the key that opens what is sealed to it.
struct PackSelf {
    CentreAccess access;
    SignedText certificate;
    FeedPosition mirror;
};

Outcome<PackSelf> selfOf(Store &store)
{
    auto self = store.writer()
                    ->run(Writer::Priority::Save,
                          [](Connection &connection) -> Outcome<PackSelf> {
                              const auto trial = isTrialStore(connection);
                              if (!trial)
                                  return fail(trial.error());
                              if (trial.value())
                                  return fail(badPack(u"this is a trial store: it has no centre"_s));
                              auto access = centreAccess(connection);
                              if (!access)
                                  return fail(access.error());
                              const auto kept = storeSetting(connection, u"central.certificate"_s);
                              if (!kept)
                                  return fail(kept.error());
                              const auto certificate = signedTextFromJson(
                                  QJsonDocument::fromJson(kept.value().toUtf8()).object());
                              return PackSelf{access.take(), certificate.value_or(SignedText()), {}};
                          })
                    .result();
    if (!self)
        return self;
    const auto mirror = store.mirrorWriter()
                            ->run(Writer::Priority::Feed, [](Connection &c) { return mirrorPosition(c); })
                            .result();
    if (!mirror)
        return fail(mirror.error());
    self.value().mirror = mirror.value();
    return self;
}

/// A counter that asked, when it is who it says and may have what `self` can fetch.
struct Asker {
    QString device;
    QByteArray boxKey;
};

Outcome<Asker> askerOf(const QByteArray &request, const PackSelf &self, QDate today)
{
    const Failure foreign = badPack(u"not a request of a counter of this office"_s);
    const auto text
        = request.size() > kMostRequestBytes ? Read<SignedText>(fail(InputError())) : readSigned(request);
    if (!text)
        return fail(foreign);
    WireObject from(text.value().text, kMostRequestBytes);
    const SignedText certificate = from.optionalSigned("certificate"_L1);
    const Asker asker{from.text("device"_L1), from.bytes("boxKey"_L1, BoxKey::kPublicBytes)};
    const auto certified = readSignedText("CERT", certificate, self.access.key);
    if (!from.isSound() || !certified || certified->value("device"_L1).toString() != asker.device
        || certified->value("office"_L1).toString() != self.access.office
        || !readSignedText(kRequestKind, text.value(),
                           QByteArray::fromHex(certified->value("key"_L1).toString().toLatin1())))
        return fail(foreign);
    const QDate until = QDate::fromString(certified->value("until"_L1).toString(), Qt::ISODate);
    if (!until.isValid() || until < today)
        return fail(badPack(u"the certificate of that counter has ended"_s));
    return asker;
}

Outcome<Nothing> writePackFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return Nothing();
    return fail(Failure{FailureKind::Io, u"%1: %2"_s.arg(path, file.errorString())});
}

Outcome<QByteArray> readPackFile(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Failure{FailureKind::Missing, u"%1: %2"_s.arg(path, file.errorString())});
    if (file.size() > most)
        return fail(badPack(u"%1: larger than is taken"_s.arg(path)));
    return file.readAll();
}

QString sealedName(const SnapshotChunk &chunk)
{
    return QString::fromLatin1(chunk.sha256) + u".sealed"_s;
}

QByteArray chunkNameOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// The folder on the stick while it is being filled.
class PackWriter
{
public:
    PackWriter(Store &store, CentralPort &central, PackSelf self, Asker asker, QString dir,
               const std::atomic_bool *cancel)
        : m_central(central)
        , m_self(std::move(self))
        , m_asker(std::move(asker))
        , m_dir(std::move(dir))
        , m_cancel(cancel)
        , m_own(SnapshotFolder::ofStore(store.dir()))
    {
    }

    Outcome<SnapshotPack> fill()
    {
        if (!QDir().mkpath(m_dir))
            return fail(Failure{FailureKind::Io, u"%1 can't be made"_s.arg(m_dir)});
        constexpr int kMostManifests = 3; // a long way behind the centre's newest
        for (int tries = 0; tries < kMostManifests; ++tries) {
            auto manifest = tries == 0 ? kept() : std::nullopt;
            if (!manifest) {
                auto newest = begin();
                if (!newest)
                    return fail(newest.error());
                manifest = newest.take();
            }
            auto filled = addChunks(*manifest);
            if (filled || filled.error().kind != FailureKind::Gone)
                return filled;
        }
        return fail(Failure{FailureKind::Later, u"the centre changes its snapshot too often"_s});
    }

private:
    QString path(const QString &name) const { return m_dir + u'/' + name; }

    /// What an earlier run began for the same counter.
    std::optional<SnapshotManifest> kept() const
    {
        const auto whose = readPackFile(path(u"for"_s), kMostRequestBytes);
        auto manifest = SnapshotFolder(m_dir).manifest(m_self.access.key);
        if (!whose || whose.value() != whoseText() || !manifest || manifest->epoch != m_self.access.epoch)
            return {};
        return manifest;
    }
    QByteArray whoseText() const { return m_asker.boxKey.toHex() + '\n'; }

    Outcome<SnapshotManifest> begin()
    {
        auto manifest = m_central.snapshot();
        if (!manifest)
            return manifest;
        if (!readSignedText("MANIFEST", manifest.value().proof, m_self.access.key))
            return fail(Failure{FailureKind::Untrusted, u"a snapshot is not signed by the centre"_s});
        const QDir dir(m_dir);
        const auto whose = readPackFile(path(u"for"_s), kMostRequestBytes);
        QSet<QString> shared;
        if (whose && whose.value() == whoseText())
            for (const SnapshotChunk &chunk : std::as_const(manifest.value().chunks))
                shared += sealedName(chunk);
        for (const QString &name : dir.entryList({u"*.sealed"_s}, QDir::Files)) {
            if (!shared.contains(name))
                QFile::remove(dir.filePath(name));
        }
        if (auto put = writePackFile(path(u"for"_s), whoseText()); !put)
            return fail(put.error());
        if (auto put = writePackFile(path(u"manifest"_s), writeSnapshotManifest(manifest.value())); !put)
            return fail(put.error());
        auto read = SnapshotFolder(m_dir).manifest(m_self.access.key); // what was signed is what counts
        if (!read)
            return fail(Failure{FailureKind::Io, u"%1 does not keep what is written"_s.arg(m_dir)});
        return *std::move(read);
    }

    Outcome<SnapshotPack> addChunks(const SnapshotManifest &manifest)
    {
        SnapshotPack pack{manifest.chunks.size(), 0, 0, manifest.families, manifest.participants};
        for (const SnapshotChunk &chunk : manifest.chunks) {
            pack.bytes += chunk.length;
            if (QFile::exists(path(sealedName(chunk)))) // written whole or not at all
                continue;
            const auto bytes = chunkOf(chunk);
            if (!bytes)
                return fail(bytes.error());
            const auto sealed = sealTo(m_asker.boxKey, bytes.value());
            if (!sealed)
                return fail(badPack(u"the key of that counter is none"_s));
            if (auto put = writePackFile(path(sealedName(chunk)), *sealed); !put)
                return fail(put.error());
            ++pack.fetched;
        }
        return pack;
    }

    Outcome<QByteArray> chunkOf(const SnapshotChunk &chunk)
    {
        if (chunk.length > kMostPackChunk)
            return fail(Failure{FailureKind::Later, u"a chunk of the snapshot is larger than is taken"_s});
        if (m_own.has(chunk)) { // this counter is loading the same
            auto own = readPackFile(m_own.fileOf(chunk), chunk.length);
            if (own && chunkNameOf(own.value()) == chunk.sha256)
                return own;
        }
        QByteArray bytes;
        while (bytes.size() < chunk.length) {
            if (m_cancel && *m_cancel)
                return fail(Failure{FailureKind::Cancelled, u"snapshot"_s});
            const auto piece = m_central.snapshotBytes(chunk.sha256, bytes.size(),
                                                       qMin(kPackPieceBytes, chunk.length - bytes.size()));
            if (!piece)
                return piece;
            if (piece.value().isEmpty())
                return fail(Failure{FailureKind::Network, u"a chunk of the snapshot ended early"_s});
            bytes += piece.value();
        }
        if (chunkNameOf(bytes) != chunk.sha256)
            return fail(Failure{FailureKind::Later, u"a chunk of the snapshot came damaged"_s});
        return bytes;
    }

    CentralPort &m_central;
    const PackSelf m_self;
    const Asker m_asker;
    const QString m_dir;
    const std::atomic_bool *const m_cancel;
    const SnapshotFolder m_own;
};

/// Which of two snapshots the store's folder is for: the one of which less would be missing.
bool isStickBetter(const SnapshotFolder &folder, const SnapshotManifest &stick, const QDir &dir,
                   const QByteArray &centreKey)
{
    const auto kept = folder.manifest(centreKey);
    if (!kept || kept->epoch != stick.epoch || folder.isRefused())
        return true;
    if (kept->id == stick.id)
        return false;
    qint64 missing = 0;
    for (const SnapshotChunk &chunk : stick.chunks)
        missing += dir.exists(sealedName(chunk)) || folder.has(chunk) ? 0 : chunk.length;
    const SnapshotStanding own = folder.standing(*kept);
    return missing < own.bytes - own.bytesDone;
}

/// Opens what the stick has of `manifest` into the folder.
Outcome<Nothing> takeChunks(SnapshotFolder &folder, const SnapshotManifest &manifest, const QDir &dir,
                            const BoxKey &box, SnapshotTaken *taken)
{
    for (const SnapshotChunk &chunk : manifest.chunks) {
        ++taken->chunks;
        if (folder.has(chunk))
            continue;
        ++taken->missing;
        const auto sealed = readPackFile(dir.filePath(sealedName(chunk)), chunk.length + kMostSealBytes);
        if (!sealed && sealed.error().kind == FailureKind::Missing)
            continue;
        const auto bytes = sealed ? box.open(sealed.value()) : std::nullopt;
        if (!bytes || bytes->size() != chunk.length || chunkNameOf(*bytes) != chunk.sha256) {
            ++taken->damaged;
            continue;
        }
        folder.discard(chunk); // what had come of it over a line
        const auto kept = folder.append(chunk, *bytes);
        if (!kept)
            return fail(kept.error());
        taken->taken += kept.value() ? 1 : 0;
        taken->missing -= kept.value() ? 1 : 0;
    }
    return Nothing();
}

} // namespace

Outcome<QByteArray> snapshotRequest(Store &store)
{
    const auto self = selfOf(store);
    if (!self)
        return fail(self.error());
    const auto key = DeviceKey::fromSeed(self.value().access.seed);
    if (!key)
        return fail(Failure{FailureKind::Corrupt, u"the device key can't be read"_s});
    const QByteArray boxKey = BoxKey::of(*key).publicKey();
    return writeSigned(signText(kRequestKind,
                                {{u"device"_s, self.value().access.device},
                                 {u"boxKey"_s, QString::fromLatin1(boxKey.toBase64())},
                                 {u"certificate"_s, signedObject(self.value().certificate)}},
                                *key));
}

Outcome<SnapshotPack> exportSnapshot(Store &store, CentralPort &central, const QByteArray &request,
                                     const QString &dir, const std::atomic_bool *cancel)
{
    auto self = selfOf(store);
    if (!self)
        return fail(self.error());
    auto asker = askerOf(request, self.value(), store.clock().nowUtc().date());
    if (!asker)
        return fail(asker.error());
    return PackWriter(store, central, self.take(), asker.take(), dir, cancel).fill();
}

Outcome<SnapshotTaken> importSnapshot(Store &store, const QString &dir, const Actor &actor,
                                      const SyncOptions &options)
{
    const auto self = selfOf(store);
    if (!self)
        return fail(self.error());
    const CentreAccess &access = self.value().access;
    const auto key = DeviceKey::fromSeed(access.seed);
    if (!key)
        return fail(Failure{FailureKind::Corrupt, u"the device key can't be read"_s});
    const auto stick = SnapshotFolder(dir).manifest(access.key);
    if (!stick)
        return fail(badPack(u"%1: no snapshot that this counter's centre signed"_s.arg(dir)));
    if (stick->epoch != access.epoch)
        return fail(badPack(u"%1: the centre was restored since; fetch it again"_s.arg(dir)));
    SnapshotTaken taken;
    if (self.value().mirror.epoch == stick->epoch && self.value().mirror.cursor >= stick->cursor) {
        taken.isNeeded = false;
        return taken;
    }
    SnapshotFolder folder = SnapshotFolder::ofStore(store.dir());
    if (isStickBetter(folder, *stick, QDir(dir), access.key)) {
        if (auto begun = folder.begin(*stick); !begun)
            return fail(begun.error());
    }
    const auto manifest = folder.manifest(access.key);
    if (!manifest)
        return fail(Failure{FailureKind::Io, u"the snapshot's manifest can't be read"_s});
    if (auto done = takeChunks(folder, *manifest, QDir(dir), BoxKey::of(*key), &taken); !done)
        return fail(done.error());
    if (taken.missing > 0)
        return taken;
    auto loaded = loadKeptSnapshot(store, actor, options);
    if (!loaded)
        return fail(loaded.error());
    taken.summary = loaded.take();
    taken.isLoaded = taken.summary.counts.value(u"snapshots"_s) > 0;
    return taken;
}

} // namespace Loket
