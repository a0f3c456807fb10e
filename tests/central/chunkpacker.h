// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/centralport.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <zstd.h>

#include <utility>

namespace Loket::Central {

/// Packs the lines of a snapshot into chunks of about kChunkBytes, each a zstd frame of its own. One thread.
class ChunkPacker
{
public:
    static constexpr qsizetype kChunkBytes = 4 * 1024 * 1024;
    static constexpr int kLevel = 9; ///< made once, carried often over slow lines

    ChunkPacker()
        : m_stream(ZSTD_createCCtx())
    {
        ZSTD_CCtx_setParameter(m_stream, ZSTD_c_compressionLevel, kLevel);
        ZSTD_CCtx_setParameter(m_stream, ZSTD_c_checksumFlag, 1);
    }
    ~ChunkPacker() { ZSTD_freeCCtx(m_stream); }
    ChunkPacker(const ChunkPacker &) = delete;
    ChunkPacker &operator=(const ChunkPacker &) = delete;

    void add(const QByteArray &line)
    {
        feed(line + '\n', ZSTD_e_continue);
        ++m_families;
    }
    bool isFull() const { return m_packed.size() >= kChunkBytes; }
    bool isEmpty() const { return m_families == 0; }
    /// Ends the chunk and begins the next.
    SnapshotChunk take(QByteArray *bytes)
    {
        feed({}, ZSTD_e_end);
        *bytes = std::exchange(m_packed, {});
        return {QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex(), bytes->size(),
                std::exchange(m_families, 0)};
    }

private:
    void feed(const QByteArray &line, ZSTD_EndDirective end)
    {
        ZSTD_inBuffer in{line.constData(), size_t(line.size()), 0};
        const size_t step = ZSTD_CStreamOutSize();
        for (;;) {
            const qsizetype have = m_packed.size();
            m_packed.resize(have + qsizetype(step));
            ZSTD_outBuffer out{m_packed.data() + have, step, 0};
            const size_t left = ZSTD_compressStream2(m_stream, &out, &in, end);
            m_packed.truncate(have + qsizetype(out.pos));
            if (end == ZSTD_e_end ? left == 0 : in.pos == in.size)
                return;
        }
    }

    ZSTD_CCtx *m_stream;
    QByteArray m_packed;
    qint64 m_families = 0;
};

} // namespace Loket::Central
