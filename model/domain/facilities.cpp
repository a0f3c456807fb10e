// SPDX-License-Identifier: Apache-2.0
#include "model/domain/facilities.h"

#include "model/domain/facilitycode.h"
#include "model/domain/namekey.h"

#include <QResource>
#include <QSet>

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

Result<std::shared_ptr<const FacilityIndex>, QString> FacilityIndex::read(const QByteArray &csv)
{
    static const QSet<QString> kinds{u"puskesmas"_s, u"klinik"_s, u"dokter"_s, u"gigi"_s, u"rs-d"_s};
    const QStringList lines = QString::fromUtf8(csv).split(u'\n');
    QList<Facility> facilities;
    QSet<QString> codes;
    const auto fault
        = [](qsizetype line, const QString &what) { return fail(u"line %1: %2"_s.arg(line + 1).arg(what)); };
    if (lines.first().trimmed() != "code,name,kind,area"_L1)
        return fault(0, u"\"code,name,kind,area\" was expected"_s);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed();
        if (line.isEmpty())
            continue;
        const QStringList cells = line.split(u',');
        if (cells.size() != 4)
            return fault(i, u"four cells were expected"_s);
        if (!FacilityCode::parse(cells[0]))
            return fault(i, u"code: "_s + cells[0]);
        if (codes.contains(cells[0]))
            return fault(i, u"a second time: "_s + cells[0]);
        if (cells[1].trimmed().isEmpty())
            return fault(i, u"name: empty"_s);
        if (!kinds.contains(cells[2]))
            return fault(i, u"kind: "_s + cells[2]);
        codes += cells[0];
        facilities += Facility{cells[0], cells[1], cells[2], cells[3]};
    }
    if (facilities.isEmpty())
        return fail(u"no facility"_s);
    return std::make_shared<const FacilityIndex>(std::move(facilities));
}

std::shared_ptr<const FacilityIndex> FacilityIndex::trial()
{
    static const std::shared_ptr<const FacilityIndex> index = [] {
        auto list = read(QResource(u":/loket/facilities/trial.csv"_s).uncompressedData());
        Q_ASSERT(list); // tests/unit/tst_facilities
        return list.take();
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
