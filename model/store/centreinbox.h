// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/views.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace Loket {

class Connection;

// What the centre tells a person: announcements to read, and conflicts to decide.

/// A message of the centre to its counters.
struct Announcement {
    QString id;
    QDate from, until; ///< both days included
    bool isWarning = false;
    QString titleId, titleEn; ///< Indonesian and English
    QString textId, textEn;
    friend bool operator==(const Announcement &, const Announcement &) = default;
};

/// One value that both sides changed. As text; empty: there is none.
struct ConflictField {
    QString field;  ///< as FieldChange has it: "address.village", "phone", …
    QString base;   ///< what the counter saw
    QString mine;   ///< what its case says
    QString theirs; ///< what the centre has now
    friend bool operator==(const ConflictField &, const ConflictField &) = default;
};

/// Values that only make sense together: one of the two sides is chosen for all of them.
struct ConflictGroup {
    QString group;  ///< "address", "phone", "identity", …
    QString member; ///< memberKey() of whom; empty: of the family
    QList<ConflictField> fields;
    /// Names the group among those of its conflict.
    QString key() const { return member.isEmpty() ? group : group + u' ' + member; }
    friend bool operator==(const ConflictGroup &, const ConflictGroup &) = default;
};

/// The groups of a "loket-conflict/1" whose sides really differ; none: the object is no conflict.
std::optional<QList<ConflictGroup>> conflictGroups(const QJsonObject &body);

/// A case that the centre could not merge.
struct ConflictView {
    CaseRecord record;
    int revision = 0; ///< of the family at the centre
    QDateTime since;  ///< UTC
    QList<ConflictGroup> groups;
    std::optional<CaseRecord> decidedBy; ///< the case that decided it: a new one, or one that withdraws it
    bool isOpen() const { return record.state == CaseState::Conflict && !decidedBy; }
    bool isWithdrawn() const { return record.state == CaseState::Void; }
};

/// Reads store.db; a reading or the writing connection. Used on its thread.
class CentreInbox
{
public:
    explicit CentreInbox(Connection &store)
        : m_store(store)
    {
    }
    /// In force on `day` and not read yet, warnings first, then the newest.
    Outcome<QList<Announcement>> announcements(QDate day) const;
    /// Open ones first, the oldest first; then decided ones, the newest first.
    Outcome<QList<ConflictView>> conflicts() const;
    Outcome<std::optional<ConflictView>> conflict(const CaseId &id) const;

private:
    Outcome<std::optional<ConflictView>> read(const CaseId &id, const QString &body,
                                              const QDateTime &at) const;

    Connection &m_store;
};

/// Somebody read it: it is shown no more. In the caller's transaction on the writer's connection.
Outcome<Nothing> markRead(Connection &connection, const QString &announcement, const QDateTime &now);

} // namespace Loket
