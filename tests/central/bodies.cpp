// SPDX-License-Identifier: Apache-2.0
#include "tests/central/bodies.h"

#include <zlib.h>
#include <zstd.h>

#include <memory>

namespace Loket::Central {

namespace {

constexpr int kLevel = 3;
constexpr qsizetype kTooSmallToPack = 200; // a frame and a header more than it saves
constexpr qsizetype kStep = 64 * 1024;

std::optional<QByteArray> unzstd(const QByteArray &body)
{
    struct Free {
        void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
    };
    const std::unique_ptr<ZSTD_DStream, Free> stream(ZSTD_createDStream());
    QByteArray out;
    ZSTD_inBuffer in{body.constData(), size_t(body.size()), 0};
    size_t left = 1;
    while (left != 0) {
        const qsizetype have = out.size();
        out.resize(have + kStep);
        ZSTD_outBuffer room{out.data() + have, size_t(kStep), 0};
        const size_t before = in.pos;
        left = ZSTD_decompressStream(stream.get(), &room, &in);
        out.truncate(have + qsizetype(room.pos));
        if (ZSTD_isError(left) || out.size() > kMostInflated)
            return std::nullopt;
        if (left != 0 && in.pos == before && room.pos == 0)
            return std::nullopt; // cut off
    }
    return in.pos == in.size ? std::optional(out) : std::nullopt;
}

std::optional<QByteArray> gunzip(const QByteArray &body)
{
    constexpr int kGzipOnly = 15 + 16;
    z_stream stream = {};
    if (inflateInit2(&stream, kGzipOnly) != Z_OK)
        return std::nullopt;
    QByteArray in = body; // zlib's old interface wants it writable
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = uInt(in.size());
    QByteArray out;
    int state = Z_OK;
    while (state == Z_OK && out.size() <= kMostInflated) {
        const qsizetype have = out.size();
        out.resize(have + kStep);
        stream.next_out = reinterpret_cast<Bytef *>(out.data() + have);
        stream.avail_out = uInt(kStep);
        state = inflate(&stream, Z_NO_FLUSH);
        out.truncate(have + kStep - qsizetype(stream.avail_out));
    }
    const bool isWhole = state == Z_STREAM_END && stream.avail_in == 0 && out.size() <= kMostInflated;
    inflateEnd(&stream);
    return isWhole ? std::optional(out) : std::nullopt;
}

} // namespace

std::optional<QByteArray> unpackBody(const QByteArray &body, const QByteArray &encoding)
{
    if (encoding.isEmpty() || encoding == "identity")
        return body.size() <= kMostInflated ? std::optional(body) : std::nullopt;
    if (encoding == "zstd")
        return unzstd(body);
    if (encoding == "gzip")
        return gunzip(body);
    return std::nullopt;
}

QByteArray packBody(const QByteArray &body, const QByteArray &accepted, QByteArray *encoding)
{
    encoding->clear();
    if (body.size() < kTooSmallToPack || !accepted.contains("zstd"))
        return body;
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(body.size()))), Qt::Uninitialized);
    const size_t size
        = ZSTD_compress(packed.data(), size_t(packed.size()), body.constData(), size_t(body.size()), kLevel);
    if (ZSTD_isError(size) || qsizetype(size) >= body.size())
        return body;
    packed.truncate(qsizetype(size));
    *encoding = "zstd";
    return packed;
}

} // namespace Loket::Central
