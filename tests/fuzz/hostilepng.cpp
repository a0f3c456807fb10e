// SPDX-License-Identifier: Apache-2.0
#include "hostilebytes.h"

#include <QtEndian>

#include <zlib.h>

namespace Loket::Hostile {

namespace {

constexpr qsizetype kSignature = 8;

struct Chunk {
    QByteArray type;
    QByteArray data;
    quint32 length = 0;
    quint32 check = 0;
};

quint32 checkOf(const QByteArray &type, const QByteArray &data)
{
    const QByteArray both = type + data;
    return quint32(crc32(0, reinterpret_cast<const Bytef *>(both.constData()), uInt(both.size())));
}

QList<Chunk> chunksOf(const QByteArray &png)
{
    QList<Chunk> chunks;
    qsizetype at = kSignature;
    while (at + 12 <= png.size()) {
        Chunk chunk;
        chunk.length = qFromBigEndian<quint32>(png.constData() + at);
        chunk.type = png.mid(at + 4, 4);
        const qsizetype size = qMin<qsizetype>(chunk.length, png.size() - at - 12);
        chunk.data = png.mid(at + 8, size);
        chunk.check = qFromBigEndian<quint32>(png.constData() + at + 8 + size);
        chunks.append(chunk);
        at += 12 + size;
    }
    return chunks;
}

QByteArray joined(const QByteArray &signature, const QList<Chunk> &chunks)
{
    QByteArray png = signature;
    for (const Chunk &chunk : chunks) {
        QByteArray number(4, '\0');
        put32(number, 0, chunk.length);
        png += number + chunk.type + chunk.data;
        put32(number, 0, chunk.check);
        png += number;
    }
    return png;
}

/// Length and checksum that fit what the chunk holds now, so that readers look inside.
void seal(Chunk &chunk)
{
    chunk.length = quint32(chunk.data.size());
    chunk.check = checkOf(chunk.type, chunk.data);
}

void damagePixels(Chunk &chunk, QRandomGenerator &random)
{
    QByteArray size(4, '\0');
    put32(size, 0, 4 * 1024 * 1024);
    QByteArray rows = random.bounded(3) ? qUncompress(size + chunk.data) : QByteArray();
    if (rows.isEmpty()) { // a stream cut into pieces, or on purpose: the stream itself
        scratch(chunk.data, random);
        return;
    }
    for (int i = random.bounded(1, 30); i > 0 && !rows.isEmpty(); --i)
        scratch(rows, random); // filter kinds, and more or fewer rows than the head says
    chunk.data = qCompress(rows, random.bounded(10)).mid(4);
}

void damageHead(Chunk &chunk, QRandomGenerator &random)
{
    static constexpr char kDepths[] = {1, 2, 4, 8, 16};
    static constexpr char kKinds[] = {0, 2, 3, 4, 6};
    if (chunk.data.size() < 13)
        return;
    switch (random.bounded(5)) {
    case 0:
        put32(chunk.data, random.bounded(2) * 4, nastyNumber(random));
        break;
    case 1:
        chunk.data[8] = kDepths[random.bounded(5)];
        chunk.data[9] = kKinds[random.bounded(5)];
        break;
    case 2:
        chunk.data[12] = 1; // interlaced
        break;
    case 3:
        put32(chunk.data, 4, 1 + random.bounded(400)); // fewer or more rows than there are
        break;
    default:
        chunk.data[8 + random.bounded(5)] = char(random.bounded(256));
    }
}

Chunk strayChunk(QRandomGenerator &random)
{
    static const QList<QByteArray> kTypes{"PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "zTXt", "iTXt",
                                          "tEXt", "bKGD", "pHYs", "sBIT", "oFFs", "eXIf", "acTL", "fdAT",
                                          "hIST", "sPLT", "tIME", "XXXX", "IDAT", "IHDR", "IEND"};
    Chunk chunk;
    chunk.type = kTypes[random.bounded(int(kTypes.size()))];
    if (chunk.type == "iCCP" || chunk.type == "zTXt")
        chunk.data
            = QByteArray("name\0\0", 6) + qCompress(QByteArray(random.bounded(4'000'000), 'a'), 9).mid(4);
    else
        for (int i = random.bounded(40); i > 0; --i)
            chunk.data.append(char(nastyNumber(random)));
    seal(chunk);
    return chunk;
}

/// Row by row: the test's own memory counts too.
QByteArray deflatedZeros(qsizetype row, quint32 rows)
{
    QByteArray zeros(row, '\0');
    QByteArray out(1 << 16, '\0');
    QByteArray all;
    z_stream stream{};
    deflateInit(&stream, 6);
    for (quint32 i = 0; i <= rows; ++i) {
        stream.next_in = reinterpret_cast<Bytef *>(zeros.data());
        stream.avail_in = i < rows ? uInt(row) : 0;
        do {
            stream.next_out = reinterpret_cast<Bytef *>(out.data());
            stream.avail_out = uInt(out.size());
            deflate(&stream, i < rows ? Z_NO_FLUSH : Z_FINISH);
            all.append(out.constData(), out.size() - qsizetype(stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return all;
}

} // namespace

QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    Chunk chunk{type, data, 0, 0};
    seal(chunk);
    return joined({}, {chunk});
}

QByteArray pngOfZeros(quint32 width, quint32 height, quint32 rows, char depth, char colourKind,
                      const QByteArray &moreChunks)
{
    QByteArray head(13, '\0');
    put32(head, 0, width);
    put32(head, 4, height);
    head[8] = depth;
    head[9] = colourKind;
    const int samples = colourKind == 2 ? 3 : colourKind == 6 ? 4 : colourKind == 4 ? 2 : 1;
    const qsizetype row = 1 + (qsizetype(width) * samples * depth + 7) / 8;
    return QByteArray("\x89PNG\r\n\x1a\n") + pngChunk("IHDR", head) + moreChunks
        + pngChunk("IDAT", deflatedZeros(row, rows)) + pngChunk("IEND", {});
}

QByteArray damagedPng(const QByteArray &whole, QRandomGenerator &random)
{
    QByteArray signature = whole.left(kSignature);
    QList<Chunk> chunks = chunksOf(whole);
    if (chunks.isEmpty()) {
        QByteArray bytes = whole;
        scratch(bytes, random);
        return bytes;
    }
    const int at = random.bounded(int(chunks.size()));
    Chunk &chunk = chunks[at];
    switch (random.bounded(12)) {
    case 0:
        chunk.length = nastyNumber(random);
        break;
    case 1:
        chunk.check = nastyNumber(random);
        break;
    case 2:
        chunk.type = strayChunk(random).type;
        seal(chunk);
        break;
    case 3:
        chunks.removeAt(at);
        break;
    case 4:
        chunks.insert(at, Chunk(chunk));
        break;
    case 5:
        chunks.swapItemsAt(at, random.bounded(int(chunks.size())));
        break;
    case 6:
    case 7:
        chunks.insert(random.bounded(int(chunks.size()) + 1), strayChunk(random));
        break;
    default:
        if (chunk.type == "IDAT")
            damagePixels(chunk, random);
        else if (chunk.type == "IHDR")
            damageHead(chunk, random);
        else
            scratch(chunk.data, random);
        seal(chunk);
    }
    return joined(signature, chunks);
}

} // namespace Loket::Hostile
