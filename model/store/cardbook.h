// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/cardviews.h"

namespace Loket {

class Connection;

/// Reads prints, blank cards and cards to collect out of store.db; a reading or the writing connection. Used
/// on its thread.
class CardBook
{
public:
    explicit CardBook(Connection &store)
        : m_store(store)
    {
    }

    Outcome<std::optional<PrintRecord>> print(qint64 id) const;
    /// Of one paper, newest first.
    Outcome<QList<PrintRecord>> printsOf(const QString &what, const QString &reference) const;
    /// Those whose fate nobody knows yet, oldest first.
    Outcome<QList<PrintRecord>> openPrints(int limit) const;
    /// By place.
    Outcome<QList<PrintRecord>> batch(const QString &name) const;

    /// Of every kind that anything was noted of.
    Outcome<QList<StockLevel>> levels() const;
    /// Of one kind; nothing was ever noted of it: all 0.
    Outcome<StockLevel> level(const QString &blank) const;
    /// Below `before` (an id; 0: from the newest), newest first.
    Outcome<QList<StockEntry>> stockHistory(qint64 before, int limit) const;

    /// Cards that wait for their owners, oldest first: all, or those whose card number or NIK begins with the
    /// digits of `text`, or whose name has every word of it.
    Outcome<QList<PrintRecord>> waiting(const QString &text, int limit) const;
    /// Cards that were sent to a printer and whose fate nobody knows, oldest first; `text` as above.
    Outcome<QList<PrintRecord>> unclear(const QString &text, int limit) const;
    /// Collected cards below `before` (id of the hand-over; 0: from the newest), newest first; `text` as
    /// above.
    Outcome<QList<HandedCard>> handed(const QString &text, qint64 before, int limit) const;
    /// Overdue: waiting and printed before `overdueBefore`.
    Outcome<CardCounts> counts(QDate overdueBefore) const;

private:
    Connection &m_store;
};

} // namespace Loket
