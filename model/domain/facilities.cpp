// SPDX-License-Identifier: Apache-2.0
#include "model/domain/facilities.h"

#include "model/domain/facilitycode.h"
#include "model/domain/namekey.h"

#include <QResource>

#include <algorithm>
#include <tuple>

namespace Loket {

using namespace Qt::StringLiterals;

FacilityIndex::FacilityIndex(QList<Facility> facilities)
    : m_all(std::move(facilities))
{
    m_keys.reserve(m_all.size());
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        const Facility &facility = m_all[i];
        m_keys += Keys{facility.code.toLower(), nameKey(facility.name), nameKey(facility.area)};
        if (!m_byCode.contains(facility.code))
            m_byCode.insert(facility.code, i);
    }
}

std::shared_ptr<const FacilityIndex> FacilityIndex::trial()
{
    static const std::shared_ptr<const FacilityIndex> index = [] {
        const QResource resource(u":/loket/facilities/trial.csv"_s);
        QList<Facility> facilities;
        const auto lines = QString::fromUtf8(resource.uncompressedData()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            const QStringList cells = line.split(u',');
            if (cells.size() == 4 && FacilityCode::parse(cells[0]))
                facilities += Facility{cells[0], cells[1], cells[2], cells[3]};
        }
        Q_ASSERT(!facilities.isEmpty());
        return std::make_shared<const FacilityIndex>(std::move(facilities));
    }();
    return index;
}

std::optional<Facility> FacilityIndex::facility(const QString &code) const
{
    const auto found = m_byCode.constFind(code);
    return found == m_byCode.cend() ? std::nullopt : std::optional(m_all[*found]);
}

QList<Facility> FacilityIndex::find(QStringView typed, int limit) const
{
    const QString key = nameKey(typed);
    const QStringList words = key.split(u' ', Qt::SkipEmptyParts);
    const auto hasAll = [&words](const Keys &keys) {
        return std::all_of(words.begin(), words.end(), [&keys](const QString &word) {
            return keys.code.contains(word) || keys.name.contains(word) || keys.area.contains(word);
        });
    };
    QList<qsizetype> found;
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (hasAll(m_keys[i]))
            found += i;
    }
    const auto order = [&](qsizetype i) {
        const Keys &keys = m_keys[i];
        return std::tuple(keys.code != key, m_all[i].kind == "gigi"_L1, !keys.name.startsWith(key), keys.name,
                          i);
    };
    const qsizetype size = std::clamp<qsizetype>(limit, 0, found.size());
    std::partial_sort(found.begin(), found.begin() + size, found.end(),
                      [&](qsizetype a, qsizetype b) { return order(a) < order(b); });
    QList<Facility> answer;
    for (qsizetype i = 0; i < size; ++i)
        answer += m_all[found[i]];
    return answer;
}

} // namespace Loket
