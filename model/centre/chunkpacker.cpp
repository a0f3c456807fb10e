// SPDX-License-Identifier: Apache-2.0
#include "model/centre/chunkpacker.h"

#include <QCryptographicHash>

#include <zstd.h>

#include <utility>

namespace Loket {

ChunkPacker::ChunkPacker(int level)
    : m_stream(ZSTD_createCCtx())
{
    ZSTD_CCtx_setParameter(m_stream, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(m_stream, ZSTD_c_checksumFlag, 1);
}

ChunkPacker::~ChunkPacker()
{
    ZSTD_freeCCtx(m_stream);
}

void ChunkPacker::add(const QByteArray &line)
{
    feed(line + '\n', false);
    ++m_families;
    m_lineBytes += line.size() + 1;
}

SnapshotChunk ChunkPacker::take(QByteArray *bytes)
{
    feed({}, true);
    *bytes = std::exchange(m_packed, {});
    m_lineBytes = 0;
    return {QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex(), bytes->size(),
            std::exchange(m_families, 0)};
}

void ChunkPacker::feed(const QByteArray &line, bool isEnd)
{
    ZSTD_inBuffer in{line.constData(), size_t(line.size()), 0};
    const size_t step = ZSTD_CStreamOutSize();
    for (;;) {
        const qsizetype have = m_packed.size();
        m_packed.resize(have + qsizetype(step));
        ZSTD_outBuffer out{m_packed.data() + have, step, 0};
        const size_t left = ZSTD_compressStream2(m_stream, &out, &in, isEnd ? ZSTD_e_end : ZSTD_e_continue);
        m_packed.truncate(have + qsizetype(out.pos));
        if (isEnd ? left == 0 : in.pos == in.size)
            return;
    }
}

} // namespace Loket
