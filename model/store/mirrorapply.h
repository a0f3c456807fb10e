// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/familyrows.h"
#include "model/store/statement.h"

#include <QDateTime>

#include <optional>

namespace Loket {

class Connection;

/// Puts the newest state of families into mirror.db so that as few pages as can be are written: a person of
/// whom nothing changed is left alone, the others are changed where they lie, and an index or the name search
/// is touched only for a value of its own that changed. Lives within one transaction of the caller's, on the
/// mirror's writing connection.
class MirrorApply
{
public:
    /// What was done, for tests and benches.
    struct Counts {
        qint64 rows = 0;    ///< inserted, changed or deleted
        qint64 keyed = 0;   ///< of those, the ones whose index entries were touched
        qint64 skipped = 0; ///< people of changed families that were left alone
    };

    explicit MirrorApply(Connection &connection);

    /// Puts a family in the place of an older state of it. An older revision than the one that is there, or
    /// the same, changes nothing. Answers whether it changed something. `at`: when this counter heard of it,
    /// for the history of what was paid; null: that is not kept.
    Outcome<bool> put(FamilyRows &rows, const QDateTime &at);
    /// The centre has no such family any more. Answers whether it was there, at an older revision.
    Outcome<bool> drop(const QString &kk, int revision);
    const Counts &counts() const { return m_counts; }

private:
    struct Found {
        qint64 id = 0;
        int revision = 0;
        bool isSameKeys = false; ///< as those of the row that was asked with
        bool isSamePaid = false;
    };
    Outcome<std::optional<Found>> find(const MirrorFamilyRow &row);
    Outcome<qint64> write(Statement &statement, bool isKeyed);
    Outcome<Nothing> putRow(MirrorFamilyRow &row, const std::optional<Found> &found);
    Outcome<Nothing> putMembers(FamilyRows &rows, bool isNew);
    Outcome<Nothing> changeMember(qint64 id, const MirrorParticipantRow &row, bool isKeyed);
    Outcome<Nothing> addMember(const MirrorParticipantRow &row);
    Outcome<Nothing> removeMember(qint64 id);

    Connection &m_connection;
    Statement m_byCentral, m_byKk, m_members;
    Counts m_counts;
    struct Kept {
        qint64 id = 0;
        enum { Same, Plain, Keyed } change = Same;
    };
    std::vector<Kept> m_kept; ///< the people of the family, as they lie there
};

} // namespace Loket
