// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/views.h"

#include <optional>

namespace Loket {

class Connection;
class Statement;

/// Saved cases and drafts out of store.db; a reading or the writing connection. Used on its thread.
class CaseQuery
{
public:
    explicit CaseQuery(Connection &store)
        : m_store(store)
    {
    }
    Outcome<std::optional<CaseRecord>> byId(const CaseId &id) const;
    /// Newest first, below `before` (0: from the newest).
    Outcome<QList<CaseRecord>> below(qint64 before, int limit) const;
    Outcome<QList<DraftSummary>> drafts(const QString &officer) const;
    /// Parked ones of all officers, newest first.
    Outcome<QList<DraftSummary>> parked(int limit) const;
    Outcome<std::optional<Case>> draft(const QString &id) const;

private:
    Outcome<CaseRecord> complete(const Statement &row) const;
    Connection &m_store;
};

/// Reads back what writeAssessment() wrote; what the console's format leaves out stays empty.
Assessment readAssessment(const QByteArray &json);

} // namespace Loket
