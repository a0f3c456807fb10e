// SPDX-License-Identifier: Apache-2.0
#include "model/centre/chunkpacker.h"
#include "model/store/familyjson.h"
#include "model/sync/courierfile.h"
#include "model/sync/wire.h"
#include "tests/fakes/fakecentre.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

// The part of FakeCentre that carries bytes, and the port of a counter.

namespace Loket::Fakes {

namespace {

constexpr int kLevel = 1;

QByteArray nameOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

/// What one counter sees.
class FakeCentre::Counter final : public CentralPort
{
public:
    Counter(FakeCentre &centre, const QString &device)
        : m_centre(centre)
        , m_device(device)
    {
    }
    Outcome<Welcome> hello(const CounterState &state) override { return m_centre.hello(m_device, state); }
    Outcome<SubmitReply> submit(const QList<Envelope> &list) override
    {
        return m_centre.submit(m_device, list);
    }
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int) override
    {
        return m_centre.changes(m_device, epoch, cursor, limit);
    }
    Outcome<LeaseGrant> lease(const LeaseRequest &request) override
    {
        return m_centre.lease(m_device, request);
    }
    Outcome<Nothing> returnLease(const QString &leaseId, qint64 next) override
    {
        return m_centre.returnLease(m_device, leaseId, next);
    }
    Outcome<qint64> putAttachment(const AttachmentPiece &piece) override
    {
        return m_centre.putAttachment(piece);
    }
    Outcome<SnapshotManifest> snapshot() override { return m_centre.snapshot(m_device); }
    Outcome<QByteArray> snapshotBytes(const QByteArray &sha256, qint64 offset, qint64 limit) override
    {
        const auto chunk = m_centre.m_chunks.constFind(sha256);
        if (chunk == m_centre.m_chunks.constEnd())
            return fail(Failure{FailureKind::Gone, u"snapshot.old"_s});
        return chunk->mid(offset, limit);
    }
    Outcome<Nothing> wiped(const SignedText &receipt) override
    {
        const auto known = m_centre.m_kept.book.device(m_device);
        if (!known || !known.value() || !readSignedText("WIPED", receipt, known.value()->publicKey))
            return fail(Failure{FailureKind::BadInput, u"receipt.signature"_s});
        m_centre.m_wiped.insert(m_device, receipt);
        return Nothing();
    }
    Outcome<SignedText> edition(const QString &id) override
    {
        const SignedText package = m_centre.m_kept.editions.value(id);
        if (package.isEmpty())
            return fail(Failure{FailureKind::BadInput, u"edition.unknown"_s});
        return package;
    }
    Outcome<QByteArray> carry(const QByteArray &sealed) override { return m_centre.carry(sealed); }

private:
    FakeCentre &m_centre;
    const QString m_device;
};

std::unique_ptr<CentralPort> FakeCentre::connect(const QString &device)
{
    return std::make_unique<Counter>(*this, device);
}

Outcome<QByteArray> FakeCentre::carry(const QByteArray &sealed)
{
    using Answer = Outcome<std::optional<CourierSender>>;
    return answerCourier(sealed, m_box, m_key, [this](const QString &device) -> Answer {
        const auto known = m_kept.book.device(device);
        if (!known)
            return fail(known.error());
        if (!known.value())
            return std::optional<CourierSender>();
        return std::optional(CourierSender{known.value()->publicKey, known.value()->boxKey, connect(device)});
    });
}

Outcome<qint64> FakeCentre::putAttachment(const AttachmentPiece &piece)
{
    if (piece.length < 1 || piece.offset < 0 || piece.offset + piece.bytes.size() > piece.length)
        return fail(Failure{FailureKind::BadInput, u"attachment.length"_s});
    if (m_kept.attachments.contains(piece.sha256))
        return piece.length;
    QByteArray &have = m_arriving[piece.sha256];
    if (piece.offset != have.size())
        return qint64(have.size());
    have += piece.bytes;
    const qint64 size = have.size();
    if (size < piece.length)
        return size;
    const QByteArray whole = m_arriving.take(piece.sha256);
    if (nameOf(whole) != piece.sha256)
        return 0;
    m_kept.attachments.insert(piece.sha256, whole);
    return size;
}

Outcome<SnapshotManifest> FakeCentre::snapshot(const QString &device)
{
    const auto known = m_kept.book.device(device);
    if (!known || !known.value())
        return fail(Failure{FailureKind::Denied, u"device.unknown"_s});
    const auto areas = m_kept.book.areasOf(known.value()->office);
    if (!areas)
        return fail(areas.error());
    SnapshotManifest manifest;
    manifest.id = u"0190f00d-0000-7000-8000-%1"_s.arg(++m_snapshots, 12, 16, QLatin1Char('0'));
    manifest.epoch = epoch();
    manifest.cursor = head();
    ChunkPacker chunks(kLevel);
    const auto endChunk = [&] {
        QByteArray bytes;
        manifest.chunks += chunks.take(&bytes);
        m_chunks.insert(manifest.chunks.last().sha256, bytes);
    };
    for (const FamilyView &family : m_kept.book.families()) {
        if (!areas.value().isEmpty() && !areas.value().contains(family.address.village.left(5)))
            continue;
        chunks.add(QJsonDocument(familyToJson(family)).toJson(QJsonDocument::Compact));
        ++manifest.families;
        manifest.participants += family.members.size();
        if (chunks.lineBytes() >= m_chunkBytes)
            endChunk();
    }
    if (!chunks.isEmpty())
        endChunk();
    manifest.proof = signText("MANIFEST", snapshotManifestText(manifest), m_key);
    return manifest;
}

} // namespace Loket::Fakes
