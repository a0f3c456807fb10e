// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/base/failure.h"
#include "model/store/views.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace Loket {

class Connection;

/// How far a saved case got on its way to the centre. Times are UTC; null: not yet.
struct Delivery {
    int attempts = 0;   ///< how often it was sent
    QString lastError;  ///< code or short word of the last try that failed; empty: none did
    QDateTime nextTry;  ///< not tried by itself before; null: with the next synchronisation
    QDateTime sentAt;   ///< of the last try
    QDateTime received; ///< the centre has it
    QDateTime durable;  ///< the centre has it in a verified backup
    int attachments = 0;
    int attachmentsSent = 0; ///< of those, at the centre
    QString verdictCode;     ///< why it was not taken; empty: it was, or none was named
    QString verdictPath;     ///< the field of the case that must change; empty: none in particular
    QDateTime decided;
    friend bool operator==(const Delivery &, const Delivery &) = default;
};

struct OutboxLine {
    CaseRecord record;
    Delivery delivery;
};

enum class OutboxFilter {
    All,
    Waiting,    ///< the centre has not decided yet
    NeedsPerson ///< sent back, in conflict or held, and no newer case stands in its place
};

/// A block of card numbers of this counter.
struct LeaseView {
    qint64 low = 0, high = -1; ///< both ends inclusive
    qint64 left = 0;           ///< still to be given
    QDateTime granted;
    QDateTime expires; ///< no number is given after it without having heard of the centre; null: never
    friend bool operator==(const LeaseView &, const LeaseView &) = default;
};

/// An entry of the feed that this program could not apply.
struct AsideView {
    qint64 seq = 0;
    QString kind;
    QString reason;
    friend bool operator==(const AsideView &, const AsideView &) = default;
};

/// What the counter knows of its centre.
struct CentreView {
    QString device;            ///< id of this counter
    QString url;               ///< empty: the built-in trial centre
    bool isSyncEnabled = true; ///< synchronises by itself
    int aside = 0;             ///< entries of the feed that could not be applied
    int undecidedConflicts = 0;
    int lateConflicts = 0; ///< of those between this counter and the centre: too old
    friend bool operator==(const CentreView &, const CentreView &) = default;
};

/// Reads where the cases of this counter are, out of store.db; a reading or the writing connection. Used on
/// its thread.
class OutboxView
{
public:
    explicit OutboxView(Connection &store)
        : m_store(store)
    {
    }
    /// Newest first, below `before` (a device_seq; 0: from the newest).
    Outcome<QList<OutboxLine>> below(OutboxFilter filter, qint64 before, int limit) const;
    Outcome<Delivery> delivery(const CaseId &id) const;
    /// Cases of an officer that the centre has not decided yet; at most `limit` of each state.
    Outcome<QList<CaseId>> waitingOf(const QString &officer, int limit) const;
    /// Blocks that still have numbers, in the order in which they are used.
    Outcome<QList<LeaseView>> leases() const;
    Outcome<QList<AsideView>> aside(int limit) const;
    /// `lateBefore`: a conflict that was told before this moment (UTC) is late; null: none is.
    Outcome<CentreView> centre(const QDateTime &lateBefore = {}) const;

private:
    Outcome<QList<CaseId>> idsBelow(OutboxFilter filter, qint64 before, int limit) const;

    Connection &m_store;
};

/// The case waits no longer for its next try; one that was held goes out again. In the caller's transaction
/// on the writer's connection, with an audit row. False: nothing was to be done (sent already, or not known).
Outcome<bool> retryNow(Connection &connection, const CaseId &id, const Actor &actor, const QDateTime &now);

/// Whether the counter synchronises by itself.
Outcome<Nothing> setSyncEnabled(Connection &connection, bool isEnabled, const Actor &actor,
                                const QDateTime &now);

} // namespace Loket
