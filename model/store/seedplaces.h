// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/regiondata.h"
#include "model/store/seedrandom.h"
#include "model/store/seedwords.h"

#include <string>
#include <vector>

namespace Loket {

/// Where synthetic families live: villages by the weight of their province, cities thicker than the country.
class SeedPlaces
{
public:
    /// `regions` must outlive this.
    SeedPlaces(const RegionData &regions, const std::vector<SeedWords::Province> &provinces);

    struct Place {
        size_t province = 0; ///< index in the provinces given
        size_t village = 0;
    };
    Place any(SeedRandom &random) const;
    /// Some village of that province.
    size_t anyIn(size_t province, SeedRandom &random) const;

    size_t districtOf(size_t village) const
    {
        return m_regions.levels[RegionData::Villages].parents[village];
    }
    /// "31.74.01.1001".
    void villageCode(size_t village, std::string &text) const;
    /// "317401".
    void districtDigits(size_t district, std::string &text) const;
    /// "JAKARTA SELATAN": the regency of a district without its kind.
    const std::string &birthPlace(size_t district) const;
    /// "12810": five digits that begin like those of the part of the country; not the village's real one.
    void postcode(size_t village, SeedRandom &random, std::string &text) const;

private:
    struct Range {
        size_t first = 0, count = 0;
    };
    const RegionData &m_regions;
    std::vector<Range> m_villages;          ///< of each province
    std::vector<int> m_upTo;                ///< sums of the weights
    std::vector<std::string> m_birthPlaces; ///< of each regency
};

} // namespace Loket
