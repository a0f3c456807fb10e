// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/centralport.h"

#include <QByteArray>

struct ZSTD_CCtx_s;

namespace Loket {

/// Packs the lines of a snapshot into chunks of about kChunkBytes, each a zstd frame of its own. One thread.
class ChunkPacker
{
public:
    static constexpr qsizetype kChunkBytes = 4 * 1024 * 1024;
    static constexpr int kLevel = 9; ///< made once, carried often over slow lines

    explicit ChunkPacker(int level = kLevel);
    ~ChunkPacker();
    ChunkPacker(const ChunkPacker &) = delete;
    ChunkPacker &operator=(const ChunkPacker &) = delete;

    void add(const QByteArray &line); ///< without its end
    bool isFull() const { return m_packed.size() >= kChunkBytes; }
    bool isEmpty() const { return m_families == 0; }
    qsizetype lineBytes() const { return m_lineBytes; } ///< of the chunk so far, before packing
    /// Ends the chunk and begins the next.
    SnapshotChunk take(QByteArray *bytes);

private:
    void feed(const QByteArray &line, bool isEnd);

    ZSTD_CCtx_s *m_stream;
    QByteArray m_packed;
    qint64 m_families = 0;
    qsizetype m_lineBytes = 0;
};

} // namespace Loket
