// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/views.h"

#include <optional>

namespace Loket {

class Connection;

/// Families out of both files. The store is asked before the mirror: the feed writes the mirror first and
/// drops the pending effect then, so a family is never in neither. Used on the connections' thread.
class FamilyQuery
{
public:
    FamilyQuery(Connection &store, Connection &mirror)
        : m_store(store)
        , m_mirror(mirror)
    {
    }
    Outcome<std::optional<FamilyView>> byKk(const QString &kk) const;
    Outcome<std::optional<FamilyView>> byId(qint64 id) const;
    Outcome<std::optional<FamilyView>> byCard(const QString &card) const;

private:
    struct Effect {
        QString caseId;
        FamilyView family;
    };
    Outcome<QList<Effect>> effects(const QString &kk) const;
    Outcome<std::optional<FamilyView>> mirrored(qint64 id) const;
    Outcome<QList<MemberView>> members(qint64 familyId) const;
    Outcome<QList<HistoryLine>> history(const QString &kk) const;
    Outcome<std::optional<FamilyView>> complete(const QString &kk, qint64 id) const;

    Connection &m_store;
    Connection &m_mirror;
};

/// The family as it will be when the centre takes the case: what the case says, over what is known. Members
/// of `known` that the case does not name stay.
FamilyView layOver(const std::optional<FamilyView> &known, FamilyView effect, const QString &caseId);

} // namespace Loket
