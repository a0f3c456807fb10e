// SPDX-License-Identifier: Apache-2.0
#include "model/sync/packing.h"

#include <zlib.h>
#include <zstd.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr qsizetype kTooSmallToPack = 100; // a frame and a header line more than it saves
constexpr qsizetype kThoroughUpTo = 512 * 1024;
constexpr qsizetype kStep = 128 * 1024;
constexpr int kMostWindowLog = 23; // 8 MiB: what unpacking may take besides its result

using Unpacked = Result<QByteArray, PackFault>;

Unpacked unzstd(const QByteArray &body, qsizetype most)
{
    struct Free {
        void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
    };
    const std::unique_ptr<ZSTD_DStream, Free> stream(ZSTD_createDStream());
    ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, kMostWindowLog);
    QByteArray out;
    ZSTD_inBuffer in{body.constData(), size_t(body.size()), 0};
    for (size_t left = 1; left != 0;) {
        const qsizetype have = out.size();
        out.resize(have + kStep);
        ZSTD_outBuffer room{out.data() + have, size_t(kStep), 0};
        const size_t before = in.pos;
        left = ZSTD_decompressStream(stream.get(), &room, &in);
        out.truncate(have + qsizetype(room.pos));
        if (ZSTD_isError(left) || (left != 0 && in.pos == before && room.pos == 0)) // damaged, or cut off
            return fail(PackFault::Damaged);
        if (out.size() > most)
            return fail(PackFault::TooLarge);
    }
    if (in.pos != in.size)
        return fail(PackFault::Damaged);
    return out;
}

Unpacked gunzip(const QByteArray &body, qsizetype most)
{
    constexpr int kGzipOnly = 15 + 16;
    z_stream stream = {};
    if (inflateInit2(&stream, kGzipOnly) != Z_OK)
        return fail(PackFault::Damaged);
    QByteArray in = body; // the library wants it writable
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = uInt(in.size());
    QByteArray out;
    int state = Z_OK;
    while (state == Z_OK && out.size() <= most) {
        const qsizetype have = out.size();
        out.resize(have + kStep);
        stream.next_out = reinterpret_cast<Bytef *>(out.data() + have);
        stream.avail_out = uInt(kStep);
        state = inflate(&stream, Z_NO_FLUSH);
        out.truncate(have + kStep - qsizetype(stream.avail_out));
    }
    const bool isWhole = state == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    if (out.size() > most)
        return fail(PackFault::TooLarge);
    if (!isWhole)
        return fail(PackFault::Damaged);
    return out;
}

} // namespace

QString packFaultWord(PackFault fault)
{
    switch (fault) {
    case PackFault::Damaged:
        return u"damaged or cut off"_s;
    case PackFault::TooLarge:
        return u"larger than is taken"_s;
    case PackFault::UnknownEncoding:
        return u"in an encoding that is not known"_s;
    }
    return {};
}

PackedBody packBody(const QByteArray &body, int level)
{
    if (body.size() < kTooSmallToPack)
        return {body, {}};
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(body.size()))), Qt::Uninitialized);
    const size_t size
        = ZSTD_compress(packed.data(), size_t(packed.size()), body.constData(), size_t(body.size()),
                        body.size() > kThoroughUpTo ? qMin(level, kFastLevel) : level);
    if (ZSTD_isError(size) || qsizetype(size) >= body.size())
        return {body, {}};
    packed.truncate(qsizetype(size));
    return {packed, "zstd"};
}

Unpacked unpackBody(const QByteArray &body, const QByteArray &encoding, qsizetype most)
{
    const QByteArray word = encoding.trimmed().toLower();
    const qsizetype believable = qMin(most, 1024 * 1024 + body.size() * kMostGrowth);
    if (word.isEmpty() || word == "identity") {
        if (body.size() > most)
            return fail(PackFault::TooLarge);
        return body;
    }
    if (word == "zstd")
        return unzstd(body, believable);
    if (word == "gzip")
        return gunzip(body, believable);
    return fail(PackFault::UnknownEncoding);
}

} // namespace Loket
