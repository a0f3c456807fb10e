// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/services/assess.h"

#include <QJsonObject>
#include <QSet>

#include <memory>
#include <vector>

namespace Loket {

/// What a row says the counter knows.
class CorpusLookup final : public CaseLookup
{
public:
    explicit CorpusLookup(const QJsonObject &world);
    QString pendingCase(const QString &kk, const QString &exceptCase) const override;
    QList<KnownPerson> peopleWithNik(const QString &nik) const override;
    bool isKnownFamily(const QString &kk) const override;
    bool hasBlob(const QString &name) const override;

private:
    QJsonObject m_world;
};

/// One case of tests/data/cases with what assess() must answer.
struct CorpusCase {
    QString name;
    QJsonObject input;
    QJsonObject world;
    QJsonObject expected;
    QDate today;
};

/// All cases of tests/data/cases: the whole files and every line of variants.jsonl (README.md there).
class CaseCorpus
{
public:
    CaseCorpus();
    const std::vector<CorpusCase> &cases() const { return m_cases; }

    Case read(const CorpusCase &) const;
    Assessment assessed(const CorpusCase &, const RulebookLibrary &) const;
    /// What differs between the answer and what is expected; empty: nothing.
    static QString complaint(const Assessment &, const QJsonObject &expected);

    const RegionIndex *regions() const { return m_regions.get(); }
    const FacilityIndex *facilities() const { return m_facilities.get(); }

private:
    std::vector<CorpusCase> m_cases;
    std::shared_ptr<const RegionIndex> m_regions;
    std::shared_ptr<const FacilityIndex> m_facilities;
};

/// `json` with the value put at a path like "family.members[1].nik"; the index behind the last appends.
QJsonValue withValueAt(const QJsonValue &json, QStringView path, const QJsonValue &value);

} // namespace Loket
