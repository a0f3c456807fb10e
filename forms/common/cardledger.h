// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/cardviews.h"

#include <QFuture>

namespace Loket {

/// What the windows know of prints, blank cards and cards to collect: a part of Office, under the same rules
/// (reads answer at once, futures of writes are finished after the commit, Office::changed() tells).
class CardLedger
{
public:
    virtual ~CardLedger() = default;

    // Reads; see CardBook
    virtual Outcome<std::optional<PrintRecord>> print(qint64 id) = 0;
    virtual Outcome<QList<PrintRecord>> printsOf(const QString &what, const QString &reference) = 0;
    virtual Outcome<QList<PrintRecord>> openPrints(int limit) = 0;
    virtual Outcome<QList<PrintRecord>> batch(const QString &name) = 0;
    virtual Outcome<QList<StockLevel>> levels() = 0;
    virtual Outcome<QList<StockEntry>> stockHistory(qint64 before, int limit) = 0;
    virtual Outcome<QList<PrintRecord>> waiting(const QString &text, int limit) = 0;
    virtual Outcome<QList<PrintRecord>> unclear(const QString &text, int limit) = 0;
    virtual Outcome<QList<HandedCard>> handed(const QString &text, qint64 before, int limit) = 0;
    virtual CardCounts counts() = 0; ///< as of the last Office::changed()

    // Writes; see CardService
    virtual QFuture<Outcome<PrintTicket>> noteSent(const PrintInput &) = 0;
    virtual QFuture<Outcome<PrintTicket>> noteFile(const PrintInput &) = 0;
    virtual QFuture<Outcome<bool>> noteOut(qint64 print) = 0;
    virtual QFuture<Outcome<bool>> confirm(qint64 print) = 0;
    virtual QFuture<Outcome<bool>> noteFailed(qint64 print, const QString &why) = 0;
    virtual QFuture<Outcome<bool>> spoil(qint64 print, const QString &reasonCode, const QString &reason) = 0;
    virtual QFuture<Outcome<Nothing>> noteStock(const StockInput &) = 0;
    virtual QFuture<Outcome<Nothing>> handOver(qint64 print, const HandOverInput &) = 0;
    virtual QFuture<Outcome<Nothing>> undoHandOver(qint64 print, const QString &reason) = 0;
};

} // namespace Loket
