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
    /// As the centre told it last, without waiting cases and without history.
    Outcome<std::optional<FamilyView>> mirroredByKk(const QString &kk) const;
    /// Leaves out what these cases make of their family.
    void setExcept(const QStringList &cases) { m_except = cases; }

private:
    struct Effect {
        QString caseId;
        QDate day; ///< of the case
        FamilyEffect effect;
    };
    Outcome<QList<Effect>> effects(const QString &kk) const;
    Outcome<std::optional<FamilyView>> mirrored(qint64 id) const;
    Outcome<QList<MemberView>> members(qint64 familyId) const;
    Outcome<QList<HistoryLine>> cases(const QString &kk) const;
    Outcome<QList<HistoryLine>> printedCards(const FamilyView &family) const;
    Outcome<QList<HistoryLine>> paidDues(const FamilyView &family) const;
    Outcome<QList<HistoryLine>> history(const FamilyView &family, QList<HistoryLine> cases) const;
    Outcome<std::optional<FamilyView>> complete(const QString &kk, qint64 id) const;

    Connection &m_store;
    Connection &m_mirror;
    QStringList m_except;
};

/// The family as it will be when the centre takes the case of `day`: a registered one, or what is known with
/// the case's new members and changes. What holds later than on `day` is only `scheduled`. None: changes of a
/// family that is not known.
std::optional<FamilyView> layOver(std::optional<FamilyView> known, const FamilyEffect &effect,
                                  const QString &caseId, QDate day);

} // namespace Loket
