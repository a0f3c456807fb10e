// SPDX-License-Identifier: Apache-2.0
#include "model/store/seedplaces.h"

#include <QString>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kVillagesInDistrict = 10000;
constexpr quint64 kTownVillages = 2000; // 1xxx is an urban village (kelurahan), 2xxx a rural one (desa)

/// `number` with exactly `digits` digits, behind what `text` holds.
void appendPadded(quint64 number, int digits, std::string &text)
{
    const size_t end = text.size() + size_t(digits);
    text.resize(end);
    for (size_t at = end; digits > 0; --digits, number /= 10)
        text[--at] = char('0' + number % 10);
}

std::string birthPlaceOf(const QString &regency)
{
    QString name = regency.toUpper();
    for (const auto kind : {"KABUPATEN "_L1, "KOTA "_L1, "ADMINISTRASI "_L1}) {
        if (name.startsWith(kind))
            name.remove(0, kind.size());
    }
    return name.toStdString();
}

} // namespace

SeedPlaces::SeedPlaces(const RegionData &regions, const std::vector<SeedWords::Province> &provinces)
    : m_regions(regions)
{
    const auto &codes = regions.levels[RegionData::Villages].codes;
    constexpr quint64 kInProvince = 100'000'000; // digits of a village's code behind the province's
    int sum = 0;
    for (const SeedWords::Province &province : provinces) {
        const auto first = std::lower_bound(codes.begin(), codes.end(), quint64(province.code) * kInProvince);
        const auto last = std::lower_bound(first, codes.end(), quint64(province.code + 1) * kInProvince);
        m_villages.push_back({size_t(first - codes.begin()), size_t(last - first)});
        sum += last == first ? 0 : province.weight;
        m_upTo.push_back(sum);
    }
    for (qsizetype i = 0; i < regions.levels[RegionData::Regencies].size(); ++i)
        m_birthPlaces.push_back(birthPlaceOf(QString::fromUtf8(regions.name(RegionData::Regencies, i))));
}

SeedPlaces::Place SeedPlaces::any(SeedRandom &random) const
{
    const int at = random.below(m_upTo.back());
    const auto province = size_t(std::upper_bound(m_upTo.begin(), m_upTo.end(), at) - m_upTo.begin());
    return {province, anyIn(province, random)};
}

size_t SeedPlaces::anyIn(size_t province, SeedRandom &random) const
{
    const Range &range = m_villages[province];
    const auto &codes = m_regions.levels[RegionData::Villages].codes;
    size_t village = range.first + size_t(random.below(int(range.count)));
    if (codes[village] % kVillagesInDistrict >= kTownVillages && random.chance(450))
        village = range.first + size_t(random.below(int(range.count)));
    return village;
}

void SeedPlaces::villageCode(size_t village, std::string &text) const
{
    const quint64 code = m_regions.levels[RegionData::Villages].codes[village];
    text.clear();
    for (const quint64 part : {code / 100'000'000, code / 1'000'000 % 100, code / 10'000 % 100}) {
        appendPadded(part, 2, text);
        text += '.';
    }
    appendPadded(code % kVillagesInDistrict, 4, text);
}

void SeedPlaces::districtDigits(size_t district, std::string &text) const
{
    text.clear();
    appendPadded(m_regions.levels[RegionData::Districts].codes[district], 6, text);
}

const std::string &SeedPlaces::birthPlace(size_t district) const
{
    return m_birthPlaces[m_regions.levels[RegionData::Districts].parents[district]];
}

void SeedPlaces::postcode(size_t village, SeedRandom &random, std::string &text) const
{
    // Kemendagri's and the post's first digits both follow the islands from west to east.
    constexpr quint64 kFirst[] = {1, 2, 3, 1, 5, 8, 7, 9, 9, 9};
    const quint64 code = m_regions.levels[RegionData::Villages].codes[village];
    text.clear();
    appendPadded(kFirst[code / 1'000'000'000], 1, text);
    appendPadded(code / 1'000'000 % 100 + quint64(random.below(3)), 3, text);
    appendPadded(quint64(random.below(10)), 1, text);
}

} // namespace Loket
