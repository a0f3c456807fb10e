// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/views.h"

namespace Loket {

class Connection;

/// The list of what should be looked after, out of store.db: reminders, parked drafts, cases that came back.
/// Every question is a range of an index. Used on the connection's thread, in a read transaction of the
/// caller's.
class FollowUpQuery
{
public:
    explicit FollowUpQuery(Connection &store)
        : m_store(store)
    {
    }
    /// At most `limit`, by day; before them the decisions that are late.
    Outcome<QList<FollowUp>> ask(const FollowUpSpans &spans, int limit) const;

private:
    Outcome<Nothing> addReminders(QList<FollowUp> &list, const FollowUpSpans &spans, int limit) const;
    Outcome<Nothing> addDrafts(QList<FollowUp> &list, int limit) const;
    Outcome<Nothing> addReturned(QList<FollowUp> &list, const FollowUpSpans &spans, int limit) const;
    Outcome<Nothing> addDecisions(QList<FollowUp> &list, const FollowUpSpans &spans, int limit) const;
    Outcome<Nothing> addNamed(QList<FollowUp> &list, QList<FollowUp> added) const;

    Connection &m_store;
};

} // namespace Loket
