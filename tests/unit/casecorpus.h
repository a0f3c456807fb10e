// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/services/assess.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <memory>
#include <vector>

namespace Loket {

class RuleTrace;

/// What a row says the counter knows.
class CorpusLookup final : public CaseLookup
{
public:
    explicit CorpusLookup(const QJsonObject &world);
    QString pendingCase(const QString &kk, const QString &exceptCase) const override;
    QList<KnownPerson> peopleWithNik(const QString &nik) const override;
    bool isKnownFamily(const QString &kk) const override;
    bool hasBlob(const QString &name) const override;
    std::optional<FamilyView> family(const QString &kk, const QString &card, QDate day,
                                     const QStringList &exceptCases) const override;

private:
    QJsonObject m_world;
    std::optional<FamilyView> m_family;
};

/// One case of tests/data/cases with what assess() must answer.
struct CorpusCase {
    QString name;
    QJsonObject input;
    QJsonObject world;
    QJsonObject expected;
    QDate today;
};

/// All cases of tests/data/cases: the whole files and every line of variants/ (README.md there).
class CaseCorpus
{
public:
    CaseCorpus();
    const std::vector<CorpusCase> &cases() const { return m_cases; }

    Case read(const CorpusCase &) const;
    Assessment assessed(const CorpusCase &, const RulebookLibrary &) const;
    /// What differs between the answer and what is expected; empty: nothing.
    static QString complaint(const Assessment &, const QJsonObject &expected);
    /// The same of the whole case, with the effect on its family where the row names its changes.
    QString complaint(const CorpusCase &, const RulebookLibrary &) const;
    /// What the case makes of its family; the rows that say so are added to `trace`.
    FamilyEffect effect(const CorpusCase &, const RulebookLibrary &, RuleTrace *trace = nullptr) const;
    /// "member field=value from day" of a change; the family has no member, "decided" is no day.
    static QString changeLine(const FieldChange &);
    const QHash<QString, QJsonObject> &families() const { return m_families; }

    const RegionIndex *regions() const { return m_regions.get(); }
    const FacilityIndex *facilities() const { return m_facilities.get(); }

private:
    void readFamilies(const QString &file);
    void addVariants(const QString &file, const QHash<QString, CorpusCase> &bases);
    /// `world` with the family that it names by its name put in, and its `familySet` applied.
    QJsonObject wholeWorld(QJsonObject world, const QString &place) const;

    QHash<QString, QJsonObject> m_families;
    std::vector<CorpusCase> m_cases;
    std::shared_ptr<const RegionIndex> m_regions;
    std::shared_ptr<const FacilityIndex> m_facilities;
};

/// `json` with the value put at a path like "family.members[1].nik"; the index behind the last appends.
QJsonValue withValueAt(const QJsonValue &json, QStringView path, const QJsonValue &value);

} // namespace Loket
