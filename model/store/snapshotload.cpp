// SPDX-License-Identifier: Apache-2.0
#include "model/store/snapshotload.h"

#include "model/store/mirrorload.h"
#include "model/store/snapshotbelt.h"

#include <QCryptographicHash>
#include <QFile>

#include <zstd.h>

#include <array>
#include <cstring>
#include <thread>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr qint64 kPieceBytes = 128 * 1024;
constexpr qsizetype kTextBytes = 256 * 1024;
constexpr qsizetype kMostLineBytes = 4 * 1024 * 1024; ///< a family of hundreds is below it
constexpr int kMostWindowLog = 23;                    ///< 8 MiB

Failure corrupt(const QString &what)
{
    return {FailureKind::Corrupt, what};
}

/// Reads one chunk after the other and puts its families on the belt. Lives on the reading thread.
class ChunkReader
{
public:
    explicit ChunkReader(SnapshotBelt &belt)
        : m_belt(belt)
        , m_stream(ZSTD_createDCtx())
    {
        ZSTD_DCtx_setParameter(m_stream.get(), ZSTD_d_windowLogMax, kMostWindowLog);
        m_text.resize(kTextBytes + qsizetype(FamilyRows::kPadding));
    }

    Outcome<Nothing> read(const SnapshotFile &chunk)
    {
        QFile file(chunk.path);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return fail(Failure{file.exists() ? FailureKind::Io : FailureKind::Missing,
                                u"a chunk of the snapshot can't be opened"_s});
        ZSTD_DCtx_reset(m_stream.get(), ZSTD_reset_session_only);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        m_have = 0;
        m_lines = 0;
        bool isOver = false;
        for (;;) {
            const qint64 got = file.read(m_piece.data(), kPieceBytes);
            if (got < 0)
                return fail(Failure{FailureKind::Io, u"a chunk of the snapshot can't be read"_s});
            if (got == 0)
                break;
            hash.addData(QByteArrayView(m_piece.data(), got));
            m_bytes += got;
            if (auto unpacked = unpack(size_t(got), chunk, &isOver); !unpacked)
                return unpacked;
        }
        if (!isOver || m_have > 0)
            return fail(corrupt(u"a chunk of the snapshot is cut off"_s));
        if (!chunk.sha256.isEmpty() && hash.result().toHex() != chunk.sha256)
            return fail(corrupt(u"a chunk of the snapshot is not what its name says"_s));
        return Nothing();
    }

    /// The last, perhaps half full, batch.
    void flush()
    {
        if (m_batch && m_batch->size > 0)
            send();
    }

private:
    /// One piece of the file; what it unpacks to is parsed as it comes, so a bomb finds no room.
    Outcome<Nothing> unpack(size_t size, const SnapshotFile &chunk, bool *isOver)
    {
        ZSTD_inBuffer in{m_piece.data(), size, 0};
        for (bool isFull = false; in.pos < in.size || isFull;) {
            if (*isOver && in.pos < in.size)
                return fail(corrupt(u"a chunk of the snapshot has something behind its end"_s));
            const qsizetype room = m_text.size() - qsizetype(FamilyRows::kPadding);
            ZSTD_outBuffer out{m_text.data(), size_t(room), size_t(m_have)};
            const size_t left = ZSTD_decompressStream(m_stream.get(), &out, &in);
            if (ZSTD_isError(left))
                return fail(corrupt(u"a chunk of the snapshot can't be unpacked"_s));
            *isOver = left == 0;
            m_have = qsizetype(out.pos);
            isFull = m_have == room && !*isOver;
            if (auto put = putLines(chunk); !put)
                return put;
            if (m_have == m_text.size() - qsizetype(FamilyRows::kPadding)) { // one line is longer than that
                if (m_have >= kMostLineBytes)
                    return fail(corrupt(u"a family of the snapshot is larger than is taken"_s));
                m_text.resize(2 * m_have + qsizetype(FamilyRows::kPadding));
            }
        }
        return Nothing();
    }

    /// The whole lines of m_text; the rest moves to its beginning.
    Outcome<Nothing> putLines(const SnapshotFile &chunk)
    {
        const char *const begin = m_text.constData();
        const char *line = begin;
        const char *const end = begin + m_have;
        while (const void *const found = std::memchr(line, '\n', size_t(end - line))) {
            const char *const newline = static_cast<const char *>(found);
            if (newline > line) {
                if (auto put = putLine({line, newline - line}, chunk); !put)
                    return put;
            }
            line = newline + 1;
        }
        m_have = end - line;
        std::memmove(m_text.data(), line, size_t(m_have));
        return Nothing();
    }

    Outcome<Nothing> putLine(QByteArrayView json, const SnapshotFile &chunk)
    {
        if (!m_batch && !(m_batch = m_belt.toFill()))
            return fail(Failure{FailureKind::Cancelled, u"snapshot"_s});
        if (!m_rows.readPadded(json))
            return fail(corrupt(u"a line of the snapshot is no family"_s));
        if (++m_lines > chunk.families && chunk.families > 0)
            return fail(corrupt(u"a chunk of the snapshot holds more than its manifest says"_s));
        m_batch->add(m_rows);
        if (m_batch->size == SnapshotBatch::kFamilies)
            send();
        return Nothing();
    }

    void send()
    {
        m_batch->bytesDone = m_bytes;
        m_belt.filled(m_batch);
        m_batch = nullptr;
    }

    struct Free {
        void operator()(ZSTD_DCtx *stream) const { ZSTD_freeDCtx(stream); }
    };
    SnapshotBelt &m_belt;
    std::unique_ptr<ZSTD_DCtx, Free> m_stream;
    std::array<char, kPieceBytes> m_piece;
    QByteArray m_text;    ///< unpacked: what is no whole line yet, and room behind it
    qsizetype m_have = 0; ///< bytes of it
    qint64 m_lines = 0;   ///< of the chunk
    qint64 m_bytes = 0;   ///< of all chunks
    FamilyRows m_rows;
    SnapshotBatch *m_batch = nullptr;
};

} // namespace

struct SnapshotLoad::Private {
    MirrorLoad &load;
    const QList<SnapshotFile> files;
    SnapshotBelt belt;
    std::thread thread;
    qint64 bytesDone = 0, families = 0, participants = 0;

    void readAll()
    {
        const auto reader = std::make_unique<ChunkReader>(belt);
        for (qsizetype at = 0; at < files.size(); ++at) {
            if (const auto done = reader->read(files.at(at)); !done)
                return belt.end(done, at);
        }
        reader->flush();
        belt.end(Nothing(), -1);
    }

    Outcome<Nothing> insert(SnapshotBatch &batch)
    {
        MirrorParticipantRow *member = batch.members.data();
        for (size_t i = 0; i < batch.size; ++i) {
            batch.families[i].id = ++families;
            if (auto added = load.rows().add(batch.families[i]); !added)
                return added;
            for (size_t n = 0; n < batch.memberCounts[i]; ++n, ++member) {
                member->id = ++participants;
                member->familyId = families;
                if (auto added = load.rows().add(*member); !added)
                    return added;
            }
        }
        bytesDone = batch.bytesDone;
        return Nothing();
    }
};

SnapshotLoad::SnapshotLoad(MirrorLoad &load, QList<SnapshotFile> files)
    : d(new Private{load, std::move(files), {}, {}})
{
    d->thread = std::thread([this] { d->readAll(); });
}

SnapshotLoad::~SnapshotLoad()
{
    d->belt.giveUp();
    d->thread.join();
}

Outcome<bool> SnapshotLoad::step(std::chrono::milliseconds time)
{
    const auto until = std::chrono::steady_clock::now() + time;
    do {
        SnapshotBatch *const batch = d->belt.toEmpty();
        if (!batch) {
            const auto ended = d->belt.ended();
            return ended ? Outcome<bool>(false) : fail(ended.error());
        }
        const auto inserted = d->insert(*batch);
        d->belt.emptied(batch);
        if (!inserted)
            return fail(inserted.error());
    } while (std::chrono::steady_clock::now() < until);
    return true;
}

qint64 SnapshotLoad::bytesDone() const
{
    return d->bytesDone;
}

qint64 SnapshotLoad::families() const
{
    return d->families;
}

qint64 SnapshotLoad::participants() const
{
    return d->participants;
}

qsizetype SnapshotLoad::damagedFile() const
{
    return d->belt.damaged();
}

} // namespace Loket
