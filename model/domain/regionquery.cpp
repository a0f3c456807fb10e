// SPDX-License-Identifier: Apache-2.0
#include "model/domain/regionquery.h"

#include "model/domain/regiondata.h"

#include <QByteArrayList>

#include <array>
#include <cstring>

namespace Loket {

namespace {

constexpr int kMaxRegionWords = 24;

enum VillageRank {
    IsCalledSo,
    BeginsWithAll,
    BeginsWithWord,
    HasWord,
    InDistrict,
    InRegency,
    InProvince,
    RankCount
};

using RegionHits = std::vector<char>; // one flag a region; bytes are faster to set and read than bits

/// One pass over all keys of a level: memmem() from hit to hit, so a rare word costs next to nothing.
RegionHits regionsWith(const RegionLevel &level, const QByteArray &word)
{
    RegionHits hits(size_t(level.size()), 0);
    const char *const begin = level.keys.constData();
    const char *const end = begin + level.keys.size();
    const quint32 *const keyAt = level.keyAt.data();
    size_t index = 0;
    const char *at = begin;
    while (at < end) {
        const void *hit = word.size() == 1
            ? memchr(at, word[0], size_t(end - at))
            : memmem(at, size_t(end - at), word.constData(), size_t(word.size()));
        if (!hit)
            break;
        const auto offset = quint32(static_cast<const char *>(hit) - begin);
        while (keyAt[index + 1] <= offset)
            ++index;
        hits[index] = 1;
        at = begin + keyAt[index + 1];
    }
    return hits;
}

/// What one word says: villages that have it in their own name, and districts where it is in the name of the
/// district or of a level above.
struct WordHits {
    RegionHits villages;
    RegionHits districts;
};

class VillageSearch
{
public:
    VillageSearch(const RegionData &data, const QByteArray &key)
        : m_data(data)
        , m_villages(data.levels[RegionData::Villages])
        , m_key(key)
        , m_padded(' ' + key + ' ')
    {
        for (const QByteArray &word : key.split(' ')) {
            if (!word.isEmpty() && !m_words.contains(word))
                m_words += word;
        }
    }

    std::vector<quint32> run(size_t limit)
    {
        if (m_words.isEmpty() || m_words.size() > kMaxRegionWords || limit == 0)
            return {};
        m_upperRank.assign(size_t(m_data.levels[RegionData::Districts].size()), InProvince);
        for (const QByteArray &word : m_words)
            m_hits.push_back(hitsOf(word));
        collect(limit);
        std::vector<quint32> found;
        for (const auto &some : m_found) {
            for (size_t i = 0; i < some.size() && found.size() < limit; ++i)
                found.push_back(some[i]);
        }
        return found;
    }

private:
    WordHits hitsOf(const QByteArray &word)
    {
        const RegionHits provinces = regionsWith(m_data.levels[RegionData::Provinces], word);
        const RegionHits regencies = regionsWith(m_data.levels[RegionData::Regencies], word);
        WordHits hits{regionsWith(m_villages, word), regionsWith(m_data.levels[RegionData::Districts], word)};
        const auto &regencyOf = m_data.levels[RegionData::Districts].parents;
        const auto &provinceOf = m_data.levels[RegionData::Regencies].parents;
        for (size_t district = 0; district < hits.districts.size(); ++district) {
            const size_t regency = regencyOf[district];
            char &rank = m_upperRank[district];
            if (hits.districts[district])
                rank = InDistrict;
            else if (regencies[regency])
                rank = std::min(rank, char(InRegency));
            hits.districts[district] |= char(regencies[regency] | provinces[size_t(provinceOf[regency])]);
        }
        return hits;
    }

    void collect(size_t limit)
    {
        const size_t size = size_t(m_villages.size());
        const quint32 *const districtOf = m_villages.parents.data();
        for (size_t village = 0; village < size; ++village) {
            bool inName = false;
            bool all = true;
            for (const WordHits &hits : m_hits) {
                const bool here = hits.villages[village];
                inName = inName || here;
                all = here || hits.districts[districtOf[village]];
                if (!all)
                    break;
            }
            if (!all)
                continue;
            auto &some = m_found[size_t(inName ? rankOf(village) : m_upperRank[districtOf[village]])];
            if (some.size() < limit)
                some.push_back(quint32(village));
        }
    }

    /// Of a village that has a word in its own name.
    int rankOf(size_t village) const
    {
        const QByteArrayView name = m_villages.key(qsizetype(village));
        if (name.startsWith(m_key))
            return name.size() == m_key.size() ? IsCalledSo : BeginsWithAll;
        bool beginsWithWord = false;
        for (const QByteArray &word : m_words) {
            if (!name.startsWith(word))
                continue;
            const bool isWhole = name.size() == word.size() || name[word.size()] == ' ';
            if (!isWhole || !isTypedRun(name))
                beginsWithWord = true;
            else
                return IsCalledSo;
        }
        return beginsWithWord ? BeginsWithWord : HasWord;
    }

    /// Whether the name is some of the typed words in a row.
    bool isTypedRun(QByteArrayView name) const { return m_padded.contains(' ' + name.toByteArray() + ' '); }

    const RegionData &m_data;
    const RegionLevel &m_villages;
    const QByteArray m_key;
    const QByteArray m_padded;
    QByteArrayList m_words;
    std::vector<WordHits> m_hits;
    RegionHits m_upperRank; // of each district: the lowest level whose name has a word
    std::array<std::vector<quint32>, RankCount> m_found;
};

} // namespace

std::vector<quint32> findVillages(const RegionData &data, const QByteArray &key, int limit)
{
    return VillageSearch(data, key).run(limit > 0 ? size_t(limit) : 0);
}

} // namespace Loket
