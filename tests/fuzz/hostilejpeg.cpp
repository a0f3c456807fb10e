// SPDX-License-Identifier: Apache-2.0
#include "hostilebytes.h"

#include <QtEndian>

namespace Loket::Hostile {

namespace {

/// A marker with what belongs to it: the segment's body, and the entropy-coded bytes that follow (SOS, RST).
struct Part {
    quint8 marker = 0;
    bool hasLength = true;
    quint32 length = 0; ///< as written; says the truth until it is damaged
    QByteArray body;
    QByteArray coded;
};

QList<Part> partsOf(const QByteArray &jpeg)
{
    QList<Part> parts;
    qsizetype at = 0;
    while (at + 1 < jpeg.size() && quint8(jpeg[at]) == 0xff) {
        Part part;
        part.marker = quint8(jpeg[at + 1]);
        part.hasLength
            = part.marker != 0xd8 && part.marker != 0xd9 && (part.marker < 0xd0 || part.marker > 0xd7);
        at += 2;
        if (part.hasLength) {
            if (at + 2 > jpeg.size())
                break;
            part.length = qFromBigEndian<quint16>(jpeg.constData() + at);
            part.body = jpeg.mid(at + 2, qMax(0, int(part.length) - 2));
            at += qMax<qsizetype>(2, part.length);
        }
        const qsizetype codedFrom = at;
        while (at + 1 < jpeg.size() && !(quint8(jpeg[at]) == 0xff && quint8(jpeg[at + 1]) >= 0xc0))
            ++at;
        if (at + 1 >= jpeg.size())
            at = jpeg.size();
        part.coded = jpeg.mid(codedFrom, at - codedFrom);
        parts.append(part);
    }
    return parts;
}

QByteArray joined(const QList<Part> &parts)
{
    QByteArray jpeg;
    for (const Part &part : parts) {
        jpeg.append('\xff').append(char(part.marker));
        if (part.hasLength) {
            QByteArray length(2, '\0');
            put16(length, 0, part.length);
            jpeg += length + part.body;
        }
        jpeg += part.coded;
    }
    return jpeg;
}

void grow(Part &part, const QByteArray &more)
{
    part.body += more;
    part.length = quint32(part.body.size() + 2);
}

/// Counts of code lengths that overflow their table, symbols that mean nothing, a table that isn't there.
void damageHuffman(Part &part, QRandomGenerator &random)
{
    if (part.body.size() < 17)
        return;
    switch (random.bounded(4)) {
    case 0:
        part.body[0] = char(random.bounded(256));
        break;
    case 1:
        part.body[1 + random.bounded(16)] = char(nastyNumber(random));
        break;
    case 2:
        if (part.body.size() > 17)
            part.body[17 + random.bounded(int(part.body.size()) - 17)] = char(random.bounded(256));
        break;
    default:
        grow(part,
             QByteArray(1, char(random.bounded(256))) + QByteArray(16, char(random.bounded(20)))
                 + QByteArray(random.bounded(300), char(random.bounded(256))));
    }
}

void damageQuantisation(Part &part, QRandomGenerator &random)
{
    if (part.body.isEmpty())
        return;
    if (random.bounded(2))
        part.body[0] = char(random.bounded(256));
    else
        part.body.replace(1, 64, QByteArray(64, random.bounded(2) ? '\0' : '\xff'));
}

void damageFrame(Part &part, QRandomGenerator &random)
{
    switch (random.bounded(4)) {
    case 0:
        put16(part.body, random.bounded(2) ? 1 : 3, nastyNumber(random));
        break;
    case 1:
        if (const int component = 7 + 3 * random.bounded(3); component < part.body.size())
            part.body[component] = char(nastyNumber(random)); // sampling
        break;
    case 2:
        if (part.body.size() > 5)
            part.body[5] = char(random.bounded(12)); // how many components
        break;
    default:
        scratch(part.body, random);
    }
}

void damageInside(Part &part, QRandomGenerator &random)
{
    switch (part.marker) {
    case 0xc4:
        damageHuffman(part, random);
        break;
    case 0xdb:
        damageQuantisation(part, random);
        break;
    case 0xc0:
    case 0xc2:
        damageFrame(part, random);
        break;
    case 0xda: // which components, spectral selection, approximation
        if (!part.body.isEmpty() && random.bounded(2))
            part.body[random.bounded(int(part.body.size()))] = char(nastyNumber(random));
        else
            scratch(part.coded, random);
        break;
    case 0xe1: // EXIF: offsets and counts
        put32(part.body, 6 + random.bounded(int(qMax<qsizetype>(part.body.size() - 6, 1))),
              nastyNumber(random));
        break;
    default:
        scratch(part.body, random);
    }
    if (random.bounded(2))
        part.length = quint32(part.body.size() + 2);
}

/// A segment that need not be there: restart interval, Adobe's transform, a comment, a profile in pieces.
Part strayPart(QRandomGenerator &random)
{
    Part part;
    static constexpr quint8 kMarkers[] = {0xdd, 0xee, 0xfe, 0xe2, 0xcc, 0xdc, 0xde, 0xdf, 0xe0};
    part.marker = kMarkers[random.bounded(int(std::size(kMarkers)))];
    QByteArray body(2, '\0');
    put16(body, 0, nastyNumber(random));
    if (part.marker == 0xee)
        body = QByteArray("Adobe\0\x64\0\0\0\0", 11) + char(random.bounded(4));
    else if (part.marker == 0xe2)
        body = QByteArray("ICC_PROFILE\0", 12) + char(random.bounded(4)) + char(random.bounded(256))
            + QByteArray(random.bounded(2000), '\1');
    else if (part.marker == 0xfe)
        body = QByteArray(random.bounded(65'000), '%');
    grow(part, body);
    return part;
}

} // namespace

QByteArray damagedJpeg(const QByteArray &whole, QRandomGenerator &random)
{
    QList<Part> parts = partsOf(whole);
    if (parts.isEmpty()) {
        QByteArray bytes = whole;
        scratch(bytes, random);
        return bytes;
    }
    const int at = random.bounded(int(parts.size()));
    Part &part = parts[at];
    switch (random.bounded(12)) {
    case 0:
        part.marker = quint8(0xc0 + random.bounded(0x3f));
        break;
    case 1:
        part.length = nastyNumber(random) & 0xffff;
        break;
    case 2:
        parts.removeAt(at);
        break;
    case 3:
        parts.insert(at, Part(part));
        break;
    case 4:
        parts.swapItemsAt(at, random.bounded(int(parts.size())));
        break;
    case 5:
        parts.insert(random.bounded(1, int(parts.size()) + 1), strayPart(random));
        break;
    case 6:
        part.coded.insert(random.bounded(int(part.coded.size()) + 1),
                          QByteArray("\xff").append(char(0xc0 + random.bounded(0x40))));
        break;
    case 7:
        scratch(part.coded, random);
        break;
    default:
        damageInside(part, random);
    }
    return joined(parts);
}

} // namespace Loket::Hostile
