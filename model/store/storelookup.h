// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/services/assess.h"

namespace Loket {

class Connection;
class MirrorReader;

/// What assess() asks, answered by the two files. Inside a job of the writer `store` is the writer's
/// connection, so that what the job wrote before counts. A file that can't be
/// asked counts as knowing nothing, and failure() tells it: who saves must not go on then. Used on the
/// connections' thread.
class StoreLookup final : public CaseLookup
{
public:
    StoreLookup(Connection &store, MirrorReader &mirror);
    QString pendingCase(const QString &kk, const QString &exceptCase) const override;
    /// Mirror first, then people in waiting cases.
    QList<KnownPerson> peopleWithNik(const QString &nik) const override;
    bool isKnownFamily(const QString &kk) const override;
    std::optional<FamilyView> family(const QString &kk, const QString &card, QDate day,
                                     const QStringList &exceptCases) const override;
    bool hasBlob(const QString &name) const override;
    /// The first question that could not be asked; none: every answer is what the files say.
    const std::optional<Failure> &failure() const { return m_failure; }

private:
    /// The same answer; keeps its failure.
    template <typename Answer>
    Answer noted(Answer answer) const
    {
        if (!answer && !m_failure)
            m_failure = answer.error();
        return answer;
    }

    Connection &m_store;
    MirrorReader &m_mirror;
    mutable std::optional<Failure> m_failure;
};

} // namespace Loket
