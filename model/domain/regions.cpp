// SPDX-License-Identifier: Apache-2.0
#include "model/domain/regions.h"

#include "model/domain/digits.h"
#include "model/domain/namekey.h"
#include "model/domain/regiondata.h"
#include "model/domain/regionquery.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// "31.74.01.1001" -> level 3 and 3174011001; -1 for anything that is no dotted code.
std::pair<int, quint64> dottedRegionCode(QStringView code)
{
    const auto parts = code.split(u'.');
    if (parts.size() > RegionData::LevelCount)
        return {-1, 0};
    quint64 number = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const qsizetype digits = i == RegionData::Villages ? 4 : 2;
        if (parts[i].size() != digits || !isAsciiDigits(parts[i]))
            return {-1, 0};
        number = number * (digits == 4 ? 10000 : 100) + parts[i].toULongLong();
    }
    return {int(parts.size()) - 1, number};
}

QString dottedVillage(quint64 code)
{
    QString text = QString::number(code).rightJustified(10, u'0');
    for (const int at : {6, 4, 2})
        text.insert(at, u'.');
    return text;
}

class PackedRegionIndex final : public RegionIndex
{
public:
    explicit PackedRegionIndex(RegionData data)
        : m_data(std::move(data))
    {
    }

    Counts counts() const override
    {
        const auto size = [this](int level) { return int(m_data.levels[size_t(level)].size()); };
        return {size(RegionData::Provinces), size(RegionData::Regencies), size(RegionData::Districts),
                size(RegionData::Villages)};
    }

    std::optional<Village> village(QStringView code) const override
    {
        const auto [level, number] = dottedRegionCode(code);
        const qsizetype index
            = level == RegionData::Villages ? m_data.levels[RegionData::Villages].indexOf(number) : -1;
        return index < 0 ? std::nullopt : std::optional(villageAt(index));
    }

    QString name(QStringView code) const override
    {
        const auto [level, number] = dottedRegionCode(code);
        const qsizetype index = level < 0 ? -1 : m_data.levels[size_t(level)].indexOf(number);
        return index < 0 ? QString() : QString::fromUtf8(m_data.name(level, index));
    }

    bool isKnownDistrict(QStringView sixDigits) const override
    {
        return sixDigits.size() == 6 && isAsciiDigits(sixDigits)
            && m_data.levels[RegionData::Districts].indexOf(sixDigits.toULongLong()) >= 0;
    }

    QList<Village> find(QStringView typed, int limit) const override
    {
        QList<Village> found;
        for (const quint32 index : findVillages(m_data, nameKey(typed).toUtf8(), limit))
            found += villageAt(qsizetype(index));
        return found;
    }

private:
    Village villageAt(qsizetype index) const
    {
        const auto text
            = [this](int level, size_t at) { return QString::fromUtf8(m_data.name(level, qsizetype(at))); };
        const RegionLevel &villages = m_data.levels[RegionData::Villages];
        const size_t district = villages.parents[size_t(index)];
        const size_t regency = m_data.levels[RegionData::Districts].parents[district];
        const size_t province = m_data.levels[RegionData::Regencies].parents[regency];
        return {dottedVillage(villages.codes[size_t(index)]), text(RegionData::Villages, size_t(index)),
                text(RegionData::Districts, district), text(RegionData::Regencies, regency),
                text(RegionData::Provinces, province)};
    }

    RegionData m_data;
};

} // namespace

Outcome<std::shared_ptr<const RegionIndex>> RegionIndex::load()
{
    Outcome<RegionData> data = RegionData::builtIn();
    if (!data)
        return fail(data.error());
    return std::shared_ptr<const RegionIndex>(std::make_shared<PackedRegionIndex>(data.take()));
}

} // namespace Loket
