// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/base/failure.h"
#include "model/services/assess.h"
#include "model/store/cardviews.h"

#include <QFuture>

namespace Loket {

class Store;

/// Everything that changes prints, blank cards and cards to collect. Each call is one transaction on the
/// writer's thread, with an audit row; the future is finished after the commit. Call from any thread; never
/// wait for a future on the window's thread.
class CardService
{
public:
    /// `context` gives the rules for who may collect; both outlive the service.
    CardService(Store &store, const Context &context);

    /// Before a paper is handed to the queue. It counts as nothing until noteOut() or confirm(). Conflict,
    /// with the code of a problem: a card of this number is at a printer, or came out and no reason of a
    /// reprint is given.
    QFuture<Outcome<PrintTicket>> noteSent(const PrintInput &, const Actor &);
    /// A paper saved as a file is in the log, but is not a print.
    QFuture<Outcome<PrintTicket>> noteFile(const PrintInput &, const Actor &);
    // What became of it. False: nothing was to be done (known already, or what is known stands against it).
    QFuture<Outcome<bool>> noteOut(qint64 print, const Actor &); ///< the queue says so
    QFuture<Outcome<bool>> confirm(qint64 print, const Actor &); ///< an officer says so
    /// Nothing came out and no blank card is gone. `why`: a code or the queue's word.
    QFuture<Outcome<bool>> noteFailed(qint64 print, const QString &why, const Actor &);
    /// A blank card is gone and what came out is no use. `reasonCode`: kind spoil-reason.
    QFuture<Outcome<bool>> spoil(qint64 print, const QString &reasonCode, const QString &reason,
                                 const Actor &);

    /// BadInput: an amount or a reason is missing.
    QFuture<Outcome<Nothing>> noteStock(const StockInput &, const Actor &);

    /// BadInput: who it was, or the letter that the rulebook asks of an outsider, is missing. Stale: the card
    /// waits for nobody.
    QFuture<Outcome<Nothing>> handOver(qint64 print, const HandOverInput &, const Actor &);
    /// The card waits again. BadInput: no reason; Stale: nobody has it.
    QFuture<Outcome<Nothing>> undoHandOver(qint64 print, const QString &reason, const Actor &);

private:
    QFuture<Outcome<PrintTicket>> insert(const PrintInput &, PrintState, const Actor &);
    QFuture<Outcome<bool>> end(qint64 print, PrintState, const QString &code, const QString &reason,
                               bool byQueue, const Actor &);

    Store &m_store;
    const Context &m_context;
};

} // namespace Loket
