// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/picturebaggage.h"

#include <QSet>
#include <QtEndian>

namespace Loket {
namespace Baggage {

constexpr qsizetype kMostProfile = 4 * 1024 * 1024; ///< bytes of all pieces of a JPEG's profile

/// Pieces of `bytes` put together; the bytes themselves when nothing was left out.
class Keeper
{
public:
    explicit Keeper(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }
    void keep(qsizetype at, qsizetype length)
    {
        if (m_until == at) {
            m_until += length;
            return;
        }
        flush();
        m_from = at;
        m_until = at + length;
    }
    QByteArray result()
    {
        if (m_from == 0 && m_until == m_bytes.size())
            return m_bytes;
        flush();
        return m_kept;
    }

private:
    void flush() { m_kept.append(m_bytes.constData() + m_from, m_until - m_from); }
    const QByteArray &m_bytes;
    QByteArray m_kept;
    qsizetype m_from = 0;
    qsizetype m_until = 0;
};

QByteArray leanPng(const QByteArray &bytes)
{
    static const QSet<QByteArray> kNeeded{"IHDR", "PLTE", "IDAT", "IEND"};
    static const QSet<QByteArray> kOnce{"tRNS", "gAMA", "cHRM", "sRGB", "iCCP"};
    QSet<QByteArray> seen;
    Keeper keeper(bytes);
    keeper.keep(0, 8);
    qsizetype at = 8;
    while (at + 12 <= bytes.size()) {
        const qsizetype whole = 12 + qsizetype(qFromBigEndian<quint32>(bytes.constData() + at));
        const QByteArray type = bytes.mid(at + 4, 4);
        if (kNeeded.contains(type) || (kOnce.contains(type) && !seen.contains(type)))
            keeper.keep(at, whole);
        seen.insert(type);
        at += whole;
        if (type == "IEND")
            break;
    }
    return keeper.result();
}

/// Whether the segment of `marker` with this body is needed to read the pixels.
bool isNeeded(quint8 marker, const QByteArray &body, QSet<quint8> &seen, qsizetype &profile)
{
    if (marker == 0xfe)
        return false;
    if (marker < 0xe0 || marker > 0xef)
        return true;
    if (marker == 0xe2 && body.startsWith("ICC_PROFILE")) {
        profile += body.size();
        return profile <= kMostProfile;
    }
    const bool says = marker == 0xe0 || (marker == 0xe1 && body.startsWith("Exif"))
        || (marker == 0xee && body.startsWith("Adobe"));
    if (!says || seen.contains(marker))
        return false;
    seen.insert(marker);
    return true;
}

QByteArray leanJpeg(const QByteArray &bytes)
{
    QSet<quint8> seen;
    qsizetype profile = 0;
    Keeper keeper(bytes);
    keeper.keep(0, 2);
    qsizetype at = 2;
    while (at + 4 <= bytes.size()) { // the header's walk has proven every length on this way
        const auto marker = static_cast<quint8>(bytes[at + 1]);
        if (marker == 0xff) {
            ++at;
            continue;
        }
        if (marker == 0xd9)
            break;
        const qsizetype whole = 2 + qsizetype(qFromBigEndian<quint16>(bytes.constData() + at + 2));
        if (isNeeded(marker, QByteArray::fromRawData(bytes.constData() + at + 4, whole - 4), seen, profile))
            keeper.keep(at, whole);
        at += whole;
        if (marker == 0xda) {
            const qsizetype end = endOfJpegScan(bytes, at);
            if (end < 0)
                break;
            keeper.keep(at, end - at);
            at = end;
        }
    }
    keeper.keep(at, qMin<qsizetype>(2, bytes.size() - at));
    return keeper.result();
}

} // namespace Baggage

QByteArray withoutBaggage(const QByteArray &bytes, const PictureHeader &header)
{
    return header.type == PictureHeader::Type::Png ? Baggage::leanPng(bytes) : Baggage::leanJpeg(bytes);
}

} // namespace Loket
