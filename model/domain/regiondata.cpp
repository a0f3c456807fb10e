// SPDX-License-Identifier: Apache-2.0
#include "model/domain/regiondata.h"

#include "model/domain/namekey.h"

#include <QList>
#include <QResource>

#include <algorithm>
#include <cstring>

#include <zstd.h>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned long long kMaxRegionText = 16 * 1024 * 1024;
constexpr std::array<quint64, RegionData::LevelCount> kCodeSteps = {100, 100, 100, 10000};

auto corruptRegions(int line, QLatin1StringView what)
{
    return fail(Failure{FailureKind::Corrupt, u"regions, line %1: %2"_s.arg(line).arg(what)});
}

/// The number that the first `digits` characters spell; -1: they don't.
int leadingNumber(QByteArrayView text, int digits)
{
    if (text.size() < digits)
        return -1;
    int number = 0;
    for (int i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

/// Reads the lines after the first into levels. One object a text.
class RegionLines
{
public:
    explicit RegionLines(RegionData &data)
        : m_data(data)
    {
    }

    /// Null: taken; else what is wrong with the line.
    const char *take(QByteArrayView line)
    {
        int stars = 0;
        while (stars < 3 && stars < line.size() && line[stars] == '*')
            ++stars;
        if (stars > 0)
            return takeUpper(RegionData::Villages - stars, line.sliced(stars));
        if (line.startsWith('=')) {
            m_village = leadingNumber(line.sliced(1), 4);
            if (m_village < 0)
                return "four digits expected";
            return add(RegionData::Villages, m_village, line.sliced(5));
        }
        if (m_village < 0)
            return "a village without a number";
        if (++m_village > 9999)
            return "a number after 9999";
        return add(RegionData::Villages, m_village, line);
    }

private:
    const char *takeUpper(int level, QByteArrayView line)
    {
        const int number = leadingNumber(line, 2);
        if (number < 0)
            return "two digits expected";
        m_village = -1;
        return add(level, number, line.sliced(2));
    }

    const char *add(int level, int number, QByteArrayView name)
    {
        RegionLevel &here = m_data.levels[size_t(level)];
        quint64 code = quint64(number);
        quint32 parent = quint32(here.size());
        if (level > RegionData::Provinces) {
            const RegionLevel &above = m_data.levels[size_t(level) - 1];
            if (above.codes.empty() || m_lastLevel < level - 1)
                return "no region above";
            parent = quint32(above.size() - 1);
            code += above.codes.back() * kCodeSteps[size_t(level)];
        }
        if (name.isEmpty())
            return "no name";
        if (!here.codes.empty() && code <= here.codes.back())
            return "out of order";
        m_lastLevel = level;
        here.codes.push_back(code);
        here.parents.push_back(parent);
        here.names.push_back(quint32(name.data() - m_data.text.constData()));
        here.keyAt.push_back(quint32(here.keys.size()));
        appendNameKey(name, here.keys);
        here.keys += '\n';
        return nullptr;
    }

    RegionData &m_data;
    int m_village = -1;
    int m_lastLevel = 0;
};

} // namespace

QByteArrayView RegionLevel::key(qsizetype index) const
{
    const quint32 begin = keyAt[size_t(index)];
    return QByteArrayView(keys).sliced(begin, keyAt[size_t(index) + 1] - begin - 1);
}

qsizetype RegionLevel::indexOf(quint64 code) const
{
    const auto found = std::lower_bound(codes.begin(), codes.end(), code);
    return found != codes.end() && *found == code ? found - codes.begin() : -1;
}

QByteArrayView RegionData::name(int level, qsizetype index) const
{
    const qsizetype begin = levels[size_t(level)].names[size_t(index)];
    return QByteArrayView(text).sliced(begin, text.indexOf('\n', begin) - begin);
}

Outcome<RegionData> RegionData::builtIn()
{
    const QResource resource(u":/loket/regions/regions.txt.zst"_s);
    if (!resource.isValid())
        return fail(Failure{FailureKind::Missing, u"regions are not compiled in"_s});
    return unpack(resource.uncompressedData());
}

Outcome<RegionData> RegionData::unpack(const QByteArray &packed)
{
    const auto size = ZSTD_getFrameContentSize(packed.constData(), size_t(packed.size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kMaxRegionText)
        return corruptRegions(0, "not a packed list"_L1);
    QByteArray text(qsizetype(size), Qt::Uninitialized);
    const size_t got = ZSTD_decompress(text.data(), size, packed.constData(), size_t(packed.size()));
    if (ZSTD_isError(got) || got != size)
        return corruptRegions(0, "can't be unpacked"_L1);
    return read(std::move(text));
}

Outcome<RegionData> RegionData::read(QByteArray text)
{
    RegionData data;
    data.text = std::move(text);
    const QByteArray &all = data.text;
    const qsizetype firstEnd = all.indexOf('\n');
    const QList<QByteArray> head = all.left(firstEnd).split(' ');
    if (firstEnd < 0 || !all.endsWith('\n') || head.size() != 5 || head[0] != "loket-regions/1")
        return corruptRegions(1, "not this kind of list"_L1);
    for (size_t level = 0; level < LevelCount; ++level) {
        const qsizetype expected = std::clamp(head[qsizetype(level) + 1].toInt(), 0, 1'000'000);
        data.levels[level].codes.reserve(size_t(expected));
        data.levels[level].parents.reserve(size_t(expected));
        data.levels[level].names.reserve(size_t(expected));
        data.levels[level].keyAt.reserve(size_t(expected) + 1);
        data.levels[level].keys.reserve(expected * 14);
    }

    RegionLines lines(data);
    int number = 1;
    for (qsizetype at = firstEnd + 1; at < all.size(); ++number) {
        const qsizetype end = all.indexOf('\n', at);
        if (const char *fault = lines.take(QByteArrayView(all).sliced(at, end - at)))
            return corruptRegions(number + 1, QLatin1StringView(fault));
        at = end + 1;
    }
    for (size_t level = 0; level < LevelCount; ++level) {
        if (head[qsizetype(level) + 1] != QByteArray::number(data.levels[level].size()))
            return corruptRegions(1, "other counts than the list has"_L1);
        data.levels[level].keyAt.push_back(quint32(data.levels[level].keys.size()));
    }
    return data;
}

} // namespace Loket
